/** Expected failures are values. An exception in Fairlead is a bug. */

import { english, say, type Text } from '../texts/text'
import { masked } from './masked'
import { cut } from './quote'

/** What went wrong, in the four parts that a message to a user has: where, what, how to mend. */
export interface Failure {
  /** A stable word for programs, such as `json-syntax`. */
  readonly code: string
  /** The file as the user knows it, without folders. */
  readonly file?: string | undefined
  /** 1-based place in the text. */
  readonly line?: number
  readonly column?: number
  /** JSON pointer, where the text could be read but its content can't be used. */
  readonly pointer?: string
  /** Where a limit was passed: what it is, and what was found. `what` says both. */
  readonly limit?: number
  readonly actual?: number
  /** One sentence: what is wrong. */
  readonly what: Text
  /** One sentence: what to do. */
  readonly mend: Text
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function fail<T = never>(error: Failure): Result<T> {
  return { ok: false, error }
}

/** Names in a file can be any length; the whole pointer stays in the failure. */
const LONGEST_POINTER = 200

/** The failure as one text, in English or another language: `orders.json, line 14, column 9: … Change …`. */
export function describeFailure(error: Failure, words: (text: Text) => string = english): string {
  const place = [
    error.file,
    error.line === undefined ? undefined : words(say`line ${error.line}, column ${error.column ?? 1}`),
    error.pointer === undefined ? undefined : cut(error.pointer, LONGEST_POINTER) || undefined,
  ].filter((part) => part !== undefined)
  const { what, mend } = masked(error)
  return `${place.length > 0 ? `${place.join(', ')}: ` : ''}${words(what)} ${words(mend)}`
}
