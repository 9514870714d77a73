import { useEffect, useRef } from 'react'
import type { Design } from '../../shared/design/design'
import { type Scene, sceneOf } from '../../shared/figures/scene'
import { logicalView } from '../../shared/figures/view'
import { useTheme } from '../app-context'
import { fitCanvas, paintScene, type Sight } from '../canvas/paint'
import { sayNow } from '../strings/words'

const WIDTH = 320
const HEIGHT = 176
const MARGIN = 12
/** Milliseconds; a picture comes by then even when the app is busy. Long enough for a slow machine to start. */
const LONGEST_WAIT = 3000

/** All of a drawing, in the middle. */
function sightOf({ bounds: { x, y, width, height } }: Scene): Sight {
  const zoom = Math.min((WIDTH - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height)
  return {
    x: WIDTH / 2 - (x + width / 2) * zoom,
    y: HEIGHT / 2 - (y + height / 2) * zoom,
    zoom,
    width: WIDTH,
    height: HEIGHT,
    miniature: true,
  }
}

/** Several pictures are drawn at once when the app starts: each waits for a free moment, so that keys work before. */
function whenIdle(draw: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(draw)
    return () => clearTimeout(timer)
  }
  const wait = requestIdleCallback(draw, { timeout: LONGEST_WAIT })
  return () => cancelIdleCallback(wait)
}

interface Props {
  /** What gives it is asked when the picture is drawn. */
  readonly design: Design | (() => Design)
}

/** A small picture of a design, by the same painter as the canvas at low zoom. */
export function Preview({ design }: Props) {
  const ref = useRef<HTMLCanvasElement>(null)
  const theme = useTheme()
  useEffect(() => {
    const draw = () => {
      const scene = sceneOf(typeof design === 'function' ? design() : design, {
        ...logicalView,
        say: sayNow(),
      })
      const paint = () => {
        const context = ref.current?.getContext('2d')
        if (!ref.current || !context) return
        fitCanvas(ref.current, WIDTH, HEIGHT)
        paintScene(context, scene, sightOf(scene), theme, paint)
      }
      paint()
    }
    return whenIdle(draw)
  }, [design, theme])
  return (
    <span aria-hidden="true">
      <canvas ref={ref} className="template-preview" width={WIDTH} height={HEIGHT} />
    </span>
  )
}
