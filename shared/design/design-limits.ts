/** How much a design may hold. Looked at before its schema is, whose answer takes longer the more there is. */
import { isObject, type JsonObject, toPointer } from '../basics/json'
import { limits } from '../basics/limits'
import type { Failure } from '../basics/result'
import { say, type Text } from '../texts/text'

/** The first limit that a design, or what wants to be one, passes. */
export function beyondLimits(design: object): Failure | undefined {
  const { name, elements, connections } = design as JsonObject
  return (
    tooMany(
      '/elements',
      elements,
      limits.elements,
      (n, most) => say`The design has ${n} elements; at most ${most} can be read.`,
    ) ??
    tooMany(
      '/connections',
      connections,
      limits.connections,
      (n, most) => say`The design has ${n} connections; at most ${most} can be read.`,
    ) ??
    tooLong(
      '/name',
      name,
      limits.nameLength,
      (n, most) => say`The design’s name has ${n} characters; at most ${most} can be read.`,
    ) ??
    longLabel('elements', elements) ??
    longLabel('connections', connections)
  )
}

function tooMany(
  pointer: string,
  members: unknown,
  limit: number,
  what: (n: number, most: number) => Text,
): Failure | undefined {
  const actual = isObject(members) ? Object.keys(members).length : 0
  if (actual <= limit) return undefined
  return {
    code: 'too-many',
    pointer,
    limit,
    actual,
    what: what(actual, limit),
    mend: 'Split it into several designs.',
  }
}

function longLabel(of: string, members: unknown): Failure | undefined {
  if (!isObject(members)) return undefined
  for (const [id, member] of Object.entries(members)) {
    const label = isObject(member) ? member.label : undefined
    const words = (n: number, most: number) => say`A label has ${n} characters; at most ${most} can be read.`
    const failure = tooLong(toPointer([of, id, 'label']), label, limits.labelLength, words)
    if (failure) return failure
  }
  return undefined
}

function tooLong(
  pointer: string,
  text: unknown,
  limit: number,
  what: (n: number, most: number) => Text,
): Failure | undefined {
  // A character beyond the first 65,536 counts twice in `length`, so the exact number matters only above it.
  if (typeof text !== 'string' || text.length <= limit) return undefined
  const actual = [...text].length
  if (actual <= limit) return undefined
  return { code: 'too-long', pointer, limit, actual, what: what(actual, limit), mend: 'Shorten it.' }
}
