/** What is open in the outline, where the keyboard is in it, and how others get there. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

interface OutlineState {
  /** Rows that are not as they are to begin with. */
  readonly toggled: ReadonlySet<string>
  readonly query: string
  /** Key of the row that the keys are for. */
  readonly active: string | undefined
  /** The element whose name is being written. */
  readonly renaming: string | undefined
  /** Goes up whenever the tree is asked for, so that it takes the focus. */
  readonly asked: number
}

export const outlineState = createStore<OutlineState>(() => ({
  toggled: new Set(),
  query: '',
  active: undefined,
  renaming: undefined,
  asked: 0,
}))

/** A part of the state; the component renders again only when that part changes. */
export function useOutline<T>(select: (state: OutlineState) => T): T {
  return useStore(outlineState, select)
}

/** Opens what is closed, and closes what is open. */
export function toggleRows(keys: readonly string[]): void {
  if (keys.length === 0) return
  outlineState.setState(({ toggled }) => {
    const next = new Set(toggled)
    for (const key of keys) if (!next.delete(key)) next.add(key)
    return { toggled: next }
  })
}

/** Begins writing the name of an element in its row. */
export function renameInOutline(id: string): void {
  outlineState.setState({ renaming: id, active: id })
}

/** Has the tree the keyboard? */
export function isOutlineFocus(): boolean {
  return typeof document !== 'undefined' && document.activeElement?.closest('.outline-tree') != null
}

/** Where a menu for what the keys are for belongs, in window coordinates; undefined while the keyboard is elsewhere. */
export function outlinePlace(): { readonly x: number; readonly y: number } | undefined {
  if (!isOutlineFocus()) return undefined
  const row = document.querySelector('.outline-tree [data-active="true"]')?.getBoundingClientRect()
  return row && { x: row.left + 48, y: row.bottom }
}

/** Gives the tree the keyboard. */
export function focusOutline(): void {
  document.querySelector<HTMLElement>('.outline-tree')?.focus({ preventScroll: true })
}
