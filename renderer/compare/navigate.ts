/** From one change to the next, and to one that was chosen. */
import { elementTitle, lineSentence, waiverSentence } from '../../shared/review/compare/words'
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

/** “Changed: Service “orders-api”, 3 fields” */
export function nameChange({ comparison }: Pick<Comparing, 'comparison'>, change: Change): string {
  const status = t(`compare.status.${change.status}`)
  const name = titleOf(comparison, change)
  const count = change.fields.length
  if (count === 0) return t('compare.named', { status, name })
  return t('compare.namedFields', { status, name, count })
}

/** What a change is about; of a line and of a waiver, all there is to say. */
export function titleOf(comparison: Comparing['comparison'], change: Change): string {
  switch (change.of) {
    case 'element':
      return words(elementTitle(change.element))
    case 'line':
      return words(lineSentence(comparison, change.line))
    case 'document':
      return t('compare.wholeDocument')
    case 'waiver':
      return words(waiverSentence(comparison, change.waiver))
  }
}
