import { describe, expect, it } from 'vitest'
import { type CallName, calls, type Host } from '../../shared/host'
import { memoryHost } from './memory-host'

const slot = '7f3f2b0a-5c1d-4e6b-9a51-0d5a3c1e2b47'

const args: { readonly [C in CallName]: Parameters<Host[C]> } = {
  info: [],
  openFile: [],
  importFiles: [],
  importFolder: [],
  openRecent: ['a.fairlead'],
  recentFiles: [],
  rereadFile: ['a.fairlead'],
  fileVersions: ['a.fairlead'],
  readVersion: ['a.fairlead', '0'],
  gitRevisions: ['a.fairlead', { from: 0 }],
  gitFile: ['a.fairlead', 'HEAD'],
  keepRecovery: [{ slot, name: 'a.fairlead', text: '{}', file: 'a.fairlead', elements: 0 }],
  recoveries: [],
  openRecovery: [slot],
  dropRecovery: [slot],
  saveFile: ['a.fairlead', '{}'],
  saveFileAs: ['b.fairlead', '{}'],
  exportFiles: [[{ name: 'task.json', content: '{}' }]],
  setDocument: [{ name: 'a', dirty: true }],
  setMenu: [[]],
  confirmClose: [true],
  readSettings: [],
  writeSettings: [{ theme: 'dark', panels: { left: 232 } }],
  readNotes: [],
  writeNote: ['draft:1', 'Why is it public?'],
  openExternal: ['https://docs.aws.amazon.com/'],
}

it('answers every call as the contract says', async () => {
  const host = memoryHost({ 'a.fairlead': '{}' })
  for (const name of Object.keys(calls) as CallName[]) {
    const call = host[name] as (...some: readonly unknown[]) => Promise<unknown>
    const answer = calls[name].answer.safeParse(await call(...args[name]))
    expect(answer.error, name).toBeUndefined()
  }
})

describe('files', () => {
  it('are opened and saved as the dialogs were answered; a dialog without an answer is cancelled', async () => {
    const host = memoryHost({ 'a.fairlead': 'text' })
    expect(await host.openFile()).toEqual({ ok: true, value: null })
    host.choose('a.fairlead', 'b.fairlead')
    expect(await host.openFile()).toEqual({
      ok: true,
      value: { id: 'a.fairlead', name: 'a.fairlead', text: 'text' },
    })
    expect(await host.saveFileAs('ignored', 'new')).toMatchObject({ ok: true, value: { name: 'b.fairlead' } })
    expect(host.files.get('b.fairlead')).toBe('new')
    expect((await host.recentFiles()).map((file) => file.name)).toEqual(['b.fairlead', 'a.fairlead'])
  })

  it('that are not there fail with what to do', async () => {
    const host = memoryHost()
    host.choose('gone.fairlead')
    expect(await host.openFile()).toMatchObject({
      ok: false,
      error: { code: 'file-gone', file: 'gone.fairlead' },
    })
    expect(await host.saveFile('gone.fairlead', '')).toMatchObject({
      ok: false,
      error: { code: 'file-nogrant' },
    })
    expect(await host.openRecent('gone.fairlead')).toMatchObject({
      ok: false,
      error: { code: 'file-notrecent' },
    })
  })
})

it('tells listeners until they stop', () => {
  const host = memoryHost()
  const heard: string[] = []
  const stop = host.on('command', ({ id }) => heard.push(id))
  host.emit('command', { id: 'edit.undo' })
  stop()
  host.emit('command', { id: 'edit.redo' })
  expect(heard).toEqual(['edit.undo'])
})

