import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseDesign } from '../../shared/design/serialize'
import { drawing, element } from '../../shared/rules/examples'
import { createApp } from '../store'
import { type TestApp, testApp } from '../testing/app'
import { mayReplace } from './guard'
import { discardLeftWork, offerLeftWork, openLeftWork } from './left-work'
import { loadFile, newDocument } from './open'
import { flushRecovery, startRecovery } from './recovery'
import { save } from './save'

const SHOP = '{ "format": "fairlead/1", "name": "Shop", "elements": {}, "connections": {}, "layout": {} }'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', () => 0)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** An app that follows its design, with a file open. */
async function opened(): Promise<TestApp> {
  const app = await testApp({ 'shop.fairlead': SHOP })
  startRecovery(app)
  app.host.choose('shop.fairlead')
  const file = await app.host.openFile()
  if (file.ok && file.value) await loadFile(app, file.value)
  return app
}

/** The next window on the same system. */
async function reopened(app: TestApp): Promise<TestApp> {
  app.host.crash()
  const next = { ...createApp(app.host, await app.host.info()), host: app.host }
  const again: TestApp = { ...next, design: () => next.store.getState().history.design }
  startRecovery(again)
  return again
}

const queues = (many: number) =>
  drawing(
    Object.fromEntries(
      Array.from({ length: many }, (_, i) => [
        `queue-${i}`,
        element('sqs-queue', { QueueName: `queue-${i}` }),
      ]),
    ),
  )

let count = 0
function edit(app: TestApp): void {
  const id = `queue-${count++}`
  app.edit('Add', (draft) => {
    draft.elements[id] = element('sqs-queue', { QueueName: id })
  })
}

/** The elements that are written down. */
function kept(app: TestApp): string[] | undefined {
  const [work] = [...app.host.unsaved.values()]
  if (!work) return undefined
  const design = parseDesign(work.text)
  return design.ok ? Object.keys(design.value.elements) : undefined
}

const drawn = (app: TestApp) => Object.keys(app.design().elements)

describe('unsaved work is written down', () => {
  it('a second after an edit', async () => {
    const app = await opened()
    edit(app)
    await vi.advanceTimersByTimeAsync(900)
    expect(kept(app)).toBeUndefined()
    await vi.advanceTimersByTimeAsync(200)
    expect(kept(app)).toEqual(drawn(app))
    const [work] = [...app.host.unsaved.values()]
    expect(work).toMatchObject({ name: 'shop.fairlead', file: 'shop.fairlead', elements: drawn(app).length })
  })

  it('in unbroken editing every five seconds at the least', async () => {
    const app = await opened()
    const times: number[] = []
    for (let at = 0; at < 20_000; at += 100) {
      edit(app)
      times.push(at)
      await vi.advanceTimersByTimeAsync(100)
      // Every edit that is five seconds old is written down.
      const due = times.filter((time) => time <= at + 100 - 5000).length
      expect((kept(app) ?? []).length).toBeGreaterThanOrEqual(due)
    }
    expect(times.length).toBe(200)
  })

  it('at once before the window may go', async () => {
    const app = await opened()
    edit(app)
    await flushRecovery(app)
    expect(kept(app)).toEqual(drawn(app))
  })

  it('before anybody is asked whether it may be replaced', async () => {
    const app = await opened()
    edit(app)
    void mayReplace(app)
    await vi.advanceTimersByTimeAsync(0)
    expect(app.store.getState().overlay).toMatchObject({ kind: 'discard' })
    expect(kept(app)).toEqual(drawn(app))
  })

  it('of a large design in pieces, and all of it', async () => {
    const app = await opened()
    app.load(queues(3000), { name: 'large' }, { dirty: true })
    await vi.advanceTimersByTimeAsync(6000)
    expect(kept(app)?.sort()).toEqual(drawn(app).sort())
  })

  it('also when another design takes its place that nobody asked about', async () => {
    const app = await opened()
    edit(app)
    const before = drawn(app)
    app.load(queues(1), { name: 'other' })
    await vi.advanceTimersByTimeAsync(10)
    expect(kept(app)).toEqual(before)
  })
})

