/** In which corner of the canvas something lies that must not hide what it is about. Pure; everything in pixels. */
import type { Rect } from '../../shared/figures/mark'

/** The nearest to the inspector first. */
const corners = ['top-right', 'bottom-right', 'top-left', 'bottom-left'] as const

export type Corner = (typeof corners)[number]

export interface Place {
  readonly corner: Corner
  /** How high it may be there. */
  readonly height: number
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Lower than that it can't be read: then it hides something. */
const LEAST = 200

/** The first corner with room for all of it beside what has to stay free; where there is none, that with most room. */
export function placeFor(size: Size, canvas: Size, gap: number, free: readonly Rect[]): Place {
  const places = corners.map((corner) => ({ corner, height: roomIn(corner, size.width, canvas, gap, free) }))
  const most = Math.max(...places.map(({ height }) => height))
  const enough = Math.min(most, size.height)
  const { corner, height } = places.find((place) => place.height >= enough) ?? {
    corner: corners[0],
    height: most,
  }
  return { corner, height: Math.max(height, LEAST) }
}

/** The height from the corner to the first thing in the way. */
function roomIn(corner: Corner, width: number, canvas: Size, gap: number, free: readonly Rect[]): number {
  const left = corner.endsWith('left') ? gap : canvas.width - gap - width
  const inTheWay = free.filter((rect) => rect.x < left + width + gap && rect.x + rect.width > left - gap)
  const room = inTheWay.map(({ y, height }) =>
    corner.startsWith('top') ? y - 2 * gap : canvas.height - (y + height) - 2 * gap,
  )
  return Math.min(canvas.height - 2 * gap, ...room)
}
