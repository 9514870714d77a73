import { useEffect, useRef } from 'react'
import type { Design } from '../../shared/design/design'
import { sceneOf } from '../../shared/figures/scene'
import { logicalView } from '../../shared/figures/view'
import { useTheme } from '../app-context'
import { fitCanvas, paintScene } from '../canvas/paint'
import { sayNow } from '../strings/words'

const WIDTH = 320
const HEIGHT = 176
const MARGIN = 12

/** A small picture of a design, by the same painter as the canvas at low zoom. */
export function Preview({ design }: { readonly design: Design }) {
  const ref = useRef<HTMLCanvasElement>(null)
  const theme = useTheme()
  useEffect(() => {
    const scene = sceneOf(design, { ...logicalView, say: sayNow() })
    const { x, y, width, height } = scene.bounds
    const zoom = Math.min((WIDTH - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height)
    const sight = {
      x: WIDTH / 2 - (x + width / 2) * zoom,
      y: HEIGHT / 2 - (y + height / 2) * zoom,
      zoom,
      width: WIDTH,
      height: HEIGHT,
      miniature: true,
    }
    const paint = () => {
      const context = ref.current?.getContext('2d')
      if (!ref.current || !context) return
      fitCanvas(ref.current, WIDTH, HEIGHT)
      paintScene(context, scene, sight, theme, paint)
    }
    paint()
  }, [design, theme])
  return (
    <span aria-hidden="true">
      <canvas ref={ref} className="template-preview" width={WIDTH} height={HEIGHT} />
    </span>
  )
}
