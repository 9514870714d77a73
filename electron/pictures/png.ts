/** Makes PNGs from SVG by resvg, without a browser or a display. */
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { resvgOptions } from '../../shared/pictures/resvg-options'
import { loadPictureFiles, type PictureFiles } from './picture-files'

let ready: Promise<PictureFiles> | undefined

/** The picture of an SVG document as the bytes of a PNG file, with so many pixels per unit. */
export async function renderPng(svg: string, scale: number): Promise<Uint8Array> {
  const { fonts } = await pictureFiles()
  const renderer = new Resvg(svg, resvgOptions(scale, Object.values(fonts)))
  const image = renderer.render()
  const png = image.asPng()
  image.free()
  renderer.free()
  return png
}

/** The files, read once; the renderer is then ready. */
export function pictureFiles(): Promise<PictureFiles> {
  ready ??= prepare()
  return ready
}

async function prepare(): Promise<PictureFiles> {
  const files = await loadPictureFiles()
  await initWasm(files.wasm)
  return files
}
