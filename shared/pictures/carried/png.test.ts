import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { onePixel } from '../../testing/pictures'
import { pixelsPerMetre, readChunks, scaleOf, textChunk, textOf, writeChunks } from './png'

const KEYWORD = 'application/vnd.fairlead+json'

/** The specification's own wording as code (PNG, annex D), so that the reader is not judged by itself. */
function crcOf(bytes: Buffer): number {
  let c = 0xffffffff
  for (const byte of bytes) {
    c ^= byte
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  }
  return (c ^ 0xffffffff) >>> 0
}

const pixel = readChunks(onePixel())!
const withText = (chunk: Parameters<typeof writeChunks>[0][number]) =>
  writeChunks([pixel[0]!, chunk, ...pixel.slice(1)])

describe('chunks', () => {
  it('are read and written again to the byte', () => {
    expect(pixel.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND'])
    expect(writeChunks(pixel)).toEqual(onePixel())
  })

  it('carry a checksum over type and data', () => {
    const file = Buffer.from(withText(textChunk(KEYWORD, 'x')))
    const at = file.indexOf('iTXt')
    const length = file.readUInt32BE(at - 4)
    expect(file.readUInt32BE(at + 4 + length)).toBe(crcOf(file.subarray(at, at + 4 + length)))
  })

  it('of a file that is cut off anywhere are none', () => {
    const file = withText(textChunk(KEYWORD, 'orders'))
    for (let length = 0; length < file.length; length++) {
      expect(readChunks(file.subarray(0, length)), `${length} bytes`).toBeUndefined()
    }
  })

  it('of a file with any byte changed are none', () => {
    const file = withText(textChunk(KEYWORD, 'orders'))
    for (let at = 0; at < file.length; at++) {
      const damaged = Uint8Array.from(file)
      damaged[at] = (damaged[at] as number) ^ 0x10
      expect(readChunks(damaged), `byte ${at}`).toBeUndefined()
    }
  })

  it('with a length beyond the file are none', () => {
    const file = onePixel()
    file[8] = 0xff
    expect(readChunks(file)).toBeUndefined()
  })
})

describe('a text', () => {
  const text = 'Orders · 주문 · 𝒪'

  it('stands in iTXt, compressed by zlib, in no language', () => {
    const { type, data } = textChunk(KEYWORD, text)
    expect(type).toBe('iTXt')
    const head = [...Buffer.from(KEYWORD), 0, 1, 0, 0, 0]
    expect([...data.subarray(0, head.length)]).toEqual(head)
    // The two bytes of zlib: deflate with a window of 32 KiB, and a sum that 31 divides.
    expect(data[head.length]).toBe(0x78)
    expect(((data[head.length]! << 8) | data[head.length + 1]!) % 31).toBe(0)
  })

  it('comes back, whatever its characters are', () => {
    const found = textOf(readChunks(withText(textChunk(KEYWORD, text)))!, KEYWORD, 1000)
    expect(found.is).toBe('text')
    expect(Buffer.from(found.bytes).toString()).toBe(text)
  })

  it.each([
    ['tEXt', Buffer.concat([Buffer.from('mxfile\0'), Buffer.from('plain')])],
    ['zTXt', Buffer.concat([Buffer.from('mxfile\0\0'), deflateSync('plain')])],
    ['iTXt', Buffer.from('mxfile\0\0\0en\0word\0plain')],
  ])('of another program is found in %s', (type, data) => {
    const found = textOf(readChunks(withText({ type, data }))!, 'mxfile', 1000)
    expect(Buffer.from(found.bytes).toString()).toBe('plain')
  })

  it('is not found under another keyword', () => {
    expect(textOf(readChunks(withText(textChunk('application/json', text)))!, KEYWORD, 1000).is).toBe(
      'nothing',
    )
  })

  it('that inflates beyond the limit is stopped on its way', () => {
    // Twenty million zeros are twenty kilobytes.
    const bomb = deflateSync(Buffer.alloc(20_000_000))
    const data = Buffer.concat([Buffer.from(`${KEYWORD}\0\x01\0\0\0`), bomb])
    expect(textOf([{ type: 'iTXt', data }], KEYWORD, 1_000_000).is).toBe('too-large')
  })

  it.each([
    ['that is no zlib', Buffer.from(`${KEYWORD}\0\x01\0\0\0nonsense`)],
    ['that ends early', textChunk(KEYWORD, text).data.subarray(0, -6)],
    ['without its languages', Buffer.from(`${KEYWORD}\0\x01\0`)],
  ])('%s is damaged', (_, data) => {
    expect(textOf([{ type: 'iTXt', data }], KEYWORD, 1000).is).toBe('damaged')
  })
})

it('the scale is told as pixels per metre, and read back', () => {
  expect([...pixelsPerMetre(1).data]).toEqual([0, 0, 0x0e, 0xc4, 0, 0, 0x0e, 0xc4, 1])
  for (const scale of [1, 1.5, 2, 3]) expect(scaleOf([pixelsPerMetre(scale)])).toBe(scale)
  expect(scaleOf(pixel)).toBeUndefined()
})
