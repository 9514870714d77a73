/** Reading what a command is given: a design, or a file that can be imported as one. */
import { basename } from 'node:path'
import { limits } from '../../shared/basics/limits'
import { type Failure, fail, ok, type Result } from '../../shared/basics/result'
import { type Design, emptyDesign } from '../../shared/design/design'
import { tooLarge } from '../../shared/design/json-limits'
import { looksLikeDesign, parseJson, readDesign } from '../../shared/design/serialize'
import type { SourceFile } from '../../shared/imports/format'
import { importFiles } from '../../shared/imports/import-files'
import { type ImportReport, placeInFile } from '../../shared/imports/report'
import { say } from '../../shared/texts/text'
import { errorCode } from '../storage/files'
import { decode } from '../storage/read-document'
import type { Io } from './io'

export interface Input {
  readonly design: Design
  readonly file: SourceFile
  /** Absent for a design. */
  readonly report?: ImportReport
  /** Where a place in an element's spec stands in the file. */
  readonly pointerOf: (element: string, place: string) => string
}

/** A design, or an importable file as a design. */
export async function readInput(io: Io, path: string): Promise<Result<Input>> {
  const file = await readSource(io, path)
  if (!file.ok) return file
  const json = parseJson(file.value.text, file.value.name)
  if (json.ok && looksLikeDesign(json.value)) {
    const design = readDesign(json.value, file.value.name)
    if (!design.ok) return design
    const pointerOf = (element: string, place: string) => `/elements/${element}/spec${place}`
    return ok({ design: design.value, file: file.value, pointerOf })
  }
  const imported = importFiles([file.value])
  if (!imported.ok) return imported
  const { design, report } = imported.value
  const pointerOf = (element: string, place: string) => {
    const origin = Object.hasOwn(report.origins, element) ? report.origins[element] : undefined
    return origin ? placeInFile(origin, place) : ''
  }
  return ok({ design, file: file.value, report, pointerOf })
}

/** The text of a file, or of standard input for `-`. */
export async function readSource(io: Io, path: string): Promise<Result<SourceFile>> {
  const name = path === '-' ? 'standard input' : path
  try {
    // A file of many gigabytes is refused before it fills the memory.
    const there = path === '-' ? undefined : await io.stat(path)
    if (there?.is === 'file' && there.size > limits.designBytes) {
      return fail({ ...tooLarge(there.size, limits.designBytes), file: name })
    }
    const text = decode(name, path === '-' ? await io.stdin() : await io.readFile(path))
    return text.ok ? ok({ name, text: text.value.text }) : text
  } catch (error) {
    return fail({ code: 'file-read', file: name, ...unreadable(errorCode(error)) })
  }
}

function unreadable(code: string): Pick<Failure, 'what' | 'mend'> {
  if (code === 'ENOENT') return { what: 'There is no such file.', mend: 'Check its name and folder.' }
  if (code === 'EISDIR') return { what: 'This is a folder.', mend: 'Name a file in it.' }
  if (code === 'EACCES' || code === 'EPERM') {
    return {
      what: 'You have no permission to read it.',
      mend: 'Change its permissions, or copy it elsewhere.',
    }
  }
  return {
    what: say`It can’t be read${code === '' ? '' : ` (${code})`}.`,
    mend: 'Check the file, and try again.',
  }
}

/** What a new design in that file is called. */
export function designNameFor(path: string): string {
  return path === '-' ? 'Untitled' : basename(path).replace(/(?<=.)\.[^.]*$/, '')
}

/** An empty design for that file. */
export function newDesignFor(path: string): Design {
  return emptyDesign(designNameFor(path))
}
