/** Reads an object's members one by one and knows which ones nobody asked for, so that nothing is lost without a word. */
import { toNumber } from '../../basics/convert'
import { isObject } from '../../basics/json'
import { own } from '../../basics/own'

export interface Members {
  readonly text: (key: string) => string | undefined
  /** Digits in a text count, as people write them. */
  readonly number: (key: string) => number | undefined
  readonly flag: (key: string) => boolean | undefined
  readonly texts: (key: string) => readonly string[]
  readonly group: (key: string) => Members
  readonly items: (key: string) => readonly Members[]
  /** A map of texts. */
  readonly map: (key: string) => readonly (readonly [string, string])[]
  /** Is there anything at that member? Asking takes it. */
  readonly holds: (key: string) => boolean
  /** The names of members with a value that nobody took: `linuxParameters.maxSwap`. */
  readonly left: () => readonly string[]
}

/** The members of an object; of anything else there are none. */
export function membersOf(value: unknown): Members {
  const object = isObject(value) ? value : {}
  const taken = new Map<string, () => readonly string[]>()
  const take = <T>(key: string, is: (value: unknown) => value is T): T | undefined => {
    const member = own(object, key)
    if (!is(member)) return undefined
    taken.set(key, () => [])
    return member
  }
  const nested = (key: string, inner: readonly Members[], at: (i: number) => string) =>
    taken.set(key, () => inner.flatMap((members, i) => members.left().map((name) => `${at(i)}.${name}`)))
  return {
    text: (key) => take(key, isText),
    number: (key) => asNumber(take(key, isNumeric)),
    flag: (key) => take(key, (member) => typeof member === 'boolean'),
    texts: (key) => take(key, isTexts) ?? [],
    group: (key) => {
      const inner = membersOf(take(key, isObject))
      if (taken.has(key)) nested(key, [inner], () => key)
      return inner
    },
    items: (key) => {
      const inner = (take(key, isObjects) ?? []).map(membersOf)
      if (taken.has(key)) nested(key, inner, (i) => `${key}[${i}]`)
      return inner
    },
    map: (key) => Object.entries(take(key, isMap) ?? {}),
    holds: (key) => take(key, isSomething) !== undefined,
    left: () =>
      Object.keys(object).flatMap((key) => {
        const inner = taken.get(key)
        if (inner) return inner()
        return isNothing(object[key]) ? [] : [key]
      }),
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isNumeric(value: unknown): value is number | string {
  return (typeof value === 'number' && Number.isFinite(value)) || (isText(value) && /^\d{1,15}$/.test(value))
}

function asNumber(value: number | string | undefined): number | undefined {
  return value === undefined ? undefined : toNumber(value)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isObjects(value: unknown): value is readonly Record<string, unknown>[] {
  return Array.isArray(value) && value.every(isObject)
}

function isMap(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every((item) => typeof item === 'string')
}

function isSomething(value: unknown): value is unknown {
  return !isNothing(value)
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
