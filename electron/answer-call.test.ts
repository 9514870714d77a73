import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ok } from '../shared/basics/result'
import { type CallName, calls, defaultSettings } from '../shared/host'
import { answerCall, type Handlers, isTrusted } from './answer-call'

const SLOT = '5f0c2f2e-6f0a-4b8e-9d63-0c2b8a4f7e11'

const REVISION = { hash: 'a1', short: 'a', subject: 's', author: 'A', date: '2026-01-01', name: 'a' }

const handlers: Handlers<undefined> = {
  info: () => ({ version: '1', host: 'electron', platform: 'linux', runtime: {}, limits: [] }),
  openFile: () => ok(null),
  importFiles: () => ok([]),
  importFolder: () => ok(null),
  openRecent: (_, id) => ok({ id, name: 'a', text: '' }),
  recentFiles: () => [],
  rereadFile: (_, id) => ok({ id, name: 'a', text: '' }),
  fileVersions: () => ok([{ id: '1', saved: 1, bytes: 1 }]),
  readVersion: () => ok({ text: '' }),
  gitRevisions: () => ok({ revisions: [REVISION], more: false }),
  gitFile: () => ok({ text: '', revision: REVISION }),
  keepRecovery: () => ok(null),
  dropRecovery: () => null,
  recoveries: () => [{ slot: SLOT, name: 'a', kept: 1, elements: 0 }],
  openRecovery: (_, slot) => ok({ slot, name: 'a', kept: 1, elements: 0, text: '' }),
  saveFile: (_, id) => ok({ id, name: 'a' }),
  saveFileAs: () => ok(null),
  exportFiles: (_, files) => ok(files.length),
  setDocument: () => null,
  setMenu: () => null,
  confirmClose: () => null,
  readSettings: () => defaultSettings,
  writeSettings: () => null,
  readNotes: () => ({ 'draft:1': 'Why' }),
  writeNote: () => null,
  openExternal: () => null,
}
const names = Object.keys(calls) as CallName[]
const silent = () => undefined

describe('who may call', () => {
  test('the main frame of our page', () => {
    expect(isTrusted({ origin: 'fairlead://app', parent: null })).toBe(true)
  })

  test.each([
    ['a frame inside it', { origin: 'fairlead://app', parent: {} }],
    ['another page', { origin: 'https://example.org', parent: null }],
    ['another host of the scheme', { origin: 'fairlead://app.example', parent: null }],
    ['an empty page', { origin: 'null', parent: null }],
    ['a frame that is gone', null],
  ])('not %s', (_case, frame) => {
    expect(isTrusted(frame)).toBe(false)
  })
})

describe('every call', () => {
  test.each(names)('%s: refuses what does not fit, answers what does', async (name) => {
    const anything = fc.array(fc.anything({ withTypedArray: true, withDate: true, withMap: true }), {
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(anything, async (args) => {
        const fits = calls[name].args.safeParse(args).success
        const answered = await answerCall(name, handlers, undefined, args, silent).then(
          (answer) => calls[name].answer.safeParse(answer).success,
          () => false,
        )
        expect(answered).toBe(fits)
      }),
      { numRuns: 200 },
    )
  })

  test.each(names)('%s: a mistake of ours is reported, and tells the page nothing', async (name) => {
    const broken = Object.fromEntries(
      names.map((n) => [
        n,
        () => {
          throw new Error('ENOENT /home/ana/secret')
        },
      ]),
    ) as unknown as Handlers<undefined>
    const reported: unknown[] = []
    const args = ARGUMENTS[name] ?? []
    const told = await answerCall(name, broken, undefined, args, (error) => reported.push(error)).catch(
      String,
    )
    expect(JSON.stringify(told)).not.toContain('secret')
    expect(reported).toHaveLength(1)
  })
})

/** Arguments that fit, for the calls that take some. */
const ARGUMENTS: Partial<Record<CallName, unknown[]>> = {
  openRecent: ['id'],
  rereadFile: ['id'],
  fileVersions: ['id'],
  readVersion: ['id', 'version'],
  gitRevisions: ['id', { from: 0 }],
  gitFile: ['id', 'HEAD'],
  keepRecovery: [{ slot: SLOT, name: 'a', text: '', elements: 0 }],
  dropRecovery: [SLOT],
  openRecovery: [SLOT],
  saveFile: ['id', 'text'],
  saveFileAs: ['name', 'text'],
  exportFiles: [[]],
  setDocument: [{ name: 'a', dirty: false }],
  setMenu: [[]],
  confirmClose: [true],
  writeSettings: [defaultSettings],
  writeNote: ['key', null],
  openExternal: ['https://docs.aws.amazon.com/'],
}

test('only ipc.ts touches ipcMain, only the preload script ipcRenderer', () => {
  const users = (word: string) =>
    readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .filter((file) =>
        new RegExp(`\\b${word}\\b[^\`]*\\bfrom 'electron'`).test(readFileSync(join(__dirname, file), 'utf8')),
      )
  expect(users('ipcMain')).toEqual(['ipc.ts'])
  expect(users('ipcRenderer')).toEqual(['preload.ts'])
})
