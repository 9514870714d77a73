import { useStore, useStoreApi } from '@xyflow/react'
import { memo, useEffect, useRef } from 'react'
import type { Rect } from '../../shared/figures/mark'
import type { Scene } from '../../shared/figures/scene'
import { colors, type Theme } from '../../shared/figures/tokens'
import { t } from '../strings/strings'
import { panBy } from './camera'
import { fitCanvas } from './paint'
import { seenIn } from './rect'

const WIDTH = 160
const HEIGHT = 108
const MARGIN = 6

/** Does the setting ask for the map? By default while something is out of view: with all in sight it would just cover it. */
export function isMapWanted(setting: number | undefined, view: Rect | undefined, bounds: Rect): boolean {
  return setting === undefined ? view !== undefined && !holds(view, bounds) : setting === 1
}

interface Props {
  readonly scene: Scene
  readonly theme: Theme
  /** 1: always there, 0: never, undefined: by need. */
  readonly setting: number | undefined
}

/** Everything as small blocks, and what of it is in view; a press or a drag moves the view there. */
export const Minimap = memo(function Minimap({ scene, theme, setting }: Props) {
  const ref = useRef<HTMLCanvasElement>(null)
  const flow = useStoreApi()
  const needed = useStore(({ transform, width, height }) =>
    isMapWanted(setting, viewOf(transform, width, height), scene.bounds),
  )
  useEffect(() => {
    if (!needed) return
    let frame = 0
    const paint = () => {
      frame = 0
      const context = ref.current?.getContext('2d')
      if (!ref.current || !context) return
      const { transform, width, height } = flow.getState()
      fitCanvas(ref.current, WIDTH, HEIGHT)
      paintMap(context, scene, viewOf(transform, width, height), theme)
    }
    const schedule = () => {
      frame ||= requestAnimationFrame(paint)
    }
    schedule()
    const stop = flow.subscribe(schedule)
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [flow, scene, theme, needed])
  if (!needed) return null
  const goTo = (event: React.PointerEvent<HTMLCanvasElement>) => {
    if ((event.buttons & 1) === 0) return
    const { transform, width, height } = flow.getState()
    const view = viewOf(transform, width, height)
    const { scale, x, y } = mapFit(scene.bounds, view)
    const box = event.currentTarget.getBoundingClientRect()
    const point = { x: (event.clientX - box.x - x) / scale, y: (event.clientY - box.y - y) / scale }
    panBy(
      (view.x + view.width / 2 - point.x) * transform[2],
      (view.y + view.height / 2 - point.y) * transform[2],
    )
  }
  return (
    <canvas
      ref={ref}
      className="minimap"
      role="img"
      aria-label={t('canvas.minimap')}
      data-over-canvas
      width={WIDTH}
      height={HEIGHT}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        goTo(event)
      }}
      onPointerMove={goTo}
    />
  )
})

function viewOf([x, y, zoom]: readonly [number, number, number], width: number, height: number): Rect {
  return seenIn({ x, y, zoom, width, height })
}

function holds(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

interface MapPlace {
  readonly scale: number
  readonly x: number
  readonly y: number
}

/** How the map lies in its box: the drawing, and the view where that lies farther out. */
function mapFit(bounds: Rect, view: Rect): MapPlace {
  const left = Math.min(bounds.x, view.x)
  const top = Math.min(bounds.y, view.y)
  const width = Math.max(bounds.x + bounds.width, view.x + view.width) - left
  const height = Math.max(bounds.y + bounds.height, view.y + view.height) - top
  const scale = Math.min((WIDTH - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height)
  return {
    scale,
    x: (WIDTH - width * scale) / 2 - left * scale,
    y: (HEIGHT - height * scale) / 2 - top * scale,
  }
}

function paintMap(context: CanvasRenderingContext2D, scene: Scene, view: Rect, theme: Theme): void {
  const ratio = window.devicePixelRatio
  const place = mapFit(scene.bounds, view)
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.drawImage(blocksOf(scene, place, theme, ratio), 0, 0)
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.translate(place.x, place.y)
  context.scale(place.scale, place.scale)
  context.strokeStyle = colors.accent[theme]
  context.lineWidth = 1.5 / place.scale
  context.strokeRect(view.x, view.y, view.width, view.height)
}

interface Blocks extends MapPlace {
  readonly scene: Scene
  readonly theme: Theme
  readonly ratio: number
  readonly picture: OffscreenCanvas
}

// While the view moves over the drawing, only its frame on the map moves.
let last: Blocks | undefined

function blocksOf(scene: Scene, place: MapPlace, theme: Theme, ratio: number): OffscreenCanvas {
  const { scale, x, y } = place
  const known =
    last?.scene === scene &&
    last.theme === theme &&
    last.ratio === ratio &&
    last.scale === scale &&
    last.x === x &&
    last.y === y
  if (last && known) return last.picture
  const picture = new OffscreenCanvas(Math.round(WIDTH * ratio), Math.round(HEIGHT * ratio))
  const context = picture.getContext('2d')
  if (context) {
    context.scale(ratio, ratio)
    context.fillStyle = colors.surface[theme]
    context.fillRect(0, 0, WIDTH, HEIGHT)
    context.translate(x, y)
    context.scale(scale, scale)
    for (const { rect, figure } of scene.items) {
      context.fillStyle = figure.content
        ? colors['surface-2'][theme]
        : colors[figure.accent ?? 'muted'][theme]
      context.globalAlpha = figure.content ? 1 : 0.6
      context.fillRect(rect.x, rect.y, rect.width, rect.height)
    }
  }
  last = { scene, scale, x, y, theme, ratio, picture }
  return picture
}
