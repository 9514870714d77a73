import { matches } from '../basics/json'
import type { Kind, Relation } from '../elements/kind'

const byShape = new WeakMap<Kind, Map<string, readonly Relation[]>>()

/**
 * The relations of a kind that could explain a reference at a place of its spec. Patterns never name a list index, so
 * places that differ in indices only have one answer, and few answers serve a design of any size.
 */
export function relationsAt(kind: Kind, pointer: string): readonly Relation[] {
  const shape = pointer.replace(/\/\d+(?=\/|$)/g, '/0')
  const shapes = byShape.get(kind) ?? new Map<string, readonly Relation[]>()
  byShape.set(kind, shapes)
  const known = shapes.get(shape)
  if (known) return known
  const fresh = kind.relations.filter(({ path }) => matches(path, pointer))
  shapes.set(shape, fresh)
  return fresh
}
