import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { Span } from '../ui/row-window'

/** Rows are drawn a little beyond what is in view, so that scrolling finds them there. */
const BEYOND = 8

export interface FixedRows {
  /** For the element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>
  /** The rows to draw. */
  readonly span: Span
  /** To be called when it was scrolled. */
  readonly look: () => void
  /** Scrolls until a row is in view. */
  readonly reveal: (index: number) => void
  /** How many rows are in view. */
  readonly page: () => number
}

/** Draws of a long list of rows of one height only what is in view. */
export function useFixedRows(count: number, height: number): FixedRows {
  const scroller = useRef<HTMLDivElement>(null)
  const [span, setSpan] = useState<Span>({ from: 0, to: 0 })
  const look = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const first = Math.floor(element.scrollTop / height)
    const last = Math.ceil((element.scrollTop + element.clientHeight) / height)
    const next = { from: Math.max(0, first - BEYOND), to: Math.min(count, last + BEYOND) }
    setSpan((old) => (old.from === next.from && old.to === next.to ? old : next))
  }, [count, height])
  useLayoutEffect(look, [look])
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [look])
  const reveal = useCallback(
    (index: number) => {
      const element = scroller.current
      if (!element) return
      const top = index * height
      const bottom = top + height
      if (top < element.scrollTop) element.scrollTop = top
      else if (bottom > element.scrollTop + element.clientHeight) {
        element.scrollTop = bottom - element.clientHeight
      }
    },
    [height],
  )
  const page = useCallback(
    () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 1),
    [height],
  )
  return { scroller, span, look, reveal, page }
}
