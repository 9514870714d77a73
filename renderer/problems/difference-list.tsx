import './difference-list.css'
import { fromPointer } from '../../shared/basics/json'
import { cut } from '../../shared/basics/quote'
import type { Design } from '../../shared/design/design'
import { type Difference, differences } from '../../shared/design/differences'
import { kindOf } from '../../shared/elements/kinds'
import { graphOf, nameOf } from '../../shared/graph/graph'
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
  const list = differences(before, after)
  return (
    <ul className="differences">
      {list.slice(0, most).map((one) => (
        <li key={`${one.of} ${one.id}${one.pointer}`} className="difference">
          <span className="difference-where">{where(one, before, after)}</span>
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

function where({ id, of, pointer, after: value }: Difference, before: Design, after: Design): string {
  if (of === 'connection') return t('differences.line', { id })
  const design = value === undefined || !Object.hasOwn(after.elements, id) ? before : after
  const kind = words(kindOf(design.elements[id]?.kind ?? '')?.label ?? '')
  const name = `${kind} “${nameOf(graphOf(design), id)}”`
  return pointer === '' ? name : `${name} · ${fromPointer(pointer).join(' › ')}`
}
