/** The part of the canvas that is drawn: what is in view and a margin, so that not every step of a pan draws anew. */
import { useStore } from '@xyflow/react'
import { useMemo } from 'react'
import type { Rect } from '../../shared/figures/mark'

/** Tiles in pixels of the screen. */
const TILE = 512

/** The view grown to whole tiles; the same object until the view leaves it. */
export function useDrawnView(): Rect {
  const key = useStore(({ transform: [x, y, zoom], width, height }) => {
    const left = Math.floor(-x / TILE)
    const top = Math.floor(-y / TILE)
    const right = Math.ceil((width - x) / TILE)
    const bottom = Math.ceil((height - y) / TILE)
    return `${left} ${top} ${right} ${bottom} ${zoom}`
  })
  return useMemo(() => {
    const [left = 0, top = 0, right = 0, bottom = 0, zoom = 1] = key.split(' ').map(Number)
    return {
      x: (left * TILE) / zoom,
      y: (top * TILE) / zoom,
      width: ((right - left) * TILE) / zoom,
      height: ((bottom - top) * TILE) / zoom,
    }
  }, [key])
}
