import { beforeEach, describe, expect, test, vi } from 'vitest'
import { emptyDesign } from '../../shared/design/design'
import { serialize } from '../../shared/design/serialize'
import { metadataWith, pngWith } from '../../shared/pictures/carried/carry'
import { seal } from '../../shared/pictures/carried/envelope'
import { writeChunks } from '../../shared/pictures/carried/png'
import { tracing } from '../canvas/tracing'
import { command } from '../commands/commands'
import { sha256 } from '../hosts/sha256'
import { isDirty } from '../store'
import { type TestApp, testApp } from '../testing/app'
import { heardChange } from './disk'
import { loadFile } from './open'

/** A picture of no pixels: nobody decodes them. */
const onePixel = () => writeChunks(['IHDR', 'IDAT', 'IEND'].map((type) => ({ type, data: new Uint8Array() })))

const design = (name: string) => ({
  ...emptyDesign('Shop'),
  elements: { queue: { kind: 'sqs-queue', spec: { QueueName: name } } },
  layout: { queue: { x: 0, y: 0 } },
})
const sealed = (name = 'orders') => seal(design(name), sha256)
const svgOf = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`
const svg = async (name?: string) => svgOf(metadataWith(await sealed(name)))
const png = async (name?: string) => pngWith(onePixel(), 1, await sealed(name))

let app: TestApp
const state = () => app.store.getState()
beforeEach(async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0)
  app = await testApp()
})

describe('a picture with a design', () => {
  test.each([
    ['a PNG', async () => ({ id: '1', name: 'chat.png', text: '', bytes: await png() })],
    ['an SVG', async () => ({ id: '1', name: 'chat.svg', text: await svg() })],
  ])('%s opens as a document of its own, which no file holds', async (_, file) => {
    await loadFile(app, await file())
    expect(app.design()).toEqual(design('orders'))
    expect(state().file).toEqual({ name: 'Shop' })
    expect(isDirty(state())).toBe(true)
    expect(state().notice).toBeUndefined()
  })

  test('belongs to its file when that is the home of the design', async () => {
    await loadFile(app, { id: '1', name: 'shop.fairlead.png', text: '', bytes: await png() })
    expect(state().file).toEqual({ id: '1', name: 'shop.fairlead.png' })
    expect(isDirty(state())).toBe(false)
  })

  test('that somebody changed opens, with a warning', async () => {
    const changed = (await sealed()).replace('"orders"', '"others"')
    await loadFile(app, { id: '1', name: 'chat.svg', text: svgOf(metadataWith(changed)) })
    expect(app.design()).toEqual(design('others'))
    expect(state().notice?.text).toContain('its checksum does not match')
  })

  test('that another program writes is read again', async () => {
    const name = 'shop.fairlead.svg'
    app.host.files.set(name, await svg())
    app.host.choose(name)
    const opened = await app.host.openFile()
    if (opened.ok && opened.value) await loadFile(app, opened.value)
    await heardChange(app, { id: name, what: 'changed' })
    expect(state().disk).toBeUndefined()
    app.host.files.set(name, await svg('theirs'))
    await heardChange(app, { id: name, what: 'changed' })
    expect(state().disk).toMatchObject({ what: 'changed', theirs: design('theirs') })
  })
})

describe('a picture without a design', () => {
  test('changes nothing, and says what it lacks', async () => {
    const before = state()
    await loadFile(app, { id: '1', name: 'shot.png', text: '', bytes: onePixel() })
    expect(state().notice?.text).toContain(
      'This picture carries no design. Chat apps and screenshots remove it.',
    )
    expect({ ...state(), notice: undefined }).toEqual({ ...before, notice: undefined })
  })

  test('is laid under the drawing when another program drew it', async () => {
    const before = state()
    await loadFile(app, { id: '1', name: 'old.svg', text: '<svg content="&lt;mxfile"/>' })
    expect(tracing.getState().layer).toMatchObject({ name: 'old.svg', slot: before.slot })
    expect(app.design()).toBe(before.history.design)
    await command('view.remove-tracing').run(app)
    expect(tracing.getState().layer).toBeUndefined()
  })
})

test('a design is still a design', async () => {
  await loadFile(app, { id: '1', name: 'shop.fairlead', text: serialize(design('orders')) })
  expect(state().file).toEqual({ id: '1', name: 'shop.fairlead' })
})
