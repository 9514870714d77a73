/** What elements of several kinds can be asked for together. Pure. */
import type { Kind } from '../../shared/elements/kind'
import { type Field, fieldsOf } from './form-model'

/** The fields that all of these kinds have, at the same place and with the same schema; names are each element's own. */
export function sharedFields(kinds: readonly Kind[]): readonly Field[] {
  const [first, ...others] = [...new Set(kinds)]
  if (!first) return []
  const names = new Set(
    [first, ...others].flatMap((kind) => (kind.name === undefined ? [] : [kind.name.slice(1)])),
  )
  const own = fieldsOf(first.spec).filter((field) => !names.has(field.key))
  return others.reduce<readonly Field[]>((fields, kind) => inBoth(fields, fieldsOf(kind.spec)), own)
}

function inBoth(ours: readonly Field[], theirs: readonly Field[]): readonly Field[] {
  const byKey = new Map(theirs.map((field) => [field.key, field]))
  return ours.flatMap((field) => {
    const other = byKey.get(field.key)
    if (!other) return []
    if (alike(field, other)) return [field]
    // A group of which only some members are the same.
    if (field.type !== 'object' || other.type !== 'object') return []
    const inside = inBoth(field.fields, other.fields)
    return inside.length === 0 ? [] : [{ ...field, fields: inside }]
  })
}

/** Fields are plain data, and those of one schema are the same object. */
function alike(a: Field, b: Field): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
