/** The forms of a report. A file of its own: lists of formats are shown long before anybody wants a report. */

/** As the command line and the dialog name them. */
export const reportFormats = ['report', 'report-markdown', 'report-pdf'] as const

export type ReportFormat = (typeof reportFormats)[number]

/** What the files end with. */
export const reportEndings: Readonly<Record<ReportFormat, string>> = {
  report: '.html',
  'report-markdown': '.md',
  'report-pdf': '.pdf',
}
