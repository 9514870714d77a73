/** Changes in words: what a list, a report or a pull request says of each. */

import { visible } from '../../basics/characters'
import { own } from '../../basics/own'
import type { Approval, Design, Thread } from '../../design/design'
import { labelOf } from '../../elements/kinds'
import { sentence } from '../../elements/meanings'
import { readable } from '../../figures/figure-of'
import { graphOf, nameOf } from '../../graph/graph'
import type { JudgedProblem } from '../../rules/waivers'
import { inWords, type Phrase, say, type Text, term } from '../../texts/text'
import type { Comparison, ElementChange, FieldChange, LineChange, ThingChange } from './comparison'
import { type FieldPlace, fieldPlace } from './field-place'
import { valueText } from './value-text'

export type Status = ElementChange['status']

/** Stands before what came, went, changed or moved; never colour alone. */
export const signs: Readonly<Record<Status, string>> = { added: '+', removed: '−', changed: '~', moved: '↔' }

/** What became of an element. */
export const statusWords = {
  added: term('added'),
  removed: term('removed'),
  changed: term('changed'),
  moved: term('moved'),
} as const satisfies Record<Status, Text>

/** `Service “orders-api”`. */
export function elementTitle({ kind, name }: Pick<ElementChange, 'kind' | 'name'>): Phrase {
  return say`${labelOf(kind)} “${name}”`
}

/** What is different in a changed element, field by field. */
export function elementSentences(comparison: Comparison, change: ElementChange): readonly Text[] {
  return change.fields.map((field) => fieldSentence(comparison, change, field))
}

/** `Task CPU: 512 → 1024 CPU units`, `Containers › api › Image: nginx:1.27 → nginx:1.28`. */
export function fieldSentence(
  comparison: Comparison,
  { kind }: Pick<ElementChange, 'kind'>,
  change: FieldChange,
): Text {
  const { before, after } = comparison
  const place = placeOf(comparison, kind, change)
  const was = change.before === undefined ? undefined : valueText(before, change.pointer, change.before)
  const is = change.after === undefined ? undefined : valueText(after, change.pointer, change.after)
  return changeText(place.text, was, is, place.field?.unit)
}

/** Where a change is; what a list names by a reference is said by its name. */
export function placeOf(
  { before, after }: Pick<Comparison, 'before' | 'after'>,
  kind: string,
  { pointer, after: is }: FieldChange,
): FieldPlace {
  const graph = graphOf(is === undefined ? before : after)
  return fieldPlace(kind, pointer, (text) => readable(graph, text))
}

function changeText(
  place: Text,
  was: Text | undefined,
  is: Text | undefined,
  unit: string | undefined,
): Text {
  if (was !== undefined && is !== undefined) {
    return unit === undefined ? say`${place}: ${was} → ${is}` : say`${place}: ${was} → ${is} ${term(unit)}`
  }
  if (was === undefined)
    return is === '' || is === undefined ? say`${place}: added` : say`${place}: added ${is}`
  return was === '' ? say`${place}: removed` : say`${place}: removed ${was}`
}

const MEMBERS: Readonly<Record<string, Text>> = {
  '/name': term('Name of the design'),
  '/region': term('Region'),
  '/account': term('Account'),
}

/** What a member of the document is called. */
export function documentPlace(pointer: string): Text {
  return own(MEMBERS, pointer) ?? visible(pointer)
}

/** A change of the document itself. */
export function documentSentence({ before, after }: Comparison, change: FieldChange): Text {
  const { pointer } = change
  const text = (value: unknown, design: Design) =>
    value === undefined ? undefined : valueText(design, pointer, value)
  return changeText(documentPlace(pointer), text(change.before, before), text(change.after, after), undefined)
}

/** Where one side is a file that speaks of a few elements: how many were compared. */
export function comparedText({ about, before, after }: Comparison): Text | undefined {
  if (!about) return undefined
  const all = Math.max(...[before, after].map(({ elements }) => Object.keys(elements).length))
  return say`Only what the file speaks of was compared: elements ${about.length} of ${all}.`
}

/** `orders-task mounts shared-data`, with what became of that line. */
export function lineSentence(comparison: Comparison, line: LineChange): Text {
  const { status } = line
  const said = lineName(comparison, line)
  if (status === 'added') return say`New line: ${said}`
  if (status === 'removed') return say`No longer: ${said}`
  const label = (connection: LineChange['after']): Text =>
    connection?.label === undefined ? term('nothing') : visible(connection.label)
  return say`${said}: ${label(line.before)} → ${label(line.after)}`
}

/** `Task definition “orders” mounts EFS file system “shared-data”`. */
export function lineName(comparison: Comparison, { from, meaning, to }: LineChange): Text {
  return sentence(titleOf(comparison, from), meaning, titleOf(comparison, to))
}

/** Lines that no changed element says: those that are stored. All others follow from fields, and are told there. */
export function storedLines({ lines }: Comparison): readonly LineChange[] {
  return lines.filter(({ stored }) => stored)
}

