/** The tools for pictures in tests: real icons and fonts; pixels only where a test brings what makes them. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseDesign } from '../design/serialize'
import { readFont } from '../pictures/fonts/sfnt'
import { writePdf } from '../pictures/pdf/write'
import type { PictureTools } from '../pictures/picture'
import { english } from '../texts/text'

const at = (path: string) => fileURLToPath(new URL(`../../assets/${path}`, import.meta.url))

const icons = new Map(
  readdirSync(at('icons'))
    .filter((name) => name.endsWith('.svg'))
    .map((name) => [name.slice(0, -4), readFileSync(at(`icons/${name}`), 'utf8')] as const),
)

const font = (name: string) => readFont(new Uint8Array(readFileSync(at(`fonts/${name}`))))

export const testFonts = {
  regular: font('Pretendard-Regular.otf'),
  semiBold: font('Pretendard-SemiBold.otf'),
  mono: font('JetBrainsMono-Regular.ttf'),
}

export const testIcons: ReadonlyMap<string, string> = icons

export const sha256 = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export const pictureTools: PictureTools = {
  icons: async () => icons,
  fonts: async () => testFonts,
  rasterise: async () => onePixel(),
  writePdf: async (job) => writePdf(job, testFonts),
  sha256,
  words: english,
  language: 'en',
  today: '2026-11-27',
}

/** The smallest PNG there is: one grey pixel, as another program wrote it. */
export function onePixel(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
      'base64',
    ),
  )
}

/** Every template that people are offered, by name. */
export const templateDesigns = readdirSync(at('templates'))
  .filter((name) => name.endsWith('.fairlead'))
  .map((name) => {
    const design = parseDesign(readFileSync(at(`templates/${name}`), 'utf8'), name)
    if (!design.ok) throw new Error(`${name} is no design.`)
    return [name, design.value] as const
  })
