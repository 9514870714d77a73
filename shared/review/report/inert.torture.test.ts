/** Texts that would act, in every place of a design and of its review: in a report nothing acts. */
import { expect, test } from 'vitest'
import { htmlFaults, markdownFaults, pdfFaults } from '../../testing/inert'
import { nastyDesign } from '../../testing/nasty'
import { payloads } from '../../testing/payloads'
import { pictureTools } from '../../testing/pictures'
import { figure, runs } from '../../testing/runs'
import { type ReportFormat, reportFormats } from './formats'
import { makeReport } from './make-report'

const checks: Readonly<Record<ReportFormat, (content: string | Uint8Array) => readonly string[]>> = {
  report: (content) => htmlFaults(content as string),
  'report-markdown': (content) => markdownFaults(content as string),
  'report-pdf': (content) => pdfFaults(content as Uint8Array),
}

// Beginning the list at another place, each text stands in another field.
const beginnings = runs(1, payloads.length)

test.each(reportFormats)('%s: nothing acts, whatever the texts are', { timeout: 600_000 }, async (format) => {
  const faults: string[] = []
  for (let first = 0; first < beginnings; first++) {
    const { content } = await makeReport(format, nastyDesign(payloads, first * 7), {}, pictureTools)
    faults.push(...checks[format](content))
  }
  figure(
    'R17',
    `${format}: ${payloads.length} payloads, beginning at ${beginnings} places: ${faults.length} faults`,
  )
  expect(faults).toEqual([])
})
