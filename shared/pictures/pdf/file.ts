/** Writes PDF files (ISO 32000-1): numbered objects, and a table of where each of them begins. */
import { strToU8, zlibSync } from 'fflate'
import { toText } from '../../basics/convert'
import { ascii, joined } from '../bytes'

/** An object of the file as others name it: `12 0 R`. */
export type Reference = string

export interface PdfFile {
  /** Adds an object that is written as it is. */
  readonly add: (body: string) => Reference
  /** Adds a stream, compressed; the entries are those of its dictionary but for length and filter. */
  readonly stream: (entries: string, content: string | Uint8Array) => Reference
  /** A number for an object that comes later, with `set`. */
  readonly reserve: () => Reference
  readonly set: (reference: Reference, body: string) => void
  readonly bytes: (trailer: string) => Uint8Array<ArrayBuffer>
}

/** Bytes above 127 behind the version tell programs that move files that this one is not text. */
const HEADER = joined([ascii('%PDF-1.7\n%'), Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3, 0x0a)])

/** A file without objects. */
export function newPdf(): PdfFile {
  const bodies: (Uint8Array | undefined)[] = []
  const put = (body: Uint8Array | undefined): Reference => `${bodies.push(body)} 0 R`
  return {
    add: (body) => put(strToU8(body)),
    stream: (entries, content) => {
      const data = zlibSync(typeof content === 'string' ? strToU8(content) : content, { level: 9 })
      const head = `<<${entries}/Filter/FlateDecode/Length ${data.length}>>\nstream\n`
      return put(joined([ascii(head), data, ascii('\nendstream')]))
    },
    reserve: () => put(undefined),
    set: (reference, body) => {
      bodies[Number.parseInt(reference, 10) - 1] = strToU8(body)
    },
    bytes: (trailer) => written(bodies, trailer),
  }
}

function written(bodies: readonly (Uint8Array | undefined)[], trailer: string): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [HEADER]
  let at = HEADER.length
  // Each entry of the table has twenty bytes; the first heads the list of free objects.
  const table = ['0000000000 65535 f \n']
  bodies.forEach((body, i) => {
    if (!body) throw new Error(`Object ${i + 1} was reserved and never written.`)
    const object = joined([ascii(`${i + 1} 0 obj\n`), body, ascii('\nendobj\n')])
    table.push(`${toText(at).padStart(10, '0')} 00000 n \n`)
    parts.push(object)
    at += object.length
  })
  const size = bodies.length + 1
  const end = `xref\n0 ${size}\n${table.join('')}trailer\n<</Size ${size}${trailer}>>\nstartxref\n${at}\n%%EOF\n`
  return joined([...parts, ascii(end)])
}

/** A text that people read, such as a title: UTF-16 with its byte-order mark, in hexadecimal digits. */
export function textString(text: string): string {
  return `<FEFF${utf16(text)}>`
}

/** An address of the web, in hexadecimal digits: what is no ASCII stands in it as escaped octets. */
export function addressString(address: string): string {
  const codes = Array.from(encodeURI(decodeURI(address)), (character) => character.charCodeAt(0))
  return `<${codes.map((code) => code.toString(16).toUpperCase().padStart(2, '0')).join('')}>`
}

/** The code units of a text as hexadecimal digits. */
export function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, i) => hex4(text.charCodeAt(i))).join('')
}

export function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0')
}

/** A number as PDF has it: no exponent, and no more digits than a printer could show. */
export function num(value: number): string {
  const rounded = Math.round(value * 1000) / 1000
  return Object.is(rounded, -0) ? '0' : toText(rounded)
}

/** Numbers with a space between. */
export function nums(...values: readonly number[]): string {
  return values.map(num).join(' ')
}
