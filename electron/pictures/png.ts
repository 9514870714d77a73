/** Makes PNGs from SVG by resvg, without a browser or a display. */
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { loadPictureFiles, type PictureFiles } from './picture-files'

export interface PngOptions {
  /** Pixels per unit of the SVG. */
  readonly scale: number
}

let ready: Promise<PictureFiles> | undefined

/** The picture of an SVG document as the bytes of a PNG file. Fonts are those of `assets/fonts`, whatever the system has. */
export async function renderPng(svg: string, { scale }: PngOptions): Promise<Uint8Array> {
  ready ??= prepare()
  const { fonts } = await ready
  const renderer = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontBuffers: [...fonts],
      defaultFontFamily: 'Pretendard',
      sansSerifFamily: 'Pretendard',
      monospaceFamily: 'JetBrains Mono',
    },
  })
  const image = renderer.render()
  const png = image.asPng()
  image.free()
  renderer.free()
  return png
}

async function prepare(): Promise<PictureFiles> {
  const files = await loadPictureFiles()
  await initWasm(files.wasm)
  return files
}
