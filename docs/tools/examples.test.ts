/**
 * The workflows that people copy: every step that does something on its own is run here, against real repositories, with
 * the command line as it was built. GitHub is played by a folder, and by a `gh` that notes what it is asked.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { gitEnvironment, gitIn } from '../../electron/testing/repository'
import { ensureBuilt } from './ensure-built.js'

interface Step {
  readonly name: string
  readonly run?: string
  readonly uses?: string
  readonly env?: Readonly<Record<string, string>>
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

const ROOT = join(import.meta.dirname, '../..')
const EXAMPLES = join(ROOT, 'docs/examples')
const names = readdirSync(EXAMPLES).filter((name) => name.endsWith('.yml'))
const workflow = (name: string) => parse(readFileSync(join(EXAMPLES, name), 'utf8')) as Workflow
const steps = (name: string) => Object.values(workflow(name).jobs).flatMap((job) => job.steps)

describe.each(names)('%s', (name) => {
  test('names actions by commit', () => {
    for (const { uses } of steps(name))
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@[\da-f]{40}$/)
  })

  test('puts nothing that a stranger wrote into a script', () => {
    for (const { run = '' } of steps(name)) expect(run).not.toContain('${{')
    const text = readFileSync(join(EXAMPLES, name), 'utf8')
    const used = [...text.matchAll(/\$\{\{ (.*?) \}\}/g)].map(([, expression]) => expression)
    // Names of branches, titles and the like are none of these: only hashes and numbers.
    for (const expression of used)
      expect(expression).toMatch(
        /^(?:github\.token|github\.event\.pull_request\.(?:number|base\.sha|head\.sha)|!cancelled\(\)|(?:needs|steps)\.compare\.outputs\.count(?: != '0')?)$/,
      )
  })

  test('is told about on the page', () => {
    expect(readFileSync(join(ROOT, 'docs/pipeline.md'), 'utf8')).toContain(`examples/${name}`)
  })
})

test('what a pull request runs may only read; only the job that reads no design may write', () => {
  expect(workflow('design-check.yml')).toMatchObject({
    on: { pull_request: {} },
    permissions: { contents: 'read' },
  })
  const { on, permissions, jobs } = workflow('design-comment.yml')
  expect(Object.keys(on)).toEqual(['pull_request_target'])
  expect(permissions).toEqual({})
  expect(jobs.compare?.permissions).toEqual({ contents: 'read' })
  const writing = jobs.comment?.steps.map(({ run }) => run).join('\n')
  expect(writing).not.toMatch(/\bfairlead (?:diff|export|validate|import|new)\b|npm/)
})

const made: string[] = []
let world: {
  readonly base: string
  readonly head: string
  readonly hub: string
  readonly bin: string
  readonly temp: string
}

function folder(name: string): string {
  const path = mkdtempSync(join(tmpdir(), `fairlead-${name}-`))
  made.push(path)
  return path
}

/** A program of the tests' own on the path. */
function program(name: string, script: string): void {
  writeFileSync(join(world.bin, name), script)
  chmodSync(join(world.bin, name), 0o755)
}

/** A design of one task definition, without errors. */
function design(family: string, memory = '512'): string {
  const spec = {
    ...{ family, requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc', cpu: '256', memory },
    containerDefinitions: [{ name: 'web', image: 'public.ecr.aws/nginx/nginx:latest' }],
  }
  const elements = { task: { kind: 'task-definition', spec } }
  return JSON.stringify({ format: 'fairlead/1', name: family, elements, connections: {}, layout: {} })
}

beforeAll(() => {
  ensureBuilt()
  const [work, hub, bin, temp] = [folder('work'), folder('hub'), folder('bin'), folder('temp')]
  mkdirSync(join(hub, 'team'))
  gitIn(hub, 'init', '--quiet', '--bare', 'team/designs')
  gitIn(join(hub, 'team/designs'), 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  gitIn(work, 'init', '--quiet', '--initial-branch=main')
  const commit = (message: string) => {
    gitIn(work, 'add', '--all')
    gitIn(work, 'commit', '--quiet', '--message', message)
    return gitIn(work, 'rev-parse', 'HEAD')
  }
  mkdirSync(join(work, 'designs'))
  writeFileSync(join(work, 'designs/orders.fairlead'), design('orders'))
  writeFileSync(join(work, 'old name.fairlead'), design('billing'))
  const base = commit('Designs')
  writeFileSync(join(work, 'designs/orders.fairlead'), design('orders', '1024'))
  gitIn(work, 'mv', '--', 'old name.fairlead', '-new $(touch x) name.fairlead')
  writeFileSync(join(work, 'broken.fairlead'), '{"format":"fairlead/1"')
  const head = commit('Change')
  gitIn(work, 'push', '--quiet', join(hub, 'team/designs'), 'HEAD:refs/pull/12/head')
  world = { base, head, hub, bin, temp }
  program('fairlead', `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'dist/cli/fairlead.cjs')}' "$@"\n`)
}, 150_000)
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
})

/** Runs a step as the runner does, in a workspace; what it hands on is read back. */
function runStep(file: string, name: string, cwd: string, given: Readonly<Record<string, string>> = {}) {
  const step = steps(file).find((one) => one.name === name)
  if (step?.run === undefined) throw new Error(`${file} has no step “${name}”.`)
  const [environment, output] = [join(world.temp, 'environment'), join(world.temp, 'output')]
  for (const path of [environment, output]) writeFileSync(path, '')
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
    {
      cwd,
      encoding: 'utf8',
      env: {
        ...gitEnvironment,
        ...workflow(file).env,
        PATH: [world.bin, process.env.PATH].join(delimiter),
        RUNNER_TEMP: world.temp,
        GITHUB_ENV: environment,
        GITHUB_OUTPUT: output,
        GITHUB_SERVER_URL: `file://${world.hub}`,
        GITHUB_REPOSITORY: 'team/designs',
        GITHUB_RUN_ID: '7',
        GITHUB_SHA: world.head,
        ...given,
      },
    },
  )
  const handed = [environment, output].flatMap((path) =>
    readFileSync(path, 'utf8').split('\n').filter(Boolean),
  )
  return { status, stdout, stderr, handed }
}

