/** Reading what a command is given: a design, or a file that can be imported as one. */
import { basename, join } from 'node:path'
import { limits } from '../../shared/basics/limits'
import { own } from '../../shared/basics/own'
import { type Failure, fail, ok, type Result } from '../../shared/basics/result'
import { type Design, emptyDesign } from '../../shared/design/design'
import { tooLarge } from '../../shared/design/json-limits'
import { looksLikeDesign, parseJson, readDesign } from '../../shared/design/serialize'
import { type FolderEntry, filesOf } from '../../shared/imports/folder'
import type { SourceFile } from '../../shared/imports/format'
import { importFiles } from '../../shared/imports/import-files'
import { type ImportReport, placeInFile } from '../../shared/imports/report'
import { say } from '../../shared/texts/text'
import { parsersFor } from '../parsers/hcl'
import { designText } from '../storage/design-text'
import { errorCode } from '../storage/files'
import type { Io, PathInfo } from './io'

export interface Input {
  readonly design: Design
  /** A design is one file; a folder has several. */
  readonly files: readonly [SourceFile, ...SourceFile[]]
  /** Absent for a design. */
  readonly report?: ImportReport
  /** Where a place in an element's spec stands: the file's name, and the JSON pointer into it. */
  readonly placeOf: (element: string, place: string) => { readonly file: string; readonly pointer: string }
}

/** A design, or an importable file, or a folder of such files, as a design. */
export async function readInput(
  io: Io,
  path: string,
  {
    committed = false,
  }: { /** Not as it is, but as it was committed last. */ readonly committed?: boolean } = {},
): Promise<Result<Input>> {
  const sources = await (committed ? readLastCommitted(io, path) : readSources(io, path))
  if (!sources.ok) return sources
  const [file = { name: path, text: '' }, ...others] = sources.value
  const json = parseJson(file.text, file.name)
  if (!file.found && json.ok && looksLikeDesign(json.value)) {
    const design = readDesign(json.value, file.name)
    if (!design.ok) return design
    const placeOf = (element: string, place: string) => ({
      file: file.name,
      pointer: `/elements/${element}/spec${place}`,
    })
    return ok({ design: design.value, files: [file], placeOf })
  }
  const imported = importFiles(sources.value, { parsers: await parsersFor(sources.value) })
  if (!imported.ok) return imported
  const { design, report } = imported.value
  const placeOf = (element: string, place: string) => {
    const origin = own(report.origins, element)
    return { file: origin?.file ?? file.name, pointer: origin ? placeInFile(origin, place) : '' }
  }
  return ok({ design, files: [file, ...others], report, placeOf })
}

async function readLastCommitted(io: Io, path: string): Promise<Result<readonly SourceFile[]>> {
  const file = await readCommitted(io, path)
  return file.ok ? ok([file.value]) : fail({ ...file.error, file: `HEAD:${path}` })
}

/** The files that a path stands for: itself, or all that can be imported from the folder. */
export async function readSources(io: Io, path: string): Promise<Result<readonly SourceFile[]>> {
  if (path === '-' || (await io.stat(path).catch(() => undefined))?.is !== 'folder') {
    const file = await readSource(io, path)
    return file.ok ? ok([file.value]) : file
  }
  const paths = await filesOf(async (inside) => {
    const folder = join(path, inside)
    const names = await io.list(folder)
    return Promise.all(names.map(async (name) => ({ name, is: kindOf(await io.stat(join(folder, name))) })))
  })
  if (!paths.ok) return fail({ ...paths.error, file: path })
  const files: SourceFile[] = []
  for (const inside of paths.value) {
    const file = await readSource(io, join(path, inside))
    if (!file.ok) return file
    files.push({ ...file.value, found: true })
  }
  if (files.length > 0) return ok(files)
  return fail({
    code: 'nothing-found',
    file: path,
    what: 'The folder holds no file that could be imported.',
    mend: 'Name a file, or another folder.',
  })
}

function kindOf({ is }: PathInfo): FolderEntry['is'] {
  return is === 'nothing' ? 'other' : is
}

/** The text of a file, of standard input for `-`, or of git’s `REV:PATH`; of a picture, that of its design. */
export async function readSource(io: Io, path: string): Promise<Result<SourceFile>> {
  const name = path === '-' ? 'standard input' : path
  try {
    // A file of many gigabytes is refused before it fills the memory.
    const there = path === '-' ? undefined : await io.stat(path)
    const most = /\.(?:png|svg)$/i.test(path) ? limits.pictureBytes : limits.designBytes
    if (there?.is === 'file' && there.size > most) return fail({ ...tooLarge(there.size, most), file: name })
    // A file of that name wins.
    if (there?.is === 'nothing' && isInGit(path)) return await fromGit(name, io.git.content(path))
    return await sourceOf(name, path === '-' ? await io.stdin() : await io.readFile(path))
  } catch (error) {
    return fail({ code: 'file-read', file: name, ...unreadable(errorCode(error)) })
  }
}

/** A file as it was last committed to git. */
export async function readCommitted(io: Io, path: string): Promise<Result<SourceFile>> {
  const name = `HEAD:${path}`
  try {
    return await fromGit(name, io.git.committed(path))
  } catch (error) {
    return fail({ code: 'file-read', file: path, ...unreadable(errorCode(error)) })
  }
}

/** The name of a file without its folder, of one in git without its revision. */
export function fileNameOf(path: string): string {
  return basename(isInGit(path) ? path.slice(path.indexOf(':') + 1) : path)
}

/** `REV:PATH`, as git writes it; neither a drive of Windows nor an address. */
function isInGit(path: string): boolean {
  return path.includes(':') && !/^[A-Za-z]:[\\/]|:\/\//.test(path)
}

async function fromGit(name: string, found: Promise<Result<Uint8Array>>): Promise<Result<SourceFile>> {
  const bytes = await found
  return bytes.ok ? sourceOf(name, bytes.value) : fail({ ...bytes.error, file: name })
}

async function sourceOf(name: string, bytes: Uint8Array): Promise<Result<SourceFile>> {
  // A picture stands for the design that it carries.
  const text = await designText(name, bytes)
  return text.ok ? ok({ name, text: text.value }) : text
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
