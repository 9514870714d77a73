/** Walks to the members that a path with stars names. */
import { toPointer } from '../basics/json'

export interface Member {
  readonly value: unknown
  /** JSON pointer of it in the spec. */
  readonly at: string
  /** The object or list that it is in. */
  readonly owner: object
}

const paths = new Map<string, readonly string[]>()

/**
 * Every member at a path such as `/volumes/*`: a star stands for each item of a list, or each member of a map. Absent
 * members are left out.
 */
export function membersAt(spec: object, path: string): readonly Member[] {
  let segments = paths.get(path)
  if (!segments) {
    segments = path.split('/').slice(1)
    paths.set(path, segments)
  }
  const found: Member[] = []
  walk(spec, segments, 0, [], found)
  return found
}

function walk(
  node: unknown,
  segments: readonly string[],
  depth: number,
  place: readonly string[],
  found: Member[],
): void {
  if (typeof node !== 'object' || node === null) return
  const segment = segments[depth]
  if (segment === undefined) return
  const last = depth === segments.length - 1
  const step = (key: string, value: unknown) => {
    if (value === undefined) return
    const there = [...place, key]
    if (last) found.push({ value, at: toPointer(there), owner: node })
    else walk(value, segments, depth + 1, there, found)
  }
  if (segment !== '*') {
    if (Object.hasOwn(node, segment)) step(segment, (node as Record<string, unknown>)[segment])
  } else if (Array.isArray(node)) {
    for (let i = 0; i < node.length; i++) step(String(i), node[i])
  } else for (const [key, value] of Object.entries(node)) step(key, value)
}
