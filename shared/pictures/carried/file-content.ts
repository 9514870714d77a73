/** Files that hold a design: its text, or a picture that carries it. */
import { ok, type Result } from '../../basics/result'
import { parseDesign, serialize } from '../../design/serialize'
import { designInPicture, isSvg } from './carry'
import type { Sha256 } from './envelope'
import { isPng } from './png'

/** As the hosts read a file. */
export interface FileRead {
  readonly name: string
  /** Empty for a PNG. */
  readonly text: string
  /** Only for a PNG. */
  readonly bytes?: Uint8Array<ArrayBuffer> | undefined
}

/** What a file is: bytes of a PNG, text of an SVG, or any other text. */
export function isPicture({ text, bytes }: Pick<FileRead, 'text' | 'bytes'>): boolean {
  return bytes !== undefined || isSvg(text)
}

/** The kind of a picture that its design is saved back into, by its name: `shop.fairlead.png`. */
export function designPicture(name: string): 'png' | 'svg' | undefined {
  const [, ending] = /\.fairlead\.(png|svg)$/i.exec(name) ?? []
  return ending?.toLowerCase() as 'png' | 'svg' | undefined
}

/** May a save put this into a file of that name? A design never replaces a picture that isn't its own, nor the reverse. */
export function mayHold(name: string, content: string | Uint8Array): boolean {
  const ending = /\.(png|svg)$/i.exec(name)
  if (ending === null) return typeof content === 'string'
  const kind = designPicture(name)
  if (kind === 'png') return typeof content !== 'string' && isPng(content)
  return kind === 'svg' && typeof content === 'string' && isSvg(content)
}

/** The text of the design in a file; `intact` is false for a picture whose checksum says otherwise. */
export async function designTextIn(
  file: FileRead,
  sha256: Sha256,
): Promise<Result<{ readonly text: string; readonly intact: boolean }>> {
  if (!isPicture(file)) return ok({ text: file.text, intact: true })
  const carried = await designInPicture(file, sha256)
  if (!carried.ok) return carried
  return ok({ text: serialize(carried.value.design), intact: carried.value.intact })
}

/** Whether what would be written could be opened again. */
export async function readsBack(content: string | Uint8Array, sha256: Sha256): Promise<Result<unknown>> {
  const file =
    typeof content === 'string'
      ? { name: '', text: content }
      : { name: '', text: '', bytes: Uint8Array.from(content) }
  return isPicture(file) ? await designInPicture(file, sha256) : parseDesign(file.text)
}
