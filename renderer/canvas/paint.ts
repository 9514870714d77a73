/** The core's canvas painter with what the browser gives it: paths that are made once, icons that load by themselves. */
import { detailAt, paintCanvas } from '../../shared/figures/paint-canvas'
import type { Scene } from '../../shared/figures/scene'
import type { Theme } from '../../shared/figures/tokens'
import { iconUrl } from '../figures/icons'
import { seenIn, type ViewBox } from './rect'

/** What part of the scene is seen, and how large, in CSS pixels. */
export interface Sight extends ViewBox {
  /** By default as much as can be read at this zoom; a miniature shows everything, small as it is. */
  readonly miniature?: boolean
}

const icons = new Map<string, HTMLImageElement>()
const paths = new WeakMap<Scene, Map<string, Path2D>>()

/** Paints a scene; `again` is called when an icon that was missing has arrived. */
export function paintScene(
  context: CanvasRenderingContext2D,
  scene: Scene,
  sight: Sight,
  theme: Theme,
  again: () => void,
): void {
  begin(context, sight)
  paintMore(context, scene, sight, theme, again)
}

/** Paints a scene over what is there, whose coordinates are the drawing's. */
export function paintMore(
  context: CanvasRenderingContext2D,
  scene: Scene,
  sight: Sight,
  theme: Theme,
  again: () => void,
): void {
  const { zoom, miniature } = sight
  const known = paths.get(scene) ?? new Map<string, Path2D>()
  paths.set(scene, known)
  paintCanvas<Path2D, HTMLImageElement>(context, scene, {
    theme,
    zoom,
    detail: miniature ? 'full' : detailAt(zoom),
    area: seenIn(sight),
    path: (data) => {
      const path = known.get(data) ?? new Path2D(data)
      known.set(data, path)
      return path
    },
    icon: (name) => loaded(name, again),
  })
}

/** An empty canvas whose coordinates are the drawing's. */
export function begin(context: CanvasRenderingContext2D, { x, y, zoom, width, height }: Sight): void {
  const ratio = window.devicePixelRatio
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, width, height)
  context.translate(x, y)
  context.scale(zoom, zoom)
}

function loaded(name: string, again: () => void): HTMLImageElement | undefined {
  const known = icons.get(name)
  if (known) return known.complete && known.naturalWidth > 0 ? known : undefined
  const image = new Image()
  image.onload = again
  image.src = iconUrl(name)
  icons.set(name, image)
  return undefined
}

/** Gives a canvas the size of its box in device pixels. */
export function fitCanvas(canvas: HTMLCanvasElement, width: number, height: number): void {
  const ratio = window.devicePixelRatio
  const wide = Math.round(width * ratio)
  const high = Math.round(height * ratio)
  if (canvas.width !== wide) canvas.width = wide
  if (canvas.height !== high) canvas.height = high
}
