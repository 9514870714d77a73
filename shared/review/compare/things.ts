/** Records of a design that are told apart by their ids alone. */
import { own } from '../../basics/own'
import { changedFields, type FieldChange } from './fields'

export interface ThingChange<T> {
  readonly id: string
  readonly status: 'added' | 'removed' | 'changed'
  readonly before?: T
  readonly after?: T
  readonly fields: readonly FieldChange[]
}

/** Those of the new record first. */
export function thingChanges<T extends object>(
  before: Readonly<Record<string, T>> = {},
  after: Readonly<Record<string, T>> = {},
): readonly ThingChange<T>[] {
  const found: ThingChange<T>[] = []
  for (const id of new Set([...Object.keys(after), ...Object.keys(before)])) {
    const was = own(before, id)
    const is = own(after, id)
    if (was === undefined && is !== undefined) found.push({ id, status: 'added', after: is, fields: [] })
    else if (was !== undefined && is === undefined)
      found.push({ id, status: 'removed', before: was, fields: [] })
    else if (was !== undefined && is !== undefined) {
      const fields = changedFields(was, is)
      if (fields.length > 0) found.push({ id, status: 'changed', before: was, after: is, fields })
    }
  }
  return found
}
