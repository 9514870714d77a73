/** `fairlead diff` as it is used: files in, text or a picture out. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DesignDraft, edit } from '../../shared/design/edit'
import { serialize } from '../../shared/design/serialize'
import { container, drawing, element, fargateTask } from '../../shared/rules/examples'
import { nodeIo } from './node-io'
import { run } from './run'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairlead-diff-'))
})
afterAll(() => rm(folder, { recursive: true }))

const at = (name: string) => join(folder, name)

async function fairlead(...argv: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await run(argv, {
    ...nodeIo('assets', '1.2.3'),
    today: () => '2026-11-26',
    stdout: (content) => out.push(String(content)),
    stderr: (content) => err.push(content),
  })
  return { code, out: out.join(''), err: err.join('') }
}

const base = {
  ...drawing({
    task: fargateTask({
      family: 'orders',
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

const changed = (draft: DesignDraft) => {
  const [api] = task(draft).containerDefinitions
  api.image = 'public.ecr.aws/nginx/nginx:1.28'
  api.environment[0].value = 'correct horse!'
  draft.elements.topic = element('sns-topic', { Name: 'alarms' })
  delete draft.elements.queue
  draft.region = 'us-east-1'
}

/** Writes the design before and after, and names both. */
async function files(recipe: (draft: DesignDraft) => void): Promise<[string, string]> {
  await writeFile(at('before.fairlead'), serialize(base))
  await writeFile(at('after.fairlead'), serialize(edit(base, recipe).design))
  return [at('before.fairlead'), at('after.fairlead')]
}

