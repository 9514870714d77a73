/** Walks to the members that a path with stars names. */
import { toPointer } from './json'
import { memoText } from './memo'

export interface Member {
  readonly value: unknown
  /** JSON pointer of it in the spec. */
  readonly at: string
  /** The object or list that it is in. */
  readonly owner: object
}

/** The segments of a path such as `/volumes/*`; a key with a slash or a tilde in it can't be named. */
export const segmentsOf = memoText((path: string): readonly string[] => path.split('/').slice(1))

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

function walk(node: object, segments: readonly string[], depth: number, at: string, found: Member[]): void {
  const segment = segments[depth]
  if (segment === undefined) return
  if (segment !== '*') {
    if (Object.hasOwn(node, segment)) step(node, segment, segments, depth, at, found)
  } else if (Array.isArray(node)) {
    for (let i = 0; i < node.length; i++) step(node, String(i), segments, depth, at, found)
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
