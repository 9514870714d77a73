/** Reads a file the user chose: text, or a picture that may carry a design. Limits hold before anything is parsed. */
import { basename, extname } from 'node:path'
import { decodeText } from '../../shared/basics/decode'
import { limits } from '../../shared/basics/limits'
import { fail, ok, type Result } from '../../shared/basics/result'
import { isPng } from '../../shared/pictures/carried/png'
import { fileFailure } from './file-failure'
import type { Files } from './files'

const MEBIBYTE = 1024 * 1024

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
    const limit = picture ? limits.pictureBytes : limits.designBytes
    const { size } = await files.describe(path)
    if (size > limit) return tooBig(name, size, limit)
    const bytes = await files.read(path)
    // It may have grown since.
    if (bytes.byteLength > limit) return tooBig(name, bytes.byteLength, limit)
    return content(name, bytes)
  } catch (error) {
    return fail(fileFailure(error, name, 'read'))
  }
}

/** A file's bytes as what they are: those of a PNG, or text. */
export function content(name: string, bytes: Uint8Array): Result<Document> {
  return isPng(bytes) ? ok({ name, text: '', bytes: Uint8Array.from(bytes) }) : decode(name, bytes)
}

/** The text of a file's bytes, which must be UTF-8. */
export function decode(name: string, bytes: Uint8Array): Result<Document> {
  const text = decodeText(name, bytes)
  return text.ok ? ok({ name, text: text.value }) : text
}

function tooBig(file: string, size: number, limit: number): Result<Document> {
  const mebibytes = (bytes: number) => (bytes / MEBIBYTE).toFixed(1)
  return fail({
    code: 'file-size',
    file,
    limit,
    actual: size,
    what: `The file has ${mebibytes(size)} MiB; at most ${mebibytes(limit)} MiB can be opened.`,
    mend: 'Choose a smaller file, or split it.',
  })
}
