/** Going to a field from anywhere: from the canvas, from the list of problems, from a line of the JSON. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { kindOf } from '../../shared/elements/kinds'
import { type App, designOf, type InspectorTab } from '../store'
import { fieldsOf } from './form-model'
import { firstInForm } from './form-order'
import { isWrong, problemsOf } from './spec-state'
import { flushTyping } from './typing'

export interface Wanted {
  readonly id: string
  /** Undefined: the first field. */
  readonly pointer: string | undefined
  readonly tab: InspectorTab
}

/** The field that somebody asked for, until it has the focus. */
const wantedField = createStore<{ readonly wanted: Wanted | undefined }>(() => ({ wanted: undefined }))

/**
 * Opens the form of an element on a field, with everything around it opened, and gives it the focus. Without a pointer it
 * is the first field with a problem, else the first field.
 */
export function revealField(app: App, id: string, pointer?: string): void {
  show(app, 'form', id, pointer ?? firstWrong(app, id))
}

/** Opens the JSON of an element, with the cursor at a place. */
export function revealJson(app: App, id: string, pointer: string): void {
  show(app, 'json', id, pointer)
}

function show(app: App, tab: InspectorTab, id: string, pointer: string | undefined): void {
  flushTyping()
  const { selection, history } = app.store.getState()
  const element = history.design.elements[id]
  if (!element) return
  const row = kindOf(element.kind)
    ?.rows?.(element.spec)
    .find((one) => `${pointer ?? ''}/`.startsWith(`${one.pointer}/`))
  const isSelected = selection.ids.size === 1 && selection.ids.has(id)
  if (!isSelected || row?.pointer !== selection.row?.pointer) {
    app.select([id], row && { element: id, pointer: row.pointer })
  }
  app.patch({ inspectorTab: tab })
  wantedField.setState({ wanted: { id, pointer, tab } })
}

function firstWrong(app: App, id: string): string | undefined {
  const design = designOf(app.store.getState())
  const kind = kindOf(design.elements[id]?.kind ?? '')
  const places = problemsOf(design, id)
    .filter(isWrong)
    .map(({ path }) => path)
  return kind && firstInForm(fieldsOf(kind.spec), places)
}

/** The field of an element that is to get the focus in a tab. */
export function useWanted(id: string, tab: InspectorTab): Wanted | undefined {
  return useStore(wantedField, ({ wanted }) => (wanted?.id === id && wanted.tab === tab ? wanted : undefined))
}

/** It has the focus now. */
export function wantedDone(): void {
  wantedField.setState({ wanted: undefined })
}

const FOCUSABLE = 'input, textarea, select, button:not([disabled])'

/** Gives the focus to the field at a pointer, else to what holds it, else to the first field; scrolls it into view. */
export function focusField(form: HTMLElement, pointers: readonly string[]): void {
  const holder = [...pointers]
    .reverse()
    .map((pointer) => form.querySelector<HTMLElement>(`[data-field="${CSS.escape(pointer)}"]`))
    .find((found) => found !== null)
  const place = holder ?? form.querySelector<HTMLElement>('[data-field]')
  const target = place?.querySelector<HTMLElement>(FOCUSABLE)
  if (!place || !target) return
  target.focus({ preventScroll: true })
  // Not `scrollIntoView`: that would move the whole window, too.
  const panel = place.closest('[role=tabpanel]')
  if (!panel) return
  const distance = place.getBoundingClientRect().top - panel.getBoundingClientRect().top
  if (distance < 0 || distance > panel.clientHeight - 80) panel.scrollBy({ top: distance - 48 })
}