/** One name may be that of several things, so the kind is said, too. */
function titleOf(comparison: Comparison, id: string): Text {
  const design = designWith(comparison, id)
  const kind = design?.elements[id]?.kind
  return kind === undefined ? id : elementTitle({ kind, name: nameIn(comparison, id) })
}

/** What people call an element of either design. */
export function nameIn(comparison: Comparison, id: string): string {
  const design = designWith(comparison, id)
  return design ? nameOf(graphOf(design), id) : id
}

function designWith({ before, after }: Comparison, id: string): Design | undefined {
  return [after, before].find(({ elements }) => Object.hasOwn(elements, id))
}

/** How it is drawn otherwise: moved, resized, locked, …, whichever of these apply. */
export function moveWords({ moves }: Pick<ElementChange, 'moves'>): Text {
  const last = new Set(moves.map(({ pointer }) => pointer.slice(pointer.lastIndexOf('/') + 1)))
  const found = DRAWN.filter(({ members }) => members.some((member) => last.has(member))).map(
    ({ words }) => words,
  )
  return inWords(found.length > 0 ? found : [term('drawn otherwise')], 'and')
}

const DRAWN: readonly { readonly members: readonly string[]; readonly words: Text }[] = [
  { members: ['x', 'y', 'layout', 'networkLayout'], words: term('drawn elsewhere') },
  { members: ['width', 'height'], words: term('of another size') },
  { members: ['z'], words: term('before or behind others') },
  { members: ['collapsed'], words: term('collapsed or opened') },
  { members: ['locked'], words: term('locked or unlocked') },
  { members: ['inside'], words: term('in another frame') },
]

/** Waivers that were given, taken back or changed. */
export function waiverSentence(comparison: Comparison, change: Comparison['waivers'][number]): Text {
  const waiver = change.after ?? change.before
  const name = nameIn(comparison, waiver?.element ?? '')
  const rule = visible(waiver?.rule ?? '')
  const reason = visible(waiver?.reason ?? '')
  if (change.status === 'added') return say`Rule ${rule} is waived for “${name}”: “${reason}”`
  if (change.status === 'removed') return say`Rule ${rule} is no longer waived for “${name}”`
  return say`The waiver of rule ${rule} for “${name}” is another: “${reason}”`
}

/** `error`, or `waived error` where somebody accepts it. */
export function severityWords({ severity, waiver }: JudgedProblem): Text {
  return waiver ? say`waived ${term(severity)}` : term(severity)
}

/** What was said and agreed meanwhile, counted: it changes nothing of the design. */
export function talkWords({ threads, approvals }: Comparison): readonly Text[] {
  const replies = threads.filter(
    (change) => comments(change.after) > comments(change.before) && change.before,
  )
  const became = (open: boolean) =>
    threads.filter(
      ({ before, after }) => before && after && isOpen(before) !== open && isOpen(after) === open,
    ).length
  return [
    several(howMany(threads, 'added'), term('1 thread more'), (n) => say`${n} threads more`),
    several(howMany(threads, 'removed'), term('1 thread less'), (n) => say`${n} threads less`),
    several(replies.length, term('replies in 1 thread'), (n) => say`replies in ${n} threads`),
    several(became(false), term('1 thread resolved'), (n) => say`${n} threads resolved`),
    several(became(true), term('1 thread reopened'), (n) => say`${n} threads reopened`),
    several(howMany(approvals, 'added'), term('1 approval more'), (n) => say`${n} approvals more`),
    several(howMany(approvals, 'removed'), term('1 approval less'), (n) => say`${n} approvals less`),
  ].filter((text) => text !== undefined)
}

function howMany(
  changes: readonly ThingChange<Thread | Approval>[],
  status: ThingChange<Thread>['status'],
): number {
  return changes.filter((change) => change.status === status).length
}

function comments(thread: Thread | undefined): number {
  return thread ? Object.keys(thread.comments).length : 0
}

function isOpen({ resolved }: Thread): boolean {
  return resolved === undefined
}

function several(n: number, one: Text, many: (n: number) => Text): Text | undefined {
  return n === 0 ? undefined : n === 1 ? one : many(n)
}

/** `2 added, 1 removed, 3 changed, 4 moved`; what there is none of is left out. */
export function summaryText({ counts, document, waivers }: Comparison): Text {
  const { added, removed, changed, moved, lines } = counts
  const parts = [
    several(added, term('1 added'), (n) => say`${n} added`),
    several(removed, term('1 removed'), (n) => say`${n} removed`),
    several(changed, term('1 changed'), (n) => say`${n} changed`),
    several(lines, term('1 line'), (n) => say`${n} lines`),
    several(document.length, term('1 setting of the design'), (n) => say`${n} settings of the design`),
    several(waivers.length, term('1 waiver'), (n) => say`${n} waivers`),
    several(moved, term('1 only moved'), (n) => say`${n} only moved`),
  ].filter((text) => text !== undefined)
  return parts.length > 0 ? inWords(parts, 'and') : term('no changes')
}
