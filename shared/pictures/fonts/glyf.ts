/** TrueType outlines: some glyphs of a font, with the ones that these are composed of. */
import { joined, u32, view } from '../bytes'
import type { Font } from './sfnt'

/** Flags of a part of a composed glyph. */
const WORDS = 0x0001
const SCALE = 0x0008
const MORE = 0x0020
const TWO_SCALES = 0x0040
const MATRIX = 0x0080

export interface Outlines {
  /** The glyphs of the font in their new order: those asked for, then the parts of composed ones. */
  readonly glyphs: readonly number[]
  readonly glyf: Uint8Array
  /** With offsets of four bytes. */
  readonly loca: Uint8Array
}

/** Takes the outlines of glyphs out of a font. */
export function subsetOutlines(font: Font, wanted: readonly number[]): Outlines {
  const outlineOf = outlinesIn(font)
  const glyphs = [...wanted]
  const place = new Map(glyphs.map((glyph, i) => [glyph, i]))
  const placeOf = (glyph: number) => {
    const known = place.get(glyph)
    if (known !== undefined) return known
    place.set(glyph, glyphs.length)
    return glyphs.push(glyph) - 1
  }
  const outlines: Uint8Array[] = []
  // The list grows while it is gone through.
  for (let i = 0; i < glyphs.length; i++) outlines.push(renumbered(outlineOf(glyphs[i] ?? 0), placeOf))
  const padded = outlines.map((outline) => joined([outline, new Uint8Array((4 - (outline.length % 4)) % 4)]))
  let at = 0
  const offsets = padded.map((outline) => {
    at += outline.length
    return at
  })
  return { glyphs, glyf: joined(padded), loca: u32(0, ...offsets) }
}

function outlinesIn(font: Font): (glyph: number) => Uint8Array {
  const [glyf, loca] = [font.table('glyf'), view(font.table('loca'))]
  const long = view(font.table('head')).getInt16(50) === 1
  const offset = (glyph: number) => (long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2)
  return (glyph) => glyf.subarray(offset(glyph), offset(glyph + 1))
}

/** A composed glyph names its parts by number. */
function renumbered(outline: Uint8Array, placeOf: (glyph: number) => number): Uint8Array {
  if (outline.length === 0 || view(outline).getInt16(0) >= 0) return outline
  const copy = Uint8Array.from(outline)
  const data = view(copy)
  let at = 10
  let flags = MORE
  while (flags & MORE) {
    flags = data.getUint16(at)
    data.setUint16(at + 2, placeOf(data.getUint16(at + 2)))
    at += 4 + (flags & WORDS ? 4 : 2)
    if (flags & SCALE) at += 2
    else if (flags & TWO_SCALES) at += 4
    else if (flags & MATRIX) at += 8
  }
  return copy
}
