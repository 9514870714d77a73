/** From one change to the next, and to one that was chosen. */
import { displayName, labelOf } from '../../shared/elements/kinds'
import { graphOf, nameOf } from '../../shared/graph/graph'
import { centerOn, showAll } from '../canvas/camera'
import type { App } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { type Change, nextChange } from './changes'
import { type Comparing, shownChanges } from './comparing'

/** F7 and Shift+F7. */
export function goToChange(app: App, step: 1 | -1): void {
  const { comparing } = app.store.getState()
  if (!comparing) return
  const next = nextChange(shownChanges(comparing), comparing.current, step)
  if (next) showChange(app, next)
  else app.announce(t('compare.noChanges'))
}

/** Has the drawing and the list show a change, and says which it is; `still`: it is in view already. */
export function showChange(app: App, change: Change, { still = false } = {}): void {
  const { comparing } = app.store.getState()
  if (!comparing) return
  app.patch({ comparing: { ...comparing, current: change.key } })
  // What is about nothing drawn is about all of it.
  if (still) {
    // The drawing stays where it is under the pointer.
  } else if (change.ids.length > 0) centerOn(change.ids)
  else showAll()
  const shown = shownChanges(comparing)
  const at = shown.findIndex(({ key }) => key === change.key) + 1
  app.announce(t('compare.said', { at, count: shown.length, name: nameChange(comparing, change) }))
}

/** “Changed: Service orders-api, 3 fields” */
export function nameChange(comparing: Comparing, change: Change): string {
  const status = t(`compare.status.${change.status}`)
  const name = titleOf(comparing, change)
  const count = change.fields.length
  if (change.status !== 'changed' || count === 0) return t('compare.named', { status, name })
  return t('compare.namedFields', { status, name, count })
}

/** What a change is about, without what became of it. */
export function titleOf({ comparison }: Pick<Comparing, 'comparison'>, change: Change): string {
  const name = (id: string) => nameIn(comparison, id)
  switch (change.of) {
    case 'element':
      return t('compare.element', { kind: words(labelOf(change.element.kind)), name: change.element.name })
    case 'line':
      return t('compare.line', { from: name(change.line.from), to: name(change.line.to) })
    case 'document':
      return t('compare.wholeDocument')
    case 'waiver': {
      const waiver = change.waiver.after ?? change.waiver.before
      return t('compare.waiver', { name: name(waiver?.element ?? ''), rule: waiver?.rule ?? '' })
    }
  }
}

/** “Task definition “orders”” */
export function elementIn(comparison: Comparing['comparison'], id: string): string {
  const element = comparison.after.elements[id] ?? comparison.before.elements[id]
  return t('compare.element', {
    kind: words(labelOf(element?.kind ?? '')),
    name: nameIn(comparison, id),
  })
}

/** The name of an element of either side. */
export function nameIn({ before, after }: Comparing['comparison'], id: string): string {
  const design = Object.hasOwn(after.elements, id) ? after : before
  const element = Object.hasOwn(design.elements, id) ? design.elements[id] : undefined
  return element ? nameOf(graphOf(design), id) || displayName(id, element) : id
}
