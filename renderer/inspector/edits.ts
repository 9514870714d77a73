/** Edits of a spec that a form makes. They work on a mutable tree: an immer draft or a fresh copy. */
import { fromPointer, isObject, removeAt, setAt, toPointer, valueAt } from '../../shared/basics/json'

/**
 * Removes what is at a pointer, and the lists and objects that are empty without it. The item of a list stays, even as
 * `{}`: somebody who clears its only field has not asked to remove it.
 */
export function clearAt(spec: object, pointer: string): void {
  removeAt(spec, pointer)
  const keys = fromPointer(pointer).slice(0, -1)
  while (keys.length > 0) {
    const node = valueAt(spec, toPointer(keys))
    if (typeof node !== 'object' || node === null || Object.keys(node).length > 0) return
    if (Array.isArray(valueAt(spec, toPointer(keys.slice(0, -1))))) return
    removeAt(spec, toPointer(keys))
    keys.pop()
  }
}

/** Sets a member, or takes it away when there is nothing to set. */
export function write(spec: object, pointer: string, value: unknown): void {
  if (value === undefined || value === '') clearAt(spec, pointer)
  else setAt(spec, pointer, value)
}

/** Gives a member another name; it keeps its place among the others. */
export function renameKey(spec: object, pointer: string, from: string, to: string): void {
  const map = valueAt(spec, pointer)
  if (!isObject(map)) return
  const entries = Object.entries(map).map(([key, value]) => [key === from ? to : key, value])
  setAt(spec, pointer, Object.fromEntries(entries))
}

/**
 * The same JSON as `next`, made of parts of `old` wherever the two are equal, so that everything that is remembered by
 * identity stays valid for those. The order of members is that of `next`. Pure: a draft can't bear a member that is
 * called `__proto__`, a fresh object can.
 */
export function reuse(old: unknown, next: unknown): unknown {
  if (Array.isArray(old) && Array.isArray(next)) {
    const items = next.map((item, index) => reuse(old[index], item))
    return items.length === old.length && items.every((item, index) => item === old[index]) ? old : items
  }
  if (!isObject(old) || !isObject(next)) return next
  const before = Object.keys(old)
  const entries = Object.entries(next).map(
    ([key, value]) => [key, Object.hasOwn(old, key) ? reuse(old[key], value) : value] as const,
  )
  const same =
    entries.length === before.length &&
    entries.every(([key, value], index) => key === before[index] && value === old[key])
  return same ? old : Object.fromEntries(entries)
}

/** Moves an item of a list by one place or more; what is no such move changes nothing. */
export function moveItem(spec: object, pointer: string, from: number, to: number): void {
  const list = valueAt(spec, pointer)
  if (!Array.isArray(list) || from === to || from >= list.length || to < 0 || to >= list.length) return
  const [item] = list.splice(from, 1)
  list.splice(to, 0, item)
}
