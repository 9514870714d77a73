import { describe, expect, it } from 'vitest'
import { type CallName, calls, type Host } from '../../shared/host'
import { memoryHost } from './memory-host'

const args: { readonly [C in CallName]: Parameters<Host[C]> } = {
  info: [],
  openFile: [],
  importFiles: [],
  openRecent: ['a.fairlead'],
  recentFiles: [],
  saveFile: ['a.fairlead', '{}'],
  saveFileAs: ['b.fairlead', '{}'],
  exportFiles: [[{ name: 'task.json', content: '{}' }]],
  setDocument: [{ name: 'a', dirty: true }],
  setMenu: [[]],
  confirmClose: [true],
  readSettings: [],
  writeSettings: [{ theme: 'dark', panels: { left: 232 } }],
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
