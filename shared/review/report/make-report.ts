/** A report as a file, for the app and for the command line alike: the same design, day and tools give the same bytes. */
import { strToU8 } from 'fflate'
import type { PriceTable } from '../../cost/price-table'
import type { Design } from '../../design/design'
import { fileNames } from '../../exports/file-names'
import type { ExportNote } from '../../exports/format'
import type { NestingName } from '../../graph/nestings'
import { shareable } from '../../pictures/carried/shareable'
import { fontCssOf, missingIn } from '../../pictures/fonts/for-scene'
import type { Paper } from '../../pictures/pdf/papers'
import type { PdfJob } from '../../pictures/pdf/sheet'
import type { Fonts } from '../../pictures/pdf/type'
import type { PictureTools } from '../../pictures/picture'
import { say } from '../../texts/text'
import { type ReportFormat, reportEndings } from './formats'
import { paintHtml } from './html/paint'
import { paintMarkdown } from './markdown/paint'
import { reportJob } from './pdf/job'
import type { Report } from './report'
import { reportOf } from './report-of'

export interface ReportOptions {
  /** Of the PDF; absent: A4. */
  readonly paper?: Paper
  /** Which nesting is drawn; absent: clusters with their services. */
  readonly nesting?: NestingName
}

export interface ReportTools
  extends Pick<PictureTools, 'icons' | 'fonts' | 'writePdf' | 'sha256' | 'words' | 'language' | 'today'> {
  /** What things cost; absent: the report has no estimate. */
  readonly prices?: () => Promise<PriceTable>
}

export interface ReportFile {
  /** A file's name, with its ending. */
  readonly name: string
  readonly content: string | Uint8Array
  readonly notes: readonly ExportNote[]
}

/** Writes the report of a design. */
export async function makeReport(
  format: ReportFormat,
  design: Design,
  options: ReportOptions,
  tools: ReportTools,
): Promise<ReportFile> {
  const report = await reportWith(design, options, tools)
  const name = fileNames()(`${design.name}-review`, reportEndings[format])
  const hidden = hiddenNotes(design)
  if (format === 'report-markdown') return { name, content: paintMarkdown(report), notes: hidden }
  const [icons, fonts] = await Promise.all([tools.icons(), tools.fonts()])
  if (format === 'report') {
    const content = paintHtml(report, {
      icon: (icon) => icons.get(icon),
      fontCss: (text) => fontCssOf(text, fonts),
    })
    return { name, content, notes: hidden }
  }
  const job = reportJob(report, icons, options.paper ?? 'A4')
  const id = (await tools.sha256(strToU8(JSON.stringify(job)))).slice(0, 32)
  return {
    name,
    content: await tools.writePdf({ ...job, id }),
    notes: [...hidden, ...missingNotes(job, fonts)],
  }
}

/** The report as data, such as for a preview. */
export async function reportWith(
  design: Design,
  options: ReportOptions,
  tools: ReportTools,
): Promise<Report> {
  const { words, language, today } = tools
  const prices = await tools.prices?.()
  return reportOf(design, {
    ...{ words, language, today },
    ...(prices ? { prices } : {}),
    ...(options.nesting === undefined ? {} : { nesting: options.nesting }),
  })
}

function hiddenNotes(design: Design): readonly ExportNote[] {
  const { hidden } = shareable(design)
  if (hidden === 0) return []
  const text = say`Values that look like secrets are not in the report: ${hidden}. Dots stand for them.`
  return [{ code: 'secrets-hidden', text }]
}

/** A PDF has only the fonts that are shipped; who reads HTML has others, too. */
function missingNotes({ sheets, drawing }: Omit<PdfJob, 'id'>, fonts: Fonts): readonly ExportNote[] {
  const marks = [...sheets, ...drawing.placed].flatMap((each) => each.marks)
  const missing = missingIn(
    marks.filter((mark) => mark.mark === 'text'),
    fonts,
  )
  if (missing.length === 0) return []
  const text = say`The report’s fonts lack these characters; boxes stand for them: ${missing.slice(0, 10).join(' ')}`
  return [{ code: 'missing-characters', text }]
}
