/** The review report of the open design: made by the core in a worker, as on the command line, to the byte. */
import type { Theme } from '../../shared/figures/tokens'
import type { ReportFormat } from '../../shared/review/report/formats'
import type { ReportFile, ReportOptions } from '../../shared/review/report/make-report'
import { loadPrices } from '../cost/prices'
import { iconTexts } from '../figures/icons'
import { todayHere } from '../problems/judged'
import { type App, designOf } from '../store'
import { language } from '../strings/language'
import { catalogueNow } from '../strings/words'
import { makePicture } from '../workers/make-picture'
import type { PreviewedReport, ReportAsked } from '../workers/report-work'

/** A report to be looked at, until it is cancelled. */
export async function previewOpenReport(
  app: App,
  theme: Theme,
  options: ReportOptions,
  cancelled: AbortSignal,
): Promise<PreviewedReport> {
  return await busy(app, async () => {
    const asked = await askedOf(app, options)
    return await makePicture({ make: 'report-preview', theme, asked }, cancelled)
  })
}

/** A report as a file; nothing is written. */
export async function makeOpenReport(
  app: App,
  format: ReportFormat,
  options: ReportOptions,
  cancelled?: AbortSignal,
): Promise<ReportFile> {
  return await busy(app, async () => {
    const asked = await askedOf(app, options)
    return await makePicture({ make: 'report', format, asked }, cancelled)
  })
}

async function askedOf(app: App, options: ReportOptions): Promise<ReportAsked> {
  const [icons, prices] = await Promise.all([iconTexts(), loadPrices()])
  const design = designOf(app.store.getState())
  const catalogue = catalogueNow()
  return {
    ...{ design, options, language: language(), today: todayHere(), icons, prices },
    ...(catalogue && { catalogue }),
  }
}

async function busy<T>(app: App, work: () => Promise<T>): Promise<T> {
  app.patch({ busy: true })
  try {
    return await work()
  } finally {
    app.patch({ busy: false })
  }
}
