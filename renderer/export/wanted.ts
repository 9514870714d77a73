/** What was exported last, and how: offered again next time. It is nobody's data, so it lives apart from the app's state. */
import { createStore } from 'zustand/vanilla'
import type { Paper } from '../../shared/pictures/pdf/papers'
import type { PictureFormat, PictureOptions } from '../../shared/pictures/picture'
import { type ReportFormat, reportFormats } from '../../shared/review/report/formats'

export interface Wanted {
  /** A format's id. */
  readonly format: string
  readonly picture: Pick<
    PictureOptions,
    'scale' | 'transparent' | 'carriesDesign' | 'embedsFonts' | 'paper' | 'pages'
  > & {
    /** Absent: as on the screen. */
    readonly theme?: NonNullable<PictureOptions['theme']>
    /** Only what is selected. */
    readonly selection: boolean
  }
  /** Of a report as PDF. */
  readonly reportPaper: Paper
}

export const pictureFormats: readonly PictureFormat[] = ['png', 'svg', 'pdf']

export function isPicture(format: string): format is PictureFormat {
  return (pictureFormats as readonly string[]).includes(format)
}

export function isReport(format: string): format is ReportFormat {
  return (reportFormats as readonly string[]).includes(format)
}

export const wanted = createStore<Wanted>(() => ({
  format: 'png',
  picture: {
    scale: 2,
    transparent: false,
    carriesDesign: true,
    embedsFonts: false,
    paper: 'fit',
    selection: false,
  },
  reportPaper: 'A4',
}))
