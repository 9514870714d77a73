/** The order in which somebody goes through threads: as the drawing is read, then what is not on it. Pure. */
import type { Design } from '../../../shared/design/design'
import type { Point } from '../../../shared/figures/mark'
import type { Scene } from '../../../shared/figures/scene'
import type { NestingName } from '../../../shared/graph/nestings'
import { pinNow } from '../../../shared/review/pin-pointer'
import { isOpen, type PlacedThread, threadsOf } from '../../../shared/review/threads'
import { placeOf } from './pin-places'

/** Pins whose heights differ by less are in one line. */
const LINE = 48

/** The open threads: from top to bottom and left to right; those without a pin here come last, the oldest first. */
export function openInOrder(design: Design, scene: Scene, nesting: NestingName): readonly PlacedThread[] {
  const placed = threadsOf(design)
    .filter(isOpen)
    .map((thread) => ({ thread, at: placeOf(scene, nesting, pinNow(design, thread.pin))?.at }))
  const on = placed.flatMap(({ thread, at }) => (at ? [{ thread, at }] : []))
  const off = placed.flatMap(({ thread, at }) => (at ? [] : [thread]))
  return [...inLines(on).map(({ thread }) => thread), ...off]
}

/** As a page is read: line by line, and each from left to right. */
export function inLines<P extends { readonly at: Point }>(places: readonly P[]): readonly P[] {
  const line = (y: number) => Math.round(y / LINE)
  return places.toSorted((a, b) => line(a.at.y) - line(b.at.y) || a.at.x - b.at.x)
}

/** The one after or before another; from the start or the end when that one is not among them. */
export function neighbourOf(
  threads: readonly PlacedThread[],
  id: string | undefined,
  direction: 1 | -1,
): PlacedThread | undefined {
  const at = threads.findIndex((thread) => thread.id === id)
  if (at === -1) return direction === 1 ? threads[0] : threads.at(-1)
  return threads[(at + direction + threads.length) % threads.length]
}
