/** Carrying out what was chosen in quick add: a new element at a point, with the line that it was asked for by. */
import { describe } from '../../shared/consequences/draw-line'
import { type Grown, grow } from '../../shared/consequences/rewire'
import type { Place } from '../../shared/design/design'
import { edit } from '../../shared/design/edit'
import type { Rect } from '../../shared/figures/mark'
import { type Scene, sceneOf } from '../../shared/figures/scene'
import { sizes } from '../../shared/figures/tokens'
import { drop } from '../../shared/graph/add'
import { graphOf } from '../../shared/graph/graph'
import { toWindow } from '../canvas/camera'
import { drawWithConsequences } from '../canvas/change'
import { chooseAt } from '../canvas/choose-at'
import { refuse } from '../canvas/connect-end'
import { standing, type Way } from '../canvas/connect-ways'
import { gestures, type Point } from '../canvas/gesture'
import { sceneOfApp } from '../canvas/scene-of-app'
import type { PaletteItem } from '../palette/palette-items'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import type { QuickAdd } from './quick-add-state'

/** Adds an element of the chosen kind. */
export function placeNew(app: App, open: QuickAdd, { item, label }: PaletteItem): void {
  if (open.from === undefined) addAt(app, open, item, label)
  else growAt(app, open, open.from, item)
}

function addAt(app: App, open: QuickAdd, kind: string, label: string): void {
  const graph = graphOf(designOf(app.store.getState()))
  const at = placeFor(app, open, sizeOf(app, kind))
  let made = ''
  app.edit(t('steps.add', { what: label }), (draft) => {
    made = drop(draft, graph, kind, open.over, at, open.nesting)
  })
  if (made !== '') arrive(app, made)
}

function growAt(app: App, open: QuickAdd, from: string, kind: string): void {
  const at = placeFor(app, open, sizeOf(app, kind), from)
  const grown = grow(
    designOf(app.store.getState()),
    from,
    { kind, over: open.over, at, nesting: open.nesting },
    open.row,
  )
  const ways = standing(app, grown.ways)
  if ('reason' in ways) refuse(app, ways, open.at)
  else ask(app, ways, grown, toWindow(open.point))
}

function ask(app: App, ways: readonly Way[], { made }: Grown, at: Point): void {
  const draw = ({ candidate, row, first }: Way) => {
    drawWithConsequences(app, candidate, row, first, { select: { ids: new Set([made]) } })
    arrive(app, made)
  }
  const [only] = ways
  if (ways.length === 1 && only) {
    draw(only)
    return
  }
  const design = designOf(app.store.getState())
  chooseAt({
    at,
    title: t('connect.meaning'),
    choices: ways.map((way) => ({
      text: words(describe(graphOf(edit(design, way.first ?? (() => undefined)).design), way.candidate)),
      choose: () => draw(way),
    })),
  })
}

function arrive(app: App, made: string): void {
  app.select([made])
  // The pointer lies over it now, without having moved there on the canvas.
  gestures.setState({ hovered: undefined, hoveredRow: undefined })
}

/** How large a new one will be, as drawn by itself. */
export function sizeOf(app: App, kind: string): { readonly width: number; readonly height: number } {
  const design = designOf(app.store.getState())
  const bare = { ...design, elements: {}, connections: {}, layout: {} }
  let made = ''
  const only = edit(bare, (draft) => {
    made = drop(draft, graphOf(bare), kind, undefined, () => ({ x: 0, y: 0 }))
  }).design
  return sceneOf(only).byId.get(made)?.rect ?? sizes.node
}

const snap = (n: number) => Math.round(n / sizes.grid) * sizes.grid

/**
 * The place in a frame. Its middle comes to the point; at the end of a line, the edge that the line arrives at.
 */
function placeFor(
  app: App,
  { point, free }: QuickAdd,
  size: { readonly width: number; readonly height: number },
  from?: string,
): (frame: string | undefined) => Place {
  const scene = sceneOfApp(app)
  const corner = free ? point : cornerAt(scene, point, size, from)
  return (frame) => {
    const origin = frame === undefined ? undefined : scene.byId.get(frame)?.rect
    const { padding, header } = sizes.frame
    if (!origin) return { x: snap(corner.x), y: snap(corner.y) }
    return {
      x: Math.max(snap(corner.x - origin.x), padding),
      y: Math.max(snap(corner.y - origin.y), header + padding),
    }
  }
}

function cornerAt(
  scene: Scene,
  { x, y }: Point,
  { width, height }: { readonly width: number; readonly height: number },
  from: string | undefined,
): Point {
  const middle = { x: x - width / 2, y: y - height / 2 }
  const source: Rect | undefined = from === undefined ? undefined : scene.byId.get(from)?.rect
  if (!source) return middle
  if (x > source.x + source.width) return { x, y: middle.y }
  if (x < source.x) return { x: x - width, y: middle.y }
  return y > source.y ? { x: middle.x, y } : { x: middle.x, y: y - height }
}
