/** Sections of the review report as pages behind a drawing. */
import type { Design } from '../../../design/design'
import { sizeOf } from '../../../pictures/pdf/pages'
import type { Paper } from '../../../pictures/pdf/papers'
import type { Sheet } from '../../../pictures/pdf/sheet'
import type { SectionId } from '../report'
import { type ReportCircumstances, reportOf } from '../report-of'
import { flow } from './flow'
import { MARGIN, pageFooter } from './page-footer'
import { sectionPieces } from './pieces'

/** The pages of some sections, each section beginning one. */
export function sectionPages(
  design: Design,
  sections: readonly SectionId[],
  paper: Paper,
  circumstances: ReportCircumstances,
): readonly Sheet[] {
  if (sections.length === 0) return []
  const report = reportOf(design, circumstances)
  const [width, height] = sizeOf(paper)
  const room = { left: MARGIN, top: MARGIN, bottom: height - MARGIN }
  const pages = sections.flatMap((id) => {
    const section = report.sections.find((one) => one.id === id)
    return section ? flow(sectionPieces(section, report, width - 2 * MARGIN), room).pages : []
  })
  return pages.map(({ marks }, i) => {
    const footer = pageFooter(report, { width, height }, i + 1, pages.length)
    return { width, height, marks: [...marks, ...footer] }
  })
}
