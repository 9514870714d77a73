import type { ElementContext } from '../figure'
import type { Figure } from '../mark'
import { fitText, styles, wrap } from '../text'
import { sizes } from '../tokens'
import { box, even, lock, words } from './marks'

const PADDING = 12
const LINE = 16
const WIDTH = 232

/** A sheet of text, as high as its text unless somebody resized it. */
export function note(context: ElementContext, text: string): Figure {
  const width = Math.max(context.size?.width || WIDTH, 96)
  const lines = wrap(text, width - 2 * PADDING, styles.label)
  const natural = even(lines.length * LINE + 2 * PADDING - 4)
  const height = Math.max(context.size?.height || natural, 40)
  const shown = Math.min(lines.length, Math.floor((height - 2 * PADDING + 4) / LINE))
  return {
    width,
    height,
    marks: [
      box(
        { x: 0, y: 0, width, height },
        {
          radius: sizes.radius.control,
          fill: 'warning',
          fillOpacity: 0.1,
          fillOpacityDark: 0.14,
          stroke: 'warning',
          strokeWidth: 1,
        },
      ),
      ...lines.slice(0, shown).map((line, i) => {
        const cut = i === shown - 1 && shown < lines.length
        const text = cut ? fitText(`${line} …`, width - 2 * PADDING, styles.label) : line
        return words(text, PADDING, PADDING + LINE * i + 10, styles.label, 'text')
      }),
      ...lock(context, width - 6, 12),
    ],
    rows: [],
  }
}
