/** Another size for the selected frame or note, without the mouse. */
import { resizeFrame } from '../../shared/figures/resize'
import { sizes } from '../../shared/figures/tokens'
import { draftLayout } from '../../shared/graph/nestings'
import { isGridOn } from '../canvas/hand/move'
import { sceneOfApp } from '../canvas/scene-of-app'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import type { Command, CommandId } from './command'
import { selectionOf } from './delete'

const STEPS = [
  ['resize.wider', 'ArrowRight', 1, 0],
  ['resize.narrower', 'ArrowLeft', -1, 0],
  ['resize.taller', 'ArrowDown', 0, 1],
  ['resize.shorter', 'ArrowUp', 0, -1],
] as const satisfies readonly (readonly [CommandId, string, number, number])[]

export const resizeCommands: readonly Command[] = STEPS.map(
  ([id, key, x, y], i): Command => ({
    id,
    keys: [`Alt+Shift+${key}`],
    menu: 'Arrange',
    separatorBefore: i === 0,
    on: 'canvas',
    when: (app) => resizable(app) !== undefined || t('unusable.notResizable'),
    run: (app) => resize(app, x, y),
  }),
)

/** The one selected frame or note that has a size of its own. */
function resizable(app: App): string | undefined {
  const { graph, selected } = selectionOf(app)
  const [id] = selected
  if (selected.length !== 1 || id === undefined) return undefined
  const element = graph.element(id)
  const figure = sceneOfApp(app).byId.get(id)?.figure
  const sized = figure?.content !== undefined || element?.kind === 'note'
  return sized && !element?.locked ? id : undefined
}

/** By two grid steps, as one is hardly seen; a burst of presses is one undo step. */
function resize(app: App, x: number, y: number): void {
  const id = resizable(app)
  const item = id === undefined ? undefined : sceneOfApp(app).byId.get(id)
  if (id === undefined || !item) return
  const step = isGridOn(app) ? 2 * sizes.grid : 1
  const { nesting } = app.store.getState()
  const { rect } = item
  const wanted = { ...rect, width: rect.width + x * step, height: rect.height + y * step }
  const places = resizeFrame(designOf(app.store.getState()), nesting, id, wanted)
  app.edit(t('steps.resize'), (draft) => Object.assign(draftLayout(draft, nesting), places), {
    mergeKey: 'resize-keys',
  })
}
