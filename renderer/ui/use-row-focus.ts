import { useLayoutEffect, useRef, useState } from 'react'
import type { ListRow } from './use-row-window'

interface Wanted<Row extends ListRow> {
  readonly rows: readonly Row[]
  readonly indexes: ReadonlyMap<string, number>
  readonly scroller: React.RefObject<HTMLDivElement | null>
  readonly reveal: (id: string) => void
  readonly onAction: (row: Row) => void
}

/** Rows that a page key passes. */
const PAGE = 8

/** How far the arrow keys and their like go; the list's ends are nearer than that. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
  // There is nothing at the sides, but what is selected on the canvas must not move.
  ArrowLeft: 0,
  ArrowRight: 0,
}

/** One row at a time can have the focus. When it goes, because it was mended, the next one takes its place. */
export function useRowFocus<Row extends ListRow>({ rows, indexes, scroller, reveal, onAction }: Wanted<Row>) {
  const [chosen, makeActive] = useState<string>()
  const lastIndex = useRef(0)
  const active = indexes.get(chosen ?? '') ?? lineNear(rows, lastIndex.current, 1)
  const focusNext = useRef(false)
  // A button of the active row was pressed with the keyboard: what it does may take the row away.
  const acted = useRef(false)
  const go = (index: number) => {
    const row = rows[index]
    if (!row) return
    focusNext.current = true
    makeActive(row.id)
    reveal(row.id)
  }
  useLayoutEffect(() => {
    lastIndex.current = active
    const lost = acted.current && document.activeElement === document.body
    if (!lost && !focusNext.current) return
    const row = scroller.current?.querySelector<HTMLElement>(`[aria-rowindex="${active + 1}"]`)
    row?.focus({ preventScroll: true })
    focusNext.current = false
    acted.current = false
  })
  return {
    active,
    makeActive,
    onFocus: (event: React.FocusEvent) => {
      const row = rowOf(event.target)
      if (row !== undefined) makeActive(row)
      acted.current = false
    },
    onClick: (event: React.MouseEvent) => {
      const row = rows[indexes.get(rowOf(event.target) ?? '') ?? -1]
      if (row && !row.heading && !isButton(event.target)) onAction(row)
    },
    // Buttons of react-aria-components keep their keys to themselves, so this has to come before them.
    onKeyDownCapture: (event: React.KeyboardEvent) => {
      if (isButton(event.target)) acted.current = event.code === 'Enter' || event.code === 'Space'
    },
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const step = STEPS[event.code]
      if (step !== undefined) {
        event.preventDefault()
        if (step !== 0) go(lineNear(rows, clamp(active + step, rows.length), Math.sign(step)))
        return
      }
      if (event.code === 'Enter' && rows[active] && !isButton(event.target)) {
        event.preventDefault()
        onAction(rows[active])
      }
    },
  }
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(index, length - 1))
}

/** The nearest row that is no heading, first in one direction and then in the other. */
function lineNear(rows: readonly ListRow[], index: number, direction: number): number {
  const start = clamp(index, rows.length)
  for (const step of [direction, -direction]) {
    for (let i = start; rows[i]; i += step) if (!rows[i]?.heading) return i
  }
  return 0
}

function rowOf(target: EventTarget): string | undefined {
  return (target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row
}

function isButton(target: EventTarget): boolean {
  return (target as HTMLElement).closest('button, a') !== null
}
