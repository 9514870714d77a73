import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
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

describe('npm start', () => {
  // An installed copy, which has no sources and so is never built anew.
  beforeEach(async () => {
    const folder = join(root, 'electron/launch')
    await mkdir(folder, { recursive: true })
    for (const file of await readdir(import.meta.dirname)) {
      if (file.endsWith('.js')) await copyFile(join(import.meta.dirname, file), join(folder, file))
    }
    await writeFile(join(root, 'package.json'), '{ "type": "module" }')
    await symlink(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'))
    await mkdir(join(root, 'dist'))
    await writeFile(join(root, STAMP), '')
  })

  const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, [join(root, 'electron/launch/start.js'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...env },
      timeout: 15_000,
    })

  test('tells how it is used', () => {
    const { status, stdout } = start(['--help'])
    expect(status).toBe(0)
    for (const option of ['FILE', '--host=electron', '--host=browser', '--port', '--no-open']) {
      expect(stdout).toContain(option)
    }
  })

  test.each([
    [['--host=firefox'], '“firefox”'],
    [['--port=70000'], '“70000” is not a port'],
    [['--prot=1'], '--prot'],
  ])('%s is wrong use, and says why', (args, reason) => {
    const { status, stderr } = start(args)
    expect(status).toBe(64)
    expect(stderr).toContain(reason)
    expect(stderr).toContain('Usage: npm start')
  })

  test.runIf(process.platform === 'linux')('--host=electron refuses to be something else', () => {
    const nowhere = { DISPLAY: '', WAYLAND_DISPLAY: '' }
    expect(start(['--host=electron'], nowhere)).toMatchObject({
      status: 69,
      stderr: expect.stringContaining('There is no display'),
    })
    // Where the runtime is looked for is given, so nothing is downloaded to replace it.
    const missing = start(['--host=electron'], {
      DISPLAY: ':99',
      ELECTRON_OVERRIDE_DIST_PATH: join(root, 'nowhere'),
    })
    expect(missing.status).toBe(69)
    expect(missing.stderr).toContain(root)
    expect(missing.stderr).toContain('npx install-electron')
  })

  // A stand-in for the runtime, which writes down how it was started.
  test.runIf(process.platform === 'linux')(
    'hands a file to the desktop app, from where the user is',
    async () => {
      const told = join(root, 'told')
      const runtime = join(root, 'runtime/electron')
      await mkdir(join(root, 'runtime'))
      await writeFile(runtime, `#!/bin/sh\nprintf '%s\\n' "$@" > ${told}\n`, { mode: 0o755 })
      const { status, stderr } = start(['orders.fairlead'], {
        DISPLAY: ':99',
        ELECTRON_OVERRIDE_DIST_PATH: join(root, 'runtime'),
        INIT_CWD: '/home/ana/designs',
      })
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect((await readFile(told, 'utf8')).trim().split('\n').at(-1)).toBe(
        '/home/ana/designs/orders.fairlead',
      )
    },
  )
})
