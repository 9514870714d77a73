/** What every import ends with, whatever its format: the design's limits, and a word on characters that nobody sees. */
import { oddCharacters } from '../basics/characters'
import { isObject, type Json, type Segment, toPointer } from '../basics/json'
import { limits } from '../basics/limits'
import { own } from '../basics/own'
import { cut } from '../basics/quote'
import { type Failure, fail, ok, type Result } from '../basics/result'
import type { Design } from '../design/design'
import { beyondLimits } from '../design/design-limits'
import { tooDeep } from '../design/json-limits'
import { say } from '../texts/text'
import { type Imported, type ImportNote, type ImportReport, placeInFile } from './report'

/** The import as it is handed out, or why the design can't be. */
export function finish({ design: made, report }: Imported, file: string | undefined): Result<Imported> {
  const design: Design = { ...made, name: cut(made.name, limits.nameLength) }
  const beyond = beyondLimits(design) ?? deepSpec(design)
  if (beyond) return fail({ ...beyond, ...(file === undefined ? {} : { file }) })
  return ok({ design, report: { ...report, notes: [...report.notes, ...oddTexts(design, report)] } })
}

/** Above a spec are the design, its elements and the element: what the file could hold, the design may not. */
const ABOVE_SPEC = 3

function deepSpec(design: Design): Failure | undefined {
  for (const [id, { spec }] of Object.entries(design.elements)) {
    let actual = 0
    walk(spec as Json, [], (value, path) => {
      if (typeof value === 'object' && value !== null) actual = Math.max(actual, path.length + 1 + ABOVE_SPEC)
    })
    if (actual > limits.jsonDepth) return tooDeep(actual, toPointer(['elements', id, 'spec']))
  }
  return undefined
}

/** A list of more items than an imported file may have in one. */
export function longList(value: unknown, file: string): Failure | undefined {
  let found: Failure | undefined
  walk(value as Json, [], (item, path) => {
    if (found || !Array.isArray(item) || item.length <= limits.listItems) return
    found = tooMany(item.length, limits.listItems, file, toPointer(path))
  })
  return found
}

/** The failure of a list, or of containers, with more items than are read. */
export function tooMany(actual: number, limit: number, file: string, pointer: string): Failure {
  return {
    code: 'too-many',
    ...{ file, pointer, limit, actual },
    what: say`A list has ${actual} items; at most ${limit} can be read.`,
    mend: 'Check whether this is the right file, or split it.',
  }
}

function oddTexts(design: Design, { origins }: ImportReport): ImportNote[] {
  const notes: ImportNote[] = []
  for (const [id, { spec }] of Object.entries(design.elements)) {
    const origin = own(origins, id)
    if (!origin) continue
    walk(spec as Json, [], (text, path) => {
      const odd = typeof text === 'string' ? oddCharacters(text) : []
      if (odd.length === 0) return
      notes.push({
        kind: 'kept',
        code: 'odd-character',
        file: origin.file,
        pointer: placeInFile(origin, toPointer(path)),
        text: say`This text holds characters that are invisible or change how it reads: ${odd.join(', ')}. It is kept as it was written.`,
        element: id,
      })
    })
  }
  return notes
}

function walk(
  value: Json,
  path: readonly Segment[],
  visit: (value: Json, path: readonly Segment[]) => void,
): void {
  visit(value, path)
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) walk(item, [...path, i], visit)
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) walk(member as Json, [...path, key], visit)
  }
}
