/** Paints a step: the drawing pale, and on it what the step is about. */
import { fontFamilies } from '../../shared/figures/paint'
import type { Scene } from '../../shared/figures/scene'
import { colors, type Theme } from '../../shared/figures/tokens'
import { begin, paintMore, type Sight } from '../canvas/paint'
import { seenIn } from '../canvas/rect'
import type { Lit, Numbered, Ring } from './sight'

/** How much of what the step is not about is covered. */
const PALE = 0.72

/** Paints what is in sight; `again` is called when an icon that was missing has arrived. */
export function paintStep(
  context: CanvasRenderingContext2D,
  { scene, lit, theme }: { readonly scene: Scene; readonly lit: Lit | undefined; readonly theme: Theme },
  sight: Sight,
  again: () => void,
): void {
  begin(context, sight)
  paintMore(context, scene, sight, theme, again)
  if (!lit) return
  if (lit.scene) {
    const view = seenIn(sight)
    context.globalAlpha = PALE
    context.fillStyle = colors.canvas[theme]
    context.fillRect(view.x, view.y, view.width, view.height)
    context.globalAlpha = 1
    paintMore(context, lit.scene, sight, theme, again)
  }
  for (const ring of lit.rings) paintRing(context, ring, sight, theme)
  for (const number of lit.numbers) if (!number.current) paintNumber(context, number, sight, theme)
  for (const number of lit.numbers) if (number.current) paintNumber(context, number, sight, theme)
}

function paintRing(
  context: CanvasRenderingContext2D,
  { rect, radius }: Ring,
  { zoom }: Sight,
  theme: Theme,
): void {
  const gap = 4 / zoom
  context.globalAlpha = 1
  context.setLineDash([])
  context.strokeStyle = colors.accent[theme]
  context.lineWidth = 3 / zoom
  context.beginPath()
  context.roundRect(rect.x - gap, rect.y - gap, rect.width + 2 * gap, rect.height + 2 * gap, radius + gap)
  context.stroke()
}

/** Its radius on the screen, whatever the zoom. */
const RADIUS = 12

function paintNumber(
  context: CanvasRenderingContext2D,
  { number, x, y, current }: Numbered,
  { zoom }: Sight,
  theme: Theme,
): void {
  context.save()
  context.translate(x, y)
  context.scale(1 / zoom, 1 / zoom)
  context.globalAlpha = 1
  context.beginPath()
  context.arc(0, 0, RADIUS, 0, 2 * Math.PI)
  context.fillStyle = current ? colors.accent[theme] : colors.surface[theme]
  context.fill()
  context.lineWidth = 2
  context.strokeStyle = colors.accent[theme]
  context.stroke()
  context.fillStyle = current ? colors['on-color'][theme] : colors.text[theme]
  context.font = `600 12px ${fontFamilies.sans}`
  context.textAlign = 'center'
  context.fillText(String(number), 0, 4.3)
  context.restore()
}
