/**
 * Hangul by its letters. A precomposed syllable is arithmetic on its code point (Unicode chapter 3.12); the tables give
 * the letters as keyboards type them, one stroke each, so that a half-typed syllable is a beginning of the whole one.
 */

const FIRST_SYLLABLE = 0xac00
const LAST_SYLLABLE = 0xd7a3
const VOWELS_PER_INITIAL = 21 * 28
const FINALS = 28

const INITIALS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ']
const MEDIALS = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ')
const ENDS =
  ' ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(
    ' ',
  )

/** Two consonants typed one after the other that an input method shows as one. */
const CLUSTERS: Readonly<Record<string, string>> = {
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
}

function syllable(char: string): number | undefined {
  const code = char.charCodeAt(0)
  return code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE ? code - FIRST_SYLLABLE : undefined
}

/** The consonant that a syllable begins with (초성); anything else stays as it is. */
export function initialOf(char: string): string {
  const index = syllable(char)
  return index === undefined ? char : (INITIALS[Math.floor(index / VOWELS_PER_INITIAL)] ?? char)
}

/** The strokes that type a character: `값` is ㄱㅏㅂㅅ. What is not a syllable is one stroke. */
export function strokesOf(char: string): string {
  const index = syllable(char)
  if (index === undefined) return char
  const medial = MEDIALS[Math.floor((index % VOWELS_PER_INITIAL) / FINALS)] ?? ''
  return initialOf(char) + medial + (ENDS[index % FINALS] ?? '')
}

/** A lone consonant, as typed in a search by initials. */
export function isConsonant(char: string): boolean {
  return char >= 'ㄱ' && char <= 'ㅎ'
}

/** A text with its clusters taken apart: `ㄳ` was meant as two initials. */
export function spreadConsonants(text: string): string {
  return text.replace(/[ㄳㄵㄶㄺ-ㅀㅄ]/g, (cluster) => CLUSTERS[cluster] ?? cluster)
}

/**
 * The last consonant of a text may belong to the next syllable: while `서비스` is typed the input method shows `섭`.
 * Answers `서ㅂ`, or undefined where the text does not end in a final consonant.
 */
export function unbindLast(text: string): string | undefined {
  const last = text.at(-1) ?? ''
  const index = syllable(last)
  if (index === undefined) return undefined
  const end = ENDS[index % FINALS] ?? ''
  if (end === '') return undefined
  // Of two final consonants only the second moves on.
  const kept = ENDS.indexOf(end.slice(0, -1))
  const shorter = String.fromCharCode(FIRST_SYLLABLE + index - (index % FINALS) + Math.max(kept, 0))
  return text.slice(0, -1) + shorter + end.slice(-1)
}
