import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { Scene } from '../../shared/figures/scene'
import type { Theme } from '../../shared/figures/tokens'
import { fitCanvas, paintScene } from './paint'

/**
 * The whole drawing on one canvas, for zooms at which cards can't be read: thousands of DOM nodes cost several times as
 * much to move as repainting their marks.
 */
export function OverviewLayer({ scene, theme }: { readonly scene: Scene; readonly theme: Theme }) {
  const ref = useRef<HTMLCanvasElement>(null)
  const flow = useStoreApi()
  useEffect(() => {
    let frame = 0
    const paint = () => {
      frame = 0
      const canvas = ref.current
      const context = canvas?.getContext('2d')
      if (!canvas || !context) return
      const {
        transform: [x, y, zoom],
        width,
        height,
      } = flow.getState()
      fitCanvas(canvas, width, height)
      paintScene(context, scene, { x, y, zoom, width, height }, theme, schedule)
    }
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(paint)
    }
    // At once: the frame that hides the nodes must show the canvas.
    paint()
    const stop = flow.subscribe(schedule)
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [flow, scene, theme])
  return <canvas ref={ref} className="overview" />
}
