/** One input against everything that reads files: what it answers must be a design, or a failure that a person can use. */
import { decodeText } from '../../basics/decode'
import { sameJson } from '../../basics/json'
import { describeFailure, type Failure, type Result } from '../../basics/result'
import type { Design } from '../../design/design'
import { parseDesign, serialize } from '../../design/serialize'
import { exportFormats } from '../../exports/registry'
import { graphOf } from '../../graph/graph'
import { importFiles } from '../../imports/import-files'
import { importFormats } from '../../imports/registry'
import { validateOnce } from '../../rules/validate'
import { english } from '../../texts/text'
import { parseHcl } from '../hcl-parser'

/** As the app names a file. */
const FILE = 'input.file'
/** As the app and the command line bring them along. */
const parsers = { hcl: parseHcl }

/** Every way to read a file; a new import format is one by itself. */
export const readers: Readonly<Record<string, (text: string) => Result<Design>>> = {
  design: (text) => parseDesign(text, FILE),
  import: (text) => designOf(importFiles([{ name: FILE, text }], { parsers })),
  ...Object.fromEntries(
    importFormats.map((format) => [
      format.id,
      (text: string) => designOf(importFiles([{ name: FILE, text }], { format, parsers })),
    ]),
  ),
}

function designOf(imported: ReturnType<typeof importFiles>): Result<Design> {
  return imported.ok ? { ok: true, value: imported.value.design } : imported
}

/**
 * What is wrong with how a reader took the bytes; undefined when nothing is. With a number, all that the app does next,
 * too: of the exports the one of that number, so that many inputs go through each of them.
 */
export function attack(reader: string, bytes: Uint8Array, next?: number): string | undefined {
  const text = decodeText(FILE, bytes)
  if (!text.ok) return faultOf(text.error)
  const read = readers[reader]?.(text.value)
  if (!read) throw new Error(`There is no reader ${reader}.`)
  if (!read.ok) return faultOf(read.error)
  return next === undefined ? undefined : afterwards(read.value, next)
}

/** A failure tells what, where and how to mend it, in words. */
export function faultOf(failure: Failure): string | undefined {
  const said = describeFailure(failure)
  if (!/^[a-z][a-z-]*$/.test(failure.code)) return `no code: ${said}`
  if (failure.file !== FILE) return `no file: ${said}`
  if (!/[.!?…]$/.test(english(failure.what)) || !/[.!?…]$/.test(english(failure.mend))) {
    return `no sentence: ${said}`
  }
  if (/\bundefined\b|\[object |\bNaN\b|\n\s+at |Error:/.test(withoutQuotes(said))) return `no words: ${said}`
  if (said.length > 1_000) return `too long: ${said.slice(0, 200)}…`
  return undefined
}

/** What the file itself says may be anything. */
function withoutQuotes(said: string): string {
  return said.replace(/“[^”]*”|"[^"]*"/g, '')
}

/** What the app does with a design that it has read. */
function afterwards(design: Design, number: number): string | undefined {
  graphOf(design)
  for (const problem of validateOnce(design)) {
    if (/\[object |\bNaN\b/.test(withoutQuotes(english(problem))))
      return `a problem says: ${english(problem)}`
  }
  const again = parseDesign(serialize(design), FILE)
  if (!again.ok) return `what was read can’t be saved and opened again: ${describeFailure(again.error)}`
  if (!sameJson(again.value, design)) return 'what was read is not what is saved'
  exportFormats[number % exportFormats.length]?.export(design)
  return undefined
}
