/** What a comparison draws: a scene, and marks on what came, went, changed or moved. Pure. */
import { memo } from '../../shared/basics/memo'
import type { Design } from '../../shared/design/design'
import type { Point, Rect } from '../../shared/figures/mark'
import { around } from '../../shared/figures/routing/geometry'
import { part, type Scene, type SceneItem, type SceneLine, sceneOf } from '../../shared/figures/scene'
import { sizes } from '../../shared/figures/tokens'
import type { Comparison } from '../../shared/review/compare/comparison'
import { indexed } from '../../shared/review/compare/places'
import type { Translate } from '../../shared/texts/translate'
import { type Change, elementKey, type Status } from './changes'
import type { Sides } from './places'

/** A mark on an element. */
export interface Box {
  /** Of the element, or of what stands for it. */
  readonly id: string
  /** The change that a press shows. */
  readonly key: string
  readonly status: Status
  readonly rect: Rect
  /** What is not faded; of a frame only its header, as what it holds may be as it was. */
  readonly clear: Rect
  readonly radius: number
  /** Rows of its card that differ. */
  readonly rows: readonly Rect[]
  /** Where it was, in a drawing of both. */
  readonly from?: Rect
}

/** A mark on a line. */
export interface Stroke {
  readonly status: Status
  readonly line: SceneLine
}

export interface Drawn {
  /** What is there. */
  readonly solid: Scene
  /** What is gone, drawn pale over that; none beside each other. */
  readonly ghosts: Scene | undefined
  /** All that can be seen, and moved to. */
  readonly scene: Scene
  readonly boxes: readonly Box[]
  readonly strokes: readonly Stroke[]
}

/** What is drawn: the comparison, and both sides with places for everything. */
export interface Compared {
  readonly comparison: Comparison
  readonly sides: Sides
}

export type Side = 'before' | 'after'

/** One side by itself: the old one shows what is gone, the new one what came. */
export function sideDrawn(
  { comparison, sides }: Compared,
  side: Side,
  changes: readonly Change[],
  say: Translate,
): Drawn {
  const design = sides[side]
  const scene = sceneOf(design, { nesting: 'logical', say })
  const wanted = changes.filter(({ status }) => status !== (side === 'before' ? 'added' : 'removed'))
  return {
    solid: scene,
    ghosts: undefined,
    scene,
    boxes: boxesOn(scene, design, wanted),
    strokes: strokesOn(scene, comparison, side, wanted),
  }
}

/** Both in one drawing: the new one, with what is gone where it was. */
export function overlayDrawn(compared: Compared, changes: readonly Change[], say: Translate): Drawn {
  const is = sideDrawn(compared, 'after', changes, say)
  const gone = changes.filter(({ status }) => status === 'removed')
  const lost = compared.comparison.lines.some(({ status }) => status === 'removed')
  const moved = changes.some(({ status }) => status === 'moved')
  if (gone.length === 0 && !lost && !moved) return is
  const was = sideDrawn(compared, 'before', gone, say)
  const ghosts = ghostsIn(was, gone)
  const boxes = moved ? is.boxes.map((box) => withOrigin(box, was.scene)) : is.boxes
  return {
    solid: is.scene,
    ghosts,
    scene: joined(is.scene, ghosts),
    boxes: [...was.boxes, ...boxes],
    strokes: [...was.strokes, ...is.strokes],
  }
}

/** A box with where it was, if that is elsewhere. */
function withOrigin(box: Box, was: Scene): Box {
  const from = was.byId.get(box.id)?.rect
  return from && (from.x !== box.rect.x || from.y !== box.rect.y) ? { ...box, from } : box
}

/** Only the removed elements, without the frames and cards around them, and the lines that went. */
function ghostsIn({ scene, strokes }: Drawn, gone: readonly Change[]): Scene {
  const ids = new Set(gone.flatMap((change) => (change.of === 'element' ? change.ids : [])))
  const items = scene.items.filter(({ id }) => ids.has(id))
  const lines = strokes.map(({ line }) => line)
  const only = part({ ...scene, lines: [] }, new Set())
  return {
    ...only,
    items,
    byId: new Map(items.map((item) => [item.id, item])),
    lines,
    bounds: reach(items, lines),
  }
}

