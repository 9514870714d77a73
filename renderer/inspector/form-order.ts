/** The order in which a form shows its fields. Pure. */
import { fromPointer } from '../../shared/basics/json'
import { child, type Field, fieldAt, sectionsOf } from './form-model'

/** The place that the form shows first. */
export function firstInForm(fields: readonly Field[], pointers: readonly string[]): string | undefined {
  return [...pointers].sort((a, b) => compare(orderOf(fields, a), orderOf(fields, b)))[0]
}

/** The first place of the form that can take the focus. */
export function firstPlace(fields: readonly Field[]): string | undefined {
  const [section] = sectionsOf(fields)
  const [first] = section?.fields ?? []
  return first && child('', first.key)
}

/** A pointer and everything that holds it, the outermost first. */
export function holdersOf(pointer: string): string[] {
  const keys = fromPointer(pointer)
  return keys.map((_, index) => keys.slice(0, index + 1).reduce<string>(child, ''))
}

/** Where a place stands at each level. What no field shows comes last. */
function orderOf(fields: readonly Field[], pointer: string): number[] {
  const keys = fromPointer(pointer)
  return keys.map((key, index) => {
    const holder = index === 0 ? undefined : fieldAt(fields, keys.slice(0, index))
    if (holder?.type === 'list') return Number(key)
    const members = index === 0 ? fields : holder?.type === 'object' ? holder.fields : []
    const at = sectionsOf(members)
      .flatMap((section) => section.fields)
      .findIndex((field) => field.key === key)
    return at === -1 ? Number.MAX_SAFE_INTEGER : at
  })
}

/** Of a group and a field in it the group comes first. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
