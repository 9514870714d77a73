/** Where a mark of the tour stands: beside what it is about, never over it, and always within the window. */

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** Between the mark and what it is about. */
const GAP = 14
/** To the edge of the window. */
const MARGIN = 8

/** The top left corner of a mark of that size: right of the anchor, else left, below, above, else inside it. */
export function placeBeside(
  anchor: Box,
  mark: Size,
  window: Size,
): { readonly x: number; readonly y: number } {
  const right = anchor.x + anchor.width + GAP
  const left = anchor.x - GAP - mark.width
  const below = anchor.y + anchor.height + GAP
  const above = anchor.y - GAP - mark.height
  const x = clamp(anchor.x, window.width - mark.width)
  const y = clamp(anchor.y, window.height - mark.height)
  if (anchor.height > mark.height / 2 && right + mark.width + MARGIN <= window.width) return { x: right, y }
  if (anchor.height > mark.height / 2 && left >= MARGIN) return { x: left, y }
  if (below + mark.height + MARGIN <= window.height) return { x, y: below }
  if (above >= MARGIN) return { x, y: above }
  return {
    x: clamp(anchor.x + (anchor.width - mark.width) / 2, window.width - mark.width),
    y: clamp(anchor.y + (anchor.height - mark.height) / 2, window.height - mark.height),
  }
}

function clamp(value: number, most: number): number {
  return Math.max(MARGIN, Math.min(value, most - MARGIN))
}
