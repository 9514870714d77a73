/** What a comparison draws: a scene, and marks on what came, went, changed or moved. Pure. */
import type { Point, Rect } from '../../shared/figures/mark'
import { type Places, placesOf, type Scene, sceneOf } from '../../shared/figures/scene'
import { sizes } from '../../shared/figures/tokens'
import type { NestingName } from '../../shared/graph/nestings'
import type { Comparison, ElementChange } from '../../shared/review/compare/comparison'
import { marksIn } from '../../shared/review/compare/elements'
import {
  boxesOn,
  markedLines,
  type OverlayBox,
  type OverlayLine,
  overlayOf,
} from '../../shared/review/compare/overlay'
import type { Translate } from '../../shared/texts/translate'
import { type Change, elementKey, type Status } from './changes'
import type { Sides } from './places'

/** A mark on an element. */
export interface Box extends OverlayBox {
  /** The change that a press shows. */
  readonly key: string
  /** What is not faded; of a frame only its header, as what it holds may be as it was. */
  readonly clear: Rect
  /** Where it was, in a drawing of both. */
  readonly from?: Rect
}

export interface Drawn {
  /** What is there. */
  readonly solid: Scene
  /** What is gone, drawn pale over that; none beside each other. */
  readonly ghosts: Scene | undefined
  /** All that can be seen, and moved to. */
  readonly scene: Scene
  readonly boxes: readonly Box[]
  readonly strokes: readonly OverlayLine[]
}

/** What is drawn: the comparison, and both sides with places for everything in the nesting. */
export interface Compared {
  readonly comparison: Comparison
  readonly sides: Sides
  readonly nesting: NestingName
}

export type Side = 'before' | 'after'

/** One side by itself: the old one shows what is gone, the new one what came. */
export function sideDrawn(
  { comparison, sides, nesting }: Compared,
  side: Side,
  changes: readonly Change[],
  say: Translate,
): Drawn {
  const design = sides[side]
  const scene = sceneOf(design, { nesting, say })
  const elsewhere = side === 'before' ? 'added' : 'removed'
  const shown = statusesOfLines(changes)
  const elements = elementsIn(changes)
    .filter(({ status }) => status !== elsewhere)
    .filter(marksIn(nesting))
  const lines = comparison.lines.filter(({ status }) => status !== elsewhere && shown.has(status))
  return {
    solid: scene,
    ghosts: undefined,
    scene,
    boxes: boxesOn(scene, design, elements).map((box) => pressed(box, scene, elements)),
    strokes: markedLines(scene, lines),
  }
}

/** Both in one drawing: the new one, with what is gone where it was. */
export function overlayDrawn(
  { comparison, sides, nesting }: Compared,
  changes: readonly Change[],
  say: Translate,
): Drawn {
  const view = { nesting, say }
  const elements = elementsIn(changes)
  const shown = statusesOfLines(changes)
  const { before, after } = sides
  const overlay = overlayOf({ before, after, elements, lines: comparison.lines }, view, shown)
  const { scene } = overlay
  const solid = sceneOf(sides.after, view)
  const was = shown.has('moved') ? placesOf(sides.before, view) : undefined
  return {
    solid,
    ghosts: scene === solid ? undefined : ghostsIn(scene, overlay.ghosts),
    scene,
    boxes: overlay.boxes.map((box) => withOrigin(pressed(box, scene, elements), was)),
    strokes: overlay.lines,
  }
}

function elementsIn(changes: readonly Change[]): readonly ElementChange[] {
  return changes.flatMap((change) => (change.of === 'element' ? [change.element] : []))
}

/** Lines that follow from a changed element come and go with it, whatever else is left out. */
function statusesOfLines(changes: readonly Change[]): ReadonlySet<Status> {
  const statuses = new Set(changes.map(({ status }) => status))
  return statuses.has('changed') ? new Set([...statuses, 'added', 'removed']) : statuses
}

function ghostsIn(scene: Scene, ids: ReadonlySet<string>): Scene {
  const items = scene.items.filter(({ id }) => ids.has(id))
  const lines = scene.lines.filter(({ id }) => ids.has(id))
  return { ...scene, items, byId: new Map(items.map((item) => [item.id, item])), lines }
}

/** A mark that can be pressed. Of a closed frame that hides changes it means the first of these. */
function pressed(box: OverlayBox, scene: Scene, elements: readonly ElementChange[]): Box {
  const { id, rect } = box
  const own = elements.find((one) => one.id === id) ?? elements.find((one) => scene.hidden.get(one.id) === id)
  const isFrame = scene.byId.get(id)?.figure.content !== undefined
  const header = Math.min(rect.height, sizes.frame.header)
  return { ...box, key: elementKey(own?.id ?? id), clear: isFrame ? { ...rect, height: header } : rect }
}

/** A box with where it was, if that is elsewhere. */
function withOrigin(box: Box, was: Places | undefined): Box {
  const from = was?.byId.get(box.id)?.rect
  return from && (from.x !== box.rect.x || from.y !== box.rect.y) ? { ...box, from } : box
}

/** The change whose mark is at a point, the smallest one. */
export function changeAt({ boxes }: Drawn, { x, y }: Point): string | undefined {
  const hit = boxes.filter(
    ({ clear }) => x >= clear.x && x <= clear.x + clear.width && y >= clear.y && y <= clear.y + clear.height,
  )
  return hit.sort((a, b) => a.clear.width * a.clear.height - b.clear.width * b.clear.height)[0]?.key
}
