import { graphOf } from '../../shared/graph/graph'
import { arrange } from '../canvas/arrange'
import type { App } from '../store'
import { designOf } from '../store'
import type { Command } from './command'

export const arrangeCommands: readonly Command[] = [
  {
    id: 'arrange.layout',
    title: 'Arrange automatically',
    keys: ['Shift+KeyA'],
    menu: 'Arrange',
    when: (app) =>
      Object.keys(designOf(app.store.getState()).elements).length > 1 || 'There is nothing to arrange.',
    run: (app) => arrange(app),
  },
  {
    id: 'arrange.lock',
    title: 'Lock or unlock',
    keys: ['Mod+Shift+KeyL'],
    menu: 'Arrange',
    when: (app) => app.store.getState().selection.ids.size > 0 || 'Nothing is selected.',
    run: lock,
  },
  ...(
    [
      ['left', 'ArrowLeft', -1, 0],
      ['right', 'ArrowRight', 1, 0],
      ['up', 'ArrowUp', 0, -1],
      ['down', 'ArrowDown', 0, 1],
    ] as const
  ).flatMap(([name, key, x, y]) => [
    nudge(`Move ${name}`, `arrange.${name}`, key, x * 8, y * 8),
    nudge(`Move ${name} by five grid steps`, `arrange.${name}-far`, `Shift+${key}`, x * 40, y * 40),
  ]),
]

function nudge(title: string, id: string, key: string, x: number, y: number): Command {
  return {
    id,
    title,
    keys: [key],
    when: (app) => app.store.getState().selection.ids.size > 0 || 'Nothing is selected.',
    run: (app) => {
      const { ids } = app.store.getState().selection
      const graph = graphOf(designOf(app.store.getState()))
      app.edit(
        'Move with arrow keys',
        (draft) => {
          for (const id of ids) {
            const place = draft.layout[id]
            // What moves with its frame must not move twice.
            if (place && !draft.elements[id]?.locked && !ids.has(graph.parent.get(id) ?? '')) {
              Object.assign(place, { x: place.x + x, y: place.y + y })
            }
          }
        },
        { mergeKey: 'arrow-keys' },
      )
    },
  }
}

function lock(app: App): void {
  const { ids } = app.store.getState().selection
  const { elements } = designOf(app.store.getState())
  const locks = [...ids].some((id) => elements[id] && !elements[id].locked)
  app.edit(locks ? 'Lock' : 'Unlock', (draft) => {
    for (const id of ids) {
      const element = draft.elements[id]
      if (!element) continue
      if (locks) element.locked = true
      else delete element.locked
    }
  })
}
