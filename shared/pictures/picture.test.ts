import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { type Design, emptyDesign } from '../design/design'
import { serialize } from '../design/serialize'
import { sceneOf } from '../figures/scene'
import { colors } from '../figures/tokens'
import { shop } from '../testing/drawings'
import { svgFaults } from '../testing/inert'
import { nastyDesign } from '../testing/nasty'
import { payloads } from '../testing/payloads'
import { pictureTools, sha256, templateDesigns } from '../testing/pictures'
import { designInPng, designInSvg } from './carried/carry'
import { readChunks, scaleOf } from './carried/png'
import { shareable } from './carried/shareable'
import { drawPicture, type PictureFormat, type PictureOptions } from './picture'

async function draw(format: PictureFormat, design: Design, options: PictureOptions = {}) {
  const drawn = await drawPicture(format, design, options, pictureTools)
  if (!drawn.ok) throw new Error(String(drawn.error.code))
  return drawn.value
}
const svgOf = async (design: Design, options: PictureOptions = {}) =>
  (await draw('svg', design, options)).content as string

describe('an SVG', () => {
  it.each(templateDesigns)('of %s is well-formed, inert and the same each time', async (_, design) => {
    const options = { theme: 'auto', embedsFonts: true } as const
    const svg = await svgOf(design, options)
    expect(svgFaults(svg)).toEqual([])
    expect(await svgOf(design, options)).toBe(svg)
  })

  it('is inert, whatever the texts are', async () => {
    for (const first of [0, 101]) {
      expect(
        svgFaults(await svgOf(nastyDesign(payloads, first), { theme: 'auto', embedsFonts: true })),
      ).toEqual([])
    }
  })

  it('says what it is, and its text is text', async () => {
    const root = new DOMParser().parseFromString(await svgOf(shop), 'image/svg+xml').documentElement!
    expect(root.getElementsByTagName('title')[0]?.textContent).toBe(shop.name)
    expect(root.getElementsByTagName('desc')[0]?.textContent).toMatch(/^Elements: \d+\. Lines: \d+\./)
    expect(root.getElementsByTagName('text').length).toBeGreaterThan(5)
  })

  it('has the fonts of the system first where it carries none', async () => {
    const svg = await svgOf(shop)
    expect(svg).not.toContain('@font-face')
    expect(svg).toContain("font-family=\"Pretendard, 'Apple SD Gothic Neo', 'Malgun Gothic'")
  })

  it('carries only the glyphs that it shows', async () => {
    const svg = await svgOf(shop, { embedsFonts: true })
    expect(svg.match(/@font-face/g)).toHaveLength(3)
    expect(svg.length).toBeLessThan(150_000)
  })
})

