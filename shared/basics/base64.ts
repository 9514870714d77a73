/** Base64 (RFC 4648), which the language itself does not have. */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Joining a few long texts is much faster than one digit at a time. */
const PIECE = 3 * 8192

export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += PIECE) {
    pieces.push(pieceOf(bytes.subarray(start, start + PIECE)))
  }
  return pieces.join('')
}

function pieceOf(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    text += digit(bits >> 18) + digit(bits >> 12)
    text += (b === undefined ? '=' : digit(bits >> 6)) + (c === undefined ? '=' : digit(bits))
  }
  return text
}

function digit(bits: number): string {
  return DIGITS[bits & 63] as string
}

/** The bytes; undefined when the text is none of Base64. White space between the digits does not count. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const digits = text.replace(/\s+/g, '')
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return undefined
  const length = (digits.length / 4) * 3 - (digits.endsWith('==') ? 2 : digits.endsWith('=') ? 1 : 0)
  const bytes = new Uint8Array(length)
  let [bits, n, at] = [0, 0, 0]
  for (let i = 0; i < digits.length && at < length; i++) {
    bits = (bits << 6) | value(digits.charCodeAt(i))
    n += 6
    if (n < 8) continue
    n -= 8
    bytes[at++] = (bits >> n) & 0xff
  }
  return bytes
}

function value(code: number): number {
  if (code >= 0x61) return code - 0x61 + 26
  if (code >= 0x41) return code - 0x41
  if (code >= 0x30) return code - 0x30 + 52
  return code === 0x2b ? 62 : 63
}
