/** The list of a comparison, row by row. Pure. */
import type { CostDifference } from '../../shared/cost/difference'
import type { Comparison, FieldChange, ProblemChanges } from '../../shared/review/compare/comparison'
import { fieldPlace } from '../../shared/review/compare/field-place'
import { withoutSecrets } from '../../shared/review/compare/value-text'
import { documentPlace, talkWords } from '../../shared/review/compare/words'
import type { Problem } from '../../shared/rules/problem'
import type { Text } from '../../shared/texts/text'
import type { ListRow } from '../ui/use-row-window'
import type { Change } from './changes'
import { elementKey } from './changes'
import { type CostLine, costLines } from './cost-rows'

export type Section = 'elements' | 'lines' | 'document' | 'waivers' | 'problems' | 'cost' | 'review'

export type Row = ListRow &
  (
    | { readonly what: 'section'; readonly section: Section }
    | { readonly what: 'change'; readonly change: Change; readonly isOpen: boolean | undefined }
    | {
        readonly what: 'field'
        readonly change: Change
        readonly field: FieldChange
        readonly isWhole: boolean
      }
    | { readonly what: 'more'; readonly change: Change; readonly count: number }
    | { readonly what: 'problem'; readonly problem: Problem; readonly state: 'appeared' | 'mended' }
    | { readonly what: 'checking' | 'no-problems' }
    | { readonly what: 'cost'; readonly line: CostLine; readonly isAlike: boolean }
    | { readonly what: 'talk'; readonly text: Text }
  )

interface Told {
  readonly comparison: Comparison
  readonly changes: readonly Change[]
  /** Undefined while they are being looked for. */
  readonly problems: ProblemChanges | undefined
  /** Undefined while the prices are being loaded. */
  readonly cost: CostDifference | undefined
  /** Rows that were opened: all fields of an element, or all of a value. */
  readonly opened: ReadonlySet<string>
}

/** Fields of one element that are listed without being asked for. */
const MOST_FIELDS = 12

/** The rows: what changed, what that did to the problems, and what was said. */
export function rowsOf(told: Told): readonly Row[] {
  const of = (...kinds: readonly Change['of'][]) => told.changes.filter((change) => kinds.includes(change.of))
  return [
    ...section(
      'elements',
      of('element').flatMap((change) => changeRows(change, told)),
    ),
    ...section(
      'lines',
      of('line').flatMap((change) => changeRows(change, told)),
    ),
    ...section(
      'document',
      of('document').flatMap((change) => fieldRows(change, told)),
    ),
    ...section(
      'waivers',
      of('waiver').flatMap((change) => changeRows(change, told)),
    ),
    ...section('problems', problemRows(told.problems)),
    ...section('cost', costRows(told.cost)),
    ...section('review', talkRows(told.comparison)),
  ]
}

function section(name: Section, rows: readonly Row[]): readonly Row[] {
  return rows.length === 0
    ? []
    : [{ id: `# ${name}`, heading: true, what: 'section', section: name }, ...rows]
}

function changeRows(change: Change, told: Told): readonly Row[] {
  const { key } = change
  const whole = wholeOf(change, told.comparison)
  const isOpen = told.opened.has(key)
  const head: Row = { id: key, what: 'change', change, isOpen: whole ? isOpen : undefined }
  if (whole)
    return isOpen
      ? [head, { id: `${key} whole`, what: 'field', change, field: whole, isWhole: true }]
      : [head]
  return [head, ...fieldRows(change, told)]
}

/** What came or went can be looked at as a whole. */
function wholeOf(change: Change, { before, after }: Comparison): FieldChange | undefined {
  if (change.of !== 'element') return undefined
  const { id, status } = change.element
  if (status === 'added') return { pointer: '', after: after.elements[id]?.spec }
  if (status === 'removed') return { pointer: '', before: before.elements[id]?.spec }
  return undefined
}

function fieldRows(change: Change, { opened }: Told): readonly Row[] {
  const { key, fields } = change
  const all = opened.has(`${key} fields`) || fields.length <= MOST_FIELDS + 1
  const shown = all ? fields : fields.slice(0, MOST_FIELDS)
  const rows = shown.map((field): Row => {
    const id = `${key} ${field.pointer}`
    return { id, what: 'field', change, field, isWhole: opened.has(id) }
  })
  if (all) return rows
  return [...rows, { id: `${key} fields`, what: 'more', change, count: fields.length - MOST_FIELDS }]
}

function problemRows(problems: ProblemChanges | undefined): readonly Row[] {
  if (!problems) return [{ id: 'checking', what: 'checking' }]
  const { appeared, mended } = problems
  if (appeared.length + mended.length === 0) return [{ id: 'no-problems', what: 'no-problems' }]
  const rows = (state: 'appeared' | 'mended') =>
    problems[state].map(
      (problem, index): Row => ({ id: `${state} ${index}`, what: 'problem', problem, state }),
    )
  return [...rows('appeared'), ...rows('mended')]
}

function costRows(cost: CostDifference | undefined): readonly Row[] {
  if (!cost) return []
  const { isAlike } = cost
  return costLines(cost).map((line): Row => ({ id: line.id, what: 'cost', line, isAlike }))
}

function talkRows(comparison: Comparison): readonly Row[] {
  return talkWords(comparison).map((text, index): Row => ({ id: `talk ${index}`, what: 'talk', text }))
}

/** `Containers › api › Image`: a field as the inspector calls it. */
export function fieldTitle(change: Change, { pointer }: FieldChange): Text {
  return change.of === 'element' ? fieldPlace(change.element.kind, pointer).text : documentPlace(pointer)
}

/** A value as it is written, without what looks like a secret: text as it is, all else as JSON. */
export function valueText(pointer: string, secret: unknown): string {
  const value = withoutSecrets(pointer, secret)
  if (typeof value === 'string') return value
  const line = JSON.stringify(value) ?? ''
  return line.length <= 60 ? line : JSON.stringify(value, null, 2)
}

/** The key of the change that a row belongs to. */
export function changeOfRow(row: Row, changes: readonly Change[]): Change | undefined {
  if ('change' in row) return row.change
  if (row.what !== 'problem') return undefined
  return changes.find(({ key }) => key === elementKey(row.problem.element))
}
