import type { Command } from 'commander'
import { describeFailure, type Failure } from '../../shared/basics/result'
import type { Io } from './io'

export const exitCodes = { fine: 0, problems: 1, unusable: 2, fault: 70 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Adds a subcommand; it calls `finish` with its exit code. */
export type AddCommand = (program: Command, io: Io, finish: (code: ExitCode) => void) => void

/** Says what could not be used and what became of the files. */
export function refuse(io: Io, failure: Failure, aftermath = ''): ExitCode {
  io.stderr(`fairlead: ${describeFailure(failure)}${aftermath === '' ? '' : ` ${aftermath}`}\n`)
  return exitCodes.unusable
}

/** `1 problem`, `2 problems`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
