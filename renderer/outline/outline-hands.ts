/** What keys and presses in the outline mean. */
import type { KeyboardEvent, MouseEvent } from 'react'
import type { Graph } from '../../shared/graph/graph'
import { centerOn, viewNow } from '../canvas/camera'
import { touches } from '../canvas/rect'
import { sceneOfApp } from '../canvas/scene-of-app'
import { menuState } from '../context-menu/menu-state'
import { revealField } from '../inspector/reveal-field'
import type { App } from '../store'
import { rowBeginning } from './outline-names'
import { type OutlineRow, parentIndex } from './outline-rows'
import { outlineState, renameInOutline, toggleRows } from './outline-state'

export interface OutlineHands {
  readonly app: App
  readonly graph: Graph
  readonly rows: readonly OutlineRow[]
  /** The row that the keys are for. */
  readonly active: number
  /** Where a range of rows began. */
  readonly anchor: { current: string | undefined }
  /** What was typed to go to a name. */
  readonly typed: { current: { readonly text: string; readonly at: number } }
  readonly reveal: (index: number) => void
  readonly page: () => number
}

/** What going to a row does to the selection: it is that row, it reaches as far as that row, or stays. */
type Going = 'select' | 'extend' | 'stay'

/** Makes a row the active one, and selects accordingly. */
export function goTo(hands: OutlineHands, index: number, going: Going): void {
  const { app, rows, anchor } = hands
  const row = rows[index]
  if (!row) return
  outlineState.setState({ active: row.key })
  hands.reveal(index)
  if (going === 'stay') return
  if (going === 'select') {
    anchor.current = row.key
    selectRow(app, row)
  } else {
    anchor.current ??= rows[hands.active]?.key
    const from = rows.findIndex(({ key }) => key === anchor.current)
    const range = rows.slice(Math.min(from, index), Math.max(from, index) + 1)
    app.select(range.filter(({ pointer }) => pointer === undefined).map(({ id }) => id))
  }
}

/** Selects what a row stands for, and brings it into view on the canvas. */
function selectRow(app: App, { id, pointer }: OutlineRow): void {
  app.select([id], pointer === undefined ? undefined : { element: id, pointer })
  const rect = sceneOfApp(app).byId.get(id)?.rect
  const view = viewNow()
  if (rect && view && !touches(rect, view)) centerOn([id])
}

function toggleSelected({ app, rows, active, anchor }: OutlineHands, index = active): void {
  const row = rows[index]
  if (!row) return
  anchor.current = row.key
  outlineState.setState({ active: row.key })
  const ids = new Set(app.store.getState().selection.ids)
  if (row.pointer !== undefined) selectRow(app, row)
  else {
    if (!ids.delete(row.id)) ids.add(row.id)
    app.select(ids)
  }
}

/** A press on a key while the tree has the focus; what is left alone means what it means everywhere. */
export function keyInOutline(hands: OutlineHands, event: KeyboardEvent): void {
  const { nativeEvent, code, altKey, ctrlKey, metaKey, shiftKey } = event
  if (event.defaultPrevented || event.target !== event.currentTarget || nativeEvent.isComposing) return
  const mod = ctrlKey || metaKey
  const to = targetOf(hands, code)
  if (to !== undefined) {
    event.preventDefault()
    if (!altKey) goTo(hands, to, shiftKey ? 'extend' : mod ? 'stay' : 'select')
    return
  }
  if (altKey && code.startsWith('Arrow')) event.preventDefault()
  if (altKey || (mod && code !== 'Space')) return
  if (act(hands, event)) event.preventDefault()
}

function targetOf({ rows, active, page }: OutlineHands, code: string): number | undefined {
  const last = rows.length - 1
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page(),
    PageUp: active - page(),
    Home: 0,
    End: last,
  }
  const to = steps[code]
  return to === undefined || last < 0 ? undefined : Math.max(0, Math.min(last, to))
}

