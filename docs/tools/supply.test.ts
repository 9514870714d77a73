/** What runs in CI and with which rights, and how what comes from others is watched. */
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unsettled } from './audit.js'
import { provenance } from './provenance.js'

const ROOT = join(import.meta.dirname, '../..')
const require = createRequire(import.meta.url)
const { load } = createRequire(require.resolve('app-builder-lib/package.json'))('js-yaml') as {
  load: (text: string) => unknown
}

interface Step {
  readonly uses?: string
  readonly run?: string
}
interface Job {
  readonly permissions?: object
  readonly 'timeout-minutes'?: number
  readonly steps: readonly Step[]
}
interface Workflow {
  readonly permissions?: object
  readonly jobs: Readonly<Record<string, Job>>
}

/** What is wrong with a workflow: rights, actions, texts of strangers in scripts. */
function faults(text: string): readonly string[] {
  const { permissions, jobs } = load(text) as Workflow
  const found: string[] = []
  if (JSON.stringify(permissions) !== '{"contents":"read"}') found.push('may do more than read')
  for (const [name, job] of Object.entries(jobs)) {
    if (job['timeout-minutes'] === undefined) found.push(`${name} may run for hours`)
    if (!['undefined', '{"contents":"write"}'].includes(String(JSON.stringify(job.permissions)))) {
      found.push(`${name} has more rights than to write a release`)
    }
    for (const { uses, run } of job.steps) {
      if (uses !== undefined && !/@[0-9a-f]{40}$/.test(uses)) found.push(`${uses} is not pinned to a commit`)
      if (run?.includes('${{')) found.push(`${name} puts a text of others into a script`)
    }
  }
  return found
}

describe('the workflows', async () => {
  const folder = join(ROOT, '.github/workflows')
  const names = await readdir(folder)

  test('are these', () => {
    expect(names.sort()).toEqual(['ci.yml', 'release.yml'])
  })

  test.each(names)('%s: least rights, pinned actions, no text of others in scripts', async (name) => {
    expect(faults(await readFile(join(folder, name), 'utf8'))).toEqual([])
  })

  test('only a release may write', async () => {
    expect(await readFile(join(folder, 'ci.yml'), 'utf8')).not.toContain('write')
  })

  test('would be refused otherwise', () => {
    const bad = `
permissions: write-all
jobs:
  test:
    permissions: { id-token: write }
    steps:
      - uses: actions/checkout@v4
      - run: echo "\${{ github.event.pull_request.title }}"
`
    expect(faults(bad)).toEqual([
      'may do more than read',
      'test may run for hours',
      'test has more rights than to write a release',
      'actions/checkout@v4 is not pinned to a commit',
      'test puts a text of others into a script',
    ])
  })
})

describe('known weaknesses', () => {
  const advisory = (name: string, severity: string) => ({
    name,
    severity,
    title: 'It breaks',
    url: `https://github.com/advisories/${name}`,
  })
  const report = (...advisories: ReturnType<typeof advisory>[]) => ({
    vulnerabilities: Object.fromEntries(advisories.map((one) => [one.name, { via: ['another', one] }])),
  })
  const shipped = new Set(['zod', 'electron'])

  test('in the app are settled by no excuse', () => {
    const accepted = [{ url: 'https://github.com/advisories/zod', reason: 'no', until: '2999-01-01' }]
    expect(unsettled(report(advisory('zod', 'low')), shipped, accepted, '2026-11-27')).toEqual([
      'zod, which is in the app: low, It breaks. https://github.com/advisories/zod',
    ])
  })

  test('in tools matter when they are high, and can be accepted until a day', () => {
    const tools = report(advisory('vite', 'high'), advisory('tsx', 'moderate'))
    const accepted = [
      { url: 'https://github.com/advisories/vite', reason: 'only serves', until: '2026-12-01' },
    ]
    expect(unsettled(tools, shipped, [], '2026-11-27')).toHaveLength(1)
    expect(unsettled(tools, shipped, accepted, '2026-11-27')).toEqual([])
    expect(unsettled(tools, shipped, accepted, '2026-12-02')).toHaveLength(1)
  })

  test('that could not be asked for are not none', () => {
    expect(unsettled({}, shipped, [], '2026-11-27')).toHaveLength(1)
  })

  test('each exception says why', async () => {
    const accepted = JSON.parse(await readFile(join(import.meta.dirname, 'audit-accepted.json'), 'utf8'))
    for (const { url, reason, until } of accepted) {
      expect(url).toMatch(/^https:\/\/github\.com\/advisories\/GHSA-/)
      expect(reason.length).toBeGreaterThan(20)
      expect(until).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })
})

describe('what is installed', async () => {
  const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<
      string,
      { integrity?: string; resolved?: string; link?: boolean; version?: string; inBundle?: boolean }
    >
  }
  const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as Record<string, object>

  test('is locked by its hash, every package', () => {
    // What a package carries inside its own archive is covered by the archive's hash.
    const loose = Object.entries(lock.packages).filter(
      ([path, { integrity, inBundle }]) => path !== '' && !inBundle && !/^sha512-/.test(integrity ?? ''),
    )
    expect(loose.map(([path]) => path)).toEqual([])
  })

  test('comes from npm’s registry and from nowhere else', () => {
    const elsewhere = Object.values(lock.packages).filter(
      ({ resolved }) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    )
    expect(elsewhere).toEqual([])
  })

  test('runs no script on being installed', async () => {
    expect(await readFile(join(ROOT, '.npmrc'), 'utf8')).toContain('ignore-scripts=true')
  })

  test('is named with exact versions, and bundled: nothing is a runtime dependency', () => {
    expect(manifest.dependencies).toBeUndefined()
    for (const version of Object.values(manifest.devDependencies ?? {}))
      expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
  })
})

test('the provenance of a release names each file by its hash, the commit and the run', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fairlead-provenance-'))
  await writeFile(join(folder, 'fairlead.deb'), 'deb')
  const statement = provenance(folder, {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'fairlead/fairlead',
    GITHUB_REF: 'refs/tags/v1.0.0',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_RUN_ID: '7',
    GITHUB_RUN_ATTEMPT: '1',
  })
  await rm(folder, { recursive: true })
  expect(statement).toMatchObject({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'fairlead.deb', digest: { sha256: createHash('sha256').update('deb').digest('hex') } }],
    predicate: {
      buildDefinition: { resolvedDependencies: [{ digest: { gitCommit: 'a'.repeat(40) } }] },
      runDetails: {
        metadata: { invocationId: 'https://github.com/fairlead/fairlead/actions/runs/7/attempts/1' },
      },
    },
  })
})
