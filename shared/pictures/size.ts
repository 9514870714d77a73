/** How large a PNG may be: beyond this, computers run out of memory and viewers give up. */
import type { Failure } from '../basics/result'
import type { Rect } from '../figures/mark'
import { say } from '../texts/text'

/** 400 MB while it is drawn. */
const MOST_PIXELS = 100_000_000
/** Many programs count the pixels of a side in fifteen bits. */
const LONGEST_SIDE = 32_767

/** Why a picture of this area can't be drawn at that scale, and what can. */
export function tooManyPixels(area: Rect, scale: number): Omit<Failure, 'file'> | undefined {
  if (fits(area, scale)) return undefined
  const [width, height] = [Math.ceil(area.width * scale), Math.ceil(area.height * scale)]
  const smaller = [3, 2, 1, 0.5, 0.25].find((one) => one < scale && fits(area, one))
  return {
    code: 'picture-too-large',
    ...{ limit: MOST_PIXELS, actual: width * height },
    what: say`The PNG would have ${width} × ${height} pixels; at most 100 million, and 32,767 a side, can be drawn.`,
    mend:
      smaller === undefined
        ? 'Choose SVG or PDF, or only a part of the design.'
        : say`Choose a scale of ${smaller}, or SVG or PDF.`,
  }
}

function fits({ width, height }: Rect, scale: number): boolean {
  const [w, h] = [Math.ceil(width * scale), Math.ceil(height * scale)]
  return w <= LONGEST_SIDE && h <= LONGEST_SIDE && w * h <= MOST_PIXELS
}
