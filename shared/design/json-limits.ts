/** What JSON text can hold and this program can't: too much of it, or numbers that would come back changed. */
import { toNumber, toText } from '../basics/convert'
import { limits } from '../basics/limits'
import type { Failure } from '../basics/result'
import { say } from '../texts/text'
import { scanJson } from './json-scan'
import { placeOf } from './json-syntax'

/** Size, depth and the length of texts, looked at before any parser sees them. */
export function tooMuch(text: string, mostBytes: number): Failure | undefined {
  const bytes = byteLength(text)
  return bytes <= mostBytes ? passed(text) : tooLarge(bytes, mostBytes)
}

/** The failure of a file with so many bytes; to be had before it is read. */
export function tooLarge(bytes: number, mostBytes: number): Failure {
  return {
    code: 'too-large',
    ...{ limit: mostBytes, actual: bytes },
    what: say`The file has ${mebibytes(bytes)}; at most ${mebibytes(mostBytes)} can be read.`,
    mend: 'Choose a smaller file, or split it.',
  }
}

/** The limit that the text passes first. Brackets in texts don't count. */
function passed(text: string): Failure | undefined {
  let depth = 0
  let deepest = 0
  let first: number | undefined
  let long: Failure | undefined
  scanJson(
    text,
    (token, offset) => {
      if (token === '{' || token === '[') depth++
      else if (token === '}' || token === ']') depth--
      if (depth > limits.jsonDepth) first ??= offset
      deepest = Math.max(deepest, depth)
      return false
    },
    (start, end) => {
      long = first === undefined ? longText(text, start, end) : undefined
      return long !== undefined
    },
  )
  if (long || first === undefined) return long
  return { ...tooDeep(deepest), ...placeOf(text, first) }
}

/** The failure of objects and lists that are nested so deep. */
export function tooDeep(actual: number, pointer?: string): Failure {
  return {
    code: 'too-deep',
    ...(pointer === undefined ? {} : { pointer }),
    ...{ limit: limits.jsonDepth, actual },
    what: say`Objects and lists are nested ${actual} deep; at most ${limits.jsonDepth} can be read.`,
    mend: 'Check whether this is the right file: no task definition or design needs that.',
  }
}

/** One character as JSON may write it: a surrogate pair, any other by its number, or one after a backslash. */
const ESCAPE = /\\(?:ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|u[\da-f]{4}|[\s\S])/gi

/** A text between quotes with more characters than one may have. */
function longText(text: string, start: number, end: number): Failure | undefined {
  // An escape is longer than the character that it stands for.
  if (end - start - 2 <= limits.textLength) return undefined
  const actual = characters(text.slice(start + 1, end - 1).replace(ESCAPE, ' '))
  if (actual <= limits.textLength) return undefined
  return { ...tooLong(actual), ...placeOf(text, start) }
}

/** The failure of a text with so many characters. */
export function tooLong(actual: number): Failure {
  return {
    code: 'too-long',
    ...{ limit: limits.textLength, actual },
    what: say`A text has ${actual} characters; at most ${limits.textLength} can be read.`,
    mend: 'Shorten it.',
  }
}

/** How many characters a text has, as people count them; quick where that can't matter. */
export function characters(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** A number that `JSON.parse` would round or turn into infinity, so that saving would change it. */
export function inexactNumber(text: string): Failure | undefined {
  if (!/\d{16}|\d[eE]/.test(text)) return undefined
  let failure: Failure | undefined
  scanJson(text, (token, offset) => {
    if (/^[-\d]/.test(token) && !isExact(token)) {
      failure = {
        code: 'json-number',
        ...placeOf(text, offset),
        what: say`The number ${token.length > 40 ? `${token.slice(0, 39)}…` : token} can’t be kept exactly.`,
        mend: 'Write it with fewer digits, or put it in double quotes.',
      }
    }
    return failure !== undefined
  })
  return failure
}

/** Written again it would be the same text, or at least the same number. */
function isExact(written: string): boolean {
  const value = toNumber(written)
  if (!Number.isFinite(value)) return false
  return !/^-?\d+$/.test(written) || toText(value) === written || BigInt(written) === BigInt(value)
}

/** How long a text is as UTF-8. */
export function byteLength(text: string): number {
  let bytes = text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    // A surrogate pair is four bytes in UTF-8: two for each of its halves.
    if (unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff)) bytes += 2
    else if (unit >= 0x80) bytes += 1
  }
  return bytes
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}
