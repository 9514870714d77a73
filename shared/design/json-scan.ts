/**
 * Walks over the brackets and numbers of a JSON text, broken or not, without parsing it. `visit` gets each with its offset,
 * `visitText` the offsets of each text with its quotes; answering true ends the walk.
 */
export function scanJson(
  text: string,
  visit: (token: string, offset: number) => boolean,
  visitText: (start: number, end: number) => boolean = () => false,
): void {
  let i = 0
  while (i < text.length) {
    const code = text.charCodeAt(i)
    let end = i + 1
    if (code === QUOTE) {
      end = endOfString(text, i)
      if (visitText(i, end)) return
    } else if (isBracket(code)) {
      if (visit(text.charAt(i), i)) return
    } else if (code === MINUS || isDigit(code)) {
      end = endOfNumber(text, i)
      if (visit(text.slice(i, end), i)) return
    }
    i = end
  }
}

// Codes, not characters: a file of 32 MiB is walked over in a moment.
const [QUOTE, BACKSLASH, LINE_FEED, MINUS, PLUS, DOT] = [0x22, 0x5c, 0x0a, 0x2d, 0x2b, 0x2e]
const [SMALL_E, CAPITAL_E] = [0x65, 0x45]

function endOfString(text: string, start: number): number {
  let i = start + 1
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === QUOTE || code === LINE_FEED) break
    if (code === BACKSLASH) i++
  }
  return i + 1
}

function endOfNumber(text: string, start: number): number {
  let i = start + 1
  while (i < text.length && isInNumber(text.charCodeAt(i))) i++
  return i
}

function isInNumber(code: number): boolean {
  return (
    isDigit(code) || code === DOT || code === SMALL_E || code === CAPITAL_E || code === PLUS || code === MINUS
  )
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** `[` and `]`, `{` and `}`: the codes of each pair are two apart. */
function isBracket(code: number): boolean {
  return code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d
}
