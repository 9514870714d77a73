/** Taking the design away as a picture. Every other format is plain text: see `writeFiles`. */
import type { PictureFormat, PictureOptions } from '../../shared/pictures/picture'
import { type ReportFormat, reportEndings } from '../../shared/review/report/formats'
import type { ReportOptions } from '../../shared/review/report/make-report'
import { isReport, wanted } from '../export/wanted'
import type { App } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'
import { drawOpen } from './pictures'
import { makeOpenReport } from './reports'
import { writeFiles } from './write-files'

/** Shows all formats, and what would come out. */
export function openExport(app: App): void {
  app.patch({ overlay: { kind: 'export' } })
}

/** Shows the review report, before it is written. */
export function openReport(app: App): void {
  wanted.setState({ format: isReport(wanted.getState().format) ? wanted.getState().format : 'report' })
  openExport(app)
}

/** Draws the design and writes it to where the user chooses. */
export async function exportPicture(app: App, format: PictureFormat, options: PictureOptions): Promise<void> {
  const picture = await drawOpen(app, format, options)
  if (!picture.ok) {
    app.patch({ overlay: undefined })
    app.notify({ kind: 'error', text: failureText(picture.error), detail: t('file.unchanged') })
    return
  }
  const { content } = picture.value
  const bytes = typeof content === 'string' ? content : Uint8Array.from(content)
  await writeFiles(app, [{ name: `${stemOf(app)}.${format}`, content: bytes }])
}

/** Writes the review report to where the user chooses. */
export async function exportReport(app: App, format: ReportFormat, options: ReportOptions): Promise<void> {
  const report = await makeOpenReport(app, format, options).catch(String)
  if (typeof report === 'string') {
    app.patch({ overlay: undefined })
    app.notify({ kind: 'error', text: t('export.reportFailed'), detail: report })
    return
  }
  const { content } = report
  const bytes = typeof content === 'string' ? content : Uint8Array.from(content)
  await writeFiles(app, [{ name: `${stemOf(app)}-review${reportEndings[format]}`, content: bytes }])
}

/** The file's name without its ending. */
function stemOf(app: App): string {
  return app.store.getState().file.name.replace(/(?:\.fairlead)?(?:\.[^.]+)?$/, '')
}
