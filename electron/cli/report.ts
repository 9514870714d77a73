/** Review reports on the command line, made by the same code as in the app. */
import { extname } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { ok, type Result } from '../../shared/basics/result'
import type { Design } from '../../shared/design/design'
import { type ReportFormat, reportFormats } from '../../shared/review/report/formats'
import { makeReport, type ReportFile, type ReportOptions } from '../../shared/review/report/make-report'
import { isDay } from '../../shared/review/report/times'
import type { Translate } from '../../shared/texts/translate'
import { pictureTools } from '../pictures/tools'
import type { Speaker } from './outcome'
import { placed, readIcons } from './pictures'
import { readPrices } from './prices'

/** Endings that say in which form a report is wanted. */
const formsByEnding: Readonly<Record<string, ReportFormat>> = {
  '.md': 'report-markdown',
  '.markdown': 'report-markdown',
  '.pdf': 'report-pdf',
}

/** The report that is asked for, if it is one; plain `report` takes the form that the file's name says. */
export function reportAskedFor(to: string, output: string): ReportFormat | undefined {
  const format = reportFormats.find((one) => one === to)
  return format === 'report' ? (formsByEnding[extname(output).toLowerCase()] ?? format) : format
}

/** `--date`, with which the same design gives the same bytes on every day. */
export function dateOption(words: Translate): Option {
  return new Option(
    '--date <date>',
    words('the day of a report, on which waivers are judged; today when left out'),
  ).argParser((text) => {
    if (isDay(text)) return text
    throw new InvalidArgumentError(words('It is a date such as 2026-11-27.'))
  })
}

/** The report of a design; of elements that nobody has placed, it shows places of ours. */
export async function makeReportFile(
  { io, words, language }: Speaker & { readonly language: string },
  format: ReportFormat,
  design: Design,
  options: ReportOptions & { readonly prices?: string },
): Promise<Result<ReportFile>> {
  const prices = await readPrices(io, options.prices)
  if (!prices.ok) return prices
  const icons = () => readIcons(io)
  const tools = pictureTools({ icons, words, language, today: io.today() })
  const shown = format === 'report-markdown' ? design : await placed(design)
  return ok(await makeReport(format, shown, options, { ...tools, prices: async () => prices.value }))
}
