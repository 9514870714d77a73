/**
 * Renders the drawings of the app and of its files to what installers take. electron-builder makes the app's .icns and .ico
 * from the one large picture; for the files it wants both ready. Run after changing a drawing: npx tsx docs/tools/icons.ts
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const ASSETS = join(import.meta.dirname, '../../assets')

interface Picture {
  readonly size: number
  readonly png: Uint8Array
}

/** A Windows icon whose pictures are PNGs: a directory of 16 bytes for each, then the pictures. */
export function ico(pictures: readonly Picture[]): Uint8Array {
  const directory = Buffer.alloc(6 + 16 * pictures.length)
  directory.writeUInt16LE(1, 2)
  directory.writeUInt16LE(pictures.length, 4)
  let offset = directory.length
  for (const [i, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * i
    // 0 stands for 256, the largest there is.
    directory.set([size % 256, size % 256, 0, 0, 1, 0, 32, 0], at)
    directory.writeUInt32LE(png.length, at + 8)
    directory.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([directory, ...pictures.map(({ png }) => png)])
}

/** The types of macOS's icon format for PNGs of each size. */
const ICNS_TYPES: Readonly<Record<number, string>> = {
  32: 'ic11',
  64: 'ic12',
  128: 'ic07',
  256: 'ic08',
  512: 'ic09',
  1024: 'ic10',
}

/** A macOS icon: a header, then each picture with its type and length. */
export function icns(pictures: readonly Picture[]): Uint8Array {
  const block = (type: string, content: Uint8Array) => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(content.length + 8, 4)
    return Buffer.concat([head, content])
  }
  const known = pictures.filter(({ size }) => ICNS_TYPES[size] !== undefined)
  return block('icns', Buffer.concat(known.map(({ size, png }) => block(ICNS_TYPES[size] ?? '', png))))
}

async function render(drawing: string, sizes: readonly number[]): Promise<readonly Picture[]> {
  const svg = await readFile(join(ASSETS, drawing), 'utf8')
  return sizes.map((size) => ({
    size,
    png: new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng(),
  }))
}

if (process.argv[1] === import.meta.filename) {
  await initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
  const [app] = await render('app-icon.svg', [1024])
  if (app !== undefined) await writeFile(join(ASSETS, 'app-icon.png'), app.png)
  const small = await render('document-icon.svg', [16, 24, 32, 48, 64, 128, 256])
  const large = await render('document-icon.svg', [512, 1024])
  await writeFile(join(ASSETS, 'document-icon.ico'), ico(small))
  await writeFile(join(ASSETS, 'document-icon.icns'), icns([...small, ...large]))
  for (const { size, png } of large) if (size === 512) await writeFile(join(ASSETS, 'document-icon.png'), png)
}