describe('design-check.yml', () => {
  const file = 'design-check.yml'
  let here = ''

  beforeAll(() => {
    here = folder('check')
    expect(runStep(file, 'Check out the pull request', here, { TOKEN: 'x' })).toMatchObject({ status: 0 })
  })

  test('fails on a design that can’t be read, and says which', () => {
    const { status, stderr } = runStep(file, 'Check the designs', here)
    expect(status).not.toBe(0)
    expect(stderr).toContain('broken.fairlead')
  })

  test('annotates problems, and writes a report of each design', () => {
    gitIn(here, 'rm', '--quiet', 'broken.fairlead')
    const checked = runStep(file, 'Check the designs', here)
    expect(checked).toMatchObject({ status: 0, stderr: '' })
    expect(checked.stdout).toMatch(/^::(?:warning|notice) file=designs\/orders\.fairlead,line=\d+/m)
    expect(runStep(file, 'Write the reports', here)).toMatchObject({ status: 0 })
    expect(readdirSync(join(here, 'reports')).sort()).toEqual([
      '-new $(touch x) name.fairlead.html',
      'designs-orders.fairlead.html',
    ])
    expect(existsSync(join(here, 'x'))).toBe(false)
  }, 120_000)
})

describe('design-comment.yml', () => {
  const file = 'design-comment.yml'
  let [reading, writing] = ['', '']
  const asked = () => join(world.temp, 'asked')

  beforeAll(() => {
    reading = folder('reading')
    writing = folder('writing')
    // Answers with the merge base, hands the comparison over, lists no comment or one, and notes the rest.
    program(
      'gh',
      `#!/bin/bash
case "$*" in
  *compare/*) echo ${world.base} ;;
  'run download'*) cp -r '${reading}/comparison' comparison ;;
  *--paginate*) cat '${world.temp}/there' 2> /dev/null || true ;;
  *) echo "$*" >> '${asked()}'; cp comment.md '${world.temp}/commented.md' ;;
esac
`,
    )
  })

  test('compares what changed and was renamed, leaves out what can’t be read, and checks nothing out', () => {
    const sides = { GH_TOKEN: 'x', TIP: world.base, HEAD: world.head }
    const got = runStep(file, 'Get both sides, without checking anything out', reading, sides)
    expect(got).toMatchObject({ status: 0, handed: [`BASE=${world.base}`] })
    expect(readdirSync(reading)).toEqual(['.git'])
    const compared = runStep(file, 'Compare the designs', reading, { BASE: world.base, HEAD: world.head })
    expect(compared).toMatchObject({ status: 0, handed: ['count=2'] })
    expect(compared.stderr).toContain('broken.fairlead')
    const files = readdirSync(join(reading, 'comparison')).sort()
    expect(files).toEqual(['1.md', '1.png', '2.md', '2.png'])
    const told = files
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(reading, 'comparison', name), 'utf8'))
    expect(told.find((text) => text.startsWith('### orders'))).toMatch(/`512` \| `1024`/)
    expect(existsSync(join(reading, 'x'))).toBe(false)
  }, 120_000)

  test('keeps the pictures in a branch of their own, for each pull request', () => {
    const number = { GH_TOKEN: 'x', NUMBER: '12' }
    expect(runStep(file, 'Get the comparison', writing, number)).toMatchObject({ status: 0 })
    expect(runStep(file, 'Keep the pictures', writing, number)).toMatchObject({ status: 0 })
    rmSync(join(writing, 'pictures'), { recursive: true })
    const again = runStep(file, 'Keep the pictures', writing, { ...number, NUMBER: '13' })
    const hub = join(world.hub, 'team/designs')
    expect(again.handed).toEqual([`SHOWN=${gitIn(hub, 'rev-parse', 'fairlead-pictures')}`])
    expect(gitIn(hub, 'ls-tree', '-r', '--name-only', 'fairlead-pictures').split('\n')).toEqual(
      ['12', '13'].flatMap((one) => ['1', '2'].map((name) => `${one}/${name}.png`)),
    )
  })

  test('writes one comment, and updates it', () => {
    const given = { GH_TOKEN: 'x', NUMBER: '12', SHOWN: 'abc' }
    const step = 'Write the comment, or update the one that is there'
    expect(runStep(file, step, writing, given)).toMatchObject({ status: 0 })
    writeFileSync(join(world.temp, 'there'), '99\n')
    expect(runStep(file, step, writing, given)).toMatchObject({ status: 0 })
    expect(readFileSync(asked(), 'utf8').trim().split('\n')).toEqual([
      'api --silent --method POST repos/team/designs/issues/12/comments --field body=@comment.md',
      'api --silent --method PATCH repos/team/designs/issues/comments/99 --field body=@comment.md',
    ])
    const comment = readFileSync(join(world.temp, 'commented.md'), 'utf8')
    expect(comment).toMatch(/^<!-- fairlead: design changes -->\n/)
    expect(comment).toContain(`team/designs/blob/abc/12/1.png?raw=true)`)
    expect(comment.length).toBeLessThan(65_536)
  })
})
