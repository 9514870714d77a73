/** R20: what may be a secret in a file is in no message about it: reports, failures, problems, in any language or format. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeFailure } from '../../shared/basics/result'
import { importFiles } from '../../shared/imports/import-files'
import { validateOnce } from '../../shared/rules/validate'
import { figure } from '../../shared/testing/runs'
import { korean } from '../../shared/texts/ko/korean'
import { english, type Text } from '../../shared/texts/text'
import { translator } from '../../shared/texts/translate'
import { nodeIo } from './node-io'
import { run } from './run'

const CANARY = 'hunter2CANARY'

/** There, one word is the name of a parameter, or of what a pipeline fills in, and no secret. */
const isName = (value: unknown) => value === CANARY || value === `\${${CANARY}}`

/** A task definition with the value wherever people put secrets. */
const definition = (value: unknown) => ({
  family: 'orders',
  requiresCompatibilities: ['FARGATE'],
  containerDefinitions: [
    {
      name: 'api',
      image: 'nginx',
      environment: [
        { name: 'DB_PASSWORD', value },
        { name: 'AWS_SECRET_ACCESS_KEY', value },
        { name: 'DATABASE_URL', value: typeof value === 'string' ? `postgres://me:${value}@db/x` : value },
      ],
      secrets: [{ name: 'TOKEN', valueFrom: isName(value) ? 'token' : value }],
      dockerLabels: { token: value },
      command: ['--password', value],
      logConfiguration: {
        logDriver: 'splunk',
        options: { 'splunk-token': value, tag: value },
        secretOptions: [{ name: 'apiKey', valueFrom: isName(value) ? 'token' : value }],
      },
    },
  ],
})

/** Good, wrong in type, with odd characters, of another shape, and broken in the middle of each value. */
function files(): readonly string[] {
  const values = [
    CANARY,
    `a b ${CANARY} !`,
    `\u202e${CANARY}`,
    [CANARY],
    { [CANARY]: CANARY },
    `\${${CANARY}}`,
  ]
  const whole = values.map((value) => JSON.stringify(definition(value)))
  const [good = ''] = whole
  const places = [...good.matchAll(new RegExp(CANARY, 'g'))].map(({ index }) => index)
  const broken = places.flatMap((at) => [
    // Without quotes, without an end, with an escape that is none, and with a tab.
    `${good.slice(0, at - 1)}${good.slice(at, at + CANARY.length)}${good.slice(at + CANARY.length + 1)}`,
    good.slice(0, at + CANARY.length),
    `${good.slice(0, at)}\\q${good.slice(at)}`,
    `${good.slice(0, at)}\t${good.slice(at)}`,
    `${good.slice(0, at + CANARY.length)}"${good.slice(at + CANARY.length)}`,
  ])
  return [...whole, ...broken]
}

const inKorean = translator(korean)
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-secrets-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('in reports of imports, in failures and in problems', () => {
  const said: string[] = []
  const hear = (text: Text) => said.push(english(text), inKorean(text))
  for (const text of files()) {
    const imported = importFiles([{ name: 'orders.json', text }])
    if (!imported.ok) {
      said.push(describeFailure(imported.error), describeFailure(imported.error, inKorean))
      continue
    }
    for (const note of imported.value.report.notes) hear(note.text)
    for (const problem of validateOnce(imported.value.design)) {
      hear(problem)
      if (problem.fix) hear(problem.fix.title)
    }
  }
  expect(said.length).toBeGreaterThan(100)
  expect([...new Set(said.filter((text) => text.includes(CANARY)))]).toEqual([])
  figure('R20', `${said.length} sentences about ${files().length} files with secrets: 0 of them say one`)
})

test('in what the command line prints', async () => {
  const printed: string[] = []
  const print = (content: string | Uint8Array) => {
    printed.push(typeof content === 'string' ? content : new TextDecoder().decode(content))
  }
  const io = { ...nodeIo('assets', '1.2.3'), stdout: print, stderr: print }
  for (const [i, text] of files().slice(0, 12).entries()) {
    const path = join(folder, `${i}.json`)
    await writeFile(path, text)
    await run(['import', path, '-o', join(folder, 'out.fairlead'), '--verbose'], io)
    for (const format of ['text', 'json', 'sarif', 'markdown'])
      await run(['validate', path, '--format', format], io)
  }
  expect(printed.join('').length).toBeGreaterThan(1000)
  expect(
    printed
      .filter((text) => text.includes(CANARY))
      .map((text) => text.split('\n').filter((line) => line.includes(CANARY))),
  ).toEqual([])
})
