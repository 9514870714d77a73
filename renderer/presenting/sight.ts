/** What of the drawing a step is about, and which part of it is looked at. Pure. */
import { memo } from '../../shared/basics/memo'
import type { Rect } from '../../shared/figures/mark'
import { around, grown } from '../../shared/figures/routing/geometry'
import type { Scene, SceneItem, SceneLine } from '../../shared/figures/scene'
import type { NestingName } from '../../shared/graph/nestings'
import { pinNow } from '../../shared/review/pin-pointer'
import { figureOfElement } from '../canvas/hit'
import { placeOf } from '../review/threads/pin-places'
import type { Show, Step } from './programmes'

/** What is lit of the drawing while a step is shown. */
export interface Lit {
  /** Absent: all of it, as a place on the canvas is about what is around it. */
  readonly scene?: Scene
  /** What is ringed: the step’s own. */
  readonly rings: readonly Ring[]
  /** The stations of a path in their order, each where its number stands. */
  readonly numbers: readonly Numbered[]
}

export interface Ring {
  readonly rect: Rect
  readonly radius: number
}

export interface Numbered {
  readonly number: number
  readonly x: number
  readonly y: number
  readonly current: boolean
}

/** A frame whose header is more than a name: what it runs belongs to it. */
const WHOLE: ReadonlySet<string> = new Set(['service', 'task'])

/** What a step lights; undefined where it is about nothing that is drawn, and everything stays as it is. */
export function litBy(show: Show, step: Step | undefined, nesting: NestingName): Lit | undefined {
  if (!step || step.is === 'change') return undefined
  const rings = ringsOf(show, step, nesting)
  if (step.is === 'station') return { scene: ofPath(show), rings, numbers: numbersOf(show, step) }
  if (rings.length === 0) return undefined
  const { element } = step.thread.pin
  return { ...(element === undefined ? {} : { scene: part(show, [element], []) }), rings, numbers: [] }
}

// The same for every step, so that its picture is kept.
const ofPath = memo((show: Show): Scene => {
  const stations = show.steps.flatMap((step) => (step.is === 'station' ? [step.station] : []))
  return part(
    show,
    stations.flatMap(({ elements }) => elements),
    stations.flatMap(({ lines }) => lines),
  )
})

/** Elements and lines of the drawing, without the rest. */
function part({ scene, design }: Show, ids: readonly string[], lines: readonly string[]): Scene {
  const wanted = new Set(ids.flatMap((id) => itemOf(scene, id)?.id ?? []))
  const isWithin = ({ id, parent }: SceneItem): boolean => {
    if (wanted.has(id)) return true
    for (let at = parent; at !== undefined; at = scene.byId.get(at)?.parent)
      if (wanted.has(at) && WHOLE.has(design.elements[at]?.kind ?? '')) return true
    return false
  }
  const of = new Set(lines)
  const items = scene.items.filter(isWithin)
  const shown = scene.lines.filter(({ connections }) => connections.some(({ id }) => of.has(id)))
  return { ...scene, items, byId: new Map(items.map((item) => [item.id, item])), lines: shown }
}

/** The figure that shows an element: its own, that of which it is a row, or the closed frame that it is in. */
function itemOf(scene: Scene, id: string): SceneItem | undefined {
  const folder = scene.hidden.get(id)
  return folder === undefined ? figureOfElement(scene, id) : scene.byId.get(folder)
}

function ringsOf({ scene, design }: Show, step: Step, nesting: NestingName): readonly Ring[] {
  if (step.is === 'change') return []
  if (step.is === 'thread') {
    const pin = pinNow(design, step.thread.pin)
    const place = placeOf(scene, nesting, pin)
    if (!place) return []
    if (place.region) return [{ rect: place.region, radius: 4 }]
    const item = pin.element === undefined ? undefined : itemOf(scene, pin.element)
    const row = item && rowIn(item, pin.element ?? '', pin.pointer)
    if (row) return [{ rect: row, radius: 4 }]
    return item ? [ringAround(item)] : [{ rect: spot(place.at), radius: SPOT }]
  }
  const { row, elements } = step.station
  return elements.flatMap((id) => {
    const item = itemOf(scene, id)
    if (!item) return []
    const rect = rowIn(item, id, row?.element === id ? row.pointer : undefined)
    return [rect ? { rect, radius: 4 } : ringAround(item)]
  })
}

/** The radius of a ring around a point. */
const SPOT = 24

function spot({ x, y }: { readonly x: number; readonly y: number }): Rect {
  return { x: x - SPOT, y: y - SPOT, width: 2 * SPOT, height: 2 * SPOT }
}

function ringAround({ rect, figure }: SceneItem): Ring {
  return { rect, radius: figure.content ? 12 : 8 }
}

