/**
 * What differs between two designs, as far as a review is concerned: elements and their fields, lines, the document,
 * waivers, what was said, and problems; what only moved is told apart. Elements are matched before anything is looked
 * at, so ids that differ between the two are no difference.
 */
import { memo } from '../../basics/memo'
import type { Approval, Design, Thread, Waiver } from '../../design/design'
import { sections } from '../../design/sections'
import { type ElementChange, elementChanges } from './elements'
import { changedFields, type FieldChange } from './fields'
import { type LineChange, lineChanges } from './lines'
import { type MatchOptions, matchElements } from './match'
import { type ProblemChanges, problemChanges } from './problem-changes'
import { idsOf, sharing, withIds } from './same-ids'
import { type ThingChange, thingChanges } from './things'

export type { ElementChange } from './elements'
export type { FieldChange } from './fields'
export type { LineChange } from './lines'
export type { ProblemChanges } from './problem-changes'
export type { ThingChange } from './things'

export interface Comparison {
  /** The old design with the ids of the new one, so that everything can be compared by id. */
  readonly before: Design
  readonly after: Design
  /** Ids of the old design as it was given, and those of the same elements in the new one. */
  readonly matched: ReadonlyMap<string, string>
  readonly elements: readonly ElementChange[]
  readonly lines: readonly LineChange[]
  /** Members of the document: `/name`, `/region`, `/account`, and what other tools wrote there. */
  readonly document: readonly FieldChange[]
  readonly waivers: readonly ThingChange<Waiver>[]
  readonly threads: readonly ThingChange<Thread>[]
  readonly approvals: readonly ThingChange<Approval>[]
  /** Ids of lines that somebody bent otherwise. */
  readonly routes: readonly string[]
  /** Found when they are asked for, and then remembered. */
  readonly problems: ProblemChanges
  readonly counts: Counts
  /** Where one side is a file that speaks of a few elements only: these were compared, the others are taken as they are. */
  readonly about?: readonly string[]
}

/** How many there are of each. */
export interface Counts {
  readonly added: number
  readonly removed: number
  readonly changed: number
  readonly moved: number
  /** Lines that no spec holds; all others follow from changed elements. */
  readonly lines: number
  readonly document: number
  readonly waivers: number
  readonly threads: number
  readonly approvals: number
}

/** Compares two states of a design, or two designs; remembered for as long as both live. */
export function compareDesigns(before: Design, after: Design): Comparison {
  return comparisons(before)(after)
}

const comparisons = memo((before: Design) => memo((after: Design) => compareWith(before, after)))

/** The same for designs whose ids tell less than names. */
export function compareWith(before: Design, after: Design, options: MatchOptions = {}): Comparison {
  const old = sharing(before, after)
  const matched = matchElements(old, after, options)
  return comparisonOf(withIds(old, after, idsOf(old, after, matched)), after, matched)
}

/** Compares two designs in which the same elements have the same ids. */
export function comparisonOf(
  before: Design,
  after: Design,
  matched: ReadonlyMap<string, string>,
  about?: readonly string[],
): Comparison {
  const parts = {
    elements: elementChanges(before, after),
    lines: lineChanges(before, after),
    document: documentChanges(before, after),
    waivers: thingChanges(before.waivers, after.waivers),
    threads: thingChanges(before.threads, after.threads),
    approvals: thingChanges(before.approvals, after.approvals),
    routes: thingChanges(before.routes, after.routes).map(({ id }) => id),
  }
  let problems: ProblemChanges | undefined
  return {
    before,
    after,
    matched,
    ...parts,
    get problems() {
      problems ??= problemChanges(before, after)
      return problems
    },
    counts: countsOf(parts),
    ...(about && { about }),
  }
}

type Parts = Pick<
  Comparison,
  'elements' | 'lines' | 'document' | 'waivers' | 'threads' | 'approvals' | 'routes'
>

function countsOf({ elements, lines, document, waivers, threads, approvals }: Parts): Counts {
  const count = (status: ElementChange['status']) =>
    elements.filter((change) => change.status === status).length
  return {
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    moved: count('moved'),
    lines: lines.filter(({ stored }) => stored).length,
    document: document.length,
    waivers: waivers.length,
    threads: threads.length,
    approvals: approvals.length,
  }
}

/** Does nothing differ in what the designs are? Neither what only moved counts, nor what was said about them. */
export function meansTheSame({ counts }: Comparison): boolean {
  const { added, removed, changed, lines, document, waivers } = counts
  return added + removed + changed + lines + document + waivers === 0
}

/** Is nothing drawn elsewhere, either? */
export function looksTheSame({ counts, routes }: Comparison): boolean {
  return counts.moved === 0 && routes.length === 0
}

/** Members that hold things of their own, or nothing that the design means. */
const OTHERS: ReadonlySet<string> = new Set(['format', 'conflicts', 'estimate', ...Object.values(sections)])

function documentChanges(before: Design, after: Design): readonly FieldChange[] {
  const members = (design: Design) =>
    Object.fromEntries(Object.entries(design).filter(([member]) => !OTHERS.has(member)))
  return changedFields(members(before), members(after))
}
