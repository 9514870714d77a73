/** Walks to the members that a path with stars names. */
import { toText } from './convert'
import { fromPointer, toPointer } from './json'
import { memoText } from './memo'

export interface Member {
  readonly value: unknown
  /** JSON pointer of it in the spec. */
  readonly at: string
  /** The object or list that it is in. */
  readonly owner: object
}

/** The segments of a path such as `/volumes/*`; a slash in a key is written `~1`, as in a JSON pointer. */
export const segmentsOf = memoText((path: string): readonly string[] => fromPointer(path))

const NONE: readonly Member[] = []

/**
 * Every member at a path such as `/volumes/*`: a star stands for each item of a list, or each member of a map. Absent
 * members are left out.
 */
export function membersAt(spec: object, path: string): readonly Member[] {
  const segments = segmentsOf(path)
  // Most specs have no such member, and this is asked of every spec by every rule about a limit.
  if (segments[0] !== '*' && !Object.hasOwn(spec, segments[0] ?? '')) return NONE
  const found: Member[] = []
  walk(spec, segments, 0, '', found)
  return found
}

/** Does any member at such a path pass a test? It costs less than having them all. */
export function someMember(spec: unknown, path: string, test: (value: unknown) => boolean): boolean {
  return passes(spec, segmentsOf(path), 0, test)
}

function passes(
  node: unknown,
  segments: readonly string[],
  depth: number,
  test: (value: unknown) => boolean,
): boolean {
  if (node === undefined) return false
  const segment = segments[depth]
  if (segment === undefined) return test(node)
  if (typeof node !== 'object' || node === null) return false
  if (segment !== '*') {
    if (!Object.hasOwn(node, segment)) return false
    return passes((node as Readonly<Record<string, unknown>>)[segment], segments, depth + 1, test)
  }
  const items: readonly unknown[] = Array.isArray(node) ? node : Object.values(node)
  for (const item of items) if (passes(item, segments, depth + 1, test)) return true
  return false
}

function walk(node: object, segments: readonly string[], depth: number, at: string, found: Member[]): void {
  const segment = segments[depth]
  if (segment === undefined) return
  if (segment !== '*') {
    if (Object.hasOwn(node, segment)) step(node, segment, segments, depth, at, found)
  } else if (Array.isArray(node)) {
    for (let i = 0; i < node.length; i++) step(node, toText(i), segments, depth, at, found)
  } else for (const key of Object.keys(node)) step(node, key, segments, depth, at, found)
}

function step(
  node: object,
  key: string,
  segments: readonly string[],
  depth: number,
  at: string,
  found: Member[],
): void {
  const value = (node as Readonly<Record<string, unknown>>)[key]
  if (value === undefined) return
  if (depth === segments.length - 1) found.push({ value, at: at + toPointer([key]), owner: node })
  else if (typeof value === 'object' && value !== null)
    walk(value, segments, depth + 1, at + toPointer([key]), found)
}
