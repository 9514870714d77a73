import type { Row } from '../../shared/convert/conversion'
import type { Side } from '../../shared/convert/convert'
import { pointerInWords } from '../../shared/convert/pointer-words'
import { labelOf } from '../../shared/elements/kinds'
import { type Graph, nameOf, resolved } from '../../shared/graph/graph'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Glyph } from '../ui/glyph'

const GLYPH = { lost: 'warning', changed: 'advice', same: 'ok' } as const

/** What needs a look comes first. */
const ORDER = ['lost', 'changed', 'same'] as const satisfies readonly Row['kind'][]

interface Props {
  readonly rows: readonly Row[]
  /** What is converted; its own members come first. */
  readonly of: string
  /** Where it goes. */
  readonly side: Side
  readonly graph: Graph
}

/** The members of both sides beside each other, by the element that they are read from. */
export function ComparisonTable({ rows, of, side, graph }: Props) {
  const from: Side = side === 'ecs' ? 'kubernetes' : 'ecs'
  const elements = [...new Set([of, ...rows.map(({ element }) => element)])]
  const told = elements.filter((id) => rows.some(({ element }) => element === id))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard.
    <section className="convert-scroll" aria-label={t('convert.table')} tabIndex={0}>
      <table className="convert-table">
        <thead>
          <tr>
            <th scope="col">{t(`convert.side.${from}`)}</th>
            <th scope="col">{t(`convert.side.${side}`)}</th>
            <th scope="col">{t('convert.note')}</th>
          </tr>
        </thead>
        {told.map((element) => (
          <tbody key={element}>
            <tr>
              <th scope="rowgroup" colSpan={3} className="convert-element">
                {nameOf(graph, element)}
                <span>{words(labelOf(graph.element(element)?.kind ?? ''))}</span>
              </th>
            </tr>
            {sorted(rows.filter((row) => row.element === element)).map((row, index) => (
              // One member may have become several.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
              <MemberRow key={index} row={row} graph={graph} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function sorted(rows: readonly Row[]): readonly Row[] {
  return ORDER.flatMap((kind) => rows.filter((row) => row.kind === kind))
}

function MemberRow({ row, graph }: { readonly row: Row; readonly graph: Graph }) {
  const { kind, pointer, value, to, note } = row
  return (
    <tr data-kind={kind}>
      <td>
        <Member place={pointerInWords(pointer)} value={valueText(graph, value)} />
      </td>
      <td>
        {to ? (
          <Member place={placeText(to)} value={valueText(graph, to.value)} />
        ) : (
          <span className="convert-none">{t('convert.none')}</span>
        )}
      </td>
      <td>
        <span className="convert-state" data-tone={GLYPH[kind]}>
          <Glyph name={GLYPH[kind]} />
          <span>{note === undefined ? t(`convert.kind.${kind}`) : words(note)}</span>
        </span>
      </td>
    </tr>
  )
}

function Member({ place, value }: { readonly place: string; readonly value: string }) {
  return (
    <>
      <span className="convert-place">{place}</span>
      <code title={value}>{value}</code>
    </>
  )
}

function placeText({ object, pointer }: NonNullable<Row['to']>): string {
  return pointer === '' ? object : `${object} · ${pointerInWords(pointer)}`
}

/** Values are looked over here; the inspector has them whole. */
const LONGEST = 160

function valueText(graph: Graph, value: unknown): string {
  if (value === undefined) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const shown = resolved(graph, text)
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown
}
