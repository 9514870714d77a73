import type { Phrase } from '../texts/text'
import type { Fix, Severity } from './rule'

/** What a rule found in one element: a phrase, so that it can be said in every language. */
export interface Problem extends Phrase {
  readonly rule: string
  readonly severity: Severity
  readonly element: string
  /** JSON pointer into the element's spec. */
  readonly path: string
  /** In English, for programs and for telling one problem from another. */
  readonly message: string
  readonly fix?: Fix
}

/** The worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'advice']
