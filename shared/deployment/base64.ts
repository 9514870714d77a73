/** Base64 of UTF-8 text, which EC2 wants user data in. */
import { strToU8 } from 'fflate'
import { fromBase64 as bytesFromBase64, toBase64 as bytesToBase64 } from '../basics/base64'

/** The text in Base64. */
export function toBase64(text: string): string {
  return bytesToBase64(strToU8(text))
}

/** The text that was written in Base64; undefined where it is none. */
export function fromBase64(encoded: string): string | undefined {
  const bytes = bytesFromBase64(encoded)
  return bytes && bytes.length > 0 ? utf8Text(bytes) : undefined
}

/** Undefined for bytes that are no UTF-8. */
function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return decodeURIComponent([...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return undefined
  }
}
