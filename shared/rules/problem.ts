import type { Fix, Severity } from './rule'

/** What a rule found in one element. */
export interface Problem {
  readonly rule: string
  readonly severity: Severity
  readonly element: string
  /** JSON pointer into the element's spec. */
  readonly path: string
  readonly message: string
  readonly fix?: Fix
}

/** The worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'advice']
