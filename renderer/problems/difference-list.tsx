import './difference-list.css'
import { cut } from '../../shared/basics/quote'
import type { Design } from '../../shared/design/design'
import { type Comparison, compareDesigns, type ElementChange } from '../../shared/review/compare/comparison'
import { fieldPlace } from '../../shared/review/compare/field-place'
import {
  documentPlace,
  elementTitle,
  lineName,
  storedLines,
  waiverSentence,
} from '../../shared/review/compare/words'
import { t } from '../strings/strings'
import { words } from '../strings/words'

interface Props {
  readonly before: Design
  readonly after: Design
  /** How many are shown; the rest is only counted. */
  readonly most?: number
}

/** Before and after, member by member: what a fix or a switch would do. */
export function DifferenceList({ before, after, most = Number.POSITIVE_INFINITY }: Props) {
  const list = rowsOf(compareDesigns(before, after))
  return (
    <ul className="differences">
      {list.slice(0, most).map((one) => (
        <li key={one.key} className="difference">
          <span className="difference-where">{one.where}</span>
          <span className="difference-values">
            <Value side="before" value={one.before} />
            <Value side="after" value={one.after} />
          </span>
        </li>
      ))}
      {list.length > most && (
        <li className="difference-where">{t('differences.more', { count: list.length - most })}</li>
      )}
    </ul>
  )
}

interface Row {
  readonly key: string
  readonly where: string
  readonly before?: unknown
  readonly after?: unknown
}

/** The document, elements and what differs in them, lines that no spec holds, waivers. */
function rowsOf(comparison: Comparison): readonly Row[] {
  const { before, after, elements, document, waivers } = comparison
  const lines = storedLines(comparison).map(
    (line): Row => ({
      key: `line ${line.id}`,
      where: words(lineName(comparison, line)),
      ...(Object.hasOwn(before.connections, line.id) && { before: before.connections[line.id] }),
      ...(Object.hasOwn(after.connections, line.id) && { after: after.connections[line.id] }),
    }),
  )
  return [
    ...document.map(({ pointer, ...values }) => ({
      key: `design${pointer}`,
      where: words(documentPlace(pointer)),
      ...values,
    })),
    ...elements.flatMap((change) => elementRows(comparison, change)),
    ...lines,
    ...waivers.map((change) => ({
      key: `waiver ${change.id}`,
      where: words(waiverSentence(comparison, change)),
    })),
  ]
}

function elementRows({ before, after }: Comparison, change: ElementChange): readonly Row[] {
  const { id, kind, status, fields } = change
  const title = words(elementTitle(change))
  if (status === 'added') return [{ key: id, where: title, after: after.elements[id] }]
  if (status === 'removed') return [{ key: id, where: title, before: before.elements[id] }]
  return fields.map(({ pointer, ...values }) => ({
    key: `${id}${pointer}`,
    where: `${title} · ${words(fieldPlace(kind, pointer).text)}`,
    ...values,
  }))
}

function Value({ side, value }: { readonly side: 'before' | 'after'; readonly value: unknown }) {
  if (value === undefined) return null
  return (
    <span className="difference-value" data-side={side}>
      <span className="difference-sign" aria-hidden="true">
        {side === 'before' ? '−' : '+'}
      </span>
      <span className="visually-hidden">{t(`differences.${side}`)}</span>
      <span>{shortValue(value)}</span>
    </span>
  )
}

/** Characters of a value, with the ellipsis of a longer one. */
const LONGEST = 401

/** A list or object in one line as long as that can be read. */
export function shortValue(value: unknown): string {
  const spec = isElement(value) ? value.spec : value
  const line = typeof spec === 'string' ? spec : JSON.stringify(spec)
  const text = line.length <= 60 || typeof spec === 'string' ? line : JSON.stringify(spec, null, 2)
  return cut(text, LONGEST)
}

function isElement(value: unknown): value is { readonly spec: object } {
  return typeof value === 'object' && value !== null && 'kind' in value && 'spec' in value
}
