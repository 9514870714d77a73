/** Deleting a part of an element: the container or listener whose row is selected. */
import { toText } from '../../shared/basics/convert'
import { removeAt, valueAt } from '../../shared/basics/json'
import { type App, designOf, type Selection } from '../store'
import { t } from '../strings/strings'

type Part = NonNullable<Selection['row']>

/** True when nothing but whole elements and lines, or one item of a list, is selected; else why it can't be deleted. */
export function deletable(app: App): true | string {
  const { ids, row } = app.store.getState().selection
  if (ids.size === 0) return t('unusable.nothingSelected')
  return row === undefined || isItem(row) || t('unusable.onlyPart')
}

/** Takes the item out of the list that it is in; the element stays selected. */
export function deletePart(app: App, part: Part): void {
  const { element: id, pointer } = part
  app.edit(
    t('steps.deletePart', { name: nameOfPart(app, part) }),
    (draft) => {
      const spec = draft.elements[id]?.spec
      if (spec) removeAt(spec, pointer)
    },
    { select: { ids: new Set([id]) } },
  )
}

function isItem({ pointer }: Part): boolean {
  return /\/\d+$/.test(pointer)
}

/** As its row has it: the name of a container, protocol and port of a listener. */
function nameOfPart(app: App, { element, pointer }: Part): string {
  const value = valueAt(designOf(app.store.getState()).elements[element]?.spec, pointer)
  const member = (name: string) => toText(valueAt(value, `/${name}`) ?? '')
  return member('name') || `${member('Protocol')} ${member('Port')}`.trim() || pointer
}
