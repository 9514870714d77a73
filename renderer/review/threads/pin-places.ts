/** Where the pins of threads stand on the canvas. Pure: from the scene, in its coordinates. */
import type { Pin } from '../../../shared/design/design'
import type { Point, Rect } from '../../../shared/figures/mark'
import type { Scene, SceneItem } from '../../../shared/figures/scene'
import type { NestingName } from '../../../shared/graph/nestings'
import { figureOfElement } from '../../canvas/hit'

export interface PinPlace {
  readonly at: Point
  /** What was drawn around, for a region. */
  readonly region?: Rect
  /** The element is in this frame, which is collapsed. */
  readonly folded?: string
}

/** From the right edge of a figure to a pin that nobody has put anywhere: left of the sign for problems. */
const FROM_RIGHT = 40

/** Where a pin, as it is now, stands; undefined where nothing of what it is about is drawn. */
export function placeOf(scene: Scene, nesting: NestingName, pin: Pin): PinPlace | undefined {
  if (pin.element === undefined) return onCanvas(nesting, pin)
  const folder = scene.hidden.get(pin.element)
  const frame = folder === undefined ? undefined : scene.byId.get(folder)
  if (frame) return { at: corner(frame.rect), folded: frame.id }
  const item = figureOfElement(scene, pin.element)
  return item && onFigure(item, pin)
}

/** Points of the canvas mean something in the nesting in which they were set only. */
function onCanvas(nesting: NestingName, { x = 0, y = 0, width, height, nesting: set }: Pin) {
  if ((set ?? 'logical') !== nesting) return undefined
  return width === undefined || height === undefined
    ? { at: { x, y } }
    : { at: { x, y }, region: { x, y, width, height } }
}

function onFigure(item: SceneItem, pin: Pin): PinPlace {
  const { rect } = item
  const { element, pointer, width, height } = pin
  if (width !== undefined && height !== undefined) {
    const at = within(rect, { x: rect.x + (pin.x ?? 0), y: rect.y + (pin.y ?? 0) })
    // Folded, smaller or in the other nesting, an element may not hold all of it any more.
    const room = { width: rect.x + rect.width - at.x, height: rect.y + rect.height - at.y }
    const size = { width: Math.min(width, room.width), height: Math.min(height, room.height) }
    return { at, region: { ...at, ...size } }
  }
  const row = rowOf(item, element ?? '', pointer)
  const box = row ? { ...row, x: rect.x + row.x, y: rect.y + row.y } : rect
  const at = pin.x === undefined ? corner(box) : { x: rect.x + pin.x, y: rect.y + (pin.y ?? 0) }
  // What has become smaller, or a row that has moved on, keeps its pin.
  return { at: within(box, at) }
}

/** The row that a pin is about: the absorbed element, or the part of the spec that the field is in. */
function rowOf(item: SceneItem, element: string, pointer: string | undefined): Rect | undefined {
  if (element !== item.id) return item.figure.rows.find((row) => row.element === element)
  if (pointer === undefined) return undefined
  return item.figure.rows.find(
    (row) => row.pointer !== undefined && `${pointer}/`.startsWith(`${row.pointer}/`),
  )
}

function corner({ x, y, width }: Rect): Point {
  return { x: x + Math.max(width - FROM_RIGHT, width / 2), y }
}

function within({ x, y, width, height }: Rect, at: Point): Point {
  return { x: Math.min(Math.max(at.x, x), x + width), y: Math.min(Math.max(at.y, y), y + height) }
}

/** What a pin becomes that is put at a point of the canvas, over an element if one is there. */
export function pinAt(
  item: SceneItem | undefined,
  row: { readonly pointer?: string; readonly element?: string } | undefined,
  point: Point,
  nesting: NestingName,
): Pin {
  if (!item) return { x: round(point.x), y: round(point.y), ...(nesting === 'logical' ? {} : { nesting }) }
  const offset = { x: round(point.x - item.rect.x), y: round(point.y - item.rect.y) }
  const pointer = row?.element === undefined && row?.pointer ? { pointer: row.pointer } : {}
  return { element: row?.element ?? item.id, ...pointer, ...offset }
}

/** A region that was drawn: it belongs to the innermost element that holds all of it, and goes with that. */
export function pinOfRegion(scene: Scene, nesting: NestingName, { x, y, width, height }: Rect): Pin {
  const holds = ({ rect }: SceneItem) =>
    x >= rect.x && y >= rect.y && x + width <= rect.x + rect.width && y + height <= rect.y + rect.height
  // What is inside comes later.
  const item = scene.items.findLast(holds)
  const size = { width: Math.max(1, round(width)), height: Math.max(1, round(height)) }
  return { ...pinAt(item, undefined, { x, y }, nesting), ...size }
}

function round(pixels: number): number {
  // Not -0, which JSON does not know.
  return Math.round(pixels) + 0
}
