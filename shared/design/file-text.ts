/**
 * The text that a design is written to a file as. What somebody's editor or git made of the file is kept: a byte-order
 * mark, line ends, and every byte of a design that did not change. And nothing is written that can't be read back.
 */
import { isObject, type Segment, toPointer } from '../basics/json'
import { fail, ok, type Result } from '../basics/result'
import { say } from '../texts/text'
import type { Design } from './design'
import { parseDesign, serialize } from './serialize'

/** How a text begins and how its lines end. */
export interface TextStyle {
  readonly mark: boolean
  readonly lineEnd: '\n' | '\r\n'
}

/** What a file holds, and the design that was read from it or written to it. */
export interface FileText {
  readonly text: string
  readonly design: Design
}

const MARK = '\uFEFF'

/** The style of a text; its first line end counts for all. */
export function styleOf(text: string): TextStyle {
  const end = text.indexOf('\n')
  return { mark: text.startsWith(MARK), lineEnd: end > 0 && text[end - 1] === '\r' ? '\r\n' : '\n' }
}

/**
 * The text to save, in the style of what the file holds now, if anything; a failure instead of one that would come back
 * as another design.
 */
export function textToSave(design: Design, inFile?: FileText): Result<string> {
  if (inFile && firstChange(inFile.design, design) === undefined) return ok(inFile.text)
  const written = readBack(design)
  if (!written.ok || !inFile) return written
  const { mark, lineEnd } = styleOf(inFile.text)
  // JSON has no line ends within its strings: there they are escaped.
  const lines = lineEnd === '\n' ? written.value : written.value.replaceAll('\n', lineEnd)
  return ok(mark ? MARK + lines : lines)
}

/** The canonical text of a design, once it is certain that reading it gives the same design. */
export function readBack(design: Design, write: (design: Design) => string = serialize): Result<string> {
  const text = write(design)
  const read = parseDesign(text)
  if (!read.ok) return fail({ ...read.error, ...MEND })
  const change = firstChange(design, read.value, true)
  if (change === undefined) return ok(text)
  return fail({
    code: 'not-read-back',
    pointer: toPointer(change),
    what: say`The design can’t be written without changing ${toPointer(change) || '/'}.`,
    ...MEND,
  })
}

const MEND = { mend: 'Change this member or undo the last step, then save again. The file was not changed.' }

/**
 * The first place where two designs differ, the order of members included unless `anyOrder`; undefined when there is
 * none. A member that is undefined is as good as absent: JSON has no other way to say it.
 */
function firstChange(a: unknown, b: unknown, anyOrder = false): Segment[] | undefined {
  if (Object.is(a, b) || a === b) return undefined
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return []
    for (let i = 0; i < a.length; i++) {
      const change = firstChange(a[i], b[i], anyOrder)
      if (change) return [i, ...change]
    }
    return undefined
  }
  if (!isObject(a) || !isObject(b)) return []
  const [keys, others] = [presentKeys(a), presentKeys(b)]
  for (const [i, key] of keys.entries()) {
    if (!Object.hasOwn(b, key) || (!anyOrder && others[i] !== key)) return [key]
    const change = firstChange(a[key], b[key], anyOrder)
    if (change) return [key, ...change]
  }
  const more = others.find((key) => !Object.hasOwn(a, key) || a[key] === undefined)
  return more === undefined ? undefined : [more]
}

function presentKeys(value: Record<string, unknown>): readonly string[] {
  const keys = Object.keys(value)
  return keys.every((key) => value[key] !== undefined) ? keys : keys.filter((key) => value[key] !== undefined)
}
