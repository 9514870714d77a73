/** Reads a file the user chose: text, or a picture that may carry a design. Limits hold before anything is parsed. */
import { basename, extname } from 'node:path'
import { limits } from '../../shared/basics/limits'
import { fail, ok, type Result } from '../../shared/basics/result'
import { fileFailure } from './file-failure'
import type { Files } from './files'

const MEBIBYTE = 1024 * 1024
/** See the limits of each format in the documentation: 32 MiB for text, 64 MiB for pictures. */
export const TEXT_LIMIT = limits.designBytes
export const PICTURE_LIMIT = 64 * MEBIBYTE

export interface Document {
  readonly name: string
  /** Empty for a PNG. */
  readonly text: string
  /** Only for a PNG. */
  readonly bytes?: Uint8Array<ArrayBuffer>
}

/** The content of a file, or why it can't be used. */
export async function readDocument(files: Files, path: string): Promise<Result<Document>> {
  const name = basename(path)
  const picture = ['.png', '.svg'].includes(extname(name).toLowerCase())
  try {
    const limit = picture ? PICTURE_LIMIT : TEXT_LIMIT
    const { size } = await files.describe(path)
    if (size > limit) return tooBig(name, size, limit)
    const bytes = await files.read(path)
    // It may have grown since.
    if (bytes.byteLength > limit) return tooBig(name, bytes.byteLength, limit)
    return isPng(bytes) ? ok({ name, text: '', bytes: Uint8Array.from(bytes) }) : decode(name, bytes)
  } catch (error) {
    return fail(fileFailure(error, name, 'read'))
  }
}

/** The text of a file's bytes, which must be UTF-8. */
export function decode(name: string, bytes: Uint8Array): Result<Document> {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return notText(name, 'The file is written in UTF-16.', 'Save it as UTF-8 and open it again.')
  }
  try {
    // A byte-order mark stays in the text: saving unchanged must give the same bytes.
    return ok({ name, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) })
  } catch {
    return notText(
      name,
      'This is not a text file in UTF-8.',
      'Choose a design, or a file of a format that can be imported.',
    )
  }
}

function tooBig(file: string, size: number, limit: number): Result<Document> {
  const mebibytes = (bytes: number) => (bytes / MEBIBYTE).toFixed(1)
  return fail({
    code: 'file-size',
    file,
    what: `The file has ${mebibytes(size)} MiB; at most ${mebibytes(limit)} MiB can be opened.`,
    mend: 'Choose a smaller file, or split it.',
  })
}

function notText(file: string, what: string, mend: string): Result<Document> {
  return fail({ code: 'file-encoding', file, what, mend })
}

function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, i) => bytes[i] === byte)
}
