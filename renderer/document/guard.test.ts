/** Whatever would take the design's place asks first, and what is unsaved is written down before the question. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { serialize } from '../../shared/design/serialize'
import { drawing, element } from '../../shared/rules/examples'
import { type TestApp, testApp } from '../testing/app'
import { connectHost } from './connect-host'
import { importAsNew } from './import'
import { openLeftWork } from './left-work'
import { newDocument, openDocument, openExample, openRecentFile, openTemplate } from './open'
import { copyVersion } from './versions'

const design = { ...drawing({ queue: element('sqs-queue', {}) }), layout: { queue: { x: 0, y: 0 } } }
const report = { files: [], choices: [], notes: [], named: [], origins: {} }
const preview = { files: [], imported: { design, report }, options: {}, into: false }
const version = { id: '0', saved: 0, bytes: 2 }

const ways: Readonly<Record<string, (app: TestApp) => unknown>> = {
  'a new design': newDocument,
  'opening a file': openDocument,
  'a recent file': (app) => openRecentFile(app, 'shop.fairlead'),
  'an import': (app) => importAsNew(app, preview),
  'a template': (app) => openTemplate(app, { title: 'One', description: '', order: 1, design: () => design }),
  'an example of a rule': (app) => openExample(app, 'Example', design),
  'recovered work': (app) => openLeftWork(app, 'none'),
  'a copy of an earlier version': (app) => copyVersion(app, design, version),
  'a file that was dropped or double-clicked': (app) =>
    app.host.emit('opened', { id: 'b', name: 'b.fairlead', text: serialize(design) }),
  'closing the window': (app) => app.host.emit('close-requested', {}),
}

const frames = (): number => 0

beforeEach(() => {
  vi.stubGlobal('document', { title: '', addEventListener: () => undefined })
  vi.stubGlobal('window', { addEventListener: () => undefined })
  vi.stubGlobal('requestAnimationFrame', frames)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function edited(): Promise<TestApp> {
  const app = await testApp({ 'shop.fairlead': serialize(design) })
  connectHost(app)
  app.load(design, { name: 'shop.fairlead' })
  app.edit('Add', (draft) => {
    draft.elements.topic = element('sns-topic', { Name: 'news' })
  })
  return app
}

const question = async (app: TestApp) => {
  await vi.waitFor(() => expect(app.store.getState().overlay).toMatchObject({ kind: 'discard' }))
  const { overlay } = app.store.getState()
  if (overlay?.kind !== 'discard') throw new Error('Nobody was asked.')
  return overlay
}

it.each(Object.keys(ways))('%s', async (way) => {
  const app = await edited()
  const before = app.design()
  void ways[way]?.(app)
  const { answer } = await question(app)
  const [kept] = [...app.host.unsaved.values()]
  expect(kept?.text).toContain('sns-topic')
  answer('cancel')
  await vi.waitFor(() => expect(app.store.getState().overlay?.kind).not.toBe('discard'))
  expect(app.design()).toBe(before)
  expect(app.host.unsaved.size).toBe(1)
})

it('what is discarded when the window closes is not offered at the next start', async () => {
  const app = await edited()
  app.host.emit('close-requested', {})
  const { answer } = await question(app)
  answer('discard')
  await vi.waitFor(() => expect(app.host.closed).toEqual([true]))
  app.host.crash()
  expect(await app.host.recoveries()).toEqual([])
})
