/** Writing what a command makes: to standard output, to a file, or into a folder. */
import { join } from 'node:path'
import { type Failure, fail, ok, type Result } from '../../shared/basics/result'
import { say } from '../../shared/texts/text'
import { errorCode } from '../storage/files'
import type { Io } from './io'

export interface OutputFile {
  readonly name: string
  readonly content: string | Uint8Array
}

/** Writes one file, or prints it for `-`. Answers the path it went to. */
export async function writeOne(io: Io, path: string, content: string | Uint8Array): Promise<Result<string>> {
  if (path === '-') {
    io.stdout(content)
    return ok('standard output')
  }
  try {
    await io.writeFile(path, content)
    return ok(path)
  } catch (error) {
    return fail({ code: 'file-write', file: path, ...unwritable(errorCode(error)) })
  }
}

/**
 * Writes an export. A folder, or a path that ends with a slash, takes every file under its own name; any other path is
 * the name of the only file.
 */
export async function writeAll(
  io: Io,
  path: string,
  files: readonly OutputFile[],
): Promise<Result<string[]>> {
  const [first] = files
  const there = path === '-' ? 'other' : (await io.stat(path)).is
  const folder = there === 'folder' || (path !== '-' && /[\\/]$/.test(path))
  if (!folder && files.length === 1 && first) {
    const written = await writeOne(io, path, first.content)
    return written.ok ? ok([written.value]) : written
  }
  if (!folder && there !== 'nothing') return severalFiles(path, files.length)
  const written: string[] = []
  try {
    await io.makeFolder(path)
  } catch (error) {
    return fail({ code: 'file-write', file: path, ...unwritable(errorCode(error)) })
  }
  for (const file of files) {
    const one = await writeOne(io, join(path, file.name), file.content)
    if (!one.ok) return one
    written.push(one.value)
  }
  return ok(written)
}

function severalFiles(path: string, n: number): Result<string[]> {
  return fail({
    code: 'several-files',
    what:
      path === '-'
        ? say`Standard output can’t hold the ${n} files of this export.`
        : say`One file can’t hold the ${n} files of this export.`,
    mend: 'Name a folder after -o.',
  })
}

function unwritable(code: string): Pick<Failure, 'what' | 'mend'> {
  if (code === 'ENOENT')
    return { what: 'Its folder does not exist.', mend: 'Create the folder, or choose another one.' }
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return { what: 'A file stands where a folder should be.', mend: 'Choose another path.' }
  if (code === 'EISDIR') return { what: 'This is a folder.', mend: 'Name a file in it.' }
  if (code === 'ENOSPC') return { what: 'The disk is full.', mend: 'Free some space, and try again.' }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return { what: 'You have no permission to write here.', mend: 'Choose another folder.' }
  }
  return { what: say`It can’t be written${code === '' ? '' : ` (${code})`}.`, mend: 'Choose another path.' }
}
