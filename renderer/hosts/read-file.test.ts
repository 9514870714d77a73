import { describe, expect, it } from 'vitest'
import { limits } from '../../shared/basics/limits'
import { decode, readFile } from './read-file'

const bytes = (...values: number[]) => Uint8Array.from(values)

describe('a chosen file', () => {
  it('is text, its byte-order mark included', async () => {
    const file = new File(['\uFEFF{ "name": "주문" }'], 'a.json')
    expect(await readFile(file)).toEqual({
      ok: true,
      value: { name: 'a.json', text: '\uFEFF{ "name": "주문" }' },
    })
  })

  it('or a PNG, by its first bytes and not by its name', () => {
    const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1)
    expect(decode('picture.txt', png)).toEqual({
      ok: true,
      value: { name: 'picture.txt', text: '', bytes: png },
    })
  })

  it.each([
    ['UTF-16', bytes(0xff, 0xfe, 0x7b, 0), 'file-encoding'],
    ['another encoding', bytes(0x7b, 0xff, 0x7d), 'file-encoding'],
  ])('in %s it is refused with what to do', (_, content, code) => {
    const read = decode('a.json', content)
    expect(read).toMatchObject({ ok: false, error: { code, file: 'a.json' } })
    expect(!read.ok && read.error.mend).toMatch(/\.$/)
  })

  it('too large, it is not even read', async () => {
    const file = {
      name: 'huge.json',
      size: limits.designBytes + 1,
      arrayBuffer: () => Promise.reject(new Error('read anyway')),
    }
    const read = await readFile(file as unknown as File)
    expect(read).toMatchObject({ ok: false, error: { code: 'file-size' } })
  })
})
