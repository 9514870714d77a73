/** The files that drawing a picture needs: the page's own when built, those of the checkout otherwise. */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

export interface PictureFiles {
  readonly wasm: Uint8Array
  /** OpenType and TrueType files. */
  readonly fonts: Readonly<Record<FontName, Uint8Array>>
}

export type FontName = 'regular' | 'semiBold' | 'mono'

const FONTS: Readonly<Record<FontName, string>> = {
  regular: 'Pretendard-Regular.otf',
  semiBold: 'Pretendard-SemiBold.otf',
  mono: 'JetBrainsMono-Regular.ttf',
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** `dist/cli` shares them with the page, whose build puts a hash into each name. */
const BUILT = at('../renderer/assets/')
const SOURCE = at('../../assets/fonts/')

/** Reads the renderer and the fonts. */
export async function loadPictureFiles(): Promise<PictureFiles> {
  const pathOf = existsSync(SOURCE) ? sourcePath : await builtPaths()
  const read = (name: string) => readFile(pathOf(name))
  const [wasm, regular, semiBold, mono] = await Promise.all([
    read('index_bg.wasm'),
    read(FONTS.regular),
    read(FONTS.semiBold),
    read(FONTS.mono),
  ])
  return { wasm, fonts: { regular, semiBold, mono } }
}

function sourcePath(name: string): string {
  return name.endsWith('.wasm')
    ? createRequire(import.meta.url).resolve(`@resvg/resvg-wasm/${name}`)
    : `${SOURCE}${name}`
}

async function builtPaths(): Promise<(name: string) => string> {
  const files = await readdir(BUILT).catch(() => [])
  return (name) => {
    const [, stem = '', ending = ''] = /^(.*)(\.\w+)$/.exec(name) ?? []
    const found = files.find((file) => file.startsWith(`${stem}-`) && file.endsWith(ending))
    if (found === undefined) throw new Error(`${name} is missing in ${BUILT}: build Fairlead again.`)
    return `${BUILT}${found}`
  }
}
