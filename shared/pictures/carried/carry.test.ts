import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Design, emptyDesign } from '../../design/design'
import { serialize } from '../../design/serialize'
import { nastyDesign } from '../../testing/nasty'
import { payloads } from '../../testing/payloads'
import { onePixel, sha256, templateDesigns } from '../../testing/pictures'
import { ascii, joined } from '../bytes'
import { designInPng, designInSvg, isSvg, metadataWith, pngWith } from './carry'
import { MEDIA_TYPE, seal } from './envelope'
import { designPicture, designTextIn, mayHold } from './file-content'
import { type Chunk, readChunks, writeChunks } from './png'

const orders: Design = {
  ...emptyDesign('주문'),
  elements: { queue: { kind: 'sqs-queue', spec: { QueueName: 'orders', Unknown: [1, { 2: null }] } } },
}

const svgOf = (metadata: string) => `<svg xmlns="http://www.w3.org/2000/svg">${metadata}</svg>`
const inPng = async (design: Design) => pngWith(onePixel(), 2, await seal(design, sha256))
const inSvg = async (design: Design) => svgOf(metadataWith(await seal(design, sha256)))
const fromPng = (png: Uint8Array) => designInPng(png, 'shop.png', sha256)
const fromSvg = (svg: string) => designInSvg(svg, 'shop.svg', sha256)

/** The picture with another text in place of the one that it carries. */
function saying(text: string, keyword: string = MEDIA_TYPE): Uint8Array {
  const chunk: Chunk = {
    type: 'iTXt',
    data: joined([ascii(keyword), Uint8Array.of(0, 1, 0, 0, 0), deflateSync(text)]),
  }
  return writeChunks([...readChunks(onePixel())!.slice(0, 1), chunk, ...readChunks(onePixel())!.slice(1)])
}

describe('a design comes back as it was, from', () => {
  const designs = [
    ...templateDesigns,
    ['unknown members', orders] as const,
    ['nothing drawn', emptyDesign('Nothing')] as const,
    ['texts that want to be code', nastyDesign(payloads, 7)] as const,
  ]

  it.each(designs)('a PNG: %s', async (_, design) => {
    const read = await fromPng(await inPng(design))
    expect(read.ok && serialize(read.value.design)).toBe(serialize(design))
    expect(read.ok && read.value.intact).toBe(true)
  })

  it.each(designs)('an SVG: %s', async (_, design) => {
    const read = await fromSvg(await inSvg(design))
    expect(read.ok && serialize(read.value.design)).toBe(serialize(design))
    expect(read.ok && read.value.intact).toBe(true)
  })
})

describe('a PNG', () => {
  it('has the design once, before the first of its pixels, and its scale', async () => {
    const types = readChunks(await inPng(orders))!.map(({ type }) => type)
    expect(types).toEqual(['IHDR', 'pHYs', 'iTXt', 'IDAT', 'IEND'])
  })

  it('says what it carries', async () => {
    const sealed = JSON.parse(await seal(orders, sha256)) as Record<string, unknown>
    expect(Object.keys(sealed)).toEqual(['format', 'version', 'sha256', 'design'])
    expect(sealed).toMatchObject({ format: 'fairlead-picture', version: 1, design: { format: 'fairlead/1' } })
    expect(sealed.sha256).toBe(await sha256(Buffer.from(JSON.stringify(sealed.design))))
  })

  it('without a design says that it has none', async () => {
    expect(await fromPng(pngWith(onePixel(), 1))).toMatchObject({
      error: {
        code: 'picture-empty',
        file: 'shop.png',
        what: 'This picture carries no design. Chat apps and screenshots remove it.',
      },
    })
  })

  it('of which somebody changed the design is opened, and not called intact', async () => {
    const sealed = (await seal(orders, sha256)).replace('"orders"', '"others"')
    expect(await fromPng(saying(sealed))).toMatchObject({
      ok: true,
      value: { intact: false, design: { elements: { queue: { spec: { QueueName: 'others' } } } } },
    })
  })

  it.each([
    ['something else', '{"format":"other"}', 'picture-unknown'],
    ['no JSON', 'nonsense', 'json-syntax'],
    ['a newer form', '{"format":"fairlead-picture","version":2,"design":{}}', 'picture-newer'],
    [
      'a broken design',
      '{"format":"fairlead-picture","version":1,"design":{"format":"fairlead/1"}}',
      'design-shape',
    ],
  ])('with %s is refused', async (_, text, code) => {
    expect(await fromPng(saying(text))).toMatchObject({ ok: false, error: { code } })
  })

  it('with two designs is refused: nobody could tell which one it shows', async () => {
    const [head, ...rest] = readChunks(await inPng(orders))!
    const carried = rest.find(({ type }) => type === 'iTXt')!
    expect(await fromPng(writeChunks([head!, carried, ...rest]))).toMatchObject({
      error: { code: 'picture-two' },
    })
  })

  it('that is cut off is damaged', async () => {
    const png = await inPng(orders)
    expect(await fromPng(png.subarray(0, -20))).toMatchObject({ error: { code: 'picture-damaged' } })
  })
})

