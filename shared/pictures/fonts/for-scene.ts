/** The fonts of a drawing: what of them an SVG carries, and what they lack. */

import { toBase64 } from '../../basics/base64'
import type { TextMark } from '../../figures/mark'
import { labelMarks } from '../../figures/paint'
import type { Scene } from '../../figures/scene'
import type { Fonts } from '../pdf/type'
import { subsetOf } from './subset'

/** `@font-face` rules with the glyphs that the scene shows, and no others. */
export function fontCss(scene: Scene, fonts: Fonts): string {
  const texts = textsIn(scene)
  const of = (wanted: (mark: TextMark) => boolean) => codesOf(texts.filter(wanted))
  return faces(fonts, {
    // What the monospaced font lacks, Hangul above all, is drawn by the other one.
    regular: of((mark) => mark.weight === 400),
    semiBold: of((mark) => mark.weight === 600),
    mono: of((mark) => mark.font === 'mono'),
  })
}

/** The same for a document in which any of the fonts may show any character of a text. */
export function fontCssOf(text: string, fonts: Fonts): string {
  const codes = codesOf([{ text }])
  return faces(fonts, { regular: codes, semiBold: codes, mono: codes })
}

function faces(fonts: Fonts, wanted: Readonly<Record<keyof Fonts, readonly number[]>>): string {
  const rule = (family: string, weight: number, name: keyof Fonts) => {
    const font = fonts[name]
    const codes = wanted[name].filter((code) => font.glyphOf(code) !== 0)
    if (codes.length === 0) return ''
    const characters = new Map(codes.map((code, i) => [code, i + 1]))
    const { file } = subsetOf(font, [0, ...codes.map(font.glyphOf)], characters)
    const format = font.outlines === 'cff' ? 'otf' : 'ttf'
    return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/${format};base64,${toBase64(file)})}`
  }
  return [
    rule('Pretendard', 400, 'regular'),
    rule('Pretendard', 600, 'semiBold'),
    rule('JetBrains Mono', 400, 'mono'),
  ].join('')
}

/** The characters of a scene for which no font has a glyph, each once. */
export function missingCharacters(scene: Scene, fonts: Fonts): readonly string[] {
  return missingIn(textsIn(scene), fonts)
}

/** The characters of some texts for which no font has a glyph, each once. */
export function missingIn(
  texts: readonly Pick<TextMark, 'text' | 'font'>[],
  { regular, mono }: Fonts,
): readonly string[] {
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

function codesOf(texts: readonly Pick<TextMark, 'text'>[]): readonly number[] {
  const codes = new Set<number>()
  for (const { text } of texts) for (const character of text) codes.add(character.codePointAt(0) ?? 0)
  return [...codes].sort((a, b) => a - b)
}
