import { beforeAll, expect, test, vi } from 'vitest'
import { type CallName, calls, type EventName, events } from '../shared/host'
import { callChannel, eventChannel } from './channels'

type Any = (...args: unknown[]) => unknown

const electron = vi.hoisted(() => ({
  exposed: new Map<string, Record<string, (...args: unknown[]) => unknown>>(),
  listeners: new Map<string, (event: unknown, payload: unknown) => void>(),
  invoke: vi.fn(),
  send: vi.fn(),
}))
vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (key: string, api: Record<string, Any>) => electron.exposed.set(key, api),
  },
  ipcRenderer: {
    invoke: electron.invoke,
    send: electron.send,
    on: (channel: string, listener: (event: unknown, payload: unknown) => void) =>
      electron.listeners.set(channel, listener),
  },
  webUtils: { getPathForFile: () => '' },
}))

const host = () => electron.exposed.get('fairleadHost')!

beforeAll(async () => {
  vi.stubGlobal('window', new EventTarget())
  await import('./preload')
})

test('the page gets one function for each call, and one to listen with', () => {
  expect([...electron.exposed.keys()]).toEqual(['fairleadHost'])
  expect(Object.keys(host()).sort()).toEqual([...Object.keys(calls), 'on'].sort())
  for (const member of Object.values(host())) expect(member).toBeTypeOf('function')
})

test('each call goes to its own channel', async () => {
  electron.invoke.mockResolvedValue('no answer fits')
  for (const name of Object.keys(calls) as CallName[]) {
    await expect(host()[name]!('argument')).rejects.toThrow()
    expect(electron.invoke).toHaveBeenLastCalledWith(callChannel(name), 'argument')
  }
})

test.each(Object.keys(calls) as CallName[])('an answer to %s that does not fit is refused', async (name) => {
  for (const answer of [undefined, 7, { ok: true, value: { path: '/home/ana/a' } }, { ok: false }]) {
    electron.invoke.mockResolvedValueOnce(answer)
    await expect(host()[name]!()).rejects.toThrow()
  }
})

test('an answer has no more members than the contract', async () => {
  electron.invoke.mockResolvedValueOnce({ ok: true, value: { id: '1', name: 'a', path: '/home/ana/a' } })
  await expect(host().saveFile!('1', '')).rejects.toThrow(/path/)
})

test('every event is listened to; the page gets what fits, and no event object', () => {
  const channels = (Object.keys(events) as EventName[]).map(eventChannel)
  expect([...electron.listeners.keys()]).toEqual(channels)
  const heard = vi.fn()
  host().on!('command', heard)
  const tell = electron.listeners.get(eventChannel('command'))!
  tell({ sender: 'ipcRenderer' }, { id: 'file.open' })
  tell({ sender: 'ipcRenderer' }, { id: 'file.open', more: 1 })
  tell({ sender: 'ipcRenderer' }, 'file.open')
  expect(heard.mock.calls).toEqual([[{ id: 'file.open' }]])
})

test('there are no other events', () => {
  for (const name of ['ipc', '__proto__', 'constructor']) {
    expect(() => host().on!(name, () => undefined)).toThrow('no such event')
  }
})
