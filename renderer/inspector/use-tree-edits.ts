import { valueAt } from '../../shared/basics/json'
import { useApp } from '../app-context'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { moveItem } from './edits'
import { labelOf } from './field-words'
import { useFormScope } from './form-context'
import { child } from './form-model'
import { stepName, useSpecEdits } from './form-scope'
import { blankItem, type TreeRow } from './tree-model'
import { titleOf } from './tree-row'
import { flushTyping } from './typing'

/** What the rows of the tree do to the spec. */
export function useTreeEdits(toggle: (pointer: string, open: boolean) => void) {
  const app = useApp()
  const { ids, id } = useFormScope()
  const edits = useSpecEdits()
  const valueNow = (pointer: string) => valueAt(designOf(app.store.getState()).elements[id]?.spec, pointer)
  return {
    /** The place for another item of a list, which is open then. */
    placeIn: (row: TreeRow): TreeRow | undefined => {
      if (row.field.type !== 'list') return undefined
      const list = valueNow(row.pointer)
      toggle(row.pointer, true)
      return {
        ...row,
        field: row.field.item,
        type: 'new',
        level: row.level + 1,
        pointer: child(row.pointer, Array.isArray(list) ? list.length : 0),
      }
    },
    /** Makes an item in its place and opens it; false for one that its control makes, from what is typed. */
    begin: (place: TreeRow): boolean => {
      const blank = blankItem(place.field)
      if (!blank) return false
      edits.add(titleOf(place), place.pointer, blank)
      toggle(place.pointer, true)
      return true
    },
    remove: (row: TreeRow) => {
      if (!row.isSet) return
      edits.remove(row.item ? titleOf(row) : labelOf(row.field), row.pointer)
      app.announce(t('inspector.tree.removed', { what: titleOf(row) }))
    },
    /** Moves an item among the others; says where it is then. */
    move: (row: TreeRow, by: number): string | undefined => {
      const { item } = row
      const to = (item?.index ?? 0) + by
      if (!item || to < 0 || to >= item.count) return undefined
      const list = row.pointer.slice(0, row.pointer.lastIndexOf('/'))
      flushTyping()
      app.edit(stepName(app, 'move', titleOf(row), ids), (draft) => {
        const spec = draft.elements[id]?.spec
        if (spec) moveItem(spec, list, item.index, to)
      })
      app.announce(t('inspector.tree.moved', { what: titleOf(row), number: to + 1, count: item.count }))
      return child(list, to)
    },
  }
}
