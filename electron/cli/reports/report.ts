import type { Severity } from '../../../shared/rules/rule'
import type { JudgedProblem } from '../../../shared/rules/waivers'
import { say, type Text } from '../../../shared/texts/text'
import type { Translate } from '../../../shared/texts/translate'
import type { TextPlace } from '../places'

export type PlacedProblem = JudgedProblem & TextPlace

export interface JudgedFile {
  /** As it was named on the command line. */
  readonly file: string
  readonly problems: readonly PlacedProblem[]
}

export interface ReportInput {
  readonly files: readonly JudgedFile[]
  /** The severities that make the command fail. */
  readonly failing: readonly Severity[]
  readonly version: string
  /** Says the core's texts in the language of the report. */
  readonly words: Translate
}

/** What `validate` prints. */
export type Report = (input: ReportInput) => string

/** `Waived by Platform team until 2026-12-31: the old network goes in spring.` */
export function waiverInWords({ waiver }: JudgedProblem): Text | undefined {
  if (!waiver) return undefined
  const { author, expires, reason } = waiver
  return expires === undefined
    ? say`Waived by ${author}: ${reason}`
    : say`Waived by ${author} until ${expires}: ${reason}`
}
