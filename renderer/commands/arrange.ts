import { graphOf } from '../../shared/graph/graph'
import { arrange } from '../canvas/arrange'
import type { App } from '../store'
import { designOf } from '../store'
import { t } from '../strings/strings'
import type { Command, CommandId } from './command'

export const arrangeCommands: readonly Command[] = [
  {
    id: 'arrange.layout',
    keys: ['Shift+KeyA'],
    menu: 'Arrange',
    when: (app) =>
      Object.keys(designOf(app.store.getState()).elements).length > 1 || t('unusable.nothingToArrange'),
    run: (app) => arrange(app),
  },
  {
    id: 'arrange.lock',
    keys: ['Mod+Shift+KeyL'],
    menu: 'Arrange',
    when: (app) => app.store.getState().selection.ids.size > 0 || t('unusable.nothingSelected'),
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
    nudge(`arrange.${name}`, key, x * 8, y * 8),
    nudge(`arrange.${name}-far`, `Shift+${key}`, x * 40, y * 40),
  ]),
]

function nudge(id: CommandId, key: string, x: number, y: number): Command {
  return {
    id,
    keys: [key],
    when: (app) => app.store.getState().selection.ids.size > 0 || t('unusable.nothingSelected'),
    run: (app) => {
      const { ids } = app.store.getState().selection
      const graph = graphOf(designOf(app.store.getState()))
      app.edit(
        t('steps.nudge'),
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
  app.edit(t(locks ? 'steps.lock' : 'steps.unlock'), (draft) => {
    for (const id of ids) {
      const element = draft.elements[id]
      if (!element) continue
      if (locks) element.locked = true
      else delete element.locked
    }
  })
}