function reach(items: readonly SceneItem[], lines: readonly SceneLine[]): Rect {
  const points = lines.flatMap((line) => line.points.map((point) => ({ ...point, width: 0, height: 0 })))
  return around([...items.map(({ rect }) => rect), ...points]) ?? { x: 0, y: 0, width: 0, height: 0 }
}

function joined(is: Scene, ghosts: Scene): Scene {
  const bounds = around(
    [is, ghosts].filter(({ items, lines }) => items.length + lines.length > 0).map((one) => one.bounds),
  )
  return {
    ...is,
    items: [...is.items, ...ghosts.items],
    byId: new Map([...ghosts.byId, ...is.byId]),
    lines: [...is.lines, ...ghosts.lines],
    bounds: bounds ?? is.bounds,
  }
}

/** Where every row that is an element of its own lies, with the item that has it. */
const rowsOf = memo((scene: Scene) => {
  const found = new Map<string, Rect>()
  for (const { rect, figure } of scene.items) {
    for (const row of figure.rows) {
      if (row.element !== undefined) found.set(row.element, { ...row, x: rect.x + row.x, y: rect.y + row.y })
    }
  }
  return found
})

function boxesOn(scene: Scene, design: Design, changes: readonly Change[]): readonly Box[] {
  const own = new Set(changes.flatMap((change) => (change.of === 'element' ? change.ids : [])))
  const boxes = new Map<string, Box>()
  for (const change of changes) {
    if (change.of !== 'element') continue
    const { id } = change.element
    const item = scene.byId.get(id)
    const holder = scene.hidden.get(id)
    if (item) boxes.set(id, boxOf(item, change, design))
    else if (holder !== undefined) {
      // A closed frame stands for what is in it; what became of itself counts more.
      const frame = scene.byId.get(holder)
      if (frame && !own.has(holder)) boxes.set(holder, { ...boxOf(frame, change, design), status: 'changed' })
    } else {
      const row = rowsOf(scene).get(id)
      if (row) boxes.set(id, { id, ...plain(change), rect: row, clear: row, radius: 4 })
    }
  }
  return [...boxes.values()]
}

function plain({ key, status }: Change): Pick<Box, 'key' | 'status' | 'rows'> {
  return { key, status, rows: [] }
}

function boxOf({ id, rect, figure }: SceneItem, change: Change, design: Design): Box {
  const isFrame = figure.content !== undefined
  const element = design.elements[id]
  const pointers = change.fields.map((field) => indexed(element, field.pointer))
  const rows = figure.rows.filter(
    ({ pointer }) =>
      pointer !== undefined && pointers.some((one) => `${one}/`.startsWith(`/spec${pointer}/`)),
  )
  return {
    id,
    ...plain(change),
    rect,
    clear: isFrame ? { ...rect, height: Math.min(rect.height, sizes.frame.header) } : rect,
    radius: isFrame ? sizes.radius.frame : sizes.radius.card,
    rows: rows.map((row) => ({ ...row, x: rect.x + row.x, y: rect.y + row.y })),
  }
}

/** A line stands for several facts: it is new when all of them are, and changed when some are. */
function strokesOn(
  scene: Scene,
  { lines }: Comparison,
  side: Side,
  changes: readonly Change[],
): readonly Stroke[] {
  const shown = new Set(changes.map(({ status }) => status))
  const became = new Map<string, Status>()
  for (const { id, status } of lines) {
    const here = side === 'before' ? status !== 'added' : status !== 'removed'
    if (here && (shown.has(status) || shown.has('changed'))) became.set(id, status)
  }
  if (became.size === 0) return []
  return scene.lines.flatMap((line) => {
    const found = line.connections.map(({ id }) => became.get(id))
    const [first] = found
    if (found.every((status) => status === undefined)) return []
    const status = first !== undefined && found.every((one) => one === first) ? first : 'changed'
    return [{ status, line }]
  })
}

/** The change whose mark is at a point, the smallest one. */
export function changeAt({ boxes }: Drawn, { x, y }: Point): string | undefined {
  const hit = boxes.filter(
    ({ clear }) => x >= clear.x && x <= clear.x + clear.width && y >= clear.y && y <= clear.y + clear.height,
  )
  return hit.sort((a, b) => a.clear.width * a.clear.height - b.clear.width * b.clear.height)[0]?.key
}

/** Has the drawing something to show of a change? */
export function isDrawn({ boxes }: Drawn, id: string): boolean {
  return boxes.some(({ key }) => key === elementKey(id))
}