describe('a file that another program changes', () => {
  const opened = async () => {
    const host = memoryHost({ 'a.fairlead': 'one' })
    host.choose('a.fairlead')
    await host.openFile()
    return host
  }

  it('is not replaced by a save until it was read again; what it held can be had back', async () => {
    const host = await opened()
    host.change('a.fairlead', 'theirs')
    expect(await host.saveFile('a.fairlead', 'mine')).toMatchObject({
      ok: false,
      error: { code: 'file-changed' },
    })
    expect(host.files.get('a.fairlead')).toBe('theirs')
    expect(await host.rereadFile('a.fairlead')).toMatchObject({ ok: true, value: { text: 'theirs' } })
    expect(await host.saveFile('a.fairlead', 'mine')).toMatchObject({ ok: true })
    const versions = await host.fileVersions('a.fairlead')
    const [newest] = versions.ok ? versions.value : []
    expect(newest).toMatchObject({ bytes: 6 })
    expect(await host.readVersion('a.fairlead', newest?.id ?? '')).toEqual({
      ok: true,
      value: { text: 'theirs' },
    })
  })

  it('is written anew when it is gone', async () => {
    const host = await opened()
    host.change('a.fairlead', undefined)
    expect(await host.saveFile('a.fairlead', 'mine')).toMatchObject({ ok: true })
    expect(host.files.get('a.fairlead')).toBe('mine')
  })

  it('is told of while it is the document’s', async () => {
    const host = await opened()
    const heard: unknown[] = []
    host.on('changed', (event) => heard.push(event))
    host.change('a.fairlead', 'unheard')
    await host.setDocument({ name: 'a', dirty: false, file: 'a.fairlead' })
    await host.saveFile('a.fairlead', 'mine')
    host.change('a.fairlead', undefined)
    expect(heard).toEqual([
      { id: 'a.fairlead', what: 'changed' },
      { id: 'a.fairlead', what: 'gone' },
    ])
  })
})

describe('unsaved work', () => {
  it('is offered once its window is gone, with the file that it belongs to', async () => {
    const host = memoryHost({ 'a.fairlead': 'one' })
    host.choose('a.fairlead')
    await host.openFile()
    await host.keepRecovery({ slot, name: 'a.fairlead', text: 'mine', file: 'a.fairlead', elements: 3 })
    expect(await host.recoveries()).toEqual([])
    host.crash()
    expect(await host.recoveries()).toMatchObject([{ slot, name: 'a.fairlead', elements: 3 }])
    expect(await host.openRecovery(slot)).toMatchObject({
      ok: true,
      value: { text: 'mine', file: { id: 'a.fairlead' }, saved: 'one' },
    })
    expect(await host.recoveries()).toEqual([])
    await host.dropRecovery(slot)
    expect(host.unsaved.size).toBe(0)
  })

  it('does not say what the file held when another program has changed it since', async () => {
    const host = memoryHost({ 'a.fairlead': 'one' })
    host.choose('a.fairlead')
    await host.openFile()
    await host.keepRecovery({ slot, name: 'a.fairlead', text: 'mine', file: 'a.fairlead', elements: 3 })
    host.crash()
    host.change('a.fairlead', 'theirs')
    const opened = await host.openRecovery(slot)
    expect(opened.ok && opened.value.saved).toBeUndefined()
    expect(await host.saveFile('a.fairlead', 'mine')).toMatchObject({ error: { code: 'file-changed' } })
  })
})

it('a disk that fails writes nothing, recoveries included', async () => {
  const host = memoryHost({ 'a.fairlead': 'one' })
  host.choose('a.fairlead')
  await host.openFile()
  host.breakDown({ code: 'file-full', what: 'The disk is full.', mend: 'Make room.' })
  expect(await host.saveFile('a.fairlead', 'mine')).toMatchObject({ error: { code: 'file-full' } })
  expect(await host.keepRecovery({ slot, name: 'a', text: '', elements: 0 })).toMatchObject({ ok: false })
  host.breakDown(undefined)
  expect(await host.saveFile('a.fairlead', 'mine')).toMatchObject({ ok: true })
})

describe('git', () => {
  it('has the commits of a file, newest first, and what it held in each', async () => {
    const host = memoryHost({ 'a.fairlead': 'old' })
    host.choose('a.fairlead')
    await host.openFile()
    host.commit('a.fairlead', 'First')
    host.change('a.fairlead', 'new')
    host.commit('a.fairlead', 'Second')
    const found = await host.gitRevisions('a.fairlead', { from: 0 })
    if (!found.ok) throw new Error('It is in git.')
    expect(found.value.revisions.map(({ subject }) => subject)).toEqual(['Second', 'First'])
    const first = found.value.revisions[1]?.short ?? ''
    expect(await host.gitFile('a.fairlead', first)).toMatchObject({ ok: true, value: { text: 'old' } })
    expect(await host.gitFile('a.fairlead', 'main')).toMatchObject({ error: { code: 'file-noversion' } })
    expect(await host.gitRevisions('other', { from: 0 })).toMatchObject({ error: { code: 'file-nogrant' } })
  })
})
