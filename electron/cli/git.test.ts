/** The merge driver and the diff command in real repositories, set up as docs/git.md says. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Design } from '../../shared/design/design'
import { type DesignDraft, edit } from '../../shared/design/edit'
import { parseDesign, serialize } from '../../shared/design/serialize'
import { drawing, element, fargateTask } from '../../shared/rules/examples'

const PROGRAM = '.cache/git-test/fairlead.cjs'
const FILE = 'orders.fairlead'
let folder = ''

/** The lines of the page that people copy, with the program of this checkout in them. */
const lines = readFileSync('docs/git.md', 'utf8').split('\n')
const attributes = lines.find((line) => line.startsWith('*.fairlead'))
const settings = lines
  .filter((line) => line.startsWith('git config '))
  .map((line) => /^git config --global (\S+) "(.*)"$/.exec(line)?.slice(1) ?? [])

const environment = {
  PATH: process.env.PATH,
  HOME: tmpdir(),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'Test'],
      [`GIT_${who}_EMAIL`, 'test@example.com'],
    ]),
  ),
}

function git(...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('git', argv, {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function commit(design: Design | string, message = 'Edit'): void {
  writeFileSync(join(folder, FILE), typeof design === 'string' ? design : serialize(design))
  git('add', '.')
  git('commit', '--quiet', '-m', message)
}

const inFile = () => readFileSync(join(folder, FILE), 'utf8')

function designInFile(): Design {
  const read = parseDesign(inFile())
  if (!read.ok) throw new Error(`The file is no design: ${read.error.code}`)
  return read.value
}

const base = drawing({ task: fargateTask(), queue: element('sqs-queue', { QueueName: 'work' }) })
const changed = (recipe: (draft: DesignDraft) => void) => edit(base, recipe).design
const cpu = (value: string) =>
  changed(({ elements }) => {
    if (elements.task) elements.task.spec.cpu = value
  })
const memory = changed(({ elements }) => {
  if (elements.task) elements.task.spec.memory = '8192'
})

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: 'electron/cli/main.ts',
      outDir: dirname(PROGRAM),
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: basename(PROGRAM), codeSplitting: false },
      },
    },
  })
}, 60_000)
afterAll(() => rmSync('.cache/git-test', { recursive: true, force: true }))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairlead-git-'))
  execFileSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: folder, env: environment })
  writeFileSync(join(folder, '.gitattributes'), `${attributes}\n`)
  const fairlead = `'${process.execPath}' '${join(process.cwd(), PROGRAM)}'`
  for (const [key = '', value = ''] of settings) git('config', key, value.replace(/^fairlead/, fairlead))
  return () => rmSync(folder, { recursive: true, force: true })
})

/** Both branches change what the first commit has, and main takes the other one in. */
function mergeBranches(ours: Design | string, theirs: Design | string, first: Design | undefined = base) {
  if (first) commit(first, 'First')
  else git('commit', '--quiet', '--allow-empty', '-m', 'First')
  git('checkout', '--quiet', '-b', 'other')
  commit(theirs)
  git('checkout', '--quiet', 'main')
  commit(ours)
  return git('merge', '--no-edit', 'other')
}

describe('git merge', () => {
  test('brings members of one element together', () => {
    expect(mergeBranches(cpu('1024'), memory)).toMatchObject({ status: 0 })
    expect(designInFile().elements.task?.spec).toMatchObject({ cpu: '1024', memory: '8192' })
    expect(git('status', '--porcelain').stdout).toBe('')
  })

  test('leaves a valid design with a list of what conflicts, and goes on once that is settled', () => {
    const merged = mergeBranches(cpu('1024'), cpu('2048'))
    expect(merged).toMatchObject({ status: 1 })
    expect(`${merged.stdout}${merged.stderr}`).toContain(`${FILE}: 1 change conflicts.`)
    expect(designInFile().conflicts).toMatchObject({ 'task-cpu': { ours: '1024', theirs: '2048' } })
    expect(git('status', '--porcelain').stdout).toBe(`UU ${FILE}\n`)

    const { conflicts: _, ...settled } = designInFile()
    commit(settled)
    expect(git('status', '--porcelain').stdout).toBe('')
    expect(git('log', '--merges', '--oneline').stdout).not.toBe('')
  })

  test('two files of one name that have nothing in common before', () => {
    expect(mergeBranches(cpu('1024'), cpu('2048'), undefined)).toMatchObject({ status: 1 })
    expect(designInFile().conflicts).toMatchObject({ 'task-cpu': { ours: '1024', theirs: '2048' } })
  })

  test('what is no design is left to git as a conflict, our side untouched', () => {
    const ours = cpu('1024')
    expect(mergeBranches(ours, '{"format":"fairlead/9"}\n').status).toBe(1)
    expect(inFile()).toBe(serialize(ours))
  })

  test('a file with git’s own marks is merged again by the driver', () => {
    git('config', 'merge.fairlead.driver', 'git merge-file %A %O %B')
    mergeBranches(cpu('1024'), cpu('2048'))
    expect(parseDesign(inFile())).toMatchObject({ ok: false, error: { code: 'merge-markers' } })
    const [, driver = ''] = settings.find(([key]) => key === 'merge.fairlead.driver') ?? []
    const fairlead = `'${process.execPath}' '${join(process.cwd(), PROGRAM)}'`
    git('config', 'merge.fairlead.driver', driver.replace(/^fairlead/, fairlead))
    git('checkout', '--merge', '--', FILE)
    expect(designInFile().conflicts).toHaveProperty('task-cpu')
  })
})

describe('git diff', () => {
  test('says what differs in the design', () => {
    commit(base)
    writeFileSync(join(folder, FILE), serialize(cpu('1024')))
    const { status, stdout } = git('diff')
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^Design orders\.fairlead\n~ Task definition “web” \(task\)\n {4}Task CPU: \d+ → 1024 CPU units\n/,
    )
  })

  test('a design that came or went, or can’t be read, stops nothing', () => {
    commit(base)
    git('rm', '--quiet', FILE)
    expect(git('diff', '--cached')).toMatchObject({ status: 0, stdout: expect.stringContaining('2 removed') })
    git('checkout', '--quiet', 'HEAD', '--', FILE)
    writeFileSync(join(folder, FILE), '{"format":"fairlead/9"}')
    expect(git('diff')).toMatchObject({ status: 0, stdout: expect.stringContaining('Update Fairlead') })
  })
})
