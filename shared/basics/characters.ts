/**
 * Characters that nobody sees, or that change how the text around them reads: `user‮gnp.exe` looks like another name than
 * it is. They stay in the design; wherever a text is shown they are marked, such as ‹U+202E›.
 */

/**
 * Control characters, marks and overrides of direction, blanks without width, letters without a shape, tags, and halves of
 * surrogate pairs. Line breaks and tabs are blanks to everybody.
 */
const ODD =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of these is looked for by itself
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]/gu

/** Joiners, which hold emoji and letters of many scripts together, and are odd only beside ASCII. */
const JOINER = /[\u200c\u200d]/

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Isolates that are opened and closed in turn turn nothing around, and are what `isolated` makes. */
function isIsolated(text: string): boolean {
  let open = 0
  for (const character of text) {
    if (character === '\u2068') open++
    else if (character === '\u2069' && --open < 0) return false
  }
  return open === 0
}

/** The text with a visible mark for each character that would hide or turn around what stands there. */
export function visible(text: string): string {
  // Most texts hold none.
  if (text.search(ODD) < 0) return text
  const keeps = isIsolated(text) ? /[\u2068\u2069]/ : undefined
  return text.replace(ODD, (character, at: number) =>
    keeps?.test(character) || !isOdd(text, character, at) ? character : `‹${codeOf(character)}›`,
  )
}

/** Which such characters a text holds, each once, as people look them up: `U+202E`. */
export function oddCharacters(text: string): readonly string[] {
  const found = new Set<string>()
  for (const match of text.matchAll(ODD)) {
    if (isOdd(text, match[0], match.index)) found.add(codeOf(match[0]))
  }
  return [...found]
}

/** A text that reads from right to left in marks that keep it from turning around the words beside it. */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) && !/^\u2068.*\u2069$/s.test(text) ? `\u2068${text}\u2069` : text
}

function isOdd(text: string, character: string, at: number): boolean {
  if (!JOINER.test(character)) return true
  // Beyond the ends of the text is NaN, which is not in a script that joins either.
  return !(text.charCodeAt(at - 1) > 0x7f && text.charCodeAt(at + 1) > 0x7f)
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
