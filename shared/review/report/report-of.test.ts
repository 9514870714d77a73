import { describe, expect, it, test } from 'vitest'
import type { PriceTable } from '../../cost/price-table'
import { type Design, emptyDesign } from '../../design/design'
import { edit } from '../../design/edit'
import { drawing, element, fargateTask, onFargate } from '../../rules/examples'
import { templateDesigns } from '../../testing/pictures'
import { reviewed } from '../../testing/reviewed'
import { english } from '../../texts/text'
import { approve } from '../approvals'
import { resolve } from '../threads'
import { type Block, type Line, plainText, type Report, type SectionId } from './report'
import { reportOf } from './report-of'

const today = '2026-11-27'
const report = (design: Design, prices?: PriceTable) =>
  reportOf(design, { words: english, language: 'en', today, ...(prices ? { prices } : {}) })

const { elements } = onFargate({ desiredCount: 2, cluster: '@{main}' }, { cpu: '512', memory: '1024' })
const plain: Design = {
  ...drawing({ ...elements, main: element('cluster', { clusterName: 'main' }) }),
  region: 'us-east-1',
}
const [definition = ''] = Object.entries(plain.elements).flatMap(([id, { kind }]) =>
  kind === 'task-definition' ? [id] : [],
)
const discussed = reviewed(plain, definition)

/** All that a section says, line by line. */
function said({ sections }: Report, id: SectionId): readonly string[] {
  return sections.filter((section) => section.id === id).flatMap(({ blocks }) => blocks.flatMap(linesOf))
}

function linesOf(block: Block): readonly string[] {
  const row = (cells: readonly (readonly Line[])[]) =>
    cells.map((cell) => cell.map(plainText).join(', ')).join(' | ')
  switch (block.block) {
    case 'paragraph':
      return [plainText(block.line)]
    case 'callout':
      return [block.title, ...block.lines.map(plainText)]
    case 'tiles':
      return block.tiles.map(({ label, value, detail }) => `${label}: ${value} (${detail})`)
    case 'facts':
      return block.facts.map(({ term, lines }) => `${term}: ${lines.map(plainText).join(', ')}`)
    case 'table':
      return [...block.rows, ...(block.total ? [block.total] : [])].map(row)
    case 'part':
      return [
        `${plainText(block.heading)} ${plainText(block.aside ?? [])}`.trim(),
        ...block.blocks.flatMap(linesOf),
      ]
    case 'comments':
      return block.comments.map(({ author, written, text }) => `${author}, ${written}: ${text}`)
    case 'picture':
      return [block.description]
  }
}

test('its sections come in the order of a reader’s questions', () => {
  expect(report(discussed).sections.map(({ id }) => id)).toEqual([
    'approval',
    'picture',
    'summary',
    'changes',
    'problems',
    'waivers',
    'threads',
    'approvals',
  ])
})

describe('the approval', () => {
  it('is void once the design means something else, and open change requests are named', () => {
    expect(said(report(discussed), 'approval').slice(0, 3)).toEqual([
      'No longer approved: the design has changed since',
      'Approved last by “reviewer” on 2026-11-20 08:30 UTC.',
      'One change request is open. Read them',
    ])
  })

  it('stands until then, and after a new one with its reason', () => {
    const by = { author: 'reviewer', at: '2026-11-20T08:30:00.000Z' }
    const first = edit(plain, (draft) => approve(draft, plain, { id: 'a', by })).design
    expect(said(report(first), 'approval')[0]).toBe('Approved, and the approval stands')
    const again = edit(discussed, (draft) =>
      approve(draft, discussed, { id: 'b', by, override: 'Asked by phone' }),
    ).design
    expect(said(report(again), 'approval')[1]).toBe(
      'Approved by “reviewer” on 2026-11-20 08:30 UTC. Given although changes were asked for: Asked by phone',
    )
  })

  it('is not there yet in a new design', () => {
    expect(said(report(plain), 'approval').slice(0, 2)).toEqual([
      'Not approved yet',
      'No change request is open.',
    ])
    expect(said(report(plain), 'changes')).toEqual([
      'Nothing was approved yet that it could be compared with.',
    ])
  })
})

test('the summary says what runs where, by which definition and with which roles', () => {
  const lines = said(report(discussed), 'summary')
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^The design has \d+ elements: one cluster, one service and one task definition\.$/,
    ),
  )
  expect(lines).toContain('main Cluster')
  expect(lines).toContainEqual(expect.stringMatching(/ Service · Fargate · 2 tasks$/))
  expect(lines).toContainEqual(expect.stringMatching(/^Task definition: .* · 0\.5 vCPU · 2 GB · awsvpc/))
  expect(lines).toContainEqual(expect.stringMatching(/^Execution role: /))
})

