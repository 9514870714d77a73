/**
 * The one matcher of everything that is searched by typing: fuzzy in Latin letters, by syllables, half-typed syllables
 * and initials (초성) in Hangul. Pure; texts are prepared once and asked at every keystroke.
 */
import { initialOf, isConsonant, spreadConsonants, strokesOf, unbindLast } from './hangul'

/** A text as it is searched: lower-case, without spaces, and where its words begin. */
export interface SearchText {
  readonly text: string
  readonly starts: readonly number[]
  readonly hangul: boolean
}

/** What was typed: words that all have to be found. */
export interface Query {
  readonly words: readonly QueryWord[]
}

export interface QueryWord {
  readonly text: string
  readonly hangul: boolean
  /** The same with its last consonant as the beginning of another syllable. */
  readonly unbound: string | undefined
}

/** How well a word fits; every better way is worth more than any gain from a short text. */
const WORTH = {
  whole: 1,
  beginning: 0.9,
  wordStart: 0.8,
  acronym: 0.65,
  inside: 0.5,
  scattered: 0.3,
} as const
/** What is found in keywords is worth less than what is found in a name. */
const KEYWORD = 0.6
const HANGUL = /[ㄱ-ㆎ가-힣]/
/** Character codes that words begin after. */
const SEPARATORS = new Set([...' \t\n\r\u00a0_-./:(),'].map((char) => char.charCodeAt(0)))

/** Prepares a text for `score`. Thousands of texts are prepared at once, so it looks at each character once. */
export function searchText(original: string): SearchText {
  const spaced = original.normalize('NFC')
  const starts: number[] = []
  let length = 0
  let before = 0x20
  for (let i = 0; i < spaced.length; i++) {
    const code = spaced.charCodeAt(i)
    const space = code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0
    if (!space && (SEPARATORS.has(before) || (isLower(before) && isUpper(code)))) starts.push(length)
    if (!space) length++
    before = code
  }
  const text = (length === spaced.length ? spaced : spaced.replace(/[\t-\r \u00a0]/g, '')).toLowerCase()
  return { text, starts, hangul: HANGUL.test(text) }
}

function isLower(code: number): boolean {
  return code >= 0x61 && code <= 0x7a
}

function isUpper(code: number): boolean {
  return code >= 0x41 && code <= 0x5a
}

/** Reads what somebody typed. */
export function parseQuery(typed: string): Query {
  const words = spreadConsonants(typed.normalize('NFC').toLowerCase()).split(/\s+/).filter(Boolean)
  return {
    words: words.map((text) => ({ text, hangul: HANGUL.test(text), unbound: unbindLast(text) })),
  }
}

/** Is the word there, letter by letter? What `score` finds without its fuzziness. */
export function holds(word: QueryWord, text: SearchText): boolean {
  return word.hangul ? inHangul(word, text) > 0 : text.text.includes(word.text)
}

/** Does a text begin with the word? For going to what is typed. */
export function begins(word: QueryWord, text: SearchText): boolean {
  return word.hangul ? text.hangul && syllablesFit(word.text, text.text, 0) : text.text.startsWith(word.text)
}

/**
 * How well a query fits something with these names (in any language) and keywords: 0 not at all, 1 exactly. An empty
 * query fits everything.
 */
export function score(
  query: Query,
  names: readonly SearchText[],
  keywords: readonly SearchText[] = [],
): number {
  let sum = 0
  for (const word of query.words) {
    let best = 0
    for (const name of names) best = Math.max(best, worth(word, name))
    for (const keyword of keywords) {
      // Scattered letters, and one or two anywhere in a word, are found in any long list of keywords.
      const found = worth(word, keyword)
      const least = word.text.length > 2 ? WORTH.scattered : WORTH.inside
      if (found > least) best = Math.max(best, found * KEYWORD)
    }
    if (best === 0) return 0
    sum += best
  }
  return query.words.length === 0 ? 1 : sum / query.words.length
}

function worth(word: QueryWord, text: SearchText): number {
  const found = word.hangul ? inHangul(word, text) : inLetters(word.text, text)
  // Of two that fit alike the shorter one is meant.
  return found === 0 ? 0 : found - Math.min(text.text.length, 50) * 0.001
}

function inHangul(word: QueryWord, text: SearchText): number {
  if (!text.hangul) return 0
  const bound = placed(text, word.text.length, (at) => syllablesFit(word.text, text.text, at))
  const { unbound } = word
  if (bound > 0 || unbound === undefined) return bound
  return placed(text, unbound.length, (at) => syllablesFit(unbound, text.text, at))
}

/** Do the syllables from a place on fit? The last one may be half typed. */
function syllablesFit(word: string, text: string, at: number): boolean {
  for (let i = 0; i < word.length; i++) {
    const wanted = word[i] ?? ''
    const there = text[at + i] ?? ''
    const half = i === word.length - 1 && strokesOf(there).startsWith(strokesOf(wanted))
    if (wanted !== there && !half && !(isConsonant(wanted) && initialOf(there) === wanted)) return false
  }
  return true
}

function inLetters(word: string, text: SearchText): number {
  if (word.length > text.text.length) return 0
  const found = placed(text, word.length, (at) => text.text.startsWith(word, at))
  if (found > 0) return found
  if (
    word.length > 1 &&
    text.starts
      .map((at) => text.text[at])
      .join('')
      .startsWith(word)
  )
    return WORTH.acronym
  return word.length > 2 ? scattered(word, text) : 0
}

/** The best place at which something of a length fits. */
function placed(text: SearchText, length: number, fits: (at: number) => boolean): number {
  const spare = text.text.length - length
  if (spare < 0) return 0
  if (fits(0)) return spare === 0 ? WORTH.whole : WORTH.beginning
  for (const at of text.starts) if (fits(at)) return WORTH.wordStart
  for (let at = 1; at <= spare; at++) if (fits(at)) return WORTH.inside
  return 0
}

/** Letters in their order, each run of them from the beginning of a word: `zmin` in “Zoom in”, `tgrp` in “Target group”. */
function scattered(word: string, { text, starts }: SearchText): number {
  for (const start of starts) {
    if (text[start] !== word[0]) continue
    let at = start
    let gaps = 0
    for (const char of word.slice(1)) {
      const from = at + 1
      const begun = starts.find((s) => s >= from && text[s] === char)
      const next = text[from] === char ? from : (begun ?? text.indexOf(char, from))
      if (next === -1) return 0
      if (next !== begun) gaps += next - from
      at = next
    }
    // More left out than typed is chance.
    if (gaps <= word.length) return WORTH.scattered - gaps * 0.01
  }
  return 0
}