describe('both themes in one SVG', () => {
  it('are the light one, and rules for the dark one', async () => {
    const svg = await svgOf(shop, { theme: 'auto', carriesDesign: false })
    const [, style = ''] = /<style>(.*?)<\/style>/.exec(svg) ?? []
    expect(style).toMatch(/^@media \(prefers-color-scheme:dark\)\{/)
    const classes = new Set(
      [...svg.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')),
    )
    for (const name of classes) expect(style).toContain(`.${name}{`)
    expect(style).toContain(`.fl-fill-canvas{fill:${colors.canvas.dark}}`)
    // Without the rules it is the light picture, but for the tiles that wait behind the icons.
    const light = await svgOf(shop, { theme: 'light', carriesDesign: false })
    const plain = svg
      .replace(/<style>.*?<\/style>/, '')
      .replace(/<rect [^>]*class="fl-fill-tile"[^>]*\/>/g, '')
      .replace(/ class="[^"]*"/g, '')
    expect(plain).toBe(light)
  })
})

describe('what a picture carries', () => {
  it('is the design, unless it should not', async () => {
    const read = await designInSvg(await svgOf(shop), 'shop.svg', sha256)
    expect(read.ok && serialize(read.value.design)).toBe(serialize(shop))
    expect(await svgOf(shop, { carriesDesign: false })).not.toContain('<metadata')
    const png = (await draw('png', shop, { carriesDesign: false })).content as Uint8Array
    expect(readChunks(png)!.map(({ type }) => type)).toEqual(['IHDR', 'pHYs', 'IDAT', 'IEND'])
  })

  it.each(templateDesigns)('of %s is all of it: nothing there looks like a secret', (_, design) =>
    expect(shareable(design)).toEqual({ design, hidden: 0 }),
  )

  it('has no secret in it, unless it is the design’s own file', async () => {
    const container = {
      name: 'api',
      image: 'nginx',
      environment: [
        { name: 'DB_PASSWORD', value: 'correct-horse-battery' },
        { name: 'DB_URL', value: 'postgres://me:hunter2@db/orders' },
        { name: 'LOG_LEVEL', value: 'info' },
      ],
    }
    const spec = { family: 'api', containerDefinitions: [container] }
    const task = { ...emptyDesign('Secrets'), elements: { task: { kind: 'task-definition', spec } } }
    const textOf = async (options: PictureOptions) => {
      const read = await designInSvg(await svgOf(task, options), 'a.svg', sha256)
      return read.ok ? serialize(read.value.design) : ''
    }
    expect(await textOf({})).not.toMatch(/correct-horse|hunter2/)
    expect(await textOf({})).toContain('info')
    expect((await draw('png', task)).notes).toMatchObject([{ code: 'secrets-hidden', text: { values: [2] } }])
    expect(await textOf({ keepsSecrets: true })).toBe(serialize(task))
  })

  it('is no more than it shows', async () => {
    const [first = ''] = Object.keys(shop.elements)
    const png = (await draw('png', shop, { only: [first] })).content as Uint8Array
    const read = await designInPng(png, 'shop.png', sha256)
    const ids = read.ok ? Object.keys(read.value.design.elements) : []
    expect(ids).toContain(first)
    expect(ids.length).toBeLessThan(Object.keys(shop.elements).length)
  })
})

describe('a selection', () => {
  const rect = (svg: string) => /viewBox="([^"]*)"/.exec(svg)?.[1]?.split(' ').map(Number)

  it('is drawn with what is in it, in a margin of 16 pixels', async () => {
    const scene = sceneOf(shop)
    const frame = scene.items.find(
      ({ id, figure }) => figure.content && scene.items.some((i) => i.parent === id),
    )!
    const svg = await svgOf(shop, { only: [frame.id] })
    const { x, y, width, height } = frame.rect
    expect(rect(svg)).toEqual([x - 16, y - 16, width + 32, height + 32])
    const isIn = (id: string | undefined): boolean =>
      id !== undefined && (id === frame.id || isIn(scene.byId.get(id)?.parent))
    for (const { id } of scene.items) expect(svg.includes(`id="e-${id}"`)).toBe(isIn(id))
  })

  it('of a line is its two ends', async () => {
    const line = sceneOf(shop).lines[0]!
    const svg = await svgOf(shop, { only: [line.id] })
    expect(svg).toContain(`id="e-${line.drawn.from.item}"`)
    expect(svg).toContain(`id="e-${line.drawn.to.item}"`)
  })
})

describe('a PNG', () => {
  it.each([1, 2, 3])('says that it has %d pixels a unit', async (scale) => {
    const png = (await draw('png', shop, { scale })).content as Uint8Array
    expect(scaleOf(readChunks(png)!)).toBe(scale)
  })

  it('that no computer would hold is refused, with the scale that it would', async () => {
    const layout = Object.fromEntries(Object.keys(shop.elements).map((id, i) => [id, { x: i * 4000, y: 0 }]))
    const far = { ...shop, layout: { ...layout, [Object.keys(layout)[0]!]: { x: -9000, y: 0 } } }
    expect(await drawPicture('png', far, { scale: 8 }, pictureTools)).toMatchObject({
      ok: false,
      error: { code: 'picture-too-large', file: expect.stringMatching(/\.png$/) },
    })
    const farther = { ...shop, layout: { ...layout, [Object.keys(layout)[0]!]: { x: -9_000_000, y: 0 } } }
    const refused = await drawPicture('png', farther, { scale: 1 }, pictureTools)
    expect(!refused.ok && refused.error.mend).toBe('Choose SVG or PDF, or only a part of the design.')
    expect((await svgOf(farther)).length).toBeGreaterThan(1000)
  })
})

it('a design without elements is drawn, carried, and told', async () => {
  const empty = emptyDesign('Nothing')
  for (const format of ['png', 'svg', 'pdf'] as const) {
    expect((await draw(format, empty)).notes).toMatchObject([{ code: 'empty' }])
  }
})
