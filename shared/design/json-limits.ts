/** What JSON text can hold and this program can't: too much of it, or numbers that would come back changed. */
import { limits } from '../basics/limits'
import type { Failure } from '../basics/result'
import { say } from '../texts/text'
import { scanJson } from './json-scan'
import { placeOf } from './json-syntax'

/** Size and depth, looked at before any parser sees the text. */
export function tooMuch(text: string, mostBytes: number): Failure | undefined {
  const bytes = byteLength(text)
  if (bytes > mostBytes) {
    return {
      code: 'too-large',
      what: say`The file has ${mebibytes(bytes)}; at most ${mebibytes(mostBytes)} can be read.`,
      mend: 'Choose a smaller file, or split it.',
    }
  }
  const deep = tooDeep(text)
  if (deep === undefined) return undefined
  return {
    code: 'too-deep',
    ...placeOf(text, deep),
    what: say`Objects and lists are nested more than ${limits.jsonDepth} deep.`,
    mend: 'Check whether this is the right file: no task definition or design needs that.',
  }
}

/** Where the nesting exceeds the limit. Brackets in texts don't count. */
function tooDeep(text: string): number | undefined {
  let depth = 0
  let place: number | undefined
  scanJson(text, (token, offset) => {
    if (token === '{' || token === '[') depth++
    else if (token === '}' || token === ']') depth--
    if (depth > limits.jsonDepth) place = offset
    return place !== undefined
  })
  return place
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
  const value = Number(written)
  if (!Number.isFinite(value)) return false
  return !/^-?\d+$/.test(written) || String(value) === written || BigInt(written) === BigInt(value)
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
