/** A comparison on the screen: what is compared, how it is shown, and which change is looked at. */
import type { Design } from '../../shared/design/design'
import type { Comparison } from '../../shared/review/compare/comparison'
import { type Change, changesOf, type Status } from './changes'

export const forms = ['overlay', 'sides', 'list'] as const

/** Both in one drawing, beside each other, or without a drawing. */
export type Form = (typeof forms)[number]

/** What the two are called: a file, a version, a commit. */
export interface Names {
  readonly before: string
  readonly after: string
}

export interface Comparing {
  readonly comparison: Comparison
  /** The old design under its own ids: swapped, it is what the other one is matched with. */
  readonly given: Design
  readonly names: Names
  readonly isImport: boolean
  /** What of the designs is compared, where that is not all of both. */
  readonly scope: string | undefined
  readonly form: Form
  /** Kinds of changes that are left out. */
  readonly hidden: ReadonlySet<Status>
  /** The key of the change that is looked at. */
  readonly current: string | undefined
  /** How the canvas was looked at before; it comes back. */
  readonly view: { readonly x: number; readonly y: number; readonly zoom: number } | undefined
}

/** What only moved is seen when somebody asks for it. */
export const hiddenAtFirst: ReadonlySet<Status> = new Set(['moved'])

/** The changes that are not left out. */
export function shownChanges({ comparison, hidden }: Comparing): readonly Change[] {
  return changesOf(comparison).filter(({ status }) => !hidden.has(status))
}

/** The change that is looked at, as long as it is shown. */
export function currentChange(comparing: Comparing): Change | undefined {
  return shownChanges(comparing).find(({ key }) => key === comparing.current)
}
