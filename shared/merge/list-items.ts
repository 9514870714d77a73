/** Items of lists by their names, as `name=api`: an index would mean another item once one came or went. */
import { isObject } from '../basics/json'
import { own } from '../basics/own'
import { listIdentities } from './list-identities'

/**
 * The items of a list by their names, in the list's order; undefined where they can't be told apart. `member` is the
 * name of the member that holds the list.
 */
export function namedItems(
  member: string,
  list: readonly unknown[],
): ReadonlyMap<string, unknown> | undefined {
  const identity = own(listIdentities, member)
  if (identity === undefined) return undefined
  const items = new Map<string, unknown>()
  for (const item of list) {
    const name = identity === 'set' ? JSON.stringify(item) : nameOf(item, identity)
    if (name === undefined || items.has(name)) return undefined
    items.set(name, item)
  }
  return items
}

function nameOf(item: unknown, keys: readonly string[]): string | undefined {
  if (!isObject(item)) return undefined
  const parts = keys.flatMap((alternatives) => {
    const key = alternatives.split('|').find((one) => isName(own(item, one)))
    return key === undefined ? [] : [`${key}=${own(item, key)}`]
  })
  return parts.length > 0 ? parts.join(',') : undefined
}

function isName(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number'
}
