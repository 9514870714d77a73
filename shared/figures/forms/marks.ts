/** Short ways to write marks, and the pieces that several forms share. */
import type { Category } from '../../elements/kind'
import type { Text } from '../../texts/text'
import type { ElementContext } from '../figure'
import type { BoxMark, GlyphMark, IconMark, Mark, Rect, TextMark } from '../mark'
import { measure, styles, type TextStyle } from '../text'
import type { ColorToken } from '../tokens'

/** A name or a value as it is written, or words of ours (`say`, `term`); what is absent, false or empty is left out. */
export type Fact = Text | false | undefined

/** Facts as one line. */
export function factLine(facts: readonly Fact[], said: (text: Text) => string): string {
  return facts.flatMap((fact) => (fact === undefined || fact === false ? [] : said(fact) || [])).join(' · ')
}

/** `1 listener`, `2 listeners`; nothing for none. */
export function count(n: number | undefined, one: string, many = `${one}s`): Text | undefined {
  return n ? { words: `{0} ${n === 1 ? one : many}`, values: [n] } : undefined
}

/** A storage size as AWS counts it. */
export function capacity(gibibytes: number | undefined): string | undefined {
  return gibibytes === undefined ? undefined : `${gibibytes} GiB`
}

/** The next multiple of the grid's half step: sizes are multiples of 4. */
export function even(size: number): number {
  return Math.ceil(size / 4) * 4
}

export function box(rect: Rect, rest: Omit<BoxMark, 'mark' | keyof Rect>): BoxMark {
  return { mark: 'box', x: rect.x, y: rect.y, width: rect.width, height: rect.height, ...rest }
}

export function words(
  text: string,
  x: number,
  y: number,
  style: TextStyle,
  color: ColorToken,
  anchor?: TextMark['anchor'],
): TextMark {
  return { mark: 'text', x, y, text, ...style, color, ...(anchor === undefined ? {} : { anchor }) }
}

export function sign(glyph: string, x: number, y: number, size: number, color: ColorToken): GlyphMark {
  return { mark: 'glyph', glyph, x, y, size, color }
}

/** A hairline across a card. */
export function rule(x: number, y: number, width: number): Mark {
  return {
    mark: 'line',
    points: [
      { x, y },
      { x: x + width, y },
    ],
    color: 'line',
    width: 1,
    stroke: 'solid',
  }
}

/** A small grey box with a value in it, its right end at `right`. */
export function chip(
  text: string,
  right: number,
  middle: number,
  color: ColorToken = 'muted',
): { marks: Mark[]; left: number } {
  const style = color === 'muted' ? styles.fact : styles.strong
  const width = Math.ceil(measure(text, style)) + 10
  const left = right - width
  return {
    left,
    marks: [
      box({ x: left, y: middle - 8, width, height: 16 }, { radius: 4, fill: 'surface-2' }),
      words(text, left + width / 2, middle + 4, style, color, 'middle'),
    ],
  }
}

/** The kind's icon, or its sign on a tint where AWS has none. */
export function emblem(context: ElementContext, x: number, y: number, size: number): Mark[] {
  const icon = context.kind?.icon
  if (icon !== undefined) return [{ mark: 'icon', x, y, size, icon } satisfies IconMark]
  const color = accent(context)
  const inner = Math.round(size * 0.3) * 2
  return [
    box(
      { x, y, width: size, height: size },
      { radius: size >= 28 ? 6 : 4, fill: color, fillOpacity: 0.12, fillOpacityDark: 0.2 },
    ),
    sign(context.kind?.glyph ?? 'element', x + (size - inner) / 2, y + (size - inner) / 2, inner, color),
  ]
}

/** The colour of the kind's category. */
export function accent(context: ElementContext): Category {
  return context.kind?.category ?? 'general'
}

export const LOCK = 12

/** The sign of an element that stays where it is; its right end is at `right`. */
export function lock(context: ElementContext, right: number, middle: number): Mark[] {
  return context.element.locked ? [sign('lock', right - LOCK, middle - LOCK / 2, LOCK, 'muted')] : []
}
