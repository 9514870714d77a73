/** From a line of an element's JSON to the canvas: the row that it is about, and the elements that it refers to. */
import { refer } from '../../shared/design/references'
import type { Kind } from '../../shared/elements/kind'
import { kindOf } from '../../shared/elements/kinds'
import { graphOf } from '../../shared/graph/graph'
import { gestures } from '../canvas/gesture'
import { type App, designOf } from '../store'
import { words } from '../strings/words'
import type { Referable } from './json-completion'
import { referredAt } from './json-help'
import { choicesAt } from './reference-choices'

/** Lights the elements that a place refers to, together with the one that refers to them. */
export function lightReferred(app: App, id: string, pointer: string): void {
  const { elements } = designOf(app.store.getState())
  const referred = referredAt(elements[id]?.spec ?? {}, pointer).filter((one) => Object.hasOwn(elements, one))
  const { lit } = gestures.getState()
  if (referred.length > 0) gestures.setState({ lit: new Set([id, ...referred]) })
  else if (lit) unlight()
}

export function unlight(): void {
  gestures.setState({ lit: undefined })
}

/** The row of the element's figure that a place belongs to: a container, a listener. */
export function rowAt(app: App, id: string, pointer: string): string | undefined {
  const element = designOf(app.store.getState()).elements[id]
  const rows = (element && kindOf(element.kind)?.rows?.(element.spec)) ?? []
  return rows.find((row) => `${pointer}/`.startsWith(`${row.pointer}/`))?.pointer
}

/** Selects the row that the cursor is in; outside of all rows the element alone. */
export function selectRowAt(app: App, id: string, pointer: string): void {
  const { ids, row } = app.store.getState().selection
  if (ids.size !== 1 || !ids.has(id)) return
  const here = rowAt(app, id, pointer)
  if (here !== row?.pointer) app.select([id], here === undefined ? undefined : { element: id, pointer: here })
}

/** The elements that completion offers in a place. */
export function referablesAt(app: App, kind: Kind, pointer: string, id: string): readonly Referable[] {
  return choicesAt(graphOf(designOf(app.store.getState())), kind, pointer, id).map((choice) => ({
    reference: refer(choice.id, choice.relation.attribute),
    name: choice.name,
    kind: words(kindOf(choice.kind)?.label ?? choice.kind),
  }))
}
