/** Lines of a report set in rows: pieces of different looks side by side, broken where the room ends. */
import type { Mark } from '../../../figures/mark'
import { measure, styles, type TextStyle } from '../../../figures/text'
import type { ColorToken } from '../../../figures/tokens'
import { type Line, type Sign, type Span, signTones } from '../report'

export interface Looks {
  readonly style: TextStyle
  readonly color: ColorToken
}

/** A part of a row that looks the same. */
export interface Run extends Looks {
  readonly x: number
  readonly width: number
  readonly text: string
  /** Drawn in place of a text. */
  readonly sign?: Sign
  readonly link?: string
}

export type RichRow = readonly Run[]

const SIGN_SIZE = 11
const SIGN_ROOM = 16

/** A run that grows. */
type Draft = { -readonly [part in keyof Run]: Run[part] }

interface Word extends Looks {
  readonly text: string
  readonly sign?: Sign
  readonly link?: string
}

/** A line in as many rows as it takes; a line without words is one empty row. */
export function setLine(line: Line, room: number, looks: Looks): readonly RichRow[] {
  const rows: Draft[][] = [[]]
  let x = 0
  const turn = () => {
    rows.push([])
    x = 0
  }
  const put = (word: Word, width: number) => {
    const row = rows.at(-1)
    const last = row?.at(-1)
    // Word for word: a copy of the run for each of them takes as long as all the rest.
    if (last && sameLooks(last, word)) {
      last.text += word.text
      last.width += width
    } else row?.push({ ...word, x, width })
    x += width
  }
  for (const word of line.flatMap((span) => wordsOf(span, looks))) {
    const width = word.sign ? SIGN_ROOM : measure(word.text, word.style)
    const isBlank = !word.sign && word.text.trim() === ''
    if (x + width <= room) {
      // No row begins with a blank.
      if (!isBlank || x > 0) put(word, width)
      continue
    }
    if (isBlank) continue
    if (x > 0) turn()
    if (width <= room) put(word, width)
    else
      for (const part of broken(word, room)) {
        if (x > 0) turn()
        put(part, measure(part.text, part.style))
      }
  }
  return rows
}

function sameLooks(run: Run, word: Word): boolean {
  return (
    run.style === word.style &&
    run.color === word.color &&
    run.link === word.link &&
    run.sign === undefined &&
    word.sign === undefined
  )
}

/** A word that is wider than the room, in parts that are not. */
function broken(word: Word, room: number): readonly Word[] {
  const parts: Word[] = []
  let text = ''
  let width = 0
  for (const character of word.text) {
    const more = measure(character, word.style)
    if (width + more > room && text !== '') {
      parts.push({ ...word, text })
      text = ''
      width = 0
    }
    text += character
    width += more
  }
  return [...parts, { ...word, text }]
}

/** Words and the blanks between them; paths may also be broken behind their separators. */
function wordsOf(span: Span, { style, color }: Looks): readonly Word[] {
  const split = (text: string, looks: Looks, link?: string): Word[] =>
    text
      .split(looks.style.font === 'mono' ? /(\s+|(?<=[/:.,=-])(?=[^\s/:.,=-]))/ : /(\s+)/)
      .filter((part) => part !== '')
      .map((part) => {
        const word = { ...looks, text: /^\s/.test(part) ? ' ' : part }
        return link === undefined ? word : { ...word, link }
      })
  if (typeof span === 'string') return split(span, { style, color })
  if ('code' in span) return split(span.code, { style: styles.code, color })
  if ('strong' in span) return split(span.strong, { style: heavier(style), color })
  if ('muted' in span) return split(span.muted, { style, color: 'muted' })
  if ('sign' in span)
    return [
      { text: '', style, color: signTones[span.sign], sign: span.sign },
      // What has changed is a name; what is wrong, or open, is a word about one.
      ...split(span.text, { style: span.sign in characters ? heavier(style) : style, color }),
    ]
  // Its words would promise what a printed page does not do.
  if ('to' in span) return []
  return split(
    span.text,
    { style, color: 'accent' },
    span.link.startsWith('https://') ? span.link : undefined,
  )
}

const heavy = new Map<TextStyle, TextStyle>()

/** The same object each time, so that neighbours of the same looks are one run. */
function heavier(style: TextStyle): TextStyle {
  const known = heavy.get(style)
  if (known) return known
  const made: TextStyle = { ...style, weight: 600 }
  heavy.set(style, made)
  return made
}

/** Our glyph for a sign; the others are drawn as lines. */
const glyphs: Readonly<Partial<Record<Sign, string>>> = {
  ok: 'ok',
  error: 'error',
  warning: 'warning',
  advice: 'advice',
  open: 'optional',
}

const characters: Readonly<Partial<Record<Sign, string>>> = {
  added: '+',
  removed: '−',
  changed: '~',
  moved: '→',
}

/** The marks of a row whose baseline is at `y`. */
export function rowMarks(row: RichRow, left: number, y: number): readonly Mark[] {
  return row.map(({ x, text, style, color, sign }): Mark => {
    const at = left + x
    if (sign === undefined) return { mark: 'text', x: at, y, text, ...style, color }
    const glyph = glyphs[sign]
    if (glyph !== undefined)
      return { mark: 'glyph', x: at, y: y - SIGN_SIZE + 2, size: SIGN_SIZE, glyph, color }
    return { mark: 'text', x: at, y, text: characters[sign] ?? '', ...styles.name, color }
  })
}
