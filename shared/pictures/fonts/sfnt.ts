/**
 * OpenType and TrueType files: a list of tables. Read as far as drawing text by glyphs needs it; the fonts are those of
 * `assets/fonts`, so a file that is none is a bug, not an input.
 */
import { ascii, joined, u16, u32, view } from '../bytes'

export interface Font {
  /** Outlines in `CFF ` or in `glyf`. */
  readonly outlines: 'cff' | 'truetype'
  readonly table: (tag: string) => Uint8Array
  readonly unitsPerEm: number
  readonly glyphCount: number
  /** The glyph of a character; 0 where the font has none. */
  readonly glyphOf: (codePoint: number) => number
  /** How far a glyph moves the pen, in units of the font. */
  readonly advanceOf: (glyph: number) => number
}

/** Reads a font file. */
export function readFont(file: Uint8Array): Font {
  const tables = tablesOf(file)
  const table = (tag: string) => {
    const found = tables.get(tag)
    if (!found) throw new Error(`The font has no ${tag} table.`)
    return found
  }
  const metrics = view(table('hmtx'))
  const measured = view(table('hhea')).getUint16(34)
  const glyphs = glyphsOf(view(table('cmap')))
  return {
    outlines: tables.has('CFF ') ? 'cff' : 'truetype',
    table,
    unitsPerEm: view(table('head')).getUint16(18),
    glyphCount: view(table('maxp')).getUint16(4),
    glyphOf: (codePoint) => glyphs.get(codePoint) ?? 0,
    advanceOf: (glyph) => metrics.getUint16(Math.min(glyph, measured - 1) * 4),
  }
}

function tablesOf(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const data = view(file)
  const tables = new Map<string, Uint8Array>()
  for (let i = 0; i < data.getUint16(4); i++) {
    const at = 12 + i * 16
    const tag = String.fromCharCode(...file.subarray(at, at + 4))
    const start = data.getUint32(at + 8)
    tables.set(tag, file.subarray(start, start + data.getUint32(at + 12)))
  }
  return tables
}

/** Characters and their glyphs: the table of all Unicode where there is one, else that of its first plane. */
function glyphsOf(cmap: DataView): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>()
  const starts = Array.from({ length: cmap.getUint16(2) }, (_, i) => cmap.getUint32(8 + i * 8))
  const all = starts.find((start) => cmap.getUint16(start) === 12)
  const plane = starts.find((start) => cmap.getUint16(start) === 4)
  if (all !== undefined) readAll(cmap, all, glyphs)
  else if (plane !== undefined) readPlane(cmap, plane, glyphs)
  return glyphs
}

function readAll(cmap: DataView, start: number, glyphs: Map<number, number>): void {
  for (let i = 0; i < cmap.getUint32(start + 12); i++) {
    const at = start + 16 + i * 12
    const [first, last, glyph] = [cmap.getUint32(at), cmap.getUint32(at + 4), cmap.getUint32(at + 8)]
    for (let code = first; code <= last; code++) glyphs.set(code, glyph + code - first)
  }
}

function readPlane(cmap: DataView, start: number, glyphs: Map<number, number>): void {
  const doubled = cmap.getUint16(start + 6)
  for (let i = 0; i < doubled; i += 2) {
    const last = cmap.getUint16(start + 14 + i)
    const first = cmap.getUint16(start + 16 + doubled + i)
    const delta = cmap.getUint16(start + 16 + 2 * doubled + i)
    const place = start + 16 + 3 * doubled + i
    const offset = cmap.getUint16(place)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const found = offset === 0 ? code : cmap.getUint16(place + offset + (code - first) * 2)
      if (found !== 0) glyphs.set(code, (found + delta) & 0xffff)
    }
  }
}

/** Writes a font file; its tables by name, as the format asks for. */
export function writeFont(
  outlines: Font['outlines'],
  tables: ReadonlyMap<string, Uint8Array>,
): Uint8Array<ArrayBuffer> {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const power = 31 - Math.clz32(sorted.length)
  const range = 2 ** power * 16
  const parts: Uint8Array[] = [
    outlines === 'cff' ? ascii('OTTO') : u32(0x00010000),
    u16(sorted.length, range, power, sorted.length * 16 - range),
  ]
  let start = 12 + sorted.length * 16
  for (const [tag, content] of sorted) {
    parts.push(ascii(tag), u32(checksum(content), start, content.length))
    start += padded(content).length
  }
  const file = joined([...parts, ...sorted.map(([, content]) => padded(content))])
  setChecksum(file, sorted)
  return file
}

/** The sum of the whole file stands in its `head` table, and is zero while it is counted. */
function setChecksum(file: Uint8Array, sorted: readonly (readonly [string, Uint8Array])[]): void {
  const index = sorted.findIndex(([tag]) => tag === 'head')
  const head = view(file).getUint32(12 + index * 16 + 8)
  view(file).setUint32(head + 8, (0xb1b0afba - checksum(file)) >>> 0)
}

function padded(content: Uint8Array): Uint8Array {
  return content.length % 4 === 0 ? content : joined([content, new Uint8Array(4 - (content.length % 4))])
}

function checksum(content: Uint8Array): number {
  const data = view(padded(content))
  let sum = 0
  for (let at = 0; at < data.byteLength; at += 4) sum = (sum + data.getUint32(at)) >>> 0
  return sum
}
