/** A comparison on the screen: what is compared, how it is shown, and which change is looked at. */
import type { NestingName } from '../../shared/graph/nestings'
import type { Comparison } from '../../shared/review/compare/comparison'
import { type Change, changesOf, type Status } from './changes'
import type { Pair } from './pair'
import type { Sides } from './places'

export const forms = ['overlay', 'sides', 'list'] as const

/** Both in one drawing, beside each other, or without a drawing. */
export type Form = (typeof forms)[number]

/** What the two are called: a file, a version, a commit. */
export interface Names {
  readonly before: string
  readonly after: string
}

export interface Comparing {
  readonly pair: Pair
  readonly comparison: Comparison
  /** Both sides of it with places for all that is drawn in the nesting. */
  readonly sides: Sides
  /** What is drawn in what; the canvas keeps its own. */
  readonly nesting: NestingName
  readonly names: Names
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
export function shownChanges({
  comparison,
  hidden,
}: Pick<Comparing, 'comparison' | 'hidden'>): readonly Change[] {
  return changesOf(comparison).filter(({ status }) => !hidden.has(status))
}
