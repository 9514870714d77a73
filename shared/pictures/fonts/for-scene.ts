/** The fonts of a drawing: what of them an SVG carries, and what they lack. */
import type { TextMark } from '../../figures/mark'
import { labelMarks } from '../../figures/paint'
import type { Scene } from '../../figures/scene'
import { toBase64 } from '../../basics/base64'
import type { Fonts } from '../pdf/type'
import type { Font } from './sfnt'
import { subsetOf } from './subset'

/** `@font-face` rules with the glyphs that the scene shows, and no others. */
export function fontCss(scene: Scene, { regular, semiBold, mono }: Fonts): string {
  const texts = textsIn(scene)
  const rule = (family: string, weight: number, font: Font, wanted: (mark: TextMark) => boolean) => {
    const codes = codesOf(texts.filter(wanted)).filter((code) => font.glyphOf(code) !== 0)
    if (codes.length === 0) return ''
    const characters = new Map(codes.map((code, i) => [code, i + 1]))
    const { file } = subsetOf(font, [0, ...codes.map(font.glyphOf)], characters)
    const format = font.outlines === 'cff' ? 'otf' : 'ttf'
    return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/${format};base64,${toBase64(file)})}`
  }
  return [
    // What the monospaced font lacks, Hangul above all, is drawn by the other one.
    rule('Pretendard', 400, regular, (mark) => mark.weight === 400),
    rule('Pretendard', 600, semiBold, (mark) => mark.weight === 600),
    rule('JetBrains Mono', 400, mono, (mark) => mark.font === 'mono'),
  ].join('')
}

/** The characters of a scene for which no font has a glyph, each once. */
export function missingCharacters(scene: Scene, { regular, mono }: Fonts): readonly string[] {
  const texts = textsIn(scene)
  // Both weights have the same characters.
  const lacks = (code: number, font: TextMark['font']) =>
    regular.glyphOf(code) === 0 && (font === 'sans' || mono.glyphOf(code) === 0) && !isJoiner(code)
  const lacking = (['sans', 'mono'] as const).flatMap((font) =>
    codesOf(texts.filter((mark) => mark.font === font)).filter((code) => lacks(code, font)),
  )
  return [...new Set(lacking)].map((code) => String.fromCodePoint(code))
}

/** What joins or turns letters and has no shape of its own. */
function isJoiner(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || (code >= 0x2060 && code <= 0x2069) || code === 0xfe0f
}

function textsIn({ items, lines }: Scene): readonly TextMark[] {
  const marks = [
    ...items.flatMap(({ figure }) => figure.marks),
    ...lines.flatMap(({ label }) => (label ? labelMarks(label) : [])),
  ]
  return marks.filter((mark) => mark.mark === 'text')
}

function codesOf(texts: readonly TextMark[]): readonly number[] {
  const codes = new Set<number>()
  for (const { text } of texts) for (const character of text) codes.add(character.codePointAt(0) ?? 0)
  return [...codes].sort((a, b) => a - b)
}
