/** Zlib streams of strangers: a few bytes may stand for a thousand times as many, so what comes out is counted. */
import { Unzlib } from 'fflate'

export type Inflated =
  | { readonly is: 'bytes'; readonly bytes: Uint8Array }
  | { readonly is: 'damaged' }
  /** More than was allowed came out; the rest was not looked at. */
  | { readonly is: 'too-large' }

/** What goes in at once. */
const PIECE = 64 * 1024

/** Inflates a zlib stream to at most so many bytes. */
export function inflated(bytes: Uint8Array, most: number): Inflated {
  const parts: Uint8Array[] = []
  let [length, done] = [0, false]
  const unzip = new Unzlib((part, last) => {
    parts.push(part)
    length += part.length
    done = last
  })
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
      if (length > most) return { is: 'too-large' }
    }
  } catch {
    return { is: 'damaged' }
  }
  return done ? { is: 'bytes', bytes: whole(parts, length) } : { is: 'damaged' }
}

function whole(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
