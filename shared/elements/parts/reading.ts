/**
 * Careful looks into specs. Lines are drawn into and named from what a file really holds, so nothing here trusts a
 * shape: a member of another type counts as absent.
 */
import { fromPointer, isObject, toPointer, valueAt } from '../../basics/json'
import type { Element, Meaningful } from '../../design/design'
import { referencesIn } from '../../design/references'
import type { MutableSpec } from '../kind'

/** The text at a pointer; undefined when there is none or it is empty. */
export function textAt(root: unknown, pointer: string): string | undefined {
  const value = valueAt(root, pointer)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The objects of the list at a pointer, each with its index. */
export function objectsAt(root: unknown, pointer: string): (readonly [number, MutableSpec])[] {
  const list = valueAt(root, pointer)
  return Array.isArray(list) ? [...list.entries()].filter((entry) => isObject(entry[1])) : []
}

/** The first segments of a pointer: `ancestor('/volumes/0/name', 2)` is `/volumes/0`. */
export function ancestor(pointer: string, segments: number): string {
  return toPointer(fromPointer(pointer).slice(0, segments))
}

/** The pointer without its last segments: of a list item's member, the list item. */
export function above(pointer: string, segments = 1): string {
  return toPointer(fromPointer(pointer).slice(0, -segments))
}

/** The name of the cluster that a service names, when that is known; AWS has one called “default”. */
export function clusterNameOf(element: Element, design: Meaningful): string | undefined {
  const cluster = textAt(element.spec, '/cluster')
  const reference = referencesIn(cluster ?? '')[0]
  if (!reference) return cluster ?? 'default'
  const target = design.elements[reference.id]
  return target && (target.existing?.name ?? textAt(target.spec, '/clusterName'))
}
