import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Design } from '../../shared/design/design'
import { type DesignDraft, edit } from '../../shared/design/edit'
import { parseDesign, serialize } from '../../shared/design/serialize'
import { container, drawing, element, fargateTask } from '../../shared/rules/examples'
import { nodeIo } from './node-io'
import { run } from './run'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-merge-'))
})
afterAll(() => rm(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
const read = (name: string) => readFile(at(name), 'utf8')

async function fairlead(...argv: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await run(argv, {
    ...nodeIo('assets', '1.2.3'),
    today: () => '2026-11-26',
    stdout: (content) => out.push(String(content)),
    stderr: (content) => err.push(content),
  })
  const plain = (parts: string[]) => parts.join('').replaceAll(folder, '~').replaceAll('~\\', '~/')
  return { code, out: plain(out), err: plain(err) }
}

const base: Design = {
  ...drawing({
    task: fargateTask({
      containerDefinitions: [
        container({ name: 'api', environment: [{ name: 'DB_PASSWORD', value: 'hunter2!x' }] }),
      ],
    }),
    queue: element('sqs-queue', { QueueName: 'work' }),
  }),
  layout: { queue: { x: 0, y: 0 } },
}
// biome-ignore lint/suspicious/noExplicitAny: the specs of examples are of no certain type
const task = (draft: DesignDraft): any => draft.elements.task?.spec
const image = (name: string) => (draft: DesignDraft) => {
  task(draft).containerDefinitions[0].image = name
}

/** Writes three copies and names them; `-` in a name keeps several apart. */
async function copies(
  ours: (draft: DesignDraft) => void,
  theirs: (draft: DesignDraft) => void,
): Promise<[string, string, string]> {
  const texts = [base, edit(base, ours).design, edit(base, theirs).design].map(serialize)
  const names = ['base', 'ours', 'theirs'].map((name) => at(`${name}.fairlead`))
  await Promise.all(names.map((name, i) => writeFile(name, texts[i] ?? '')))
  return names as [string, string, string]
}

const design = async (name: string): Promise<Design> => {
  const parsed = parseDesign(await read(name))
  if (!parsed.ok) throw new Error(`${name} can’t be read.`)
  return parsed.value
}

describe('merge', () => {
  test('what does not conflict goes into our copy, and nothing is said', async () => {
    const files = await copies(image('nginx:1.28'), (draft) => {
      task(draft).cpu = '1024'
    })
    expect(await fairlead('merge', ...files)).toEqual({ code: 0, out: '', err: '' })
    const { spec } = (await design('ours.fairlead')).elements.task ?? {}
    expect(spec).toMatchObject({ cpu: '1024', containerDefinitions: [{ image: 'nginx:1.28' }] })
  })

  test('a conflict is told and stays in the file, whose check fails until it is settled', async () => {
    const files = await copies(image('nginx:1.28'), image('nginx:1.29'))
    const { code, err } = await fairlead('merge', ...files, '--path', 'orders.fairlead')
    expect({ code, err }).toEqual({
      code: 1,
      err: `orders.fairlead: 1 change conflicts.
    task /spec/containerDefinitions/name=api/image: ours "nginx:1.28", theirs "nginx:1.29", before "public.ecr.aws/nginx/nginx:1.27"
The file is whole and holds ours there. Open it in Fairlead to choose, or merge with --favor.
`,
    })
    const checked = await fairlead('validate', at('ours.fairlead'), '--fail-on', 'error')
    expect(checked.code).toBe(1)
    expect(checked.out).toMatch(
      /ours\.fairlead:\d+:\d+: error: Both sides of a merge changed this in different ways\. .*\[merge-conflict\]\n {4}at task\/containerDefinitions\/name=api\/image/,
    )
    const strict = await fairlead(
      ...['export', at('ours.fairlead'), '--to', 'task-definition', '-o', '-', '--strict'],
    )
    expect(strict).toMatchObject({ code: 1, out: '' })
    expect(strict.err).toContain('[merge-conflict]')
    for (const format of ['json', 'github', 'sarif', 'junit']) {
      const { out } = await fairlead('validate', at('ours.fairlead'), '--format', format)
      expect(out, format).toContain('merge-conflict')
    }
  })

  test('--favor settles, -o leaves our copy alone', async () => {
    const files = await copies(image('nginx:1.28'), image('nginx:1.29'))
    const before = await read('ours.fairlead')
    const options = ['--favor', 'theirs', '-o', at('merged.fairlead')]
    expect(await fairlead('merge', ...files, ...options)).toEqual({ code: 0, out: '', err: '' })
    expect(await read('ours.fairlead')).toBe(before)
    expect(await design('merged.fairlead')).not.toHaveProperty('conflicts')
    expect((await read('merged.fairlead')).match(/nginx:1\.\d+/g)).toEqual(['nginx:1.29'])
  })

  test('an empty base is no design: what both have in different ways conflicts', async () => {
    const files = await copies(image('nginx:1.28'), image('nginx:1.29'))
    await writeFile(at('base.fairlead'), '')
    const { code, err } = await fairlead('merge', ...files)
    expect(code).toBe(1)
    expect(err).toContain('theirs "nginx:1.29", before nothing')
  })

  test('the line ends and the mark of our copy stay', async () => {
    const files = await copies(image('nginx:1.28'), (draft) => {
      task(draft).cpu = '1024'
    })
    await writeFile(at('ours.fairlead'), `\uFEFF${(await read('ours.fairlead')).replaceAll('\n', '\r\n')}`)
    expect((await fairlead('merge', ...files)).code).toBe(0)
    const text = await read('ours.fairlead')
    expect(text).toMatch(/^\uFEFF\{\r\n/)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
  })

  test.each([
    ['base', '{', 'What both began with can’t be read:\n'],
    ['theirs', '{"family":"a"}', 'Their copy can’t be read:\n'],
    ['ours', '{"format":"fairlead/2"}', 'Our copy can’t be read:\n'],
  ])('%s that is no design is refused, and our copy is as it was', async (side, text, which) => {
    const files = await copies(image('nginx:1.28'), image('nginx:1.29'))
    await writeFile(at(`${side}.fairlead`), text)
    const before = await read('ours.fairlead')
    const { code, err } = await fairlead('merge', ...files, '--path', 'x.fairlead')
    expect(code).toBe(2)
    expect(err).toContain(`${which}fairlead: x.fairlead`)
    expect(err).toMatch(/Nothing was merged\.\n$/)
    expect(await read('ours.fairlead')).toBe(before)
  })

  test('in Korean', async () => {
    const files = await copies(image('nginx:1.28'), image('nginx:1.29'))
    const { err } = await fairlead('merge', ...files, '--lang', 'ko')
    expect(err).toContain('변경 1개가 충돌합니다.')
    expect(err).toContain('우리 쪽 "nginx:1.28", 상대 쪽 "nginx:1.29"')
  })
})
