import { placeIn } from '../../shared/figures/placing'
import type { SceneLine } from '../../shared/figures/scene'
import { sizes } from '../../shared/figures/tokens'
import { draftLayout } from '../../shared/graph/nestings'
import { arrangeSelection, scopeOf, scopeTitle } from '../canvas/arrange'
import type { Point } from '../canvas/gesture'
import { isBendable, nudgeRun } from '../canvas/hand/bend'
import { isGridOn, movable } from '../canvas/hand/move'
import { sceneOfApp } from '../canvas/scene-of-app'
import { type App, designOf, nothingSelected } from '../store'
import { t } from '../strings/strings'
import type { Command, CommandId } from './command'

export const arrangeCommands: readonly Command[] = [
  {
    id: 'arrange.layout',
    keys: ['Shift+KeyA'],
    menu: 'Arrange',
    contexts: ['canvas', 'element'],
    when: (app) =>
      Object.keys(designOf(app.store.getState()).elements).length > 1 || t('unusable.nothingToArrange'),
    titleNow: (app) => scopeTitle(app, scopeOf(app)),
    run: arrangeSelection,
  },
  {
    id: 'arrange.lock',
    keys: ['Mod+Shift+KeyL'],
    menu: 'Arrange',
    contexts: ['element'],
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
    nudge(`arrange.${name}`, key, { x, y }, { pixels: 1, steps: 1 }),
    nudge(`arrange.${name}-far`, `Shift+${key}`, { x, y }, { pixels: 10, steps: 5 }),
  ]),
]

/** By grid steps while the grid is on, else by pixels. */
function nudge(
  id: CommandId,
  key: string,
  { x, y }: Point,
  by: { readonly pixels: number; readonly steps: number },
): Command {
  return {
    id,
    keys: [key],
    on: 'canvas',
    when: (app) =>
      movable(app, sceneOfApp(app)).length > 0 ||
      selectedLine(app) !== undefined ||
      t('unusable.nothingMovable'),
    run: (app) => {
      const scene = sceneOfApp(app)
      const { nesting } = app.store.getState()
      const far = isGridOn(app) ? by.steps * sizes.grid : by.pixels
      const line = selectedLine(app)
      if (line) {
        nudgeRun(app, line, { x: x * far, y: y * far }, burstOf(app))
        return
      }
      app.edit(
        t('steps.nudge'),
        (draft) => {
          const layout = draftLayout(draft, nesting)
          for (const { id } of movable(app, scene)) {
            const place = placeIn(scene, id)
            if (place) layout[id] = { ...layout[id], x: place.x + x * far, y: place.y + y * far }
          }
        },
        { mergeKey: burstOf(app) },
      )
    },
  }
}

/** The one selected line, if it can be bent: arrow keys move its longest run that lies across them. */
function selectedLine(app: App): SceneLine | undefined {
  const { ids } = app.store.getState().selection
  const lines = sceneOfApp(app).lines.filter(({ connections }) => connections.some(({ id }) => ids.has(id)))
  const [line] = lines
  return lines.length === 1 && line && ids.size === line.connections.length && isBendable(app, line)
    ? line
    : undefined
}

/** Presses that follow each other within that time are one burst, and so one step to undo. */
const PAUSE_MS = 1000

let burst = { selection: nothingSelected.ids, last: 0, number: 0 }

/** What the presses of one burst share: it ends with a pause, or when something else is selected. */
function burstOf(app: App): string {
  const { ids } = app.store.getState().selection
  const now = performance.now()
  const goesOn = burst.selection === ids && now - burst.last < PAUSE_MS
  burst = { selection: ids, last: now, number: goesOn ? burst.number : burst.number + 1 }
  return `arrow-keys ${burst.number}`
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