function act(hands: OutlineHands, { code, key, shiftKey, timeStamp }: KeyboardEvent): boolean {
  const row = hands.rows[hands.active]
  if (!row) return false
  if (code === 'ArrowRight' || code === 'ArrowLeft') sideways(hands, row, code === 'ArrowRight')
  else if (code === 'Space') toggleSelected(hands)
  else if ((code === 'Enter' || code === 'NumpadEnter') && !shiftKey) {
    revealField(hands.app, row.id, row.pointer)
  } else if (key === '*') openSiblings(hands)
  else if (!shiftKey && /^[\p{L}\p{N}]$/u.test(key)) goToTyped(hands, key, timeStamp)
  else return false
  return true
}

/** Right opens and goes in, left closes and goes out. */
function sideways(hands: OutlineHands, row: OutlineRow, right: boolean): void {
  if (row.open === !right) toggleRows([row.key])
  else if (!right) goTo(hands, parentIndex(hands.rows, hands.active) ?? hands.active, 'select')
  else if (row.open) goTo(hands, hands.active + 1, 'select')
}

function openSiblings({ rows, active }: OutlineHands): void {
  const around = parentIndex(rows, active)
  const closed = rows.filter((row, index) => row.open === false && parentIndex(rows, index) === around)
  toggleRows(closed.map(({ key }) => key))
}

/** Letters that follow within this many milliseconds are one word. */
const PATIENCE = 800

function goToTyped(hands: OutlineHands, key: string, now: number): void {
  const { typed, graph, rows, active } = hands
  const before = now - typed.current.at < PATIENCE ? typed.current.text : ''
  // The same letter again goes to the next one that begins with it.
  const text = before === key ? key : before + key
  typed.current = { text, at: now }
  const from = text.length === 1 ? active + 1 : active
  const found = rowBeginning(graph, rows, from, text)
  if (found !== undefined) goTo(hands, found, 'select')
}

/** The row under a press. */
export function rowUnder({ rows }: Pick<OutlineHands, 'rows'>, target: EventTarget): number {
  const key = (target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row
  return rows.findIndex((row) => row.key === key)
}

/** A click on a row, or on the arrow before it. */
export function clickInOutline(hands: OutlineHands, event: MouseEvent): void {
  const index = rowUnder(hands, event.target)
  const row = hands.rows[index]
  if (!row || isField(event.target)) return
  if ((event.target as HTMLElement).closest('[data-toggle]')) toggleRows([row.key])
  else if (event.shiftKey) goTo(hands, index, 'extend')
  else if (event.ctrlKey || event.metaKey) toggleSelected(hands, index)
  else goTo(hands, index, 'select')
}

/** Twice on a name writes it anew, beside it opens the settings. */
export function doubleClickInOutline(hands: OutlineHands, event: MouseEvent): void {
  const row = hands.rows[rowUnder(hands, event.target)]
  if (!row || isField(event.target) || (event.target as HTMLElement).closest('[data-toggle]')) return
  const onName = (event.target as HTMLElement).closest('.outline-name') !== null
  if (onName && row.pointer === undefined) renameInOutline(row.id)
  else revealField(hands.app, row.id, row.pointer)
}

/** The menu of what was pressed, or of the selection that it belongs to. */
export function menuInOutline(hands: OutlineHands, event: MouseEvent): void {
  if (isField(event.target)) return
  event.preventDefault()
  const index = rowUnder(hands, event.target)
  const row = hands.rows[index]
  if (!row) return
  const { ids } = hands.app.store.getState().selection
  if (!ids.has(row.id) || row.pointer !== undefined) goTo(hands, index, 'select')
  const context = row.pointer === undefined ? 'element' : 'row'
  const at = { x: event.clientX, y: event.clientY }
  menuState.setState({ open: { context, at, byKeyboard: false } })
}

function isField(target: EventTarget): boolean {
  return (target as HTMLElement).closest('input') !== null
}