describe('as text', () => {
  test('says what means something, and hides what looks like a secret', async () => {
    const { code, out } = await fairlead('diff', ...(await files(changed)))
    expect(code).toBe(1)
    expect(out).toBe(`~ Region: eu-west-1 → us-east-1
~ Task definition “orders” (task)
    Containers › api › Image URI: public.ecr.aws/nginx/nginx:1.27 → public.ecr.aws/nginx/nginx:1.28
    Containers › api › Environment variables › DB_PASSWORD › Value: •••••••• → ••••••••
+ SNS topic “alarms” (topic)
− SQS queue “work” (queue)

1 added, 1 removed, 1 changed and 1 setting of the design.
`)
  })

  test('names problems that are new, and those that are mended', async () => {
    const small = (draft: DesignDraft) => {
      task(draft).memory = '128'
    }
    const [old, next] = await files(small)
    expect((await fairlead('diff', old, next)).out).toMatch(
      /New problems: 1\n\+ error: orders: .*\[taskdef-fargate/,
    )
    expect((await fairlead('diff', next, old)).out).toMatch(
      /Mended problems: 1\n− error: orders: .*\[taskdef-fargate/,
    )
  })

  test('says what becomes of the estimated cost', async () => {
    const cluster = element('cluster', { clusterName: 'shop' })
    const service = (desiredCount: number) =>
      element('service', {
        ...{ serviceName: 'web', cluster: '@{cluster}', taskDefinition: '@{task}' },
        ...{ launchType: 'FARGATE', desiredCount },
      })
    for (const [name, n] of [
      ['two.fairlead', 2],
      ['four.fairlead', 4],
    ] as const)
      await writeFile(
        at(name),
        serialize({ ...base, elements: { ...base.elements, cluster, web: service(n) } }),
      )
    const { out } = await fairlead('diff', at('two.fairlead'), at('four.fairlead'))
    expect(out).toMatch(/Estimated cost: \$\d+\.\d\d → \$\d+\.\d\d a month \(\+\$\d+\.\d\d\)\.\n$/)
    const json = await fairlead('diff', at('two.fairlead'), at('four.fairlead'), '--format', 'json')
    const { cost } = JSON.parse(json.out)
    expect(cost.after).toBeCloseTo(2 * cost.before, 1)
  })

  test('the same design, however it is written', async () => {
    const [old] = await files(changed)
    await writeFile(at('same.fairlead'), JSON.stringify(base))
    expect(await fairlead('diff', old, at('same.fairlead'))).toEqual({
      code: 0,
      out: 'They are the same.\n',
      err: '',
    })
  })

  test('a moved box is no difference, unless --layout asks for it', async () => {
    const [old, next] = await files((draft) => {
      draft.layout.queue = { x: 7, y: 0 }
    })
    expect(await fairlead('diff', old, next)).toMatchObject({ code: 0, out: '1 only moved.\n' })
    expect(await fairlead('diff', old, next, '--layout')).toMatchObject({
      code: 1,
      out: '↔ SQS queue “work” (queue)\n    drawn elsewhere\n\n1 only moved.\n',
    })
  })

  test('in Korean', async () => {
    const { out } = await fairlead('diff', ...(await files(changed)), '--lang', 'ko')
    expect(out).toContain(
      '컨테이너 › api › 이미지 URI: public.ecr.aws/nginx/nginx:1.27 → public.ecr.aws/nginx/nginx:1.28',
    )
    expect(out).toContain('− SQS 대기열 “work” (queue)')
  })
})

test('--format json for programs', async () => {
  const { code, out } = await fairlead('diff', ...(await files(changed)), '--format', 'json')
  expect(code).toBe(1)
  expect(out).not.toContain('horse')
  expect(JSON.parse(out)).toEqual({
    same: false,
    counts: {
      ...{ added: 1, removed: 1, changed: 1, moved: 0, lines: 0 },
      ...{ document: 1, waivers: 0, threads: 0, approvals: 0 },
    },
    document: [{ pointer: '/region', before: 'eu-west-1', after: 'us-east-1' }],
    elements: [
      {
        ...{ id: 'task', kind: 'task-definition', name: 'orders', status: 'changed' },
        fields: [
          {
            pointer: '/spec/containerDefinitions/name=api/image',
            before: 'public.ecr.aws/nginx/nginx:1.27',
            after: 'public.ecr.aws/nginx/nginx:1.28',
          },
          {
            pointer: '/spec/containerDefinitions/name=api/environment/name=DB_PASSWORD/value',
            before: '••••••••',
            after: '••••••••',
          },
        ],
      },
      { id: 'topic', kind: 'sns-topic', name: 'alarms', status: 'added' },
      { id: 'queue', kind: 'sqs-queue', name: 'work', status: 'removed' },
    ],
    lines: [],
    waivers: [],
    threads: [],
    approvals: [],
    problems: { appeared: [], mended: [] },
  })
})

test.each(['text', 'json', 'markdown', 'svg'])(
  'as %s no secret is shown, wherever people put them',
  async (format) => {
    const holder = (secret: string) =>
      container({
        name: 'api',
        environment: [
          { name: 'DB_PASSWORD', value: secret },
          { name: 'DATABASE_URL', value: `postgres://me:${secret}@db/x` },
        ],
        command: ['serve', '--password', secret, `--token=${secret}`],
        dockerLabels: { 'db-password': secret },
        logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': secret } },
      })
    const [old, next] = await files((draft) => {
      task(draft).containerDefinitions = [holder('hunter2CANARY')]
    })
    const other = at('other.fairlead')
    await writeFile(other, (await readFile(next, 'utf8')).replaceAll('hunter2CANARY', 'hunter3CANARY'))
    for (const pair of [
      [old, next],
      [next, other],
    ] as const) {
      const { code, out } = await fairlead('diff', ...pair, '--format', format, '--layout')
      expect(code).toBe(1)
      expect(out).not.toContain('CANARY')
    }
  },
)

describe('as Markdown', () => {
  test('is a table for a pull request', async () => {
    const { out } = await fairlead('diff', ...(await files(changed)), '--format', 'markdown')
    expect(out).toContain('### before.fairlead → after.fairlead\n\n**1 added, 1 removed, 1 changed')
    expect(out).toContain(
      '| Containers › api › Image URI | `public.ecr.aws/nginx/nginx:1.27` | `public.ecr.aws/nginx/nginx:1.28` |',
    )
  })

  test('what stands in a design is no markup', async () => {
    const evil = '@octocat | `x` <img src=x onerror=y> [a](http://b) #12'
    const [old, next] = await files((draft) => {
      draft.elements.topic = element('sns-topic', { Name: evil })
      task(draft).containerDefinitions[0].image = evil
    })
    const { out } = await fairlead('diff', old, next, '--format', 'markdown')
    const row = out.split('\n').find((line) => line.includes('SNS topic')) ?? ''
    expect(row).not.toMatch(/@octocat|(?<!\\)<img|(?<!\\)\[a|#12/)
    // Five cells, whatever bars stand in them.
    for (const line of out.split('\n').filter((one) => one.startsWith('| ')))
      expect(line.match(/(?<!\\)\|/g)).toHaveLength(6)
  })
})

describe('as a picture', () => {
  test('SVG with signs, words and a legend', async () => {
    const [old, next] = await files(changed)
    const { code, out } = await fairlead('diff', old, next, '--format', 'svg')
    expect(code).toBe(1)
    for (const text of ['+ added', '− removed', '~ changed', 'Added: 1']) expect(out).toContain(`>${text}<`)
    expect(out).toContain('<title>Changes of “Example”</title>')
    expect(out).not.toContain('horse')
  })

  test('PNG into a file', async () => {
    const path = at('changes.png')
    const [old, next] = await files(changed)
    expect(await fairlead('diff', old, next, '--format', 'png', '-o', path)).toMatchObject({
      code: 1,
      out: '',
    })
    expect((await readFile(path)).subarray(1, 4).toString()).toBe('PNG')
  })
})

describe('with a file that is no design', () => {
  const deployed = JSON.stringify({
    taskDefinition: {
      ...{ family: 'orders', networkMode: 'awsvpc', cpu: '512', memory: '1024' },
      ...{ revision: 7, status: 'ACTIVE', requiresCompatibilities: ['FARGATE'], volumes: [] },
      containerDefinitions: [
        {
          ...{ name: 'api', image: 'public.ecr.aws/nginx/nginx:1.27', cpu: 0, essential: true },
          ...{
            mountPoints: [],
            portMappings: [],
            environment: [{ name: 'DB_PASSWORD', value: 'hunter2!x' }],
          },
        },
      ],
    },
  })

  test('only what the file speaks of is compared', async () => {
    const [old] = await files(changed)
    await writeFile(at('deployed.json'), deployed)
    const { code, out } = await fairlead('diff', at('deployed.json'), old)
    expect(code).toBe(1)
    expect(out).toMatch(/Task CPU: 512 → 256 CPU units\n {4}Task memory: 1024 → 512 MiB\n\n/)
    expect(out).toMatch(/1 changed\.\nOnly what the file speaks of was compared: elements 1 of 2\.\n$/)
  })

  test('two files of AWS', async () => {
    await writeFile(at('deployed.json'), deployed)
    await writeFile(at('next.json'), deployed.replace('nginx:1.27', 'public.ecr.aws/nginx/nginx:1.28'))
    expect((await fairlead('diff', at('deployed.json'), at('next.json'))).out).toContain('nginx:1.27 → ')
    expect((await fairlead('diff', at('deployed.json'), at('deployed.json'))).code).toBe(0)
  })
})

test.each([[['one.fairlead']], [['a', 'b', 'c']], [['missing', 'missing']]])(
  '%j can’t be compared',
  async (paths) => {
    const { code, out, err } = await fairlead('diff', ...paths)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^fairlead: .+\..+\.\n$/)
  },
)
