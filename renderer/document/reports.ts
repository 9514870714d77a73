/** The review report of the open design: made by the core, as on the command line, to the byte. */
import type { ReportFormat } from '../../shared/review/report/formats'
import type { ReportFile, ReportOptions, ReportTools } from '../../shared/review/report/make-report'
import type { Report } from '../../shared/review/report/report'
import { loadPrices } from '../cost/prices'
import { type App, designOf } from '../store'
import { pictureTools } from './pictures'

/** Loaded when somebody wants a report: nobody needs it to draw. */
const load = () => import('../../shared/review/report/make-report')

/** A report as data, for a preview. */
export async function openReportData(app: App, options: ReportOptions): Promise<Report> {
  const { reportWith } = await load()
  return await busy(app, () => reportWith(designOf(app.store.getState()), options, tools()))
}

/** A report as a file; nothing is written. */
export async function makeOpenReport(
  app: App,
  format: ReportFormat,
  options: ReportOptions,
): Promise<ReportFile> {
  const { makeReport } = await load()
  return await busy(app, () => makeReport(format, designOf(app.store.getState()), options, tools()))
}

function tools(): ReportTools {
  return { ...pictureTools(), prices: loadPrices }
}

async function busy<T>(app: App, work: () => Promise<T>): Promise<T> {
  app.patch({ busy: true })
  try {
    return await work()
  } finally {
    app.patch({ busy: false })
  }
}
