/**
 * Areas of very many lines in one row of numbers: looking through them touches no object, which is most of the time
 * that an edit of a large design takes.
 */
import type { Rect } from '../mark'

/** Left, top, right and bottom of each area. */
export type Areas = Float64Array

export function areasFor(count: number): Areas {
  return new Float64Array(4 * count)
}

/** Keeps an area; an absent one touches nothing. */
export function putArea(areas: Areas, i: number, rect: Rect | undefined): void {
  areas[4 * i] = rect ? rect.x : Number.NaN
  areas[4 * i + 1] = rect ? rect.y : Number.NaN
  areas[4 * i + 2] = rect ? rect.x + rect.width : Number.NaN
  areas[4 * i + 3] = rect ? rect.y + rect.height : Number.NaN
}

/** Does an area, made larger by `apart` all around, overlap a rectangle? */
export function areaTouches(areas: Areas, i: number, rect: Rect, apart = 0): boolean {
  return (
    (areas[4 * i] as number) - apart < rect.x + rect.width &&
    (areas[4 * i + 2] as number) + apart > rect.x &&
    (areas[4 * i + 1] as number) - apart < rect.y + rect.height &&
    (areas[4 * i + 3] as number) + apart > rect.y
  )
}

/** Does an area overlap one of the rectangles? */
export function areaTouchesAny(areas: Areas, i: number, rects: readonly Rect[]): boolean {
  for (let k = 0; k < rects.length; k++) if (areaTouches(areas, i, rects[k] as Rect)) return true
  return false
}
