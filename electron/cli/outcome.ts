import type { Command } from 'commander'
import { describeFailure, type Failure } from '../../shared/basics/result'
import { type Text, term } from '../../shared/texts/text'
import type { Translate } from '../../shared/texts/translate'
import type { Io } from './io'

export const exitCodes = { fine: 0, problems: 1, unusable: 2, fault: 70 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Adds a subcommand; it calls `finish` with its exit code. */
export type AddCommand = (program: Command, out: Speaker, finish: (code: ExitCode) => void) => void

/** What became of the files when a command could not do its work. */
export const NOTHING_WRITTEN = 'Nothing was written.'

/** Where a command speaks, and in which language. */
export interface Speaker {
  readonly io: Io
  readonly words: Translate
}

/** Says what could not be used and what became of the files. */
export function refuse({ io, words }: Speaker, failure: Failure, aftermath = ''): ExitCode {
  const told = describeFailure(failure, words)
  io.stderr(`fairlead: ${told}${aftermath === '' ? '' : ` ${words(aftermath)}`}\n`)
  return exitCodes.unusable
}

const COUNTED = {
  error: ['{0} error', '{0} errors'],
  warning: ['{0} warning', '{0} warnings'],
  'waived error': ['{0} waived error', '{0} waived errors'],
} as const

/** `1 error`, `2 errors`. */
export function count(n: number, what: keyof typeof COUNTED): Text {
  return { words: COUNTED[what][n === 1 ? 0 : 1], values: [n] }
}

/** A word of a report, such as a severity. */
export function word(words: Translate, english: string): string {
  return words(term(english))
}
