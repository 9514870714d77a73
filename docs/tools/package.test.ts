/**
 * What would be shipped: the installers' configuration, the packed app, the credits. electron-builder really runs, on what
 * the build wrote and with a stand-in for Electron's runtime.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figure } from '../../shared/testing/runs'
import { packageFolder } from './bundled-packages.js'
import { ensureBuilt } from './ensure-built.js'
import { FUSES, SENTINEL, wrongFuses } from './fuses.js'
import { icns, ico } from './icons'
import { ALLOWED } from './licences.js'
import { builtWorks, noticeText } from './notice'

const ROOT = join(import.meta.dirname, '../..')
/** What a packed app may take, in MiB: decision 32 says what is in it twice. */
const LARGEST_MIB = 17
const run = promisify(execFile)
const require = createRequire(import.meta.url)

interface Configuration {
  readonly [key: string]: unknown
}
const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config') as {
  getConfig: (folder: string, path: null, overrides: null) => Promise<Configuration>
  validateConfiguration: (config: unknown, log: unknown) => Promise<void>
}
const { DebugLogger } = require('builder-util') as { DebugLogger: new (enabled: boolean) => unknown }

beforeAll(ensureBuilt, 150_000)

/** Every file below a folder, from there. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

describe('electron-builder.yml', () => {
  const check = (config: unknown) => validateConfiguration(config, new DebugLogger(false))

  test('is valid', async () => {
    await check(await getConfig(ROOT, null, null))
  })

  test('would be refused with a word that electron-builder does not know', async () => {
    await expect(check({ ...(await getConfig(ROOT, null, null)), asarr: true })).rejects.toThrow('asarr')
  })

  test('knows the app and its files on each system', async () => {
    expect(await getConfig(ROOT, null, null)).toMatchObject({
      linux: { target: ['AppImage', 'deb'] },
      mac: { target: 'dmg' },
      win: { target: ['nsis', 'portable'] },
      fileAssociations: [
        { ext: 'fairlead', mimeType: 'application/x-fairlead+json', icon: 'document-icon.icns' },
      ],
    })
  })
})

describe('the icons', () => {
  /** Width and height of a PNG. */
  const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]
  const asset = (name: string) => readFile(join(ROOT, 'assets', name))

  test('are as large as each system shows them', async () => {
    expect(sizeOf(await asset('app-icon.png'))).toEqual([1024, 1024])
    expect(sizeOf(await asset('document-icon.png'))).toEqual([512, 512])
  })

  test('of files hold a PNG for each size', async () => {
    const sizes = async (name: string) => {
      const file = await asset(name)
      const found: number[] = []
      for (let at = file.indexOf('IHDR'); at >= 0; at = file.indexOf('IHDR', at + 1)) {
        found.push(file.readUInt32BE(at + 4))
      }
      return found
    }
    expect(await sizes('document-icon.ico')).toEqual([16, 24, 32, 48, 64, 128, 256])
    expect(await sizes('document-icon.icns')).toEqual([32, 64, 128, 256, 512, 1024])
  })

  test('are written in the formats that the systems read', () => {
    const png = new Uint8Array([1, 2, 3])
    expect([...ico([{ size: 256, png }])]).toEqual([
      ...[0, 0, 1, 0, 1, 0],
      ...[0, 0, 0, 0, 1, 0, 32, 0, 3, 0, 0, 0, 22, 0, 0, 0],
      ...png,
    ])
    expect(Buffer.from(icns([{ size: 128, png }])).toString('latin1')).toBe(
      'icns\0\0\0\x13ic07\0\0\0\x0b\x01\x02\x03',
    )
  })
})

