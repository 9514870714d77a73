/** What rules about environment variables share. */
import { isObject, setAt, valueAt } from '../../basics/json'
import { say } from '../../texts/text'
import { isKnown } from '../reading'
import type { Fix } from '../rule'

interface Named {
  readonly name?: string | undefined
}

const NONE: ReadonlyMap<string, number> = new Map()

/** The names that stand several times in a list, each with the place of its last item, which is the one that counts. */
export function repeatedNames(items: readonly Named[] = []): ReadonlyMap<string, number> {
  // Most lists repeat nothing, and hold a few items only.
  if (!items.some(({ name }, index) => items.findIndex((one) => one.name === name) < index)) return NONE
  const seen = new Set<string>()
  const repeated = new Map<string, number>()
  items.forEach(({ name }, index) => {
    if (!isKnown(name)) return
    if (seen.has(name)) repeated.set(name, index)
    seen.add(name)
  })
  return repeated
}

/** Takes all items with a name out of a list but the last one. */
export function keepLastFix(id: string, list: string, name: string): Fix {
  return {
    title: say`Keep only the last “${name}”`,
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      const items = valueAt(spec, list)
      if (!spec || !Array.isArray(items)) return
      const last = items.findLastIndex((item) => hasName(item, name))
      const kept = items.filter((item, index) => index === last || !hasName(item, name))
      if (kept.length < items.length) setAt(spec, list, kept)
    },
  }
}

function hasName(item: unknown, name: string): boolean {
  return isObject(item) && item.name === name
}
