import './row-list.css'
import { memo, type ReactNode, useEffect, useMemo } from 'react'
import { useRowFocus } from './use-row-focus'
import { type ListRow, useRowWindow } from './use-row-window'

export interface RowListProps<Row extends ListRow> {
  readonly label: string
  readonly rows: readonly Row[]
  /** The accessible name of a row; asked for those that are drawn. */
  readonly nameRow: (row: Row) => string
  /** The height in pixels that a row of a list of that width will have, more or less. */
  readonly guess: (row: Row, width: number) => number
  /** The row that was shown last; it is brought into view. */
  readonly current: string | undefined
  /** Enter, or a click beside its buttons. */
  readonly onAction: (row: Row) => void
  /** What is in a row. Only the active row's buttons are reached with Tab. The function must stay the same. */
  readonly children: (row: Row, active: boolean) => ReactNode
}

/**
 * A list that may have tens of thousands of rows, of different heights: only those in view are drawn. Arrow keys walk,
 * Enter acts, Tab reaches the buttons of a row. (A collection of react-aria-components would make an element for every
 * row on each change, which takes half a second for ten thousand.)
 */
export function RowList<Row extends ListRow>(props: RowListProps<Row>) {
  const { label, rows, nameRow, guess, current, onAction, children } = props
  const indexes = useMemo(() => new Map(rows.map(({ id }, index) => [id, index] as const)), [rows])
  const { scroller, tops, span, measure, look, reveal } = useRowWindow(rows, indexes, guess)
  const { active, makeActive, ...handlers } = useRowFocus({ rows, indexes, scroller, reveal, onAction })
  useEffect(() => {
    if (current === undefined) return
    makeActive(current)
    reveal(current)
  }, [current, makeActive, reveal])
  const draw = (index: number) => {
    const row = rows[index]
    if (!row) return null
    const away = index < span.from || index >= span.to
    return (
      <DrawnRow
        key={row.id}
        row={row}
        name={nameRow(row)}
        index={index}
        top={away ? tops[index] : undefined}
        active={index === active}
        current={row.id === current}
        measure={measure}
      >
        {children as DrawnRowProps['children']}
      </DrawnRow>
    )
  }
  const from = Math.min(span.from, rows.length)
  const to = Math.min(span.to, rows.length)
  const inView = Array.from({ length: to - from }, (_, n) => from + n)
  // In one list, or the active row would be another element as soon as it comes into view, and lose the focus.
  const drawn = active < from ? [active, ...inView] : active >= to ? [...inView, active] : inView
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table can't leave out the rows that are out of view.
    <div
      ref={scroller}
      role="grid"
      className="row-list"
      aria-label={label}
      aria-rowcount={rows.length}
      onScroll={look}
      {...handlers}
    >
      <div role="presentation" style={{ height: tops[from] }} />
      {drawn.map(draw)}
      <div role="presentation" style={{ height: (tops.at(-1) ?? 0) - (tops[to] ?? 0) }} />
    </div>
  )
}

interface DrawnRowProps {
  readonly row: ListRow
  readonly name: string
  readonly index: number
  /** Where it stands, if that is out of view. */
  readonly top: number | undefined
  readonly active: boolean
  readonly current: boolean
  readonly measure: (element: HTMLElement | null) => (() => void) | undefined
  readonly children: (row: ListRow, active: boolean) => ReactNode
}

/** Scrolling draws the rows at both ends only; those between stay as they are. */
const DrawnRow = memo(function DrawnRow(props: DrawnRowProps) {
  const { row, name, index, top, active, current, measure, children } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above.
    <div
      ref={measure}
      role="row"
      className={top === undefined ? 'row-list-row' : 'row-list-row row-list-away'}
      style={top === undefined ? undefined : { top }}
      data-row={row.id}
      aria-rowindex={index + 1}
      aria-label={name}
      aria-current={current || undefined}
      tabIndex={active ? 0 : -1}
    >
      <div role={row.heading ? 'rowheader' : 'gridcell'}>{children(row, active)}</div>
    </div>
  )
})
