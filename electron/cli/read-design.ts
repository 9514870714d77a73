/** Reading a design for a command that works on designs only. */
import { ok, type Result } from '../../shared/basics/result'
import type { FileText } from '../../shared/design/file-text'
import { parseDesign } from '../../shared/design/serialize'
import { newDesignFor, readCommitted, readSource } from './input'
import type { Io } from './io'

export interface ReadOptions {
  /** What messages call the file: git hands over copies under names of its own. */
  readonly name?: string | undefined
  /** A file without content stands for an empty design, as git gives one where there was none. */
  readonly mayBeEmpty?: boolean
  /** Not as the file is, but as it was committed last. */
  readonly committed?: boolean
}

/** The design in a file, and the file's text. */
export async function readDesignFile(
  io: Io,
  path: string,
  { committed = false, name = committed ? `HEAD:${path}` : path, mayBeEmpty = false }: ReadOptions = {},
): Promise<Result<FileText>> {
  const source = await (committed ? readCommitted(io, path) : readSource(io, path))
  if (!source.ok) return { ok: false, error: { ...source.error, file: name } }
  const { text } = source.value
  if (mayBeEmpty && text.trim() === '') return ok({ text: '', design: newDesignFor(name) })
  const design = parseDesign(text, name)
  return design.ok ? ok({ text, design: design.value }) : design
}