describe('what is written down goes away', () => {
  it('when it is saved', async () => {
    const app = await opened()
    edit(app)
    await flushRecovery(app)
    await save(app)
    await vi.advanceTimersByTimeAsync(10)
    expect(app.host.unsaved.size).toBe(0)
  })

  it('when it is undone as far as the file', async () => {
    const app = await opened()
    edit(app)
    await flushRecovery(app)
    app.undo()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(app.host.unsaved.size).toBe(0)
  })

  it('when the user discards it, and only once the other design is there', async () => {
    const app = await opened()
    edit(app)
    void newDocument(app)
    await vi.advanceTimersByTimeAsync(0)
    const { overlay } = app.store.getState()
    expect(app.host.unsaved.size).toBe(1)
    if (overlay?.kind === 'discard') overlay.answer('discard')
    await vi.advanceTimersByTimeAsync(10)
    expect(drawn(app)).toEqual([])
    expect(app.host.unsaved.size).toBe(0)
  })

  it('never to come back for a design that nobody has changed', async () => {
    const app = await opened()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(app.host.unsaved.size).toBe(0)
  })
})

it('that it can’t be written down is said once, and taken back when it can', async () => {
  const app = await opened()
  app.host.breakDown({ code: 'file-full', what: 'The disk is full.', mend: 'Make room.' })
  edit(app)
  await vi.advanceTimersByTimeAsync(2000)
  expect(app.store.getState().notice).toMatchObject({
    about: 'recovery',
    detail: 'The disk is full. Make room.',
  })
  app.notify(undefined)
  for (let i = 0; i < 3; i++) {
    edit(app)
    await vi.advanceTimersByTimeAsync(2000)
  }
  expect(app.store.getState().notice).toBeUndefined()
  app.host.breakDown(undefined)
  edit(app)
  await vi.advanceTimersByTimeAsync(2000)
  expect(kept(app)).toEqual(drawn(app))
})

describe('the next window', () => {
  it('offers it beside the file, and goes on with it as unsaved as it was', async () => {
    const app = await opened()
    edit(app)
    await flushRecovery(app)
    const next = await reopened(app)
    await offerLeftWork(next)
    const { leftWork, overlay } = next.store.getState()
    expect(overlay).toEqual({ kind: 'recoveries' })
    expect(leftWork).toMatchObject([{ name: 'shop.fairlead', elements: drawn(app).length }])
    await openLeftWork(next, leftWork[0]?.slot ?? '')
    expect(drawn(next)).toEqual(drawn(app))
    expect(next.host.files.get('shop.fairlead')).toBe(SHOP)
    expect(next.store.getState()).toMatchObject({
      saved: undefined,
      file: { id: 'shop.fairlead' },
      savedDesign: { name: 'Shop', elements: {} },
      leftWork: [],
    })
    expect(kept(next)).toEqual(drawn(app))
    await save(next)
    await vi.advanceTimersByTimeAsync(10)
    expect(next.host.files.get('shop.fairlead')).toContain('sqs-queue')
    expect(next.host.unsaved.size).toBe(0)
  })

  it('keeps it through another crash', async () => {
    const app = await opened()
    edit(app)
    await flushRecovery(app)
    const next = await reopened(app)
    await offerLeftWork(next)
    await openLeftWork(next, next.store.getState().leftWork[0]?.slot ?? '')
    const third = await reopened(next)
    await offerLeftWork(third)
    expect(third.store.getState().leftWork).toHaveLength(1)
  })

  it('forgets what the user discards', async () => {
    const app = await opened()
    edit(app)
    await flushRecovery(app)
    const next = await reopened(app)
    await offerLeftWork(next)
    await discardLeftWork(
      next,
      next.store.getState().leftWork.map(({ slot }) => slot),
    )
    expect(next.host.unsaved.size).toBe(0)
    expect(next.store.getState().leftWork).toEqual([])
  })
})
