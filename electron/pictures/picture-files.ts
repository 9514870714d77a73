/** The files that drawing a picture needs: beside the bundle when built, in the checkout otherwise. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

export interface PictureFiles {
  readonly wasm: Uint8Array
  /** OpenType and TrueType files; resvg does not read WOFF2. */
  readonly fonts: readonly Uint8Array[]
}

const FONTS = ['Pretendard-Regular.otf', 'Pretendard-SemiBold.otf', 'JetBrainsMono-Regular.ttf']

/** `dist/cli` and `dist/electron` have their files in `dist/assets`; this source file has them in `assets`. */
const folders = ['../assets/', '../../assets/'].map((path) => fileURLToPath(new URL(path, import.meta.url)))

/** Reads the renderer and the fonts. */
export async function loadPictureFiles(): Promise<PictureFiles> {
  const assets = folders.find((folder) => existsSync(`${folder}fonts`))
  if (assets === undefined) throw new Error(`The fonts are missing; looked in ${folders.join(' and ')}.`)
  const bundled = `${assets}resvg.wasm`
  const wasm = existsSync(bundled)
    ? bundled
    : createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  return {
    wasm: await readFile(wasm),
    fonts: await Promise.all(FONTS.map((file) => readFile(`${assets}fonts/${file}`))),
  }
}
