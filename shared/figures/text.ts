/** How wide a text is, and how it is cut to fitText, without a browser: the widths come from the fonts that are shipped. */
import { visible } from '../basics/characters'
import type { TextMark } from './mark'
import { monoWidth, sansMetrics } from './metrics'

export type TextStyle = Pick<TextMark, 'size' | 'weight' | 'font'>

/** The styles of the visual language. */
export const styles = {
  name: { size: 12, weight: 600, font: 'sans' },
  title: { size: 13, weight: 600, font: 'sans' },
  label: { size: 12, weight: 400, font: 'sans' },
  fact: { size: 11, weight: 400, font: 'sans' },
  strong: { size: 11, weight: 600, font: 'sans' },
  code: { size: 11, weight: 400, font: 'mono' },
} as const satisfies Readonly<Record<string, TextStyle>>

const ELLIPSIS = '…'

/** The width of a text in pixels. */
export function measure(text: string, style: TextStyle): number {
  let sum = 0
  for (const character of text) sum += advance(character.codePointAt(0) ?? 0, style)
  return (sum * style.size) / 1000
}

/**
 * The text, or as much of it as fits, with `…` for the rest: at the end for prose, in the middle for identifiers,
 * whose end says most. Empty when not even `…` fits.
 */
export function fitText(
  text: string,
  width: number,
  style: TextStyle,
  cut: 'end' | 'middle' = 'end',
): string {
  const line = visible(text).replace(/\s+/g, ' ').trim()
  if (measure(line, style) <= width) return line
  const room = width - measure(ELLIPSIS, style)
  if (room < 0) return ''
  const characters = [...line]
  if (cut === 'end') return `${head(characters, room, style).trimEnd()}${ELLIPSIS}`
  const start = head(characters, room * 0.4, style)
  const end = head(characters.slice([...start].length).reverse(), room - measure(start, style), style)
  return `${start}${ELLIPSIS}${[...end].reverse().join('')}`
}

/** A path such as an image name: whole, else its last part (`…/orders-api:1.4.2`), else that cut in the middle. */
export function fitPath(written: string, width: number, style: TextStyle): string {
  const path = visible(written)
  if (measure(path, style) <= width) return path
  const tail = path.slice(path.lastIndexOf('/') + 1)
  const short = tail === path ? path : `${ELLIPSIS}/${tail}`
  return fitText(measure(short, style) <= width ? short : tail, width, style, 'middle')
}

/** Breaks a text into lines at spaces; a word that is too long is cut. Line breaks in the text stay. */
export function wrap(text: string, width: number, style: TextStyle): string[] {
  return visible(text)
    .split(/\r?\n/)
    .flatMap((paragraph) => {
      const lines: string[] = []
      let line = ''
      for (const word of paragraph.split(/\s+/).filter(Boolean)) {
        const longer = line === '' ? word : `${line} ${word}`
        if (measure(longer, style) <= width) line = longer
        else {
          if (line !== '') lines.push(line)
          line = fitText(word, width, style)
        }
      }
      return [...lines, line]
    })
}

/** The longest beginning that fits. */
function head(characters: readonly string[], width: number, style: TextStyle): string {
  let room = (width * 1000) / style.size
  let n = 0
  for (const character of characters) {
    room -= advance(character.codePointAt(0) ?? 0, style)
    if (room < 0) break
    n++
  }
  return characters.slice(0, n).join('')
}

/** The advance of one character in thousandths of the font size. What a font lacks is drawn by the wide one. */
function advance(codePoint: number, { font, weight }: TextStyle): number {
  if (codePoint === 0x2068 || codePoint === 0x2069) return 0
  const metrics = sansMetrics[weight]
  if (codePoint >= 0xac00 && codePoint <= 0xd7a3) return metrics.hangul
  if (codePoint >= 0x1100 && isWide(codePoint)) return metrics.cjk
  if (font === 'mono') return monoWidth
  if (codePoint >= 0x20 && codePoint <= 0x7e) return metrics.ascii[codePoint - 0x20] ?? 600
  return metrics.others.get(codePoint) ?? 600
}

/** Hangul letters, ideographs, kana, full-width forms, pictographs. */
function isWide(codePoint: number): boolean {
  return (
    codePoint <= 0x11ff ||
    (codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xff00 && codePoint <= 0xff60) ||
    codePoint >= 0x1f300
  )
}
