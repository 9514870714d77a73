/** The chunks of a PNG file (W3C Portable Network Graphics, third edition), and what pictures keep in them. */
import { strFromU8, strToU8, zlibSync } from 'fflate'
import { inflated } from '../../basics/inflate'
import { ascii, joined, u32, view } from '../bytes'

export interface Chunk {
  /** Four letters. */
  readonly type: string
  readonly data: Uint8Array
}

export const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte)
}

/** The chunks in their order; undefined for what is cut off, damaged or no PNG. */
export function readChunks(file: Uint8Array): readonly Chunk[] | undefined {
  if (!isPng(file)) return undefined
  const data = view(file)
  const chunks: Chunk[] = []
  let at = SIGNATURE.length
  while (at + 12 <= file.length) {
    const length = data.getUint32(at)
    if (length > file.length - at - 12) return undefined
    const type = strFromU8(file.subarray(at + 4, at + 8), true)
    // The checksum is that of type and data together.
    if (crc32(file.subarray(at + 4, at + 8 + length)) !== data.getUint32(at + 8 + length)) return undefined
    chunks.push({ type, data: file.subarray(at + 8, at + 8 + length) })
    at += 12 + length
    if (type === 'IEND') return chunks
  }
  return undefined
}

/** The file of these chunks. */
export function writeChunks(chunks: readonly Chunk[]): Uint8Array<ArrayBuffer> {
  const parts = chunks.flatMap(({ type, data }) => {
    const named = joined([ascii(type), data])
    return [u32(data.length), named, u32(crc32(named))]
  })
  return joined([SIGNATURE, ...parts])
}

/** Pixels per metre: `scale` of them for each 96th of an inch. */
export function pixelsPerMetre(scale: number): Chunk {
  const density = Math.round((scale * 96) / 0.0254)
  return { type: 'pHYs', data: joined([u32(density, density), Uint8Array.of(1)]) }
}

/** The scale that a picture says it has; undefined when it says nothing of that kind. */
export function scaleOf(chunks: readonly Chunk[]): number | undefined {
  const { data } = chunks.find(({ type }) => type === 'pHYs') ?? {}
  if (data?.length !== 9 || data[8] !== 1) return undefined
  return Math.round(((view(data).getUint32(0) * 0.0254) / 96) * 100) / 100
}

/** International text, compressed: any UTF-8, in no particular language. */
export function textChunk(keyword: string, text: string): Chunk {
  const compressed = zlibSync(strToU8(text), { level: 9 })
  // After the keyword: compression flag, method 0, empty language, empty translated keyword.
  return { type: 'iTXt', data: joined([ascii(keyword), Uint8Array.of(0, 1, 0, 0, 0), compressed]) }
}

export interface FoundText {
  readonly is: 'nothing' | 'damaged' | 'too-large' | 'text'
  /** Only for a text. */
  readonly bytes: Uint8Array
}

const found = (is: FoundText['is'], bytes: Uint8Array = new Uint8Array()): FoundText => ({ is, bytes })

/** The text under a keyword: in an `iTXt`, `zTXt` or `tEXt` chunk; inflated to at most so many bytes. */
export function textOf(chunks: readonly Chunk[], keyword: string, most: number): FoundText {
  for (const { type, data } of chunks) {
    if (keywordOf(data) !== keyword) continue
    const end = keyword.length
    if (type === 'tEXt') return plain(data.subarray(end + 1), most)
    if (type === 'zTXt') return inflatedText(data.subarray(end + 2), most)
    if (type === 'iTXt') return international(data.subarray(end + 1), most)
  }
  return found('nothing')
}

/** How many texts there are under a keyword. */
export function textsUnder(chunks: readonly Chunk[], keyword: string): number {
  return chunks.filter(({ type, data }) => TEXTS.has(type) && keywordOf(data) === keyword).length
}

const TEXTS: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt'])

function keywordOf(data: Uint8Array): string | undefined {
  const end = data.indexOf(0)
  return end < 0 ? undefined : strFromU8(data.subarray(0, end), true)
}

function international(data: Uint8Array, most: number): FoundText {
  const language = data.indexOf(0, 2)
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1)
  if (translated < 0) return found('damaged')
  const text = data.subarray(translated + 1)
  return data[0] === 1 ? inflatedText(text, most) : plain(text, most)
}

function plain(bytes: Uint8Array, most: number): FoundText {
  return bytes.length > most ? found('too-large') : found('text', bytes)
}

function inflatedText(bytes: Uint8Array, most: number): FoundText {
  const read = inflated(bytes, most)
  return read.is === 'bytes' ? found('text', read.bytes) : found(read.is)
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c
})

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff
  for (const byte of bytes) c = (TABLE[(c ^ byte) & 0xff] as number) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
