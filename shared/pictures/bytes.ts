/** Big-endian numbers, as fonts and PNG files have them. */

/** Reads from bytes; a place outside of them throws, which the makers of fonts and files must not cause. */
export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Pieces one after another. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function u16(...values: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(values.length * 2)
  values.forEach((value, i) => {
    view(bytes).setUint16(i * 2, value)
  })
  return bytes
}

export function u32(...values: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(values.length * 4)
  values.forEach((value, i) => {
    view(bytes).setUint32(i * 4, value)
  })
  return bytes
}

/** The characters of an ASCII text. */
export function ascii(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
