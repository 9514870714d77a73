import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Design } from '../../shared/design/design'
import { parseDesign, serialize } from '../../shared/design/serialize'
import { drawing, element } from '../../shared/rules/examples'
import { isDirty } from '../store'
import { type TestApp, testApp } from '../testing/app'
import { chooseSide, conflictGroups } from './conflicts'
import { mergeTheirs, takeTheirs, watchDisk } from './disk'
import { loadFile } from './open'
import { keepMine, save } from './save'

const queue = (rest: object = {}) =>
  element('sqs-queue', { QueueName: 'jobs', VisibilityTimeout: 30, ...rest })
const layout = { queue: { x: 0, y: 0 }, topic: { x: 0, y: 96 } }
const base = { ...drawing({ queue: queue(), topic: element('sns-topic', { Name: 'news' }) }), layout }
const theirs = {
  ...drawing({
    queue: queue({ VisibilityTimeout: 60 }),
    topic: element('sns-topic', { Name: 'news' }),
    table: element('dynamodb-table', { TableName: 'orders' }),
  }),
  layout: { ...layout, table: { x: 0, y: 192 } },
}

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 0)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function opened(): Promise<TestApp> {
  const app = await testApp({ 'shop.fairlead': serialize(base) })
  app.host.choose('shop.fairlead')
  const file = await app.host.openFile()
  if (file.ok && file.value) await loadFile(app, file.value)
  const { id } = app.store.getState().file
  await app.host.setDocument({ name: 'shop', dirty: false, ...(id === undefined ? {} : { file: id }) })
  watchDisk(app)
  return app
}

const changed = async (app: TestApp, text: string | undefined) => {
  app.host.change('shop.fairlead', text)
  await vi.waitFor(() => expect(app.store.getState().disk).toBeDefined())
}
const rename = (app: TestApp, timeout: number) =>
  app.edit('Change', (draft) => {
    if (draft.elements.queue) draft.elements.queue.spec.VisibilityTimeout = timeout
  })
const timeoutOf = (design: Design) => design.elements.queue?.spec.VisibilityTimeout
const inFile = (app: TestApp) => {
  const read = parseDesign(app.host.files.get('shop.fairlead') ?? '')
  return read.ok ? read.value : undefined
}

describe('a file that another program changed', () => {
  it('in its formatting only is taken as it is', async () => {
    const app = await opened()
    rename(app, 45)
    app.host.change('shop.fairlead', JSON.stringify(base))
    await save(app)
    expect(app.store.getState().disk).toBeUndefined()
    expect(timeoutOf(inFile(app) as Design)).toBe(45)
  })

  it('is never replaced by a save: both sides are shown', async () => {
    const app = await opened()
    rename(app, 45)
    await changed(app, serialize(theirs))
    expect(await save(app)).toBe(false)
    expect(app.store.getState().overlay).toEqual({ kind: 'disk-review' })
    expect(inFile(app)).toEqual(theirs)
    expect(isDirty(app.store.getState())).toBe(true)
  })

  it('between two looks is noticed by the save itself', async () => {
    const app = await opened()
    rename(app, 45)
    app.host.files.set('shop.fairlead', serialize(theirs))
    expect(await save(app)).toBe(false)
    expect(app.store.getState()).toMatchObject({
      overlay: { kind: 'disk-review' },
      disk: { what: 'changed' },
    })
    expect(inFile(app)).toEqual(theirs)
  })

  it('is not replaced by a save in the moment in which it is read', async () => {
    const app = await opened()
    rename(app, 45)
    const { rereadFile } = app.host
    Object.assign(app.host, {
      rereadFile: async (id: string) => {
        const read = await rereadFile(id)
        await new Promise((go) => setTimeout(go, 20))
        return read
      },
    })
    app.host.change('shop.fairlead', serialize(theirs))
    await Promise.resolve()
    expect(await save(app)).toBe(false)
    expect(inFile(app)).toEqual(theirs)
  })

  it('is replaced when mine is kept; what it held is an earlier version', async () => {
    const app = await opened()
    rename(app, 45)
    await changed(app, serialize(theirs))
    await keepMine(app)
    expect(inFile(app)).toEqual(app.design())
    const versions = await app.host.fileVersions('shop.fairlead')
    const newest = versions.ok ? versions.value[0]?.id : undefined
    expect(await app.host.readVersion('shop.fairlead', newest ?? '')).toEqual({
      ok: true,
      value: { text: serialize(theirs) },
    })
    expect(isDirty(app.store.getState())).toBe(false)
  })

  it('is taken over in one step that Undo takes back', async () => {
    const app = await opened()
    rename(app, 45)
    await changed(app, serialize(theirs))
    takeTheirs(app)
    expect(app.design()).toEqual(theirs)
    expect(isDirty(app.store.getState())).toBe(false)
    app.undo()
    expect(timeoutOf(app.design())).toBe(45)
    expect(isDirty(app.store.getState())).toBe(true)
    expect(await save(app)).toBe(true)
    expect(timeoutOf(inFile(app) as Design)).toBe(45)
  })

  it('is merged in one step; what both changed is settled one by one', async () => {
    const app = await opened()
    rename(app, 45)
    await changed(app, serialize(theirs))
    mergeTheirs(app)
    expect(app.design().elements.table).toBeDefined()
    expect(timeoutOf(app.design())).toBe(45)
    expect(app.store.getState().bottomTab).toBe('conflicts')
    const [group] = conflictGroups(app.design())
    const [conflict] = group?.conflicts ?? []
    expect(group).toMatchObject({ element: 'queue' })
    expect(conflict).toMatchObject({ base: 30, ours: 45, theirs: 60 })
    if (conflict) chooseSide(app, conflict, 'theirs')
    expect(timeoutOf(app.design())).toBe(60)
    expect(conflictGroups(app.design())).toEqual([])
    app.undo()
    expect(conflictGroups(app.design())).toHaveLength(1)
    app.undo()
    expect(app.design().elements.table).toBeUndefined()
  })

  it('into something that is no design stays until the user decides', async () => {
    const app = await opened()
    rename(app, 45)
    await changed(app, '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n')
    expect(app.store.getState().disk).toMatchObject({ what: 'unreadable', replaceable: true })
    expect(await save(app)).toBe(false)
    await keepMine(app)
    expect(timeoutOf(inFile(app) as Design)).toBe(45)
  })

  it('and changes it once more is looked at anew', async () => {
    const app = await opened()
    await changed(app, '')
    expect(app.store.getState().disk).toMatchObject({ what: 'unreadable' })
    app.host.change('shop.fairlead', serialize(base))
    await vi.waitFor(() => expect(app.store.getState().disk).toBeUndefined())
    expect(isDirty(app.store.getState())).toBe(false)
  })
})

describe('a file that is gone', () => {
  it('makes the design unsaved; a save writes it anew', async () => {
    const app = await opened()
    await changed(app, undefined)
    expect(app.store.getState().disk).toEqual({ what: 'gone' })
    expect(isDirty(app.store.getState())).toBe(true)
    expect(await save(app)).toBe(true)
    expect(inFile(app)).toEqual(base)
    expect(app.store.getState().disk).toBeUndefined()
  })

  it('and comes back as it was is in the file again', async () => {
    const app = await opened()
    await changed(app, undefined)
    app.host.change('shop.fairlead', serialize(base))
    await vi.waitFor(() => expect(isDirty(app.store.getState())).toBe(false))
    expect(app.store.getState().disk).toBeUndefined()
  })
})
