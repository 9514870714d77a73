import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../testing/app'
import { keepDraft, noThreadsState, threadsState } from '../threads-state'
import { startNotes } from './notes'

let app: TestApp
let stop: () => void

/** The window is opened; what was kept before is there. */
async function start(): Promise<void> {
  threadsState.setState(noThreadsState, true)
  stop = startNotes(app).stop
  await new Promise((done) => setTimeout(done))
}

beforeEach(async () => {
  app = await testApp()
})
afterEach(() => stop())

test('a draft is there again in the next window, and gone once it was sent', async () => {
  await start()
  keepDraft('t', { text: 'Not yet', at: 1 })
  stop()
  await start()
  expect(threadsState.getState().drafts.get('t')).toEqual({ text: 'Not yet', at: 1 })
  keepDraft('t', undefined)
  stop()
  expect([...app.host.notes.keys()]).toEqual([])
})

test('what was seen is remembered by its comments', async () => {
  await start()
  threadsState.setState({ seen: new Map([['t', new Set(['a', 'b'])]]) })
  stop()
  await start()
  expect(threadsState.getState().seen).toEqual(new Map([['t', new Set(['a', 'b'])]]))
})

test('the oldest notes go when they are too many, damaged ones count for nothing', async () => {
  for (let at = 1; at <= 103; at++)
    await app.host.writeNote(`draft:t${at}`, JSON.stringify({ text: 'Words', at }))
  await app.host.writeNote('draft:broken', '{"text":')
  await app.host.writeNote('draft:odd', '[]')
  await start()
  const kept = [...threadsState.getState().drafts.keys()]
  expect(kept).toHaveLength(100)
  expect(kept[0]).toBe('t4')
  expect(app.host.notes.has('draft:t3')).toBe(false)
})

test('the time of the last visit is that before this one', async () => {
  await app.host.writeNote('visit:shop.fairlead', '{"at":5}')
  await start()
  expect(threadsState.getState().lastVisit).toBeUndefined()
  app.load(app.design(), { id: 'grant', name: 'shop.fairlead' })
  expect(threadsState.getState().lastVisit).toBe(5)
  app.patch({ file: { id: 'other', name: 'shop-2.fairlead' } })
  expect(threadsState.getState().lastVisit).toBe(5)
  expect([...app.host.notes.keys()]).toEqual(['visit:shop.fairlead', 'visit:shop-2.fairlead'])
})
