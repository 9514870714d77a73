import { describe, expect, it } from 'vitest'
import { testFonts } from '../../testing/pictures'
import { view } from '../bytes'
import { withoutCalls } from './charstring'
import { readFont } from './sfnt'
import { subsetOf } from './subset'

const { regular, semiBold, mono } = testFonts
const codes = (text: string) => [...new Set(text)].map((character) => character.codePointAt(0) as number)

/** A font with the characters of a text. */
function fontOf(font: typeof regular, text: string) {
  const wanted = codes(text)
  const characters = new Map(wanted.map((code, i) => [code, i + 1]))
  return { ...subsetOf(font, [0, ...wanted.map(font.glyphOf)], characters), wanted }
}

describe('the fonts', () => {
  it('have every syllable of Korean, and the letters and signs of the drawing', () => {
    for (let code = 0xac00; code <= 0xd7a3; code++) {
      expect(regular.glyphOf(code) !== 0 && semiBold.glyphOf(code) !== 0, code.toString(16)).toBe(true)
    }
    for (const code of codes('azAZ09ÄÖé×·…→…“”€')) expect(regular.glyphOf(code)).not.toBe(0)
    expect(mono.glyphOf(0xac00)).toBe(0)
  })

  it.each([
    ['regular', regular, 0x0041, 646],
    ['semi-bold', semiBold, 0xac00, 864],
    ['mono', mono, 0x41, 600],
  ] as const)('%s tells how wide a character is', (_, font, code, width) => {
    const glyph = font.glyphOf(code)
    expect(Math.round((font.advanceOf(glyph) * 1000) / font.unitsPerEm)).toBe(width)
  })
})

describe('a subset', () => {
  it.each([
    ['regular', regular],
    ['semi-bold', semiBold],
    ['mono', mono],
  ] as const)('%s is a font with those characters, as wide as before', (name, font) => {
    const text = name === 'mono' ? 'orders-api:1.4.2 ÄÖÜéñ' : '주문 서비스 orders ÄÖÜ'
    const { file, wanted } = fontOf(font, text)
    const small = readFont(file)
    for (const code of wanted) {
      expect(small.glyphOf(code)).toBeGreaterThan(0)
      expect(small.advanceOf(small.glyphOf(code))).toBe(font.advanceOf(font.glyphOf(code)))
    }
    expect(small.glyphOf(0x7a)).toBe(0)
    expect(small.unitsPerEm).toBe(font.unitsPerEm)
    expect(file.length).toBeLessThan(20_000)
  })

  it('has the right checksums', () => {
    const { file } = fontOf(regular, '주문')
    let sum = 0
    for (let at = 0; at < file.length; at += 4) sum = (sum + view(file).getUint32(at)) >>> 0
    expect(sum).toBe(0xb1b0afba)
  })

  it('takes the parts of composed glyphs along', () => {
    const { glyphs, wanted } = fontOf(mono, 'é')
    expect(glyphs.length).toBeGreaterThan(wanted.length + 1)
  })

  it('can be made of every glyph that a font has: none counts, calls what isn’t there or forgets its end', () => {
    for (const font of [regular, semiBold]) {
      const all = Array.from({ length: font.glyphCount }, (_, glyph) => glyph)
      const { cff } = subsetOf(font, all, new Map())
      expect(cff?.length).toBeGreaterThan(1_000_000)
    }
  })

  it('is the same each time, to the byte', () => {
    expect(fontOf(regular, '주문 orders').file).toEqual(fontOf(regular, '주문 orders').file)
  })
})

describe('a glyph’s program', () => {
  const bytes = (...values: readonly number[]) => Uint8Array.from(values)
  const number = (value: number) => value + 139
  const LINE = 5
  const [CALL, RETURN, END] = [10, 11, 14]

  it('has what it calls in place of the call', () => {
    const subroutines = [bytes(number(1), number(2), LINE, RETURN), bytes(number(3), RETURN)]
    const program = bytes(number(-107), CALL, number(-106), CALL, number(4), LINE, END)
    expect(withoutCalls(program, subroutines)).toEqual(
      bytes(number(1), number(2), LINE, number(3), number(4), LINE, END),
    )
  })

  it('ends where a subroutine ends it', () => {
    const program = bytes(number(-107), CALL, number(9), LINE)
    expect(withoutCalls(program, [bytes(END)])).toEqual(bytes(END))
  })

  it('keeps the bits behind a mask, whatever operators they look like', () => {
    const [STEMS, MASK] = [18, 19]
    // Nine stems are two bytes of mask; these would be calls.
    const stems = Array.from({ length: 18 }, () => number(1))
    const program = bytes(...stems, STEMS, MASK, CALL, CALL, END)
    expect(withoutCalls(program, [])).toEqual(program)
  })

  it('that calls nothing known is refused', () => {
    expect(() => withoutCalls(bytes(number(5), CALL), [])).toThrow('no subroutine')
    expect(() => withoutCalls(bytes(CALL), [])).toThrow('without its number')
  })
})
