/**
 * What differs between two designs, as far as a review is concerned: elements and their fields, lines, the document,
 * waivers, talk and problems; what only moved is told apart. Elements are matched first, so nothing here depends on ids
 * that differ between the two.
 */
import type { Design, Waiver } from '../../design/design'
import { displayName } from '../../elements/kinds'
import { graphOf, nameOf } from '../../graph/graph'
import { changedFields, type FieldChange } from './fields'
import { type LineChange, lineChanges } from './lines'
import { matchElements } from './match'
import { type ProblemChanges, problemChanges } from './problem-changes'
import { withIdsOf } from './same-ids'
import { type ThingChange, thingChanges } from './things'

export type { FieldChange } from './fields'
export type { LineChange } from './lines'
export type { ProblemChanges } from './problem-changes'
export type { ThingChange } from './things'

export interface ElementChange {
  /** Of the element in `after`; of a removed one in the renamed `before`, where no element of `after` has it. */
  readonly id: string
  readonly kind: string
  /** As people see it; of a renamed element the new one. */
  readonly name: string
  /** `moved`: it means the same and is drawn elsewhere, or larger, or in front of others. */
  readonly status: 'added' | 'removed' | 'changed' | 'moved'
  /** What means something else; pointers are into the element (`/spec/cpu`). Empty where it came, went or only moved. */
  readonly fields: readonly FieldChange[]
  /** Where it is drawn: `/layout/x`, `/networkLayout/width`. A changed element may have moved, too. */
  readonly moves: readonly FieldChange[]
}

export interface Comparison {
  /** The old design with the ids of the new one, so that everything can be compared by id. */
  readonly before: Design
  readonly after: Design
  /** Ids of the old design as it was given, and those of the same elements in the new one. */
  readonly matched: ReadonlyMap<string, string>
  /** In the order of the new design, removed ones behind. */
  readonly elements: readonly ElementChange[]
  /** Derived and stored lines that came, went or say something else. */
  readonly lines: readonly LineChange[]
  /** Members of the document: `/name`, `/region`, `/account` and what other tools wrote. */
  readonly document: readonly FieldChange[]
  readonly waivers: readonly ThingChange<Waiver>[]
  /** Lines that somebody bent otherwise, by their ids. */
  readonly routes: readonly string[]
  /** Found when they are asked for, and then remembered. */
  readonly problems: ProblemChanges
  readonly counts: Counts
}

export interface Counts {
  /** Elements. */
  readonly added: number
  readonly removed: number
  readonly changed: number
  /** Elements that only moved. */
  readonly moved: number
  /** Stored lines that no changed element says, and members of the document. */
  readonly lines: number
  readonly document: number
  readonly waivers: number
}

/** Compares two states of a design, or two designs. */
export function compareDesigns(before: Design, after: Design): Comparison {
  const matched = matchElements(before, after)
  const old = withIdsOf(before, after, matched)
  const elements = elementChanges(old, after)
  const lines = lineChanges(old, after)
  const document = documentChanges(old, after)
  const waivers = thingChanges(old.waivers ?? {}, after.waivers ?? {})
  let problems: ProblemChanges | undefined
  return {
    before: old,
    after,
    matched,
    elements,
    lines,
    document,
    waivers,
    routes: thingChanges(old.routes ?? {}, after.routes ?? {}).map(({ id }) => id),
    get problems() {
      problems ??= problemChanges(old, after)
      return problems
    },
    counts: {
      added: count(elements, 'added'),
      removed: count(elements, 'removed'),
      changed: count(elements, 'changed'),
      moved: count(elements, 'moved'),
      lines: lines.filter(({ stored }) => stored).length,
      document: document.length,
      waivers: waivers.length,
    },
  }
}

/** Does nothing differ in what the designs mean? What only moved, and what was said about them, is no difference. */
export function meansTheSame({ counts }: Comparison): boolean {
  const { added, removed, changed, lines, document, waivers } = counts
  return added + removed + changed + lines + document + waivers === 0
}

function count(elements: readonly ElementChange[], status: ElementChange['status']): number {
  return elements.filter((change) => change.status === status).length
}

function elementChanges(before: Design, after: Design): readonly ElementChange[] {
  const found: ElementChange[] = []
  const ids = new Set([...Object.keys(after.elements), ...Object.keys(before.elements)])
  for (const id of ids) {
    const change = elementChange(id, before, after)
    if (change) found.push(change)
  }
  return found
}

function elementChange(id: string, before: Design, after: Design): ElementChange | undefined {
  const was = own(before.elements, id)
  const is = own(after.elements, id)
  const element = is ?? was
  if (!element) return undefined
  const about = { id, kind: element.kind, name: nameIn(is ? after : before, id) }
  if (!was || !is) return { ...about, status: is ? 'added' : 'removed', fields: [], moves: [] }
  const fields = changedFields(was, is)
  const moves = placesOf(id, before, after)
  if (fields.length === 0 && moves.length === 0) return undefined
  return { ...about, status: fields.length > 0 ? 'changed' : 'moved', fields, moves }
}

function nameIn(design: Design, id: string): string {
  const element = own(design.elements, id)
  return element ? nameOf(graphOf(design), id) || displayName(id, element) : id
}

/** Both nestings have places of their own. */
function placesOf(id: string, before: Design, after: Design): readonly FieldChange[] {
  return (['layout', 'networkLayout'] as const).flatMap((nesting) =>
    changedFields(own(before[nesting] ?? {}, id) ?? {}, own(after[nesting] ?? {}, id) ?? {}, [nesting]),
  )
}

/** Members that hold things of their own, or what was said about the design. */
const OTHERS: ReadonlySet<string> = new Set([
  ...['format', 'elements', 'connections', 'waivers', 'layout', 'networkLayout', 'routes'],
  ...['threads', 'approvals', 'estimate'],
])

function documentChanges(before: Design, after: Design): readonly FieldChange[] {
  const members = (design: Design) =>
    Object.fromEntries(Object.entries(design).filter(([member]) => !OTHERS.has(member)))
  return changedFields(members(before), members(after))
}

function own<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined
}
