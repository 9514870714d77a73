/** Reports from the command line: the form that the file's name says, and the same bytes for the same day. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeIo } from './node-io'
import { run } from './run'

const DESIGN = 'assets/templates/fargate-service-alb.fairlead'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-report-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fairlead(today: string, ...argv: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await run(argv, {
    ...nodeIo('assets', '1.2.3'),
    today: () => today,
    stdout: (content) => out.push(String(content)),
    stderr: (content) => err.push(content),
  })
  return { code, out: out.join(''), err: err.join('') }
}

const at = (name: string) => join(folder, name)
const read = (name: string) => readFile(at(name))

describe('the name of the file says the form', () => {
  test.each([
    ['review.html', '<!DOCTYPE html>'],
    ['review.md', '# '],
    ['review.pdf', '%PDF-1.7'],
    ['review', '<!DOCTYPE html>'],
  ])('%s', async (name, beginning) => {
    const { code, err } = await fairlead('2026-11-27', 'export', DESIGN, '--to', 'report', '-o', at(name))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect((await read(name)).toString('latin1')).toMatch(new RegExp(`^${beginning}`))
  })

  test('but for a form that is asked for by its own name', async () => {
    const { out } = await fairlead('2026-11-27', 'export', DESIGN, '--to', 'report-markdown', '-o', '-')
    expect(out).toMatch(/^# .+\n/)
  })
})

test.each(['html', 'md', 'pdf'])('with a date, the same bytes on every day: .%s', async (ending) => {
  const made = async (today: string, name: string) => {
    await fairlead(today, 'export', DESIGN, '--to', 'report', '--date', '2026-11-01', '-o', at(name))
    return await read(name)
  }
  const first = await made('2026-11-27', `one.${ending}`)
  expect(await made('2027-01-01', `two.${ending}`)).toEqual(first)
})

test('a day that there is not is refused', async () => {
  const { code, err } = await fairlead(
    '2026-11-27',
    'export',
    DESIGN,
    '--to',
    'report',
    '--date',
    '2026-02-30',
    '-o',
    '-',
  )
  expect(code).toBe(2)
  expect(err).toContain('It is a date such as 2026-11-27.')
})

test('in Korean, with an estimate by the prices that come with it', async () => {
  const { out } = await fairlead(
    '2026-11-27',
    'export',
    DESIGN,
    '--to',
    'report-markdown',
    '--lang',
    'ko',
    '-o',
    '-',
  )
  expect(out).toContain('## 비용 추정')
  expect(out).toContain('2026-11-27')
})
