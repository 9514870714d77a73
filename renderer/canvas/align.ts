/** Aligning and distributing rectangles: by how much each one has to move. Pure. */
import type { Rect } from '../../shared/figures/mark'
import { around } from '../../shared/figures/routing/geometry'
import type { Point } from './gesture'

export type Alignment = 'left' | 'right' | 'top' | 'bottom' | 'centre-x' | 'centre-y'

/** Aligned with the box around all of them. */
export function align(rects: readonly Rect[], to: Alignment): readonly Point[] {
  const box = around(rects)
  if (!box) return []
  return rects.map((rect) => {
    switch (to) {
      case 'left':
        return { x: box.x - rect.x, y: 0 }
      case 'right':
        return { x: box.x + box.width - rect.x - rect.width, y: 0 }
      case 'top':
        return { x: 0, y: box.y - rect.y }
      case 'bottom':
        return { x: 0, y: box.y + box.height - rect.y - rect.height }
      case 'centre-x':
        return { x: box.x + box.width / 2 - rect.x - rect.width / 2, y: 0 }
      default:
        return { x: 0, y: box.y + box.height / 2 - rect.y - rect.height / 2 }
    }
  })
}

/** With equal gaps between them; the outermost two stay. */
export function distribute(rects: readonly Rect[], axis: 'x' | 'y'): readonly Point[] {
  const size = axis === 'x' ? 'width' : 'height'
  const order = rects.map((rect, index) => ({ rect, index })).sort((a, b) => a.rect[axis] - b.rect[axis])
  const box = around(rects)
  if (!box || rects.length < 3) return rects.map(() => ({ x: 0, y: 0 }))
  const filled = rects.reduce((sum, rect) => sum + rect[size], 0)
  const gap = (box[size] - filled) / (rects.length - 1)
  const shifts: Point[] = rects.map(() => ({ x: 0, y: 0 }))
  let at = box[axis]
  for (const { rect, index } of order) {
    shifts[index] = axis === 'x' ? { x: at - rect.x, y: 0 } : { x: 0, y: at - rect.y }
    at += rect[size] + gap
  }
  return shifts
}
