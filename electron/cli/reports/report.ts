import type { Problem } from '../../../shared/rules/problem'
import type { TextPlace } from '../places'

export interface ReportInput {
  /** The file as it was named on the command line. */
  readonly file: string
  readonly problems: readonly (Problem & TextPlace)[]
  readonly version: string
}

/** What `validate` prints. */
export type Report = (input: ReportInput) => string
