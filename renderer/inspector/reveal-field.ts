/** Going to a field from anywhere: from the canvas, from the list of problems, from a line of the JSON. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { kindOf } from '../../shared/elements/kinds'
import { isShownNow, setShown } from '../panels/panel-state'
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
  /** The keyboard goes there; otherwise it is only shown. */
  readonly focus: boolean
}

/** The field that somebody asked for, until it is there. */
const wantedField = createStore<{ readonly wanted: Wanted | undefined }>(() => ({ wanted: undefined }))

/**
 * Opens the form of an element on a field, with everything around it opened, and gives it the focus. Without a pointer it
 * is the first field with a problem, else the first field.
 */
export function revealField(app: App, id: string, pointer?: string): void {
  show(app, { id, pointer: pointer ?? firstWrong(app, id), tab: 'form', focus: true })
}

/** Opens the JSON of an element, with the cursor at a place. */
export function revealJson(app: App, id: string, pointer: string): void {
  show(app, { id, pointer, tab: 'json', focus: true })
}

/** Shows a place in whichever of form, tree and JSON is open; the keyboard stays where it is. */
export function showField(app: App, id: string, pointer: string): void {
  const { inspectorTab } = app.store.getState()
  show(app, { id, pointer, tab: inspectorTab === 'roles' ? 'form' : inspectorTab, focus: false })
}

function show(app: App, wanted: Wanted): void {
  const { id, pointer, tab } = wanted
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
  if (wanted.focus && !isShownNow(app, 'right')) setShown(app, 'right', true)
  wantedField.setState({ wanted })
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

/** It is there now. */
export function wantedDone(): void {
  wantedField.setState({ wanted: undefined })
}

/** The control of a field; what is said about it stands before that, and is none. */
export const FOCUSABLE = 'input, textarea, select, button:not([disabled], .field-talk, .field-talk-mark)'

/** How long a field that is shown stands out, in milliseconds. */
const STANDS_OUT = 1600

/** Brings the field at a pointer into view, else what holds it, else the first field; with the focus or marked. */
export function arriveAt(form: HTMLElement, pointers: readonly string[], focus: boolean): void {
  const holder = [...pointers]
    .reverse()
    .map((pointer) => form.querySelector<HTMLElement>(`[data-field="${CSS.escape(pointer)}"]`))
    .find((found) => found !== null)
  const place = holder ?? form.querySelector<HTMLElement>('[data-field]')
  if (!place) return
  if (focus) place.querySelector<HTMLElement>(FOCUSABLE)?.focus({ preventScroll: true })
  else {
    place.dataset.shown = ''
    setTimeout(() => delete place.dataset.shown, STANDS_OUT)
  }
  // Not `scrollIntoView`: that would move the whole window, too.
  const panel = place.closest('[role=tabpanel]')
  if (!panel) return
  const distance = place.getBoundingClientRect().top - panel.getBoundingClientRect().top
  if (distance < 0 || distance > panel.clientHeight - 80) panel.scrollBy({ top: distance - 48 })
}
