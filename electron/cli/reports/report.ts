import type { Severity } from '../../../shared/rules/rule'
import type { JudgedProblem } from '../../../shared/rules/waivers'
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
}

/** What `validate` prints. */
export type Report = (input: ReportInput) => string

/** `Waived by Platform team until 2026-12-31: the old network goes in spring.` */
export function waiverInWords({ waiver }: JudgedProblem): string | undefined {
  if (!waiver) return undefined
  const until = waiver.expires === undefined ? '' : ` until ${waiver.expires}`
  return `Waived by ${waiver.author}${until}: ${waiver.reason}`
}
