import { useEffect, useRef } from 'react'
import type { Design } from '../../shared/design/design'
import { sceneOf } from '../../shared/figures/scene'
import { useAppState } from '../app-context'
import { paintScene } from '../canvas/paint'

const WIDTH = 320
const HEIGHT = 176

/** A small picture of a design, painted by the same painter as the canvas at low zoom. */
export function Preview({ design }: { readonly design: Design }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const theme = useAppState((state) => state.settings.theme)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const { bounds } = sceneOf(design)
    const scale = Math.min(WIDTH / (bounds.width + 48), HEIGHT / (bounds.height + 48))
    const ratio = window.devicePixelRatio
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, WIDTH, HEIGHT)
    paintScene(context, sceneOf(design), {
      x: WIDTH / 2 - (bounds.x + bounds.width / 2) * scale,
      y: HEIGHT / 2 - (bounds.y + bounds.height / 2) * scale,
      zoom: scale,
      theme: document.documentElement.dataset.theme === 'dark' || theme === 'dark' ? 'dark' : 'light',
    })
  }, [design, theme])
  const ratio = window.devicePixelRatio
  return (
    <span aria-hidden="true">
      <canvas ref={canvas} className="template-preview" width={WIDTH * ratio} height={HEIGHT * ratio} />
    </span>
  )
}
