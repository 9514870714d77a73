/** Pictures as the command line makes them: real pixels, from the fonts that are shipped. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-wasm'
import { describe, expect, test } from 'vitest'
import { emptyDesign } from '../../shared/design/design'
import { serialize } from '../../shared/design/serialize'
import { designInPng } from '../../shared/pictures/carried/carry'
import { readChunks } from '../../shared/pictures/carried/png'
import { readFont } from '../../shared/pictures/fonts/sfnt'
import { subsetOf } from '../../shared/pictures/fonts/subset'
import { drawPicture, type PictureOptions } from '../../shared/pictures/picture'
import { english } from '../../shared/texts/text'
import { hashOf } from '../storage/hash'
import { pictureFiles } from './png'
import { pictureTools } from './tools'

const icon = readFileSync(new URL('../../assets/icons/sqs-queue.svg', import.meta.url), 'utf8')
const tools = pictureTools({
  icons: async () => new Map([['sqs-queue', icon]]),
  words: english,
  language: 'en',
  today: '2026-11-27',
})
const queue = (QueueName: string) => ({
  ...emptyDesign('One queue'),
  elements: { queue: { kind: 'sqs-queue', spec: { QueueName } } },
  layout: { queue: { x: 0, y: 0 } },
})

async function png(name: string, options: PictureOptions = {}): Promise<Uint8Array> {
  const drawn = await drawPicture('png', queue(name), options, tools)
  if (!drawn.ok) throw new Error(drawn.error.code)
  return drawn.value.content as Uint8Array
}

/** The pixels of a line of text, in one font and no other. */
function pixelsOf(text: string, font: Uint8Array, family: string): Uint8Array {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60"><text x="4" y="40" font-size="32" font-family="${family}" font-kerning="none" style="font-kerning:none">${text}</text></svg>`
  return new Resvg(svg, { font: { fontBuffers: [font], defaultFontFamily: family } }).render().pixels
}

describe('a PNG', () => {
  test('carries its design through real pixels', async () => {
    const bytes = await png('주문', { scale: 2 })
    const read = await designInPng(bytes, 'queue.png', async (some) => hashOf(some))
    expect(read.ok && serialize(read.value.design)).toBe(serialize(queue('주문')))
    expect(
      readChunks(bytes)!
        .map(({ type }) => type)
        .slice(0, 4),
    ).toEqual(['IHDR', 'pHYs', 'iTXt', 'IDAT'])
  })

  test('is clear at its edge where it should be transparent', async () => {
    const corner = async (options: PictureOptions) => {
      const drawn = await drawPicture('svg', queue('a'), options, tools)
      const svg = drawn.ok ? (drawn.value.content as string) : ''
      return [...new Resvg(svg).render().pixels.subarray(0, 4)]
    }
    expect(await corner({})).toEqual([0xf6, 0xf7, 0xf9, 255])
    expect(await corner({ transparent: true })).toEqual([0, 0, 0, 0])
  })

  test.runIf(spawnSync('pngcheck', ['-h']).error === undefined)('is one to pngcheck', async () => {
    const { status, stdout } = spawnSync('pngcheck', ['-q'], {
      input: Buffer.from(await png('주문')),
      encoding: 'utf8',
    })
    expect(`${status} ${stdout}`).toBe('0 ')
  })
})

describe('a part of a font', () => {
  test.each([
    ['regular', 'Pretendard', '주문 서비스 태스크'],
    ['regular', 'Pretendard', 'Orders (ÄÖÜ) 0123456789'],
    ['mono', 'JetBrains Mono', 'orders-api:1.4.2 éñ'],
  ] as const)('%s draws as the whole one does: %s, %s', async (name, family, text) => {
    const file = (await pictureFiles()).fonts[name]
    const font = readFont(file)
    const codes = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0)
    const characters = new Map(codes.map((code, i) => [code, i + 1]))
    const part = subsetOf(font, [0, ...codes.map(font.glyphOf)], characters).file
    const pixels = pixelsOf(text, part, family)
    expect(pixels.some((value) => value > 0)).toBe(true)
    // Only the whole font knows which pairs stand closer; where none does, each pixel is the same.
    const whole = pixelsOf(text, file, family)
    const same = pixels.filter((value, i) => value === whole[i]).length
    expect(same / pixels.length).toBeGreaterThan(name === 'mono' || /[가-힣]/.test(text) ? 0.999 : 0.97)
  })
})
