/** What the lines of the panel do. */
import { fromPointer } from '../../../shared/basics/json'
import type { Design, Pin } from '../../../shared/design/design'
import { kindOf } from '../../../shared/elements/kinds'
import { pinNow } from '../../../shared/review/pin-pointer'
import { isOpen, type PlacedThread } from '../../../shared/review/threads'
import { fieldAt, fieldsOf } from '../../inspector/form-model'
import { showField } from '../../inspector/reveal-field'
import { type App, designOf } from '../../store'
import { t } from '../../strings/strings'
import { asMe } from '../ask-author'
import { movePin, reopenThread, resolveThread } from '../threads/actions'
import { showThread } from '../threads/show-thread'
import type { Row } from './thread-rows'

/** Shows what a line is about: selects its element and its field, moves the view there and opens its card. */
export function goToRow(app: App, row: Row): void {
  if (row.heading) return
  const design = designOf(app.store.getState())
  const { element, pointer } = pinNow(design, 'draft' in row ? row.draft.fresh.pin : row.thread.pin)
  // The element that a thread is to be attached to stays selected.
  if (element !== undefined && Object.hasOwn(design.elements, element)) {
    if (pointer === undefined) app.select([element])
    else showField(app, element, pointer)
  }
  void showThread(app, row.id)
}

/** Closes a thread, or opens it again. */
export function toggleResolved(app: App, thread: PlacedThread): void {
  if (!isOpen(thread)) reopenThread(app, thread.id)
  else asMe(app, (me) => resolveThread(app, thread.id, me))
}

/** Pins a thread that lost its element to the one that is selected. */
export function attachToSelected(app: App, thread: string): void {
  const state = app.store.getState()
  const design = designOf(state)
  const [id = '', ...others] = state.selection.ids
  if (others.length > 0 || !Object.hasOwn(design.elements, id)) {
    app.notify({ kind: 'info', text: t('review.attachNothing') })
    return
  }
  movePin(app, thread, pinTo(design, id, design.threads?.[thread]?.pin))
}

/** The same field of another element, where that has one; its place was a place on the one that is gone. */
function pinTo({ elements }: Design, element: string, { pointer }: Pin = {}): Pin {
  const kind = kindOf(elements[element]?.kind ?? '')
  const field = kind && pointer !== undefined && fieldAt(fieldsOf(kind.spec), fromPointer(pointer))
  return { element, ...(field && pointer !== undefined ? { pointer } : {}) }
}
