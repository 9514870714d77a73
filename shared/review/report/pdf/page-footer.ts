/** What stands at the lower edge of every page of a report. */
import type { Mark } from '../../../figures/mark'
import { fitText, measure, styles } from '../../../figures/text'
import type { Sheet } from '../../../pictures/pdf/sheet'
import type { Report } from '../report'

/** Some 16 mm, as printers like it. */
export const MARGIN = 60

/** The design's name, and the number of the page. */
export function pageFooter(
  { title, phrases }: Report,
  { width, height }: Pick<Sheet, 'width' | 'height'>,
  page: number,
  of: number,
): readonly Mark[] {
  const y = height - MARGIN / 2
  const number = phrases.page(page, of)
  const room = width - 2 * MARGIN - measure(number, styles.fact) - 24
  const looks = { mark: 'text', y, ...styles.fact, color: 'muted' } as const
  return [
    { ...looks, x: MARGIN, text: fitText(title, room, styles.fact) },
    { ...looks, x: width - MARGIN, text: number, anchor: 'end' },
  ]
}