test('changes are told field by field, with values before and after', () => {
  const lines = said(report(discussed), 'changes')
  expect(lines[0]).toBe('Compared with what “reviewer” approved on 2026-11-20 08:30 UTC.')
  expect(lines).toContainEqual(
    expect.stringMatching(/Task definition · changed \| Task memory \| 1024 \| 2048$/),
  )
  expect(lines).toContainEqual('jobs, SQS queue · added |  |  | ')
})

test('threads are told by their state, orphans by the name that they remember', () => {
  const lines = said(report(discussed), 'threads')
  expect(lines.filter((line) => /\(\d\)$/.test(line))).toEqual([
    'Open change requests (1)',
    'Open threads (1)',
    'Resolved threads (1)',
  ])
  expect(lines).toContainEqual(expect.stringContaining('“old-queue”, which is gone'))
  expect(lines).toContain('reviewer, 2026-11-24 10:00 UTC: Why twice as much?\nOnce was enough.')
  const resolved = edit(discussed, (draft) =>
    resolve(draft, 'why', { author: 'author', at: '2026-11-26T10:00:00.000Z' }),
  ).design
  expect(said(report(resolved), 'threads')).not.toContain('Open change requests (1)')
})

test('a waiver counts until its last day', () => {
  const design = drawing({ task: fargateTask({ memory: '9' }) })
  const [problem] = said(report(design), 'problems').filter((line) => line.startsWith('Errors'))
  expect(problem).toBe('Errors (1)')
  const waivers = (expires: string) => ({
    w: {
      rule: 'taskdef-fargate-cpu-memory',
      element: 'task',
      reason: 'Soon gone',
      author: 'Platform team',
      expires,
    },
  })
  const waived = report({ ...design, waivers: waivers(today) })
  expect(said(waived, 'problems')).not.toContain('Errors (1)')
  expect(said(waived, 'waivers')[0]).toContain('Soon gone | Platform team | 2026-11-27')
  const over = report({ ...design, waivers: waivers('2026-11-26') })
  expect(said(over, 'problems')).toContain('Errors (1)')
  expect(said(over, 'waivers')[0]).toContain('over since 2026-11-26')
})

test('costs are an estimate, with what it rests on and what is new since the approval', () => {
  const per = (price: number) => ({ price, per: 'hour' })
  const prices: PriceTable = {
    format: 'fairlead-prices/1',
    currency: 'USD',
    regions: {
      'us-east-1': [
        {
          source: 'https://aws.amazon.com/fargate/pricing/',
          date: '2026-09-29',
          prices: { 'fargate-linux-x86-vcpu': per(0.04), 'fargate-linux-x86-gb': per(0.004) },
        },
      ],
    },
  }
  const lines = said(report(discussed, prices), 'cost')
  // 2 tasks × 730 h × (0.5 × $0.04 + 2 × $0.004), and 1 GB less before.
  expect(lines[0]).toBe('An estimate, not a bill: $40.88 a month')
  expect(lines).toContain('Since the last approval the estimate has risen by $5.84, from $35.04.')
  expect(lines).toContainEqual(expect.stringContaining('AWS’s price list of 2026-09-29'))
  const { region: _, ...nowhere } = discussed
  expect(said(report(nowhere, prices), 'cost')).toEqual([
    'Nothing can be estimated: the design names no Region.',
  ])
})

test('values that look like secrets are nowhere in it, before or after', () => {
  const secret = 'correct-horse-battery'
  const design = edit(discussed, (draft) => {
    const spec = draft.elements[definition]?.spec
    const environment = [{ name: 'DB_PASSWORD', value: secret }]
    if (spec) spec.containerDefinitions = [{ name: 'web', image: 'nginx', environment }]
  }).design
  const { sections } = report(design)
  expect(JSON.stringify(sections, (key, value) => (key === 'scene' ? undefined : value))).not.toContain(
    secret,
  )
})

test('an empty design has a report, too', () => {
  const lines = report(emptyDesign('')).sections.flatMap(({ id }) => said(report(emptyDesign('')), id))
  expect(lines).toContain('The design is empty.')
  expect(report(emptyDesign('')).title).toBe('Untitled')
})

test.each(templateDesigns)('%s: the same report each time, and no value that is none', (_, design) => {
  const text = (one: Report) =>
    JSON.stringify(one.sections, (key, value) => (key === 'scene' ? undefined : value))
  expect(text(report(structuredClone(design)))).toBe(text(report(design)))
  expect(text(report(design))).not.toMatch(/undefined|\[object |NaN/)
})
