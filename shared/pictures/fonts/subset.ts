/** A part of a font: a few glyphs, for a document that carries its fonts. */
import { joined, u16, u32, view } from '../bytes'
import { subsetCff } from './cff'
import { subsetOutlines } from './glyf'
import { type Font, writeFont } from './sfnt'

export interface Subset {
  /** The glyphs of the font in their new order; the first is the one for what the font lacks. */
  readonly glyphs: readonly number[]
  /** A font file of its own. */
  readonly file: Uint8Array<ArrayBuffer>
  /** Only the outlines, for CFF. */
  readonly cff?: Uint8Array<ArrayBuffer>
}

/** The glyphs in this order, and the characters that they stand for. */
export function subsetOf(
  font: Font,
  wanted: readonly number[],
  characters: ReadonlyMap<number, number>,
): Subset {
  const common = ['OS/2', 'name'].map((tag) => [tag, font.table(tag)] as const)
  const cff = font.outlines === 'cff' ? subsetCff(font.table('CFF '), wanted, 'Subset') : undefined
  const outlines = cff ? undefined : subsetOutlines(font, wanted)
  const glyphs = outlines?.glyphs ?? wanted
  const tables = new Map<string, Uint8Array>([
    ...common,
    ['cmap', cmap(characters)],
    ['head', head(font)],
    ['hhea', metricsHeader(font, glyphs.length)],
    ['hmtx', joined(glyphs.map((glyph) => u16(font.advanceOf(glyph), bearing(font, glyph))))],
    ['maxp', profile(font, glyphs.length)],
    // Version 3: no names of glyphs.
    ['post', joined([u32(0x00030000), font.table('post').subarray(4, 32)])],
    ...(cff ? [['CFF ', cff] as const] : []),
    ...(outlines
      ? ([
          ['glyf', outlines.glyf],
          ['loca', outlines.loca],
        ] as const)
      : []),
  ])
  return { glyphs, file: writeFont(font.outlines, tables), ...(cff ? { cff } : {}) }
}

/** Characters and their glyphs, as ranges of one: this is a subset, there are few. */
function cmap(characters: ReadonlyMap<number, number>): Uint8Array {
  const sorted = [...characters].sort(([a], [b]) => a - b)
  const groups = sorted.map(([code, glyph]) => u32(code, code, glyph))
  // Windows, all of Unicode; version 12.
  return joined([
    u16(0, 1, 3, 10),
    u32(12),
    u16(12, 0),
    u32(16 + groups.length * 12, 0, groups.length),
    ...groups,
  ])
}

function head(font: Font): Uint8Array {
  const copy = Uint8Array.from(font.table('head'))
  view(copy).setUint32(8, 0)
  view(copy).setInt16(50, 1)
  return copy
}

function metricsHeader(font: Font, count: number): Uint8Array {
  const copy = Uint8Array.from(font.table('hhea'))
  view(copy).setUint16(34, count)
  return copy
}

function profile(font: Font, count: number): Uint8Array {
  const copy = Uint8Array.from(font.table('maxp'))
  view(copy).setUint16(4, count)
  return copy
}

/** The left side bearing, which stands alone behind the glyphs that share the last advance. */
function bearing(font: Font, glyph: number): number {
  const metrics = view(font.table('hmtx'))
  const measured = view(font.table('hhea')).getUint16(34)
  return metrics.getUint16(glyph < measured ? glyph * 4 + 2 : measured * 4 + (glyph - measured) * 2)
}
