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
 * Makes a tree equal to another by changing only what differs, so that undo keeps small steps and everything that is
 * remembered by identity stays valid for the rest.
 */
export function writeOver(target: Record<string, unknown>, source: Readonly<Record<string, unknown>>): void {
  for (const key of Object.keys(target)) if (!Object.hasOwn(source, key)) delete target[key]
  for (const [key, value] of Object.entries(source)) {
    if (!Object.hasOwn(target, key) || !overwrite(target[key], value)) setAt(target, toPointer([key]), value)
  }
  // A member that is new stands last; where the author wants it elsewhere, all of them are written again in order.
  const order = Object.keys(source)
  if (Object.keys(target).some((key, index) => key !== order[index])) {
    for (const key of Object.keys(target)) delete target[key]
    for (const [key, value] of Object.entries(source)) setAt(target, toPointer([key]), value)
  }
}

/** True when the old value could be made equal in place. */
function overwrite(old: unknown, value: unknown): boolean {
  if (isObject(old) && isObject(value)) {
    writeOver(old, value)
    return true
  }
  if (!Array.isArray(old) || !Array.isArray(value)) return old === value
  old.length = Math.min(old.length, value.length)
  for (const [index, item] of value.entries()) {
    if (index >= old.length || !overwrite(old[index], item)) old[index] = item
  }
  return true
}
