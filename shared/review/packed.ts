/** A design as one short text: deflated canonical JSON in Base64, for an approval to keep what was approved. */
import { strFromU8, strToU8, zlibSync } from 'fflate'
import { fromBase64, toBase64 } from '../basics/base64'
import { inflated } from '../basics/inflate'
import { limits } from '../basics/limits'
import type { Design } from '../design/design'
import { parseDesign, serialize } from '../design/serialize'

export type Packed =
  | { readonly is: 'design'; readonly design: Design }
  /** Nothing was kept. */
  | { readonly is: 'nothing' }
  /** It can't be read, or somebody has changed it. */
  | { readonly is: 'damaged' }

/** Packs a design; the same design always gives the same text. */
export function pack(design: Design): string {
  return toBase64(zlibSync(strToU8(serialize(design)), { level: 9 }))
}

/** Reads it as a file of a stranger is read: what comes out is counted, and checked by the schema. */
export function unpack(text: string): Packed {
  const bytes = fromBase64(text)
  const read = bytes && inflated(bytes, limits.designBytes)
  if (read?.is !== 'bytes') return { is: 'damaged' }
  const design = parseDesign(strFromU8(read.bytes))
  return design.ok ? { is: 'design', design: design.value } : { is: 'damaged' }
}
