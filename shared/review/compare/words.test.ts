import { describe, expect, it } from 'vitest'
import { type DesignDraft, edit } from '../../design/edit'
import { container, drawing, element, fargateTask, link } from '../../rules/examples'
import { english } from '../../texts/text'
import { compareDesigns } from './comparison'
import {
  documentSentence,
  elementSentences,
  lineSentence,
  moveWords,
  storedLines,
  summaryText,
  talkWords,
  waiverSentence,
} from './words'

const before = {
  ...drawing({
    task: fargateTask({ family: 'orders', taskRoleArn: '@{role}', containerDefinitions: [container()] }),
    role: element('iam-role', { RoleName: 'orders' }),
    admin: element('iam-role', { RoleName: 'admin' }, { existing: { arn: 'arn:aws:iam::1:role/admin' } }),
    queue: element('sqs-queue', { QueueName: 'work' }),
  }),
  layout: { queue: { x: 0, y: 0 } },
}
// biome-ignore lint/suspicious/noExplicitAny: the specs of examples are of no certain type
const task = (draft: DesignDraft): any => draft.elements.task?.spec
const changed = (recipe: (draft: DesignDraft) => void) => compareDesigns(before, edit(before, recipe).design)

/** What is said of the task definition. */
const said = (recipe: (draft: DesignDraft) => void) => {
  const comparison = changed(recipe)
  return comparison.elements.flatMap((change) => elementSentences(comparison, change).map(english))
}

describe('fields', () => {
  it.each<[string, (draft: DesignDraft) => void, string]>([
    ['with its unit', (draft) => (task(draft).cpu = '1024'), 'Task CPU: 256 → 1024 CPU units'],
    [
      'in a container',
      (draft) => (task(draft).containerDefinitions[0].image = 'web:2'),
      'Containers › web › Image URI: public.ecr.aws/nginx/nginx:1.27 → web:2',
    ],
    [
      'a reference by what it names',
      (draft) => (task(draft).taskRoleArn = '@{admin}'),
      'Task role: arn:aws:iam::123456789012:role/orders → arn:aws:iam::1:role/admin',
    ],
    [
      'a variable more',
      (draft) => (task(draft).containerDefinitions[0].environment = [{ name: 'LEVEL', value: 'debug' }]),
      'Containers › web › Environment variables › LEVEL: added debug',
    ],
    [
      'a port more',
      (draft) =>
        (task(draft).containerDefinitions[0].portMappings = [{ containerPort: 80, protocol: 'tcp' }]),
      'Containers › web › Port mappings › 80 tcp: added',
    ],
    ['a member less', (draft) => delete task(draft).memory, 'Task memory: removed 512'],
    [
      'an item of a set',
      (draft) => task(draft).requiresCompatibilities.push('EC2'),
      'Launch types › EC2: added',
    ],
    [
      'an item named by a reference',
      (draft) => (task(draft).tags = [{ key: '@{role.name}', value: 'x' }]),
      'Tags › orders: added x',
    ],
    [
      'no secret',
      (draft) =>
        (task(draft).containerDefinitions[0].environment = [{ name: 'DB_PASSWORD', value: 'hunter2!x' }]),
      'Containers › web › Environment variables › DB_PASSWORD: added ••••••••',
    ],
  ])('%s', (_, recipe, sentence) => expect(said(recipe)).toEqual([sentence]))
})

it('the document, lines and waivers', () => {
  const comparison = changed((draft) => {
    draft.region = 'us-east-1'
    draft.connections.call = link('task', 'calls', 'queue')
    draft.waivers = { one: { rule: 'some-rule', element: 'task', reason: 'Later', author: 'Ana' } }
  })
  expect(comparison.document.map((field) => english(documentSentence(comparison, field)))).toEqual([
    'Region: eu-west-1 → us-east-1',
  ])
  expect(storedLines(comparison).map((line) => english(lineSentence(comparison, line)))).toEqual([
    'New line: Task definition “orders” calls SQS queue “work”',
  ])
  expect(comparison.waivers.map((waiver) => english(waiverSentence(comparison, waiver)))).toEqual([
    'Rule some-rule is waived for “orders”: “Later”',
  ])
  expect(english(summaryText(comparison))).toBe('1 line, 1 setting of the design and 1 waiver')
})

it('what only moved', () => {
  const { elements } = changed((draft) => {
    draft.layout.queue = { x: 5, y: 0, width: 300 }
    if (draft.elements.role) draft.elements.role.locked = true
  })
  expect(elements.map((change) => [change.id, english(moveWords(change))])).toEqual([
    ['role', 'locked or unlocked'],
    ['queue', 'drawn elsewhere and of another size'],
  ])
})

it('what was said is counted', () => {
  const thread = (n: number, resolved?: boolean) => ({
    kind: 'question',
    pin: { element: 'task' },
    comments: Object.fromEntries(
      Array.from({ length: n }, (_, i) => [
        `c${i}`,
        { author: 'Ana', written: `2026-11-0${i + 1}T09:00:00Z`, text: 'x' },
      ]),
    ),
    ...(resolved && { resolved: { author: 'Ana', at: '2026-11-09T09:00:00Z' } }),
  })
  const old = { ...before, threads: { a: thread(1), b: thread(1) } }
  const now = { ...before, threads: { a: thread(2), b: thread(1, true), c: thread(1) } }
  expect(talkWords(compareDesigns(old, now)).map(english)).toEqual([
    '1 thread more',
    'replies in 1 thread',
    '1 thread resolved',
  ])
})
