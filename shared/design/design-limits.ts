/** How much a design may hold. Looked at before its schema is, whose answer takes longer the more there is. */
import { toNumber } from '../basics/convert'
import { isObject, type JsonObject, type Segment, toPointer } from '../basics/json'
import { limits } from '../basics/limits'
import type { Failure } from '../basics/result'
import { say, type Text } from '../texts/text'
import type { Design } from './design'
import { tooDeep } from './json-limits'

/** The first limit that a design, or what wants to be one, passes. */
export function beyondLimits(design: object): Failure | undefined {
  const { name, elements, connections, threads } = design as JsonObject
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
    tooMany(
      '/threads',
      threads,
      limits.threads,
      (n, most) => say`The design has ${n} threads; at most ${most} can be read.`,
    ) ??
    tooLong(
      '/name',
      name,
      limits.nameLength,
      (n, most) => say`The design’s name has ${n} characters; at most ${most} can be read.`,
    ) ??
    longLabel('elements', elements) ??
    longLabel('connections', connections) ??
    tooFar(design as JsonObject)
  )
}

/** Found by fuzzing: at 1e21 a walk over the cells of the canvas never ends. */
function tooFar(design: JsonObject): Failure | undefined {
  for (const [path, place] of placesIn(design)) {
    for (const member of PIXELS) {
      const actual = Math.abs(toNumber(place[member] ?? 0))
      if (!(actual > limits.pixels)) continue
      return {
        code: 'too-far',
        ...{ pointer: toPointer([...path, member]), limit: limits.pixels, actual },
        what: say`${actual} pixels are too far: at most ${limits.pixels} can be drawn.`,
        mend: 'Correct this member in a text editor, or open a backup.',
      }
    }
  }
  return undefined
}

const PIXELS = ['x', 'y', 'width', 'height'] as const

/** Places of elements and points of lines, as far as what wants to be a design has them. */
function* placesIn({
  layout,
  networkLayout,
  routes,
}: JsonObject): Generator<[Segment[], Readonly<Record<string, unknown>>]> {
  for (const [of, places] of Object.entries({ layout, networkLayout })) {
    for (const [id, place] of members(places)) if (isObject(place)) yield [[of, id], place]
  }
  for (const [id, route] of members(routes)) {
    for (const [i, point] of members(isObject(route) ? route.points : undefined)) {
      if (isObject(point)) yield [['routes', id, 'points', toNumber(i)], point]
    }
  }
}

function members(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

/**
 * The first limit that an edit passes: what it makes could be saved, but never be opened again. Only what is new is looked
 * at.
 */
export function grownBeyond(before: Design, after: Design): Failure | undefined {
  const elements = changed(before.elements, after.elements)
  const connections = changed(before.connections, after.connections)
  const threads = changed(before.threads, after.threads)
  const beyond = beyondLimits({
    ...(after.name === before.name ? {} : { name: after.name }),
    // What stayed as it was counts, but is not looked at again.
    elements: elements.length > 0 ? after.elements : {},
    connections: connections.length > 0 ? after.connections : {},
    threads: threads.length > 0 ? after.threads : {},
    layout: Object.fromEntries(changed(before.layout, after.layout)),
    networkLayout: Object.fromEntries(changed(before.networkLayout, after.networkLayout)),
    routes: Object.fromEntries(changed(before.routes, after.routes)),
  })
  if (beyond) return beyond
  for (const [, thing] of [...elements, ...connections, ...threads]) {
    const long = longest(thing, limits.textLength)
    if (long) return tooLong('', long, limits.textLength, TEXT)
    const depth = depthOf(thing) + ABOVE_ELEMENT
    if (depth > limits.jsonDepth) return tooDeep(depth)
  }
  return undefined
}

const TEXT = (n: number, most: number) => say`A text has ${n} characters; at most ${most} can be read.`
/** The design, and its elements, connections or threads. */
const ABOVE_ELEMENT = 2

type ById<T> = Readonly<Record<string, T>>

function changed<T>(before: ById<T> = {}, after: ById<T> = {}): [string, T][] {
  if (before === after) return []
  // With every edit, each frame of a drag included: no pair for each of thousands that stayed.
  const ids = Object.keys(after).filter((id) => after[id] !== before[id])
  return ids.map((id) => [id, after[id] as T])
}

function longest(value: unknown, limit: number): string | undefined {
  if (typeof value === 'string') return value.length > limit && [...value].length > limit ? value : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, item] of Object.entries(value)) {
    const found = longest(key, limit) ?? longest(item, limit)
    if (found !== undefined) return found
  }
  return undefined
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Object.values(value).reduce((deepest: number, item) => Math.max(deepest, depthOf(item)), 0)
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
