/** JSON values and JSON pointers (RFC 6901), the two things that every layer of the core speaks. */

import { toNumber, toText } from './convert'
import { memoText } from './memo'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

export type Segment = string | number

/** True for a plain object: not null, not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Writes `['volumes', 0, 'name']` as `/volumes/0/name`. */
export function toPointer(segments: readonly Segment[]): string {
  let pointer = ''
  for (const segment of segments) pointer += `/${typeof segment === 'number' ? segment : escaped(segment)}`
  return pointer
}

function escaped(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key
}

/**
 * Reads `/volumes/0/name` as `['volumes', '0', 'name']`; the empty pointer is the whole document. The same few pointers
 * are read over and over, by every rule for every element, so the answers are shared.
 */
export const fromPointer = memoText((pointer: string): readonly string[] => {
  if (pointer === '') return []
  const segments = pointer.slice(1).split('/')
  return pointer.includes('~') ? segments.map((s) => s.replaceAll('~1', '/').replaceAll('~0', '~')) : segments
})

/** The value at a pointer, or undefined when there is none. Never looks at inherited members. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value: unknown = root
  for (const key of fromPointer(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

/**
 * Sets the value at a pointer in a mutable tree (an immer draft, or a fresh copy), making the objects and lists on
 * the way: a numeric key, or `-` for "at the end", makes a list. What can't hold the next key gives way to what can.
 */
export function setAt(root: object, pointer: string, value: unknown): void {
  const keys = [...fromPointer(pointer)]
  const last = keys.pop()
  if (last === undefined) throw new Error('setAt needs a pointer to a member, not to the whole document.')
  let node = root as Record<string, unknown>
  keys.forEach((key, index) => {
    const next = keys[index + 1] ?? last
    if (!Object.hasOwn(node, key) || !canHold(node[key], next)) define(node, key, isListKey(next) ? [] : {})
    const at = Array.isArray(node) && key === '-' ? toText(node.length - 1) : key
    keys[index] = at
    node = node[at] as Record<string, unknown>
  })
  // An immer draft takes no member of that name, so its object is replaced by one that has it.
  if (last === '__proto__' && keys.length > 0) setAt(root, toPointer(keys), withProto(node, value))
  else define(node, last, value)
}

/** Removes the member or list item at a pointer; a pointer to nothing changes nothing. */
export function removeAt(root: object, pointer: string): void {
  const keys = [...fromPointer(pointer)]
  const last = keys.pop()
  const node = valueAt(root, toPointer(keys))
  if (last === undefined || typeof node !== 'object' || node === null || !Object.hasOwn(node, last)) return
  if (Array.isArray(node)) node.splice(toNumber(last), 1)
  else delete (node as Record<string, unknown>)[last]
}

/** Removes what is at a pointer, and the lists and objects that are empty without it. */
export function removePruned(spec: object, pointer: string): void {
  removeAt(spec, pointer)
  const keys = fromPointer(pointer).slice(0, -1)
  while (keys.length > 0) {
    const node = valueAt(spec, toPointer(keys))
    if (typeof node !== 'object' || node === null || Object.keys(node).length > 0) return
    removeAt(spec, toPointer(keys))
    keys.pop()
  }
}

/** A list holds nothing by a name, and immer does not let it. */
function canHold(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && (!Array.isArray(value) || isListKey(key))
}

function isListKey(key: string): boolean {
  return key === '-' || /^(0|[1-9]\d*)$/.test(key)
}

function define(node: Record<string, unknown>, key: string, value: unknown): void {
  if (Array.isArray(node) && key === '-') node.push(value)
  else if (key === '__proto__') defineProto(node, value)
  else node[key] = value
}

function withProto(node: object, value: unknown): object {
  const copy = { ...node }
  defineProto(copy, value)
  return copy
}

/** The one name that plain assignment would take for the prototype. */
function defineProto(node: object, value: unknown): void {
  Object.defineProperty(node, '__proto__', { value, writable: true, enumerable: true, configurable: true })
}

/**
 * Does a pointer fit a pattern such as `/volumes/*` ? A star stands for one segment, a star at the
 * end of the pattern also for one.
 */
export function matches(pattern: string, pointer: string): boolean {
  const want = pattern.split('/')
  const have = pointer.split('/')
  return want.length === have.length && want.every((segment, i) => segment === '*' || segment === have[i])
}

/** Deep equality of two JSON values; the order of object members does not matter. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => sameJson(item, b[i]))
  }
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  )
}
