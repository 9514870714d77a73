import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { kindOf } from '../../shared/elements/kinds'
import { layoutOf } from '../../shared/figures/view'
import { parentsIn } from '../../shared/graph/nestings'
import { useApp, useAppState, useGraph, useProblems } from '../app-context'
import { useGesture } from '../canvas/gesture'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { dragFrom } from './outline-drag'
import {
  clickInOutline,
  doubleClickInOutline,
  keyInOutline,
  menuInOutline,
  type OutlineHands,
  rowUnder,
} from './outline-hands'
import { OutlineItem, ROW_HEIGHT, rowId } from './outline-item'
import { nameOfRow } from './outline-names'
import { badgeOfRow } from './outline-problems'
import { closedAround, keyOf, type OutlineRow } from './outline-rows'
import { focusOutline, outlineState, toggleRows, useOutline } from './outline-state'
import { useFixedRows } from './use-fixed-rows'

/**
 * The elements of the design as a tree. The tree itself has the focus and names the active row, so that the keyboard
 * keeps its place whatever happens to the rows; only those in view are drawn.
 */
export function OutlineTree({ rows }: { readonly rows: readonly OutlineRow[] }) {
  const app = useApp()
  const graph = useGraph()
  const { scroller, span, look, reveal, page } = useFixedRows(rows.length, ROW_HEIGHT)
  const indexes = useMemo(() => new Map(rows.map(({ key }, index) => [key, index])), [rows])
  const active = useActive(rows, indexes)
  const anchor = useRef<string>(undefined)
  const typed = useRef({ text: '', at: 0 })
  const hands: OutlineHands = { app, graph, rows, active, anchor, typed, reveal, page }
  useFollow(indexes, reveal)
  useAsked()
  const from = Math.min(span.from, rows.length)
  const to = Math.min(span.to, rows.length)
  const inView = Array.from({ length: to - from }, (_, n) => from + n)
  const isAway = active < from || active >= to
  const drawn =
    !isAway || rows.length === 0 ? inView : active < from ? [active, ...inView] : [...inView, active]
  const now = rows[active]
  return (
    <div
      ref={scroller}
      role="tree"
      className="outline-tree"
      tabIndex={0}
      aria-label={t('outline.tree')}
      aria-multiselectable
      aria-activedescendant={now && rowId(now.key)}
      onScroll={look}
      onKeyDown={(event) => keyInOutline(hands, event)}
      onClick={(event) => clickInOutline(hands, event)}
      onDoubleClick={(event) => doubleClickInOutline(hands, event)}
      onContextMenu={(event) => menuInOutline(hands, event)}
      onPointerDown={(event) => {
        const row = rows[rowUnder(hands, event.target)]
        if (row && !(event.target as HTMLElement).closest('input, [data-toggle]')) dragFrom(app, row, event)
      }}
    >
      <div role="presentation" className="outline-rows" style={{ height: rows.length * ROW_HEIGHT }}>
        <Rows rows={rows} drawn={drawn} active={active} />
      </div>
    </div>
  )
}

interface RowsProps {
  readonly rows: readonly OutlineRow[]
  readonly drawn: readonly number[]
  readonly active: number
}

function Rows({ rows, drawn, active }: RowsProps) {
  const graph = useGraph()
  const nesting = useAppState((state) => state.nesting)
  const parents = parentsIn(graph, nesting)
  const layout = useAppState((state) => layoutOf(designOf(state), state.nesting))
  const elements = useAppState((state) => designOf(state).elements)
  const selection = useAppState((state) => state.selection)
  const problems = useProblems()
  const renaming = useOutline((state) => state.renaming)
  const target = useGesture((gesture) => (gesture.dropping ? gesture.dropTarget : undefined))
  return drawn.map((index) => {
    const row = rows[index]
    if (!row) return null
    const { id, pointer } = row
    const kind = elements[id]?.kind ?? ''
    const chosen = selection.row
    const selected =
      selection.ids.has(id) && (chosen?.element === id ? chosen.pointer === pointer : pointer === undefined)
    return (
      <OutlineItem
        key={row.key}
        row={row}
        top={index * ROW_HEIGHT}
        kind={kind}
        kindLabel={words(kindOf(kind)?.label ?? kind)}
        name={nameOfRow(graph, row)}
        active={index === active}
        selected={selected}
        target={pointer === undefined && target === id}
        renaming={pointer === undefined && renaming === id}
        locked={pointer === undefined && elements[id]?.locked === true}
        folded={pointer === undefined && layout[id]?.collapsed === true}
        badge={badgeOfRow(parents, problems, row)}
      />
    )
  })
}

/** The active row; when it goes, the one in its place takes over. */
function useActive(rows: readonly OutlineRow[], indexes: ReadonlyMap<string, number>): number {
  const key = useOutline((state) => state.active)
  const last = useRef(0)
  const found = indexes.get(key ?? '')
  const active = found ?? Math.max(0, Math.min(last.current, rows.length - 1))
  useEffect(() => {
    last.current = active
  }, [active])
  return active
}

/** What is selected elsewhere shows in the tree, with all that is around it opened. */
function useFollow(indexes: ReadonlyMap<string, number>, reveal: (index: number) => void): void {
  const graph = useGraph()
  const nesting = useAppState((state) => state.nesting)
  const selection = useAppState((state) => state.selection)
  const wanted = useRef<string>(undefined)
  const follow = useEffectEvent(() => {
    const { active, toggled } = outlineState.getState()
    const { ids, row } = selection
    const elements = [...ids].filter((id) => graph.element(id))
    const last = elements.at(-1)
    if (last === undefined) return
    const key = row ? keyOf(row.element, row.pointer) : last
    // The row that the keys are for is among what is selected: it was chosen here.
    if (active === key || (!row && elements.includes(active ?? ''))) return
    toggleRows(closedAround(parentsIn(graph, nesting), toggled, row?.element ?? last, row !== undefined))
    outlineState.setState({ active: key })
    wanted.current = key
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something else is selected
  useEffect(follow, [selection])
  useEffect(() => {
    const index = indexes.get(wanted.current ?? '')
    if (index === undefined) return
    wanted.current = undefined
    reveal(index)
  })
}

/** The tree was asked for: it takes the focus. */
function useAsked(): void {
  const asked = useOutline((state) => state.asked)
  const known = useRef(0)
  useEffect(() => {
    if (asked === known.current) return
    known.current = asked
    focusOutline()
  }, [asked])
}
