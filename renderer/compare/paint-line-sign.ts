/** Paints what a line that differs says, and the sign of what became of it: never colour alone. */
import { colorOf, fontFamilies } from '../../shared/figures/paint'
import type { Theme } from '../../shared/figures/tokens'
import type { OverlayLine } from '../../shared/review/compare/overlay'
import { lineSign } from '../../shared/review/compare/overlay-marks'

/** The same marks as in a picture; a line's label consists of boxes and text. */
export function paintLineSign(context: CanvasRenderingContext2D, line: OverlayLine, theme: Theme): void {
  context.globalAlpha = 1
  for (const mark of lineSign(line)) {
    if (mark.mark === 'box') {
      context.beginPath()
      context.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius ?? 0)
      context.fillStyle = colorOf(mark.fill ?? 'surface', theme)
      context.fill()
    } else if (mark.mark === 'text') {
      context.fillStyle = colorOf(mark.color, theme)
      context.font = `${mark.weight} ${mark.size}px ${fontFamilies[mark.font]}`
      context.textAlign = 'center'
      context.fillText(mark.text, mark.x, mark.y)
    }
  }
}
