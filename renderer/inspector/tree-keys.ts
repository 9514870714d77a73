/** What the keys and clicks in the tree mean. */
import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react'
import { parentOf, type TreeRow } from './tree-model'
import type { TreeFocus } from './use-tree-focus'

export interface TreeHands {
  readonly rows: readonly TreeRow[]
  readonly focus: TreeFocus
  /** Takes the focus for what is searched for. */
  readonly search: () => void
  readonly toggle: (pointer: string, open: boolean) => void
  readonly remove: (row: TreeRow) => void
  readonly move: (row: TreeRow, by: number) => void
  /** Makes the item that the row is the place of; false: it is written with its control. */
  readonly begin: (row: TreeRow) => boolean
}

const PAGE = 10

/** How far these keys go; the tree's ends are nearer than that. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

const ACTS: ReadonlySet<string> = new Set(['Enter', 'NumpadEnter', 'F2'])
const REMOVES: ReadonlySet<string> = new Set(['Delete', 'Backspace'])

/** The listeners of the tree. */
export function treeHandlers(hands: TreeHands) {
  const { rows, focus } = hands
  return {
    onFocus: ({ target }: FocusEvent) => {
      const pointer = pointerOf(target)
      if (pointer !== undefined && pointer !== rows[focus.active]?.pointer) focus.go(pointer, false)
    },
    onBlur: (event: FocusEvent) => {
      if (focus.editing !== undefined && hasLeft(event)) focus.left()
    },
    onClick: ({ target }: MouseEvent) => {
      const row = rows.find(({ pointer }) => pointer === pointerOf(target))
      if (row && row.pointer !== focus.editing && !isControl(target)) act(hands, row)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing || event.defaultPrevented) return
      const row = rows[focus.active]
      const onRow = event.target instanceof HTMLElement && event.target.role === 'row'
      if (row && onRow) pressed(hands, event, row)
      else if (focus.editing !== undefined && ends(event)) {
        event.preventDefault()
        focus.close()
      }
    },
  }
}

function pressed(hands: TreeHands, event: KeyboardEvent, row: TreeRow): void {
  const { code, key } = event
  const vertical = code === 'ArrowUp' || code === 'ArrowDown'
  if (event.ctrlKey || event.metaKey || (event.altKey && !vertical)) return
  if (event.altKey) hands.move(row, code === 'ArrowUp' ? -1 : 1)
  else if (code in STEPS) step(hands, STEPS[code] ?? 0)
  else if (code === 'ArrowRight' || code === 'ArrowLeft') sideways(hands, row, code === 'ArrowRight')
  else if (ACTS.has(code)) act(hands, row)
  else if (REMOVES.has(code)) {
    hands.remove(row)
    hands.focus.go(row.pointer, true)
  } else {
    // Letters are what is searched for: they go into the search, not to the shortcuts of the canvas.
    if (key.length === 1 && code !== 'Space') hands.search()
    if (key.length === 1 || key === 'Process') event.stopPropagation()
    return
  }
  event.preventDefault()
}

function act({ toggle, begin, focus }: TreeHands, row: TreeRow): void {
  if (row.type === 'group' || row.type === 'list') toggle(row.pointer, row.open !== true)
  else if (row.type !== 'new' || !begin(row)) focus.edit(row.pointer)
}

function step({ rows, focus }: TreeHands, by: number): void {
  const next = rows[Math.max(0, Math.min(focus.active + by, rows.length - 1))]
  if (next) focus.go(next.pointer, true)
}

/** Right opens and goes in, left closes and goes out. */
function sideways({ rows, focus, toggle }: TreeHands, row: TreeRow, right: boolean): void {
  if (row.open === !right) {
    toggle(row.pointer, right)
    return
  }
  const inside = row.open ? focus.active + 1 : undefined
  const next = rows[(right ? inside : parentOf(rows, focus.active)) ?? -1]
  if (next) focus.go(next.pointer, true)
}

/** Enter ends editing in one line, Escape everywhere; an open list has both keys to itself. */
function ends({ code, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement) || target.ariaExpanded === 'true') return false
  return code === 'Escape' || (code === 'Enter' && target instanceof HTMLInputElement)
}

/** Lists of choices and help float above the page; the row is not left for them, nor for another window. */
function hasLeft({ target, relatedTarget }: FocusEvent): boolean {
  const next = relatedTarget instanceof Element ? relatedTarget : undefined
  if (!next) return document.hasFocus()
  return target.closest('[role=row]')?.contains(next) !== true && next.closest('.ui-popover') === null
}

function pointerOf(target: EventTarget): string | undefined {
  return (target as HTMLElement).closest<HTMLElement>('[data-pointer]')?.dataset.pointer
}

function isControl(target: EventTarget): boolean {
  return (target as HTMLElement).closest('button, a, input, textarea') !== null
}
