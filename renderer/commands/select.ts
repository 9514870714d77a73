/** Choosing elements without the mouse: siblings, what is inside, what is around, and along the lines. */
import { nameOf } from '../../shared/graph/graph'
import { centerOn, viewNow } from '../canvas/camera'
import { isShown } from '../canvas/change-state'
import { figureOfElement } from '../canvas/hit'
import { touches } from '../canvas/rect'
import { sceneOfApp } from '../canvas/scene-of-app'
import { alongLine, type Direction, inReadingOrder } from '../canvas/walk'
import { closeCompare } from '../compare/open-compare'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import type { Command, CommandId } from './command'
import { selectionOf } from './delete'

export const selectCommands: readonly Command[] = [
  {
    id: 'select.all',
    role: 'selectAll',
    keys: ['Mod+KeyA'],
    menu: 'Edit',
    contexts: ['canvas'],
    separatorBefore: true,
    run: selectAll,
  },
  {
    id: 'select.out',
    keys: ['Escape'],
    menu: 'Edit',
    when: (app) =>
      app.store.getState().comparing !== undefined || isCardShown(app) || isAnythingSelected(app),
    run: (app) => (app.store.getState().comparing ? closeCompare(app) : stepOut(app)),
  },
  {
    id: 'select.next',
    keys: ['Tab'],
    on: 'canvas',
    when: (app) => walk(app, 1) !== undefined || t('unusable.lastElement'),
    run: (app) => go(app, walk(app, 1)),
  },
  {
    id: 'select.previous',
    keys: ['Shift+Tab'],
    on: 'canvas',
    when: (app) => walk(app, -1) !== undefined || t('unusable.firstElement'),
    run: (app) => go(app, walk(app, -1)),
  },
  {
    id: 'select.inside',
    keys: ['Enter'],
    contexts: ['element'],
    on: 'canvas',
    when: (app) => firstInside(app) !== undefined || t('unusable.nothingInside'),
    run: (app) => go(app, firstInside(app)),
  },
  {
    id: 'select.around',
    keys: ['Shift+Enter'],
    contexts: ['element', 'row'],
    on: 'canvas',
    when: (app) => frameAround(app) !== undefined || t('unusable.nothingAround'),
    run: (app) => go(app, frameAround(app)),
  },
  ...(['left', 'right', 'up', 'down'] as const).map(follow),
]

/** Alt with an arrow goes along a line. */
function follow(direction: Direction): Command {
  const ids: Readonly<Record<Direction, CommandId>> = {
    left: 'select.line-left',
    right: 'select.line-right',
    up: 'select.line-up',
    down: 'select.line-down',
  }
  const target = (app: App) => {
    const [id] = selectionOf(app).selected
    return id === undefined ? undefined : alongLine(sceneOfApp(app), itemOf(app, id), direction)
  }
  return {
    id: ids[direction],
    keys: [`Alt+Arrow${direction[0]?.toUpperCase()}${direction.slice(1)}`],
    on: 'canvas',
    when: (app) => target(app) !== undefined || t('unusable.noLine'),
    run: (app) => go(app, target(app)),
  }
}

function isAnythingSelected(app: App): true | string {
  return app.store.getState().selection.ids.size > 0 || t('unusable.nothingSelected')
}

function isCardShown(app: App): boolean {
  const state = app.store.getState()
  return isShown(state.change, designOf(state))
}

/** Selects one element, brings it into view and has it read out. */
function go(app: App, id: string | undefined): void {
  if (id === undefined) return
  app.select([id])
  const item = sceneOfApp(app).byId.get(id)
  const view = viewNow()
  if (item && view && !touches(item.rect, view)) centerOn([id])
  const { graph } = selectionOf(app)
  const around = graph.parent.get(id)
  app.announce(
    around === undefined
      ? t('select.said', { name: nameOf(graph, id) })
      : t('select.saidIn', { name: nameOf(graph, id), frame: nameOf(graph, around) }),
  )
}

/** The element with a figure: a row counts as the element whose figure it is in. */
function itemOf(app: App, id: string): string {
  return figureOfElement(sceneOfApp(app), id)?.id ?? id
}

/** The sibling before or after the selected one; at the ends none, so that Tab leads out of the canvas there. */
function walk(app: App, step: 1 | -1): string | undefined {
  const scene = sceneOfApp(app)
  const { selected } = selectionOf(app)
  const [only] = selected
  if (only === undefined) {
    const all = inReadingOrder(scene, undefined)
    return (step === 1 ? all[0] : all.at(-1))?.id
  }
  const id = itemOf(app, only)
  const siblings = inReadingOrder(scene, scene.byId.get(id)?.parent)
  return siblings[siblings.findIndex((item) => item.id === id) + step]?.id
}

function firstInside(app: App): string | undefined {
  const { selected } = selectionOf(app)
  const [only] = selected
  return selected.length === 1 && only !== undefined
    ? inReadingOrder(sceneOfApp(app), only)[0]?.id
    : undefined
}

function frameAround(app: App): string | undefined {
  const { selected } = selectionOf(app)
  const [first] = selected
  return first === undefined ? undefined : sceneOfApp(app).byId.get(itemOf(app, first))?.parent
}

/** What is in the same frame as the selection; pressed again, everything. */
function selectAll(app: App): void {
  const scene = sceneOfApp(app)
  const { ids } = app.store.getState().selection
  const siblings = inReadingOrder(scene, frameAround(app)).map(({ id }) => id)
  const already = siblings.length > 0 && siblings.every((id) => ids.has(id))
  app.select(already ? Object.keys(designOf(app.store.getState()).elements) : siblings)
}

/** Out of what the last line changed, of a row, of a frame, of everything. */
function stepOut(app: App): void {
  const { selection } = app.store.getState()
  if (isCardShown(app)) app.patch({ change: undefined })
  else if (selection.row) app.select(selection.ids)
  else {
    const frame = frameAround(app)
    if (frame === undefined) app.select([])
    else go(app, frame)
  }
}
