/**
 * The installers' configuration is valid, and what it would pack is the app and nothing else: electron-builder really runs,
 * on a small project of the same shape and with a stand-in for Electron's runtime.
 */
import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const run = promisify(execFile)
const require = createRequire(import.meta.url)

interface Configuration {
  readonly [key: string]: unknown
  readonly electronFuses: Readonly<Record<string, boolean>>
}
const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config') as {
  getConfig: (folder: string, path: null, overrides: null) => Promise<Configuration>
  validateConfiguration: (config: unknown, log: unknown) => Promise<void>
}
const { DebugLogger } = require('builder-util') as { DebugLogger: new (enabled: boolean) => unknown }

describe('electron-builder.yml', () => {
  const check = (config: unknown) => validateConfiguration(config, new DebugLogger(false))

  test('is valid', async () => {
    await check(await getConfig(ROOT, null, null))
  })

  test('would be refused with a word that electron-builder does not know', async () => {
    await expect(check({ ...(await getConfig(ROOT, null, null)), asarr: true })).rejects.toThrow('asarr')
  })
})

// The stand-in is a Linux runtime; the configuration is the same file on every system.
describe.runIf(process.platform === 'linux')('a packed app', () => {
  const APP = [
    'dist/electron/main.cjs',
    'dist/electron/preload.cjs',
    'dist/renderer/index.html',
    'dist/assets/resvg.wasm',
  ]
  const NOT_APP = [
    'dist/.built',
    'shared/host.ts',
    'node_modules/left/index.js',
    'README.md',
    '.env',
    '.ci/run',
  ]
  /** Where `@electron/fuses` finds the switches in Electron's executable: a mark, version, count, one digit each. */
  const FUSES = Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 9]),
    Buffer.from('111111111'),
  ])
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fairlead-package-'))
    await copyProject()
    await writeRuntime(join(folder, 'runtime'))
    const cli = require.resolve('electron-builder/cli.js')
    await run(process.execPath, [
      cli,
      '--linux',
      'dir',
      `--projectDir=${join(folder, 'project')}`,
      `-c.electronDist=${join(folder, 'runtime')}`,
    ])
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function write(path: string, content: string | Buffer, mode = 0o644): Promise<void> {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content, { mode })
  }

  async function copyProject(): Promise<void> {
    const project = join(folder, 'project')
    await mkdir(join(project, 'assets'), { recursive: true })
    for (const file of ['package.json', 'electron-builder.yml', 'assets/app-icon.png']) {
      await copyFile(join(ROOT, file), join(project, file))
    }
    for (const file of [...APP, ...NOT_APP]) await write(join(project, file), file)
  }

  async function writeRuntime(runtime: string): Promise<void> {
    await write(join(runtime, 'electron'), FUSES, 0o755)
    for (const file of ['chrome_crashpad_handler', 'chrome-sandbox'])
      await write(join(runtime, file), '', 0o755)
    for (const file of ['LICENSE', 'LICENSES.chromium.html', 'version', 'locales/en-US.pak']) {
      await write(join(runtime, file), '')
    }
  }

  const packed = () => join(folder, 'project/release/linux-unpacked')

  test('holds the built app and package.json, and nothing else', async () => {
    const asar = require('@electron/asar') as {
      listPackage: (path: string, options: object) => string[]
      statFile: (path: string, file: string) => object
    }
    const archive = join(packed(), 'resources/app.asar')
    const files = asar
      .listPackage(archive, {})
      .map((path) => path.slice(1))
      .filter((path) => !('files' in asar.statFile(archive, path)))
    expect(files.sort()).toEqual([...APP, 'package.json'].sort())
  })

  test('has the runtime’s switches as the configuration says', async () => {
    const executable = await readFile(join(packed(), 'fairlead'))
    const start = executable.indexOf(FUSES.subarray(0, 32)) + 34
    const digits = executable.subarray(start, start + 9).toString()
    // runAsNode, cookie encryption, NODE_OPTIONS, --inspect, asar integrity, only asar, V8 snapshot, file: privileges;
    // the ninth is not electron-builder's to set.
    expect(digits).toBe('010011001')
  })
})
