import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseDesign, serialize } from '../../shared/design/serialize'
import { container, drawing, element, fargateTask } from '../../shared/rules/examples'
import { isDirty } from '../store'
import { type TestApp, testApp } from '../testing/app'
import { loadFile } from './open'
import { startRecovery } from './recovery'
import { save } from './save'
import { readVersion, restoreVersion } from './versions'

const SECRET = 'hunter2-canary'
const base = {
  ...drawing({
    task: fargateTask({
      containerDefinitions: [container({ environment: [{ name: 'PASSWORD', value: SECRET }] })],
    }),
  }),
  layout: { task: { x: 0, y: 0 } },
}

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 0)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function opened(text = serialize(base)): Promise<TestApp> {
  const app = await testApp({ 'shop.fairlead': text })
  app.host.choose('shop.fairlead')
  const file = await app.host.openFile()
  if (file.ok && file.value) await loadFile(app, file.value)
  return app
}

const add = (app: TestApp, id: string) =>
  app.edit('Add', (draft) => {
    draft.elements[id] = element('sqs-queue', { QueueName: id })
  })
const inFile = (app: TestApp) => {
  const read = parseDesign(app.host.files.get('shop.fairlead') ?? '')
  return read.ok ? Object.keys(read.value.elements) : undefined
}

describe('saving', () => {
  it('leaves a file alone that has all of it, whatever it looks like', async () => {
    const compact = JSON.stringify(base)
    const app = await opened(compact)
    expect(await save(app)).toBe(true)
    expect(app.host.files.get('shop.fairlead')).toBe(compact)
  })

  it('goes one at a time, and the last state stays', async () => {
    const app = await opened()
    let running = 0
    const { saveFile } = app.host
    Object.assign(app.host, {
      saveFile: async (id: string, text: string) => {
        expect(++running).toBe(1)
        await new Promise((go) => setTimeout(go, 5))
        running--
        return saveFile(id, text)
      },
    })
    add(app, 'one')
    const first = save(app)
    expect(app.store.getState().saving).toBe(false)
    await Promise.resolve()
    expect(app.store.getState().saving).toBe(true)
    add(app, 'two')
    const second = save(app)
    expect(await Promise.all([first, second])).toEqual([true, true])
    expect(inFile(app)).toContain('two')
    expect(app.store.getState().saving).toBe(false)
    expect(isDirty(app.store.getState())).toBe(false)
  })

  it('that fails says what to do, and writes the work down', async () => {
    const app = await opened()
    startRecovery(app)
    const { saveFile } = app.host
    Object.assign(app.host, {
      saveFile: async () => ({
        ok: false,
        error: { code: 'file-full', file: 'shop.fairlead', what: 'The disk is full.', mend: 'Make room.' },
      }),
    })
    add(app, 'one')
    expect(await save(app)).toBe(false)
    expect(app.store.getState().notice).toMatchObject({
      kind: 'error',
      text: 'shop.fairlead: The disk is full. Make room.',
      actions: [{ command: 'file.save-as' }, { command: 'file.save' }],
    })
    expect(isDirty(app.store.getState())).toBe(true)
    await vi.waitFor(() => expect(app.host.unsaved.size).toBe(1))
    await vi.waitFor(() =>
      expect(app.store.getState().notice?.detail).toBe('Until it is saved, your work is kept for recovery.'),
    )
    Object.assign(app.host, { saveFile })
    expect(await save(app)).toBe(true)
    expect(app.store.getState().notice).toBeUndefined()
  })
})

it('a disk that takes nothing at all is told of as such', async () => {
  const app = await opened()
  startRecovery(app)
  app.host.breakDown({ code: 'file-full', what: 'The disk is full.', mend: 'Make room.' })
  add(app, 'one')
  expect(await save(app)).toBe(false)
  await vi.waitFor(() =>
    expect(app.store.getState().notice?.detail).toMatch(/can’t be kept for recovery either/),
  )
  expect(app.store.getState().notice?.text).toBe('shop.fairlead: The disk is full. Make room.')
})

describe('an earlier version', () => {
  it('comes back as one step; the file is as it was until somebody saves', async () => {
    const app = await opened()
    add(app, 'one')
    await save(app)
    const versions = await app.host.fileVersions('shop.fairlead')
    const [version] = versions.ok ? versions.value : []
    if (!version) throw new Error('There is no version.')
    const old = await readVersion(app, 'shop.fairlead', version.id)
    if (!old.ok) throw new Error('It can’t be read.')
    restoreVersion(app, old.value, version)
    expect(app.design()).toEqual(base)
    expect(isDirty(app.store.getState())).toBe(true)
    expect(inFile(app)).toContain('one')
    app.undo()
    expect(Object.keys(app.design().elements)).toContain('one')
    expect(isDirty(app.store.getState())).toBe(false)
  })
})

describe('a value of the environment', () => {
  it('is in no message, title or announcement, whatever goes wrong', async () => {
    const app = await opened()
    const heard: string[] = []
    app.store.subscribe(({ notice, said, file }) => heard.push(JSON.stringify({ notice, said, file })))
    const text = serialize(base)
    for (const broken of [
      text.replace(SECRET, `${SECRET}\u0001`),
      text.replace(`"${SECRET}"`, SECRET),
      text.replace(`"${SECRET}"`, `"${SECRET}`),
      text.replace(`"value": "${SECRET}"`, `"value": "${SECRET}" "${SECRET}"`),
      text.replace('"spec": {', `"spec": "${SECRET}", "x": {`),
      text.replace('"kind": "', `"label": 7, "${SECRET}": "${SECRET}", "kind": "`),
    ]) {
      expect(broken).not.toBe(text)
      await loadFile(app, { id: 'broken.fairlead', name: 'broken.fairlead', text: broken })
    }
    add(app, 'one')
    app.host.breakDown({ code: 'file-full', what: 'The disk is full.', mend: 'Make room.' })
    await save(app)
    app.host.breakDown(undefined)
    await save(app)
    expect(heard.length).toBeGreaterThan(6)
    expect(heard.filter((state) => state.includes(SECRET))).toEqual([])
  })
})
