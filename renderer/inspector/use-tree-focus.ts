import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { FOCUSABLE } from './reveal-field'
import type { TreeRow } from './tree-model'

export interface TreeFocus {
  /** The row that Tab reaches, by its place among all. */
  readonly active: number
  /** Pointer of the row that shows its control. */
  readonly editing: string | undefined
  /** Makes a row the active one, with the focus or without. */
  readonly go: (pointer: string, focus: boolean) => void
  /** Opens a row's control and gives it the focus. */
  readonly edit: (pointer: string) => void
  /** Closes the control; the row has the focus again. */
  readonly close: () => void
  /** The control was left for something else. */
  readonly left: () => void
}

/** One row at a time has the focus, and at most one is edited. */
export function useTreeFocus(rows: readonly TreeRow[], grid: RefObject<HTMLDivElement | null>): TreeFocus {
  const [at, setAt] = useState<string>()
  const [editing, setEditing] = useState<string>()
  const last = useRef(0)
  const next = useRef<'row' | 'view' | 'editor'>(undefined)
  const found = rows.findIndex(({ pointer }) => pointer === at)
  // When the row goes, because it was removed, the one in its place takes over.
  const active = found === -1 ? Math.max(0, Math.min(last.current, rows.length - 1)) : found
  const activeRow = () => grid.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)
  useLayoutEffect(() => {
    last.current = active
    const row = activeRow()
    if (!row || next.current === undefined) return
    if (next.current === 'row') row.focus({ preventScroll: true })
    if (next.current === 'editor') focusControl(row)
    next.current = undefined
    intoView(row)
  })
  return {
    active,
    editing,
    go: (pointer, focus) => {
      setAt(pointer)
      next.current = focus ? 'row' : (next.current ?? 'view')
    },
    edit: (pointer) => {
      setAt(pointer)
      setEditing(pointer)
      next.current = 'editor'
    },
    close: () => {
      // The field is left before it goes, so that what was typed is one finished step.
      activeRow()?.focus({ preventScroll: true })
      setEditing(undefined)
    },
    left: () => setEditing(undefined),
  }
}

function focusControl(row: HTMLElement): void {
  const control = row.querySelector<HTMLElement>(FOCUSABLE)
  control?.focus({ preventScroll: true })
  if (control instanceof HTMLInputElement) control.select()
}

/** Not `scrollIntoView`: that would move the whole window, too. */
function intoView(row: HTMLElement): void {
  const scroller = row.closest('[role=treegrid]')
  if (!scroller) return
  const [own, around] = [row.getBoundingClientRect(), scroller.getBoundingClientRect()]
  if (own.top < around.top) scroller.scrollBy({ top: own.top - around.top - 8 })
  else if (own.bottom > around.bottom) scroller.scrollBy({ top: own.bottom - around.bottom + 8 })
}
