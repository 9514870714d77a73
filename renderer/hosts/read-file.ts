/** Reads a file the user chose: text, or a PNG, which may carry a design. Limits hold before anything is parsed. */
import { decodeText } from '../../shared/basics/decode'
import { limits } from '../../shared/basics/limits'
import { type Failure, fail, ok, type Result } from '../../shared/basics/result'
import { isPng } from '../../shared/pictures/carried/png'
import { t } from '../strings/strings'

const MEBIBYTE = 1024 * 1024

export interface FileContent {
  readonly name: string
  /** Empty for a PNG. */
  readonly text: string
  /** Only for a PNG. */
  readonly bytes?: Uint8Array<ArrayBuffer>
}

export type FailureName =
  | 'gone'
  | 'read'
  | 'write'
  | 'refused'
  | 'noGrant'
  | 'notRecent'
  | 'changed'
  | 'unsure'
  | 'busy'
  | 'full'
  | 'locked'
  | 'goneAway'
  | 'noVersion'
  | 'noGit'
  | 'picture'

/** A failure in the words of the strings. */
export function fileFailure(name: FailureName, file?: string): Failure {
  return {
    code: `file-${name.toLowerCase()}`,
    ...(file === undefined ? {} : { file }),
    what: t(`host.${name}.what`),
    mend: t(`host.${name}.mend`),
  }
}

/** The content of a file, or why it can't be used. */
export async function readFile(file: File): Promise<Result<FileContent>> {
  const limit = /\.(?:png|svg)$/i.test(file.name) ? limits.pictureBytes : limits.designBytes
  if (file.size > limit) return tooBig(file, limit)
  try {
    return decode(file.name, new Uint8Array(await file.arrayBuffer()))
  } catch (error) {
    return fail(fileFailure(isNamed(error, 'NotFoundError') ? 'gone' : 'read', file.name))
  }
}

/** Bytes as text; the bytes of a PNG stay bytes. */
export function decode(name: string, bytes: Uint8Array<ArrayBuffer>): Result<FileContent> {
  if (isPng(bytes)) return ok({ name, text: '', bytes })
  const text = decodeText(name, bytes)
  return text.ok ? ok({ name, text: text.value }) : text
}

/** Is it the DOM's exception of that name? */
export function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name
}

function tooBig({ name, size }: File, limit: number): Result<FileContent> {
  const mebibytes = (bytes: number) => (bytes / MEBIBYTE).toFixed(1)
  return fail({
    code: 'file-size',
    file: name,
    what: t('host.tooBig.what', { size: mebibytes(size), limit: mebibytes(limit) }),
    mend: t('host.tooBig.mend'),
  })
}
