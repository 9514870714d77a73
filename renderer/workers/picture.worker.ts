/**
 * Makes pixels and pages beside the page, which may be busy with them for seconds. It alone may compile WebAssembly: see
 * `WASM_WORKERS` of the hosts. Each message is a piece of work, each answer its bytes or why there are none.
 */
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import wasmUrl from '@resvg/resvg-wasm/index_bg.wasm?url'
import monoUrl from '../../assets/fonts/JetBrainsMono-Regular.ttf?url'
import regularUrl from '../../assets/fonts/Pretendard-Regular.otf?url'
import semiBoldUrl from '../../assets/fonts/Pretendard-SemiBold.otf?url'
import { readFont } from '../../shared/pictures/fonts/sfnt'
import type { PdfJob } from '../../shared/pictures/pdf/sheet'
import { writePdf } from '../../shared/pictures/pdf/write'
import { resvgOptions } from '../../shared/pictures/resvg-options'

export type PictureWork =
  | { readonly make: 'png'; readonly svg: string; readonly scale: number }
  | { readonly make: 'pdf'; readonly job: PdfJob }

export type PictureAnswer = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly error: string }

addEventListener('message', async ({ data }: MessageEvent<PictureWork>) => {
  try {
    const bytes = Uint8Array.from(await made(data))
    postMessage({ bytes } satisfies PictureAnswer, { transfer: [bytes.buffer] })
  } catch (error) {
    postMessage({ error: String(error) } satisfies PictureAnswer)
  }
})

async function made(work: PictureWork): Promise<Uint8Array> {
  const fonts = await Promise.all([regularUrl, semiBoldUrl, monoUrl].map(bytesAt))
  if (work.make === 'png') {
    await initWasm(fetch(wasmUrl))
    return new Resvg(work.svg, resvgOptions(work.scale, fonts)).render().asPng()
  }
  const [regular, semiBold, mono] = fonts.map(readFont)
  if (!regular || !semiBold || !mono) throw new Error('A font is missing.')
  return writePdf(work.job, { regular, semiBold, mono })
}

async function bytesAt(url: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer())
}
