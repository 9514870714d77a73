/**
 * Makes pixels, pages and reports beside the page, which would be busy with them for seconds. It alone may compile
 * WebAssembly: see `WASM_WORKERS` of the hosts. Each message is a piece of work, each answer what was made or why nothing was.
 */
import '../page-policy'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import wasmUrl from '@resvg/resvg-wasm/index_bg.wasm?url'
import monoUrl from '../../assets/fonts/JetBrainsMono-Regular.ttf?url'
import regularUrl from '../../assets/fonts/Pretendard-Regular.otf?url'
import semiBoldUrl from '../../assets/fonts/Pretendard-SemiBold.otf?url'
import type { Theme } from '../../shared/figures/tokens'
import { readFont } from '../../shared/pictures/fonts/sfnt'
import type { PdfJob } from '../../shared/pictures/pdf/sheet'
import type { Fonts } from '../../shared/pictures/pdf/type'
import { writePdf } from '../../shared/pictures/pdf/write'
import { resvgOptions } from '../../shared/pictures/resvg-options'
import type { ReportFormat } from '../../shared/review/report/formats'
import type { ReportFile } from '../../shared/review/report/make-report'
import type { PreviewedReport, ReportAsked } from './report-work'

export type PictureWork =
  | { readonly make: 'png'; readonly svg: string; readonly scale: number }
  | { readonly make: 'pdf'; readonly job: PdfJob }
  | { readonly make: 'report'; readonly format: ReportFormat; readonly asked: ReportAsked }
  | { readonly make: 'report-preview'; readonly theme: Theme; readonly asked: ReportAsked }

/** What comes of each piece of work. */
export interface PictureMade {
  readonly png: Uint8Array<ArrayBuffer>
  readonly pdf: Uint8Array<ArrayBuffer>
  readonly report: ReportFile
  readonly 'report-preview': PreviewedReport
}

export type PictureAnswer = { readonly made: PictureMade[keyof PictureMade] } | { readonly error: string }

addEventListener('message', async ({ data }: MessageEvent<PictureWork>) => {
  try {
    const made = await madeOf(data)
    const transfer = made instanceof Uint8Array ? [made.buffer] : []
    postMessage({ made } satisfies PictureAnswer, { transfer })
  } catch (error) {
    postMessage({ error: String(error) } satisfies PictureAnswer)
  }
})

async function madeOf(work: PictureWork): Promise<PictureMade[keyof PictureMade]> {
  const files = await Promise.all([regularUrl, semiBoldUrl, monoUrl].map(bytesAt))
  if (work.make === 'png') {
    await initWasm(fetch(wasmUrl))
    return Uint8Array.from(new Resvg(work.svg, resvgOptions(work.scale, files)).render().asPng())
  }
  const fonts = fontsIn(files)
  if (work.make === 'pdf') return Uint8Array.from(writePdf(work.job, fonts))
  const { reportFile, reportPreview } = await import('./report-work')
  return work.make === 'report'
    ? await reportFile(work.format, work.asked, fonts)
    : await reportPreview(work.theme, work.asked, fonts)
}

function fontsIn(files: readonly Uint8Array[]): Fonts {
  const [regular, semiBold, mono] = files.map(readFont)
  if (!regular || !semiBold || !mono) throw new Error('A font is missing.')
  return { regular, semiBold, mono }
}

async function bytesAt(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer())
}
