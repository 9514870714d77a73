import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { reasonToBuild, STAMP } from './freshness.js'
import { findElectron, missingDisplay } from './runtime.js'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fairlead-launch-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function file(path: string, minutes: number): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true })
  await writeFile(join(root, path), '')
  const time = new Date(Date.UTC(2024, 0, 1, 0, minutes))
  await utimes(join(root, path), time, time)
}

describe('is a build needed', () => {
  test('when there is none', () => {
    expect(reasonToBuild(root)).toBe('the app is not built yet')
  })

  test('when a source is newer, and says which', async () => {
    await file(STAMP, 5)
    await file('shared/design/design.ts', 3)
    expect(reasonToBuild(root)).toBeUndefined()
    await file('renderer/app.tsx', 7)
    expect(reasonToBuild(root)).toBe(`${join('renderer', 'app.tsx')} is newer than the build`)
  })

  test('not when only a test is newer', async () => {
    await file(STAMP, 5)
    await file('shared/design/design.test.ts', 7)
    expect(reasonToBuild(root)).toBeUndefined()
  })
})

describe('can Electron run', () => {
  test('yes, where its executable is', async () => {
    const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
    const name = names[process.platform as 'darwin'] ?? 'electron'
    await mkdir(join(root, name, '..'), { recursive: true })
    await writeFile(join(root, name), '', { mode: 0o755 })
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: root })).toEqual({ path: join(root, name) })
  })

  test('no, where it is not: names the place and the way to get it', () => {
    const { missing } = findElectron({ ELECTRON_OVERRIDE_DIST_PATH: root }) as { missing: string }
    expect(missing).toContain(root)
    expect(missing).toContain('npx install-electron')
  })

  test('only with a display, on Linux', () => {
    expect(missingDisplay({}, 'linux')).toContain('DISPLAY')
    expect(missingDisplay({ DISPLAY: ':0' }, 'linux')).toBeUndefined()
    expect(missingDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBeUndefined()
    expect(missingDisplay({}, 'darwin')).toBeUndefined()
  })
})
