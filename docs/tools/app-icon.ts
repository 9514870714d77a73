/**
 * Renders assets/app-icon.svg to assets/app-icon.png, 1024 pixels wide. electron-builder makes the .icns and .ico files of
 * the installers from that one picture. Run after changing the drawing: npx tsx docs/tools/app-icon.ts
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const ASSETS = join(import.meta.dirname, '../../assets')

await initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
const picture = new Resvg(await readFile(join(ASSETS, 'app-icon.svg'), 'utf8'), {
  fitTo: { mode: 'width', value: 1024 },
}).render()
await writeFile(join(ASSETS, 'app-icon.png'), picture.asPng())
console.log(`assets/app-icon.png: ${picture.width} × ${picture.height}`)
