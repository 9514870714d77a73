/**
 * Text in a PDF: each character by a number of the font that the file carries, with a table that says which character it
 * is, so that text can be found and copied. Only the glyphs that are used are carried.
 */
import type { TextStyle } from '../../figures/text'
import { view } from '../bytes'
import type { Font } from '../fonts/sfnt'
import { subsetOf } from '../fonts/subset'
import { hex4, num, nums, type PdfFile, type Reference, utf16 } from './file'

/** The fonts of the drawing; see `fontFamilies` of the painters. */
export interface Fonts {
  readonly regular: Font
  readonly semiBold: Font
  readonly mono: Font
}

export interface Run {
  /** As resources call the font. */
  readonly face: string
  /** The characters in hexadecimal digits. */
  readonly codes: string
  /** In thousandths of the font's size. */
  readonly width: number
}

export interface Type {
  /** A text in pieces of one font each. */
  readonly runs: (text: string, style: Pick<TextStyle, 'weight' | 'font'>) => readonly Run[]
  /** Writes the fonts that were used; the entries of a resource dictionary. */
  readonly write: (file: PdfFile) => string
}

/** A font that is being used: characters are numbered as they come. */
interface Face {
  readonly name: string
  readonly postScript: string
  readonly font: Font
  readonly glyphs: number[]
  readonly characters: Map<number, number>
}

/** Text that is set with these fonts. */
export function newType({ regular, semiBold, mono }: Fonts): Type {
  const faces = {
    regular: newFace('F1', 'Pretendard-Regular', regular),
    semiBold: newFace('F2', 'Pretendard-SemiBold', semiBold),
    mono: newFace('F3', 'JetBrainsMono-Regular', mono),
  }
  const sans = (weight: 400 | 600) => (weight === 600 ? faces.semiBold : faces.regular)
  return {
    runs: (text, { weight, font }) =>
      runsOf(text, font === 'mono' ? [faces.mono, sans(weight)] : [sans(weight)]),
    write: (file) =>
      Object.values(faces)
        .filter(({ characters }) => characters.size > 0)
        .map((face) => `/${face.name} ${writeFace(file, face)}`)
        .join(''),
  }
}

function newFace(name: string, postScript: string, font: Font): Face {
  return { name, postScript, font, glyphs: [0], characters: new Map() }
}

/** The first font that has a character draws it; if none has, the last one shows that something is missing. */
function runsOf(text: string, faces: readonly Face[]): readonly Run[] {
  const runs: { face: Face; codes: string; width: number }[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (isMark(code)) continue
    const face = faces.find(({ font }) => font.glyphOf(code) !== 0) ?? (faces.at(-1) as Face)
    const last = runs.at(-1)
    const run = last?.face === face ? last : { face, codes: '', width: 0 }
    if (run !== last) runs.push(run)
    run.codes += hex4(numberOf(face, code))
    run.width += thousandths(face.font, face.font.glyphOf(code))
  }
  return runs.map(({ face, codes, width }) => ({ face: face.name, codes, width }))
}

/** Signs for the direction of text and for joining letters, which have no width and no glyph. */
function isMark(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069)
  )
}

function numberOf({ font, glyphs, characters }: Face, code: number): number {
  const known = characters.get(code)
  if (known !== undefined) return known
  const number = glyphs.push(font.glyphOf(code)) - 1
  characters.set(code, number)
  return number
}

function thousandths(font: Font, glyph: number): number {
  return (font.advanceOf(glyph) * 1000) / font.unitsPerEm
}

function writeFace(file: PdfFile, face: Face): Reference {
  const { font, glyphs, characters, postScript } = face
  // Six letters in front of the name say that it is not the whole font.
  const name = `/SUBSET+${postScript}`
  const subset = subsetOf(font, glyphs, new Map([...characters]))
  const program = subset.cff
    ? `/FontFile3 ${file.stream('/Subtype/CIDFontType0C', subset.cff)}`
    : `/FontFile2 ${file.stream(`/Length1 ${subset.file.length}`, subset.file)}`
  const descriptor = file.add(`<</Type/FontDescriptor/FontName${name}${metricsOf(font)}${program}>>`)
  const widths = glyphs.map((glyph) => num(thousandths(font, glyph))).join(' ')
  const kind = subset.cff ? '/Subtype/CIDFontType0' : '/Subtype/CIDFontType2/CIDToGIDMap/Identity'
  const system = '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>'
  const descendant = file.add(
    `<</Type/Font${kind}/BaseFont${name}${system}/FontDescriptor ${descriptor}/W[0[${widths}]]>>`,
  )
  const unicode = file.stream('', unicodeTable(characters))
  return file.add(
    `<</Type/Font/Subtype/Type0/BaseFont${name}/Encoding/Identity-H/DescendantFonts[${descendant}]/ToUnicode ${unicode}>>`,
  )
}

function metricsOf(font: Font): string {
  const [head, hhea, os2] = [view(font.table('head')), view(font.table('hhea')), view(font.table('OS/2'))]
  const em = (value: number) => (value * 1000) / font.unitsPerEm
  const box = [36, 38, 40, 42].map((at) => em(head.getInt16(at)))
  // Symbolic: the characters are numbered by ourselves.
  return [
    `/Flags 4/FontBBox[${nums(...box)}]/ItalicAngle 0/StemV 80`,
    `/Ascent ${num(em(hhea.getInt16(4)))}/Descent ${num(em(hhea.getInt16(6)))}`,
    `/CapHeight ${num(em(os2.getUint16(0) >= 2 ? os2.getInt16(88) : hhea.getInt16(4)))}`,
  ].join('')
}

/** At most so many pairs stand in one block of the table. */
const BLOCK = 100

function unicodeTable(characters: ReadonlyMap<number, number>): string {
  const pairs = [...characters].map(
    ([code, number]) => `<${hex4(number)}> <${utf16(String.fromCodePoint(code))}>`,
  )
  const blocks: string[] = []
  for (let at = 0; at < pairs.length; at += BLOCK) {
    const block = pairs.slice(at, at + BLOCK)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}
