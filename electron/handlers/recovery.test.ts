/** The calls around unsaved work, on the real disk: what a page gets after a crash, and what a save then does. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { calls } from '../../shared/host'
import type { AppWindow } from '../app-window'
import { createGrants } from '../grants'
import { createDocuments } from '../storage/documents'
import { nodeFiles } from '../storage/files'
import { openStorage } from '../storage/open-storage'
import { type RecoveryStore, recoveryStore } from '../storage/recovery'
import { numbered, numberOf } from '../storage/testing/designs'
import { recoveryHandlers } from './recovery'
import { versionHandlers } from './versions'

const SLOT = '5f0c2f2e-6f0a-4b8e-9d63-0c2b8a4f7e11'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-handlers-'))
  path = join(folder, 'orders.fairlead')
  await writeFile(path, numbered(1))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A window of a process that has just started, or of the one with this store. */
function openWindow(recovery: RecoveryStore = recoveryStore(nodeFiles, join(folder, 'recovery'))): AppWindow {
  const storage = openStorage(nodeFiles, join(folder, 'data'))
  const page = { key: { gone: false }, name: 'Fairlead', dirty: false, editing: false, menus: [] }
  // These handlers need no more of a window.
  return {
    storage,
    recovery,
    documents: createDocuments(storage),
    grants: createGrants(),
    page,
  } as unknown as AppWindow
}

/** A window that has the file open and has written down changes to it. */
async function work(): Promise<AppWindow> {
  const window = openWindow()
  await window.documents.read(path)
  const { id } = window.grants.grant(path)
  const kept = { slot: SLOT, name: 'orders', text: numbered(2), elements: 1, file: id }
  expect(await recoveryHandlers.keepRecovery(window, kept)).toEqual({ ok: true, value: null })
  return window
}

async function recovered(window = openWindow()) {
  const opened = calls.openRecovery.answer.parse(await recoveryHandlers.openRecovery(window, SLOT))
  if (!opened.ok) throw new Error(opened.error.code)
  return { window, ...opened.value }
}

describe('after a crash', () => {
  test('work is listed with its name, its size and where its file is', async () => {
    await work()
    const listed = await recoveryHandlers.recoveries(openWindow())
    expect(calls.recoveries.answer.parse(listed)).toEqual([
      { slot: SLOT, name: 'orders', elements: 1, kept: expect.any(Number), place: folder },
    ])
  })

  test('it comes back with its file and what that holds, and can be saved there', async () => {
    await work()
    const { window, text, saved, file } = await recovered()
    expect([numberOf(text), numberOf(saved ?? '')]).toEqual([2, 1])
    expect(await window.documents.save(window.grants.path(file?.id ?? '') ?? '', text, false)).toMatchObject({
      ok: true,
    })
    expect(numberOf(await readFile(path, 'utf8'))).toBe(2)
  })

  test('it is never put over a file that has changed since', async () => {
    await work()
    await writeFile(path, numbered(7))
    const { window, text, saved } = await recovered()
    expect(saved).toBeUndefined()
    expect(await window.documents.state(path)).toMatchObject({ known: false })
    expect(await window.documents.save(path, text, false)).toMatchObject({ error: { code: 'file-changed' } })
    expect(numberOf(await readFile(path, 'utf8'))).toBe(7)
  })

  test('it is written anew when its file is gone', async () => {
    await work()
    await rm(path)
    const { window, text, saved, file } = await recovered()
    expect([saved, file?.name]).toEqual([undefined, 'orders.fairlead'])
    expect(await window.documents.save(path, text, false)).toMatchObject({ ok: true })
  })

  test('it stays until it is dropped, however often the app fails', async () => {
    await work()
    await recovered()
    const { window } = await recovered()
    await recoveryHandlers.dropRecovery(window, SLOT)
    expect(await recoveryHandlers.recoveries(openWindow())).toEqual([])
  })
})

test('a page that was loaded again in the same window finds what it left', async () => {
  const window = await work()
  expect(await recoveryHandlers.recoveries(window)).toEqual([])
  window.recovery.release(window.page.key)
  window.page.key = { gone: false }
  expect(await recoveryHandlers.recoveries(window)).toHaveLength(1)
})

test('work that was never saved has no file', async () => {
  const window = openWindow()
  await recoveryHandlers.keepRecovery(window, {
    slot: SLOT,
    name: 'Untitled',
    text: numbered(2),
    elements: 1,
  })
  const { file, saved, place } = await recovered()
  expect([file, saved, place]).toEqual([undefined, undefined, undefined])
})

describe('versions of a granted file', () => {
  test('are listed and read by id, and reading again makes “keep mine” possible', async () => {
    const window = openWindow()
    await window.documents.read(path)
    const { id } = window.grants.grant(path)
    await writeFile(path, numbered(7))
    expect(await window.documents.save(path, numbered(2), false)).toMatchObject({
      error: { code: 'file-changed' },
    })
    expect(await versionHandlers.rereadFile(window, id)).toMatchObject({ value: { id, text: numbered(7) } })
    expect(await window.documents.save(path, numbered(2), false)).toMatchObject({ ok: true })
    const versions = calls.fileVersions.answer.parse(await versionHandlers.fileVersions(window, id))
    const [version] = versions.ok ? versions.value : []
    const read = calls.readVersion.answer.parse(
      await versionHandlers.readVersion(window, id, version?.id ?? ''),
    )
    expect(read).toMatchObject({ ok: true, value: { text: numbered(7) } })
  })

  test('are refused without a grant, and one that is not there is told as that', async () => {
    const window = openWindow()
    const { id } = window.grants.grant(path)
    expect(await versionHandlers.fileVersions(window, 'x')).toMatchObject({ error: { code: 'file-grant' } })
    expect(await versionHandlers.rereadFile(window, 'x')).toMatchObject({ error: { code: 'file-grant' } })
    expect(await versionHandlers.readVersion(window, id, '../x')).toMatchObject({
      error: { code: 'version-gone' },
    })
  })
})