describe('the work of others', () => {
  test('is under licences that let it be part of the app', () => {
    const works = builtWorks()
    expect(works.length).toBeGreaterThan(40)
    for (const { name, licence, url, text } of works) {
      expect(ALLOWED, `${name} is under ${licence}`).toContain(licence)
      expect(url, name).toMatch(/^https:\/\//)
      expect(text.length, name).toBeGreaterThan(500)
    }
  })

  test('is what the bundles hold: each named package is seen, and what only builds is not', () => {
    const names = builtWorks().map(({ name }) => name)
    for (const name of ['react', 'elkjs', '@xyflow/react', '@resvg/resvg-wasm', 'zod', 'commander']) {
      expect(names).toContain(name)
    }
    for (const name of ['vitest', 'typescript', '@aws-sdk/client-ecs', '@xmldom/xmldom']) {
      expect(names).not.toContain(name)
    }
  })

  test('is found by the innermost package of a module', () => {
    expect(packageFolder('/a/node_modules/@x/y/node_modules/z/lib/z.js')).toBe(
      '/a/node_modules/@x/y/node_modules/z',
    )
    expect(packageFolder('C:\\a\\node_modules\\@x\\y\\z.js')).toBe('C:/a/node_modules/@x/y')
    expect(packageFolder('/a/shared/host.ts')).toBeUndefined()
  })

  test('is in NOTICE', async () => {
    expect(await readFile(join(ROOT, 'NOTICE'), 'utf8')).toBe(noticeText(builtWorks()))
  })
})

test('the page may load what was built, and its list says so', async () => {
  const list = JSON.parse(await readFile(join(ROOT, 'dist/renderer.json'), 'utf8')) as string[]
  expect(list).toEqual((await filesIn(join(ROOT, 'dist/renderer'))).map((file) => `/${file}`).sort())
  expect(list).toContain('/licences.json')
})

// The stand-in is a Linux runtime; the configuration is the same file on every system.
describe.runIf(process.platform === 'linux')('a packed app', () => {
  /** Lies about in the project and must stay out. */
  const NOT_APP = [
    'dist/.built',
    'dist/cli/more.cjs',
    'shared/host.ts',
    'node_modules/left/index.js',
    'README.md',
    '.env',
    '.ci/run',
  ]
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fairlead-package-'))
    await copyProject()
    await writeRuntime(join(folder, 'runtime'))
    await pack('first')
    await pack('second')
  }, 120_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function pack(output: string): Promise<void> {
    await run(process.execPath, [
      require.resolve('electron-builder/cli.js'),
      '--linux',
      'dir',
      `--projectDir=${join(folder, 'project')}`,
      `-c.electronDist=${join(folder, 'runtime')}`,
      `-c.directories.output=${join(folder, output)}`,
    ])
  }

  async function write(path: string, content: string | Buffer, mode = 0o644): Promise<void> {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content, { mode })
  }

  async function copyProject(): Promise<void> {
    const project = join(folder, 'project')
    await cp(join(ROOT, 'dist'), join(project, 'dist'), { recursive: true })
    await mkdir(join(project, 'assets'))
    for (const file of ['package.json', 'electron-builder.yml', 'assets/app-icon.png', 'LICENSE', 'NOTICE']) {
      await copyFile(join(ROOT, file), join(project, file))
    }
    for (const file of NOT_APP) await write(join(project, file), file)
  }

  async function writeRuntime(runtime: string): Promise<void> {
    const fuses = Object.keys(FUSES)
    const executable = [Buffer.from(SENTINEL), Buffer.from([1, fuses.length]), '1'.repeat(fuses.length)]
    await write(join(runtime, 'electron'), Buffer.concat(executable.map((part) => Buffer.from(part))), 0o755)
    for (const file of ['chrome_crashpad_handler', 'chrome-sandbox'])
      await write(join(runtime, file), '', 0o755)
    for (const file of ['LICENSE', 'LICENSES.chromium.html', 'version', 'locales/en-US.pak']) {
      await write(join(runtime, file), '')
    }
  }

  const packed = (output = 'first') => join(folder, output, 'linux-unpacked')
  const archive = (output?: string) => join(packed(output), 'resources/app.asar')

  test('holds main and preload script, the page as built, and nothing else', async () => {
    const asar = require('@electron/asar') as {
      listPackage: (path: string, options: object) => string[]
      statFile: (path: string, file: string) => object
    }
    const files = asar
      .listPackage(archive(), {})
      .map((path) => path.slice(1))
      .filter((path) => !('files' in asar.statFile(archive(), path)))
    const page = (await filesIn(join(ROOT, 'dist/renderer'))).map((file) => `dist/renderer/${file}`)
    const app = ['package.json', 'dist/electron/main.cjs', 'dist/electron/preload.cjs', 'dist/renderer.json']
    expect(files.sort()).toEqual([...app, ...page].sort())
    expect(files.filter((file) => /\.(?:map|tsx?|md)$|node_modules|\.test\./.test(file))).toEqual([])
  })

  test(`takes at most ${LARGEST_MIB} MiB`, async () => {
    const mib = (await readFile(archive())).length / 1024 / 1024
    figure('R23', `app.asar takes ${mib.toFixed(1)} MiB of ${LARGEST_MIB}`)
    expect(mib).toBeLessThan(LARGEST_MIB)
  })

  test('is the same each time, to the byte', async () => {
    const hash = async (output: string) =>
      createHash('sha256')
        .update(await readFile(archive(output)))
        .digest('hex')
    expect(await hash('first')).toBe(await hash('second'))
  })

  test('brings the licences', async () => {
    expect(await readFile(join(packed(), 'resources/LICENSE.fairlead.txt'), 'utf8')).toContain(
      'Apache License',
    )
    expect(await readFile(join(packed(), 'resources/NOTICE.fairlead.txt'), 'utf8')).toContain('elkjs')
    expect(await readdir(packed())).toContain('LICENSES.chromium.html')
  })

  test('has the runtime’s switches as they must be', async () => {
    expect(wrongFuses(await readFile(join(packed(), 'fairlead')))).toEqual([])
  })

  test('would be refused with a switch the other way round, or one more', async () => {
    const executable = await readFile(join(packed(), 'fairlead'))
    const start = executable.indexOf(SENTINEL) + SENTINEL.length
    const runsAsNode = Buffer.from(executable)
    runsAsNode[start + 2] = '1'.charCodeAt(0)
    expect(wrongFuses(runsAsNode)).toEqual(['RunAsNode is “1”, and must be off.'])
    const newer = Buffer.from(executable)
    newer[start + 1] = 10
    expect(wrongFuses(newer)).toEqual(['It has 10 switches of version 1; 9 of version 1 are known.'])
    expect(wrongFuses(Buffer.from('MZ'))).toHaveLength(1)
  })
})
