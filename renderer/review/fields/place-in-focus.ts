import type { Pin } from '../../../shared/design/design'
import { type App, designOf } from '../../store'
import { pinOfField } from './threads-at'

/** The field, row of the tree, or line of JSON that the keyboard is in; undefined outside of all. */
export function placeInFocus(app: App): Pin | undefined {
  const { selection, ...state } = app.store.getState()
  const [element = '', ...others] = selection.ids
  const place = document.activeElement?.closest<HTMLElement>('[data-field], [data-pointer]')
  const pointer = place?.dataset.field ?? place?.dataset.pointer
  if (pointer === undefined || others.length > 0) return undefined
  const isThere = Object.hasOwn(designOf({ selection, ...state }).elements, element)
  return isThere ? pinOfField(element, pointer) : undefined
}
