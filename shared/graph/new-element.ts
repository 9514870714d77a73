import { freeId, slug } from '../basics/slug'
import type { DesignDraft } from '../design/edit'
import { takenIds } from '../design/taken-ids'
import { knownKind } from '../elements/kinds'

/** Makes an element with its kind's defaults and a free id, and returns the id. */
export function addElement(draft: DesignDraft, kindName: string, wanted?: string): string {
  const kind = knownKind(kindName)
  const id = freeId(slug(wanted ?? kind.label, kindName), takenIds(draft))
  draft.elements[id] = {
    kind: kindName,
    ...(kind.name === undefined ? { label: wanted ?? kind.label } : {}),
    spec: kind.defaults(wanted ?? id) as Record<string, unknown>,
  }
  return id
}