describe('an SVG', () => {
  it('that another program wrote again still has it', async () => {
    const [, content = ''] = />([^<]+)</.exec(metadataWith(await seal(orders, sha256))) ?? []
    const lines = content.replace(/.{76}/g, '$&\n    ')
    const again = `<metadata
      data-encoding='base64' id="m1" data-type='${MEDIA_TYPE}'>
    ${lines}</metadata>`
    expect(
      await fromSvg(`<?xml version="1.0"?>\n${svgOf(`<metadata id="x">Dublin</metadata>${again}`)}`),
    ).toMatchObject({
      ok: true,
      value: { intact: true },
    })
  })

  it.each([
    ['without metadata', '', 'picture-empty'],
    ['with metadata of others', '<metadata>abcd</metadata>', 'picture-empty'],
    ['with half of it', `<metadata data-type="${MEDIA_TYPE}">abc</metadata>`, 'picture-damaged'],
  ])('%s is refused', async (_, metadata, code) => {
    expect(await fromSvg(svgOf(metadata))).toMatchObject({ ok: false, error: { code } })
  })

  it('with two designs, or a document type that could define anything, is refused', async () => {
    const metadata = metadataWith(await seal(orders, sha256))
    expect(await fromSvg(svgOf(metadata + metadata))).toMatchObject({ error: { code: 'picture-two' } })
    const typed = `<!DOCTYPE svg [<!ENTITY a "b">]>${svgOf(metadata)}`
    expect(await fromSvg(typed)).toMatchObject({ error: { code: 'picture-doctype' } })
  })

  it('takes no longer for one that opens a million elements', async () => {
    const started = performance.now()
    await fromSvg(svgOf('<metadata'.repeat(300_000)))
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it.each([
    ['<svg/>', true],
    [
      '\uFEFF<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg xmlns="x">',
      true,
    ],
    ['<ns0:svg xmlns:ns0="http://www.w3.org/2000/svg">', true],
    ['<svgs>', false],
    ['{"svg":"<svg>"}', false],
    ['<!-- <svg> ', false],
    ['services:\n  web: {}', false],
    ['', false],
  ])('is told by its beginning: %j', (text, is) => expect(isSvg(text)).toBe(is))
})

describe('a file', () => {
  it('with a design in it reads as its text, whichever kind it is', async () => {
    const text = serialize(orders)
    const read = async (file: Parameters<typeof designTextIn>[0]) => {
      const found = await designTextIn(file, sha256)
      return found.ok && found.value.text
    }
    expect(await read({ name: 'shop.fairlead', text })).toBe(text)
    expect(await read({ name: 'shop.svg', text: await inSvg(orders) })).toBe(text)
    expect(await read({ name: 'shop.png', text: '', bytes: await inPng(orders) })).toBe(text)
  })

  it.each([
    ['shop.fairlead', 'text', true],
    ['shop.fairlead', 'png', false],
    ['shop.fairlead.png', 'png', true],
    ['Shop.Fairlead.PNG', 'png', true],
    ['shop.fairlead.png', 'text', false],
    ['shop.fairlead.svg', 'svg', true],
    ['shop.fairlead.svg', 'text', false],
    ['shop.png', 'png', false],
    ['shop.svg', 'svg', false],
    ['png', 'text', true],
  ] as const)('called %s may hold a %s: %s', async (name, kind, may) => {
    const content =
      kind === 'png' ? await inPng(orders) : kind === 'svg' ? await inSvg(orders) : serialize(orders)
    expect(mayHold(name, content)).toBe(may)
  })

  it('is the home of its design by its name', () => {
    expect(designPicture('shop.fairlead.png')).toBe('png')
    expect(designPicture('shop.fairlead.SVG')).toBe('svg')
    expect(designPicture('shop.png')).toBeUndefined()
    expect(designPicture('fairlead.png')).toBeUndefined()
  })
})
