/** Base64 of UTF-8 text, which EC2 wants user data in. The core has neither `btoa` nor `Buffer`. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The text in Base64. */
export function toBase64(text: string): string {
  const bytes = utf8(text)
  let encoded = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(i, i + 3)
    const word = (a << 16) | (b << 8) | c
    for (let digit = 0; digit < 4; digit++) {
      encoded += i + digit > bytes.length ? '=' : LETTERS.charAt((word >> (18 - 6 * digit)) & 63)
    }
  }
  return encoded
}

/** The text that was written in Base64; undefined where it is none. */
export function fromBase64(encoded: string): string | undefined {
  const packed = encoded.replace(/\s+/g, '')
  if (packed === '' || packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return undefined
  const digits = packed.replace(/={1,2}$/, '')
  let percent = ''
  for (let i = 0; i < digits.length; i += 4) {
    const group = [...digits.slice(i, i + 4)]
    const word = group.reduce((all, letter, n) => all | (LETTERS.indexOf(letter) << (18 - 6 * n)), 0)
    for (let byte = 0; byte < group.length - 1; byte++) {
      percent += `%${((word >> (16 - 8 * byte)) & 255).toString(16).padStart(2, '0')}`
    }
  }
  try {
    return decodeURIComponent(percent)
  } catch {
    return undefined
  }
}

function utf8(text: string): number[] {
  const bytes: number[] = []
  for (const [part] of encodeURIComponent(wellFormed(text)).matchAll(/%([0-9A-F]{2})|[^%]/g)) {
    bytes.push(part.startsWith('%') ? Number.parseInt(part.slice(1), 16) : part.charCodeAt(0))
  }
  return bytes
}

/** Half of a surrogate pair has no UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}
