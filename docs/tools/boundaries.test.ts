/** Proves that the linter holds the layers: it runs on a copy of our configuration, over files that break them. */
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')

const RESTRICTED = 'lint/style/noRestrictedImports'
const NODE = 'lint/correctness/noNodejsModules'
const CYCLE = 'lint/suspicious/noImportCycles'

/** What the file imports in four ways, so that none of them is a way around. */
const ways = (from: string) => ({
  'a static import': `import { it } from '${from}'\n\nexport const used = it\n`,
  'a type import': `import type { It } from '${from}'\n\nexport type Used = It\n`,
  'a re-export': `export { it } from '${from}'\n`,
  'a dynamic import': `export const used = () => import('${from}')\n`,
})

const forbidden = [
  { layer: 'shared/rules', from: '../../renderer/store', rule: RESTRICTED },
  { layer: 'shared/rules', from: '../../electron/main', rule: RESTRICTED },
  { layer: 'shared/rules', from: 'electron', rule: RESTRICTED },
  { layer: 'shared/rules', from: 'react', rule: RESTRICTED },
  { layer: 'shared/rules', from: 'node:fs', rule: RESTRICTED },
  { layer: 'renderer/canvas', from: '../../electron/main', rule: RESTRICTED },
  { layer: 'renderer/canvas', from: 'electron', rule: RESTRICTED },
  { layer: 'renderer/canvas', from: 'node:fs', rule: NODE },
  { layer: 'electron/cli', from: '../../renderer/store', rule: RESTRICTED },
].flatMap(({ layer, from, rule }) =>
  Object.entries(ways(from))
    // A type of Node's is gone after compiling, and the renderer's project does not know Node's types.
    .filter(([way]) => rule !== NODE || way !== 'a type import')
    .map(([way, text]) => ({ layer, from, rule, way, text })),
)

const allowed = [
  { layer: 'shared/rules', from: '../design/design' },
  { layer: 'shared/rules', from: 'zod' },
  { layer: 'renderer/canvas', from: '../../shared/design/design' },
  { layer: 'renderer/canvas', from: 'react' },
  { layer: 'electron/cli', from: '../../shared/design/design' },
  { layer: 'electron/cli', from: 'node:fs' },
  { layer: 'electron/cli', from: 'electron' },
].flatMap(({ layer, from }) => Object.entries(ways(from)).map(([way, text]) => ({ layer, from, way, text })))

const knot = {
  'shared/rules/knot-a.ts': `import type { B } from './knot-b'\n\nexport type A = B\n`,
  'shared/rules/knot-b.ts': `import type { A } from './knot-a'\n\nexport type B = A\n`,
}

let folder = ''
let found: ReadonlyMap<string, readonly string[]> = new Map()

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairlead-boundaries-'))
  for (const file of ['biome.json', '.gitignore']) copyFileSync(join(root, file), join(folder, file))
  execFileSync('git', ['init', '--quiet'], { cwd: folder })
  const files = {
    ...Object.fromEntries(forbidden.map(({ layer, text }, i) => [`${layer}/forbidden-${i}.ts`, text])),
    ...Object.fromEntries(allowed.map(({ layer, text }, i) => [`${layer}/allowed-${i}.ts`, text])),
    ...knot,
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  found = lint()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The rules that each file breaks, by its path. */
function lint(): ReadonlyMap<string, readonly string[]> {
  const args = [biome, 'lint', '.', '--reporter=json', '--max-diagnostics=none']
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  const report = JSON.parse(stdout) as {
    diagnostics: { category: string; severity: string; location: { path: string | { file: string } } }[]
  }
  const byFile = new Map<string, string[]>()
  for (const { category, severity, location } of report.diagnostics) {
    if (severity !== 'error') continue
    const path = typeof location.path === 'string' ? location.path : location.path.file
    const file = path.replaceAll('\\', '/').replace(/^\.\//, '')
    byFile.set(file, [...(byFile.get(file) ?? []), category])
  }
  return byFile
}

describe('the linter refuses', () => {
  it.each(forbidden.map((one, i) => ({ ...one, file: `${one.layer}/forbidden-${i}.ts` })))(
    'in $layer $way of $from',
    ({ file, rule }) => expect(found.get(file)).toContain(rule),
  )

  it.each(Object.keys(knot))('an import cycle, even of types only: %s', (file) =>
    expect(found.get(file)).toContain(CYCLE),
  )
})

describe('the linter allows', () => {
  it.each(allowed.map((one, i) => ({ ...one, file: `${one.layer}/allowed-${i}.ts` })))(
    'in $layer $way of $from',
    ({ file }) => expect(found.get(file)).toBeUndefined(),
  )
})