/** The row of an element that another figure shows, or the row that a place in its spec is in. */
function rowIn(item: SceneItem, id: string, pointer: string | undefined): Rect | undefined {
  const row = item.figure.rows.find((one) =>
    item.id === id
      ? pointer !== undefined && one.pointer !== undefined && `${pointer}/`.startsWith(`${one.pointer}/`)
      : one.element === id,
  )
  return row && { ...row, x: item.rect.x + row.x, y: item.rect.y + row.y }
}

/** Each station where it begins; several at one place beside each other. */
function numbersOf(show: Show, current: Step): readonly Numbered[] {
  const taken = new Map<string, number>()
  return show.steps.flatMap((step, index): Numbered[] => {
    if (step.is !== 'station') return []
    const [id] = step.station.elements
    const item = id === undefined ? undefined : itemOf(show.scene, id)
    if (id === undefined || !item) return []
    const { row } = step.station
    const rect = rowIn(item, id, row?.element === id ? row.pointer : undefined) ?? item.rect
    const y = rect === item.rect ? rect.y : rect.y + rect.height / 2
    const place = `${rect.x} ${y}`
    const before = taken.get(place) ?? 0
    taken.set(place, before + 1)
    return [{ number: index + 1, x: rect.x + before * 28, y, current: step.key === current.key }]
  })
}

/** What is looked at: of a path also where the request comes from. All of the drawing where nothing of a step is drawn. */
export function lookedAt(show: Show, step: Step | undefined, nesting: NestingName): Rect {
  const { scene } = show
  if (!step) return scene.bounds
  if (step.is === 'change') return around(rectsOf(scene, step.change.ids)) ?? scene.bounds
  const own = around(ringsOf(show, step, nesting).map(({ rect }) => rect))
  if (own === undefined) return scene.bounds
  if (step.is === 'thread') return holderOf(scene, step) ?? withNearest(scene, own)
  const index = show.steps.findIndex(({ key }) => key === step.key)
  // Where it begins, where it goes to.
  const other = show.steps[index === 0 ? 1 : index - 1]
  const came = other ? ringsOf(show, other, nesting).map(({ rect }) => rect) : []
  const lines = linesOf(scene, step.station.lines)
  return around([own, ...came, ...lines]) ?? own
}

/** A row is looked at with its card. */
function holderOf(scene: Scene, step: Step): Rect | undefined {
  const element = step.is === 'thread' ? step.thread.pin.element : undefined
  return element === undefined ? undefined : itemOf(scene, element)?.rect
}

/** What is looked at beside a point of the canvas, in its pixels: it says something among other things only. */
const BESIDE = 160

/** A place on the canvas with the element that is nearest; frames are passed over, as they may be as large as all. */
function withNearest({ items }: Scene, place: Rect): Rect {
  const wide = grown(place, BESIDE)
  const rects = items.filter(({ figure }) => !figure.content).map(({ rect }) => rect)
  const [nearest] = rects.toSorted((a, b) => distance(place, a) - distance(place, b))
  return (nearest && around([wide, nearest])) ?? wide
}

/** From edge to edge; 0 where they touch. */
function distance(a: Rect, b: Rect): number {
  const gap = (from: number, length: number, to: number, other: number) =>
    Math.max(to - (from + length), from - (to + other), 0)
  return Math.hypot(gap(a.x, a.width, b.x, b.width), gap(a.y, a.height, b.y, b.height))
}

function rectsOf(scene: Scene, ids: readonly string[]): readonly Rect[] {
  return ids.flatMap((id) => itemOf(scene, id)?.rect ?? [])
}

function linesOf(scene: Scene, ids: readonly string[]): readonly Rect[] {
  const wanted = new Set(ids)
  const found: readonly SceneLine[] = scene.lines.filter(({ connections }) =>
    connections.some(({ id }) => wanted.has(id)),
  )
  return found.flatMap(({ points }) => points.map((point) => ({ ...point, width: 0, height: 0 })))
}

/** Where the view is, in React Flow's terms: so that a rectangle fills what is free of the window. */
export function viewFor(
  rect: Rect,
  free: { readonly width: number; readonly height: number },
  whole: boolean,
): { readonly x: number; readonly y: number; readonly zoom: number } {
  const room = whole ? 1.08 : 1.5
  const fitting = Math.min(
    free.width / Math.max(rect.width * room, 1),
    free.height / Math.max(rect.height * room, 1),
  )
  const zoom = Math.min(Math.max(fitting, MIN_ZOOM), MAX_ZOOM)
  return {
    x: free.width / 2 - (rect.x + rect.width / 2) * zoom,
    y: free.height / 2 - (rect.y + rect.height / 2) * zoom,
    zoom,
  }
}

const MIN_ZOOM = 0.05
/** Larger than on the desk: it is read from across a room. */
const MAX_ZOOM = 1.6
