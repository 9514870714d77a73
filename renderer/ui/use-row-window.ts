import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type Span, scrollFor, spanOf, topsOf } from './row-window'

export interface ListRow {
  readonly id: string
  /** A heading is passed over by the arrow keys. */
  readonly heading?: boolean
}

export interface RowWindow {
  /** For the element that scrolls. */
  readonly scroller: React.RefObject<HTMLDivElement | null>
  readonly tops: Float64Array
  /** The rows to draw. */
  readonly span: Span
  /** For the element of every row that is drawn. */
  readonly measure: (element: HTMLElement | null) => (() => void) | undefined
  /** To be called when it was scrolled. */
  readonly look: () => void
  /** Scrolls until a row is in view. */
  readonly reveal: (id: string) => void
}

/** Draws of a long list only what is in view. Heights are guessed for rows that were not drawn yet. */
export function useRowWindow<Row extends ListRow>(
  rows: readonly Row[],
  indexes: ReadonlyMap<string, number>,
  guess: (row: Row, width: number) => number,
): RowWindow {
  const scroller = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const { heights, measure } = useHeights()
  const tops = useMemo(
    () => topsOf(rows, (row) => heights.known.get(row.id) ?? guess(row, width)),
    [rows, heights, guess, width],
  )
  const { span, look } = useSpan(scroller, tops, setWidth)
  // Rows above it may turn out to be higher than was guessed: it is aimed at until its own height is known.
  const wanted = useRef<string>(undefined)
  const [, aimAgain] = useState({})
  useLayoutEffect(() => {
    const element = scroller.current
    const id = wanted.current
    const index = id === undefined ? undefined : indexes.get(id)
    if (!element || id === undefined || index === undefined) return
    const first = rows[index - 1]?.heading ? index - 1 : index
    element.scrollTop = scrollFor(tops, first, index, element.scrollTop, element.clientHeight)
    if (heights.known.has(id)) wanted.current = undefined
    look()
  })
  const reveal = useCallback((id: string) => {
    wanted.current = id
    aimAgain({})
  }, [])
  return { scroller, tops, span, measure, look, reveal }
}

/** The heights of the rows that were drawn; another object whenever one of them changes. */
function useHeights() {
  const [heights, setHeights] = useState<{ readonly known: Map<string, number> }>(() => ({
    known: new Map(),
  }))
  const { known } = heights
  const observer = useMemo(
    () =>
      new ResizeObserver((entries) => {
        const changed = entries.filter(({ target, borderBoxSize: [box] }) => {
          const id = (target as HTMLElement).dataset.row
          // A row that is gone has no height any more; what it had is remembered for its return.
          if (id === undefined || !box || box.blockSize === 0 || known.get(id) === box.blockSize) return false
          known.set(id, box.blockSize)
          return true
        })
        if (changed.length > 0) setHeights({ known })
      }),
    [known],
  )
  useEffect(() => () => observer.disconnect(), [observer])
  const measure = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined
      observer.observe(element)
      return () => observer.unobserve(element)
    },
    [observer],
  )
  return { heights, measure }
}

const NOTHING: Span = { from: 0, to: 0 }

/** The rows in view. */
function useSpan(
  scroller: React.RefObject<HTMLDivElement | null>,
  tops: Float64Array,
  setWidth: (width: number) => void,
) {
  const [span, setSpan] = useState(NOTHING)
  const look = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const next = spanOf(tops, element.scrollTop, element.clientHeight)
    setSpan((old) => (old.from === next.from && old.to === next.to ? old : next))
  }, [scroller, tops])
  useLayoutEffect(look, [look])
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => {
      setWidth(element.clientWidth)
      look()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, look, setWidth])
  return { span, look }
}
