import { describe, expect, test } from 'vitest'
import { type Design, emptyDesign } from '../design/design'
import { type DesignDraft, edit } from '../design/edit'
import { parseDesign, serialize } from '../design/serialize'
import { element } from '../rules/examples'
import { ruleSetVersion } from '../rules/rule-set'
import { templateDesigns } from '../testing/pictures'
import {
  approve,
  approvedDesign,
  lastApproval,
  meaningHash,
  type NewApproval,
  refusal,
  standingOf,
  withdraw,
} from './approvals'
import { resolve, startThread } from './threads'

const drawn: Design = {
  ...emptyDesign('Orders'),
  region: 'ap-northeast-2',
  elements: {
    queue: element('sqs-queue', { QueueName: 'work' }),
    worker: { ...element('external-system', {}), label: 'Worker' },
    remark: element('note', { text: 'Look here.' }),
    box: element('frame', {}),
  },
  connections: { reads: { from: 'worker', to: 'queue', meaning: 'calls' } },
  layout: { queue: { x: 0, y: 0 } },
}

const with_ = (design: Design, ...recipes: readonly ((draft: DesignDraft) => void)[]) =>
  recipes.reduce((at, recipe) => edit(at, recipe).design, design)

const by = (author: string, minute = 1) => ({ author, at: `2026-11-26T09:0${minute}:00.000Z` })

const approved = (design: Design, approval: Partial<NewApproval> = {}) =>
  with_(design, (draft) => approve(draft, design, { id: 'a', by: by('Ada'), ...approval }))

const mean: Readonly<Record<string, (draft: DesignDraft) => void>> = {
  'a member of a spec': (draft) => {
    draft.elements.queue!.spec.VisibilityTimeout = 60
  },
  'another kind': (draft) => {
    draft.elements.queue!.kind = 'sns-topic'
  },
  'what is there already': (draft) => {
    draft.elements.queue!.existing = { arn: 'arn:aws:sqs:ap-northeast-2:123456789012:work' }
  },
  'the name of what has no other': (draft) => {
    draft.elements.worker!.label = 'Consumer'
  },
  'a new element': (draft) => {
    draft.elements.topic = element('sns-topic', {})
  },
  'an element that is gone': (draft) => {
    delete draft.elements.worker
  },
  'a line': (draft) => {
    draft.connections.reads!.meaning = 'traffic'
  },
  'the Region': (draft) => {
    draft.region = 'us-east-1'
  },
  'the account': (draft) => {
    draft.account = '123456789012'
  },
}

const meanNothing: Readonly<Record<string, (draft: DesignDraft) => void>> = {
  'another place': (draft) => {
    draft.layout.queue = { x: 320, y: 16, z: 2 }
  },
  'a bend of a line': (draft) => {
    draft.routes = { reads: { points: [{ x: 1, y: 2 }] } }
  },
  'words on a line': (draft) => {
    draft.connections.reads!.label = 'every minute'
  },
  'a lock': (draft) => {
    draft.elements.queue!.locked = true
  },
  'a remark': (draft) => {
    draft.elements.remark!.spec.text = 'Look there.'
  },
  'an arrow from a remark': (draft) => {
    draft.connections.arrow = { from: 'remark', to: 'queue', meaning: 'points-at' }
  },
  'a frame around it': (draft) => {
    draft.elements.queue!.inside = 'box'
  },
  'a line from what is not there': (draft) => {
    draft.connections.arrow = { from: 'gone', to: 'queue', meaning: 'points-at' }
  },
  'a frame that is not there': (draft) => {
    draft.elements.queue!.inside = 'gone'
  },
  'the name of the drawing': (draft) => {
    draft.name = 'Orders, drawn anew'
  },
  'a comment': (draft) =>
    startThread(draft, { id: 't', comment: 'c', kind: 'note', pin: {}, text: 'Good.', by: by('Min') }),
  'a waiver': (draft) => {
    draft.waivers = { w: { rule: 'r', element: 'queue', reason: 'r', author: 'a' } }
  },
  'another order': (draft) => {
    const { queue, ...rest } = draft.elements
    draft.elements = { ...rest, queue: queue! }
  },
}

describe('the meaning changes with', () => {
  test.each(Object.entries(mean))('%s', (_, recipe) => {
    expect(meaningHash(with_(drawn, recipe))).not.toBe(meaningHash(drawn))
  })
})

describe('the meaning does not change with', () => {
  test.each(Object.entries(meanNothing))('%s', (_, recipe) => {
    expect(meaningHash(with_(drawn, recipe))).toBe(meaningHash(drawn))
  })

  test('the order of members, or saving and opening', () => {
    const { format, name, ...rest } = drawn
    expect(meaningHash({ ...rest, name, format })).toBe(meaningHash(drawn))
    const reread = parseDesign(serialize(drawn))
    expect(reread.ok && meaningHash(reread.value)).toBe(meaningHash(drawn))
  })
})

test('a frame within an area is passed over, the area is not', () => {
  const inBox = with_(drawn, (draft) => {
    draft.elements.area = element('region', {})
    draft.elements.box!.inside = 'area'
    draft.elements.queue!.inside = 'box'
  })
  const inArea = with_(inBox, (draft) => {
    draft.elements.queue!.inside = 'area'
  })
  expect(meaningHash(inBox)).toBe(meaningHash(inArea))
  const outside = with_(inArea, (draft) => {
    delete draft.elements.queue!.inside
  })
  expect(meaningHash(outside)).not.toBe(meaningHash(inArea))
})

test('frames within one another in a ring end somewhere', () => {
  const ring = with_(drawn, (draft) => {
    draft.elements.other = { ...element('frame', {}), inside: 'box' }
    draft.elements.box!.inside = 'other'
    draft.elements.queue!.inside = 'box'
  })
  expect(meaningHash(ring)).toMatch(/^[0-9a-f]{64}$/)
})

describe('an approval', () => {
  test('says who, when, of what and with which rules', () => {
    const { approvals } = approved(drawn, { comment: 'Ready.' })
    expect(approvals).toEqual({
      a: {
        author: 'Ada',
        at: '2026-11-26T09:01:00.000Z',
        meaning: meaningHash(drawn),
        rules: ruleSetVersion(),
        comment: 'Ready.',
        approved: expect.any(String),
      },
    })
  })

  test('holds while boxes move, is void when the meaning changes, and holds again when that is undone', () => {
    const design = approved(drawn)
    expect(standingOf(design).state).toBe('approved')
    expect(standingOf(with_(design, meanNothing['another place']!)).state).toBe('approved')
    const changed = with_(design, mean['a member of a spec']!)
    expect(standingOf(changed)).toMatchObject({ state: 'void', approvals: [{ id: 'a', holds: false }] })
    const undone = with_(changed, (draft) => {
      delete draft.elements.queue!.spec.VisibilityTimeout
    })
    expect(standingOf(undone).state).toBe('approved')
  })

  test('is one of several: the newest comes first, and the newest only keeps the design', () => {
    const once = approved(drawn)
    const changed = with_(once, mean['the Region']!)
    const twice = approved(changed, { id: 'b', by: by('Min', 2) })
    expect(standingOf(twice).approvals.map(({ id, holds }) => [id, holds])).toEqual([
      ['b', true],
      ['a', false],
    ])
    expect(lastApproval(twice)?.id).toBe('b')
    expect(twice.approvals?.a).not.toHaveProperty('approved')
  })

  test('is taken back', () => {
    expect(standingOf(with_(approved(drawn), (draft) => withdraw(draft, 'a'))).state).toBe('none')
    expect(with_(approved(drawn), (draft) => withdraw(draft, 'a'))).not.toHaveProperty('approvals')
  })

  test.each(templateDesigns)('gives back what was approved: %s', (_, design) => {
    const approval = approved(design).approvals!.a!
    expect(approvedDesign(approval)).toEqual({ is: 'design', design })
  })

  test('of which somebody changed the kept design says that it is damaged', () => {
    const { approved: mine, ...approval } = approved(drawn).approvals!.a!
    const { approved: other } = approved(with_(drawn, mean['the account']!)).approvals!.a!
    expect(approvedDesign({ ...approval, approved: other })).toEqual({ is: 'damaged' })
    expect(approvedDesign({ ...approval, approved: mine!.slice(8) })).toEqual({ is: 'damaged' })
    expect(approvedDesign({ ...approval, approved: 'nonsense' })).toEqual({ is: 'damaged' })
    expect(approvedDesign(approval)).toEqual({ is: 'nothing' })
  })
})

describe('an approval is refused', () => {
  const asked = with_(drawn, (draft) =>
    startThread(draft, {
      ...{ id: 't', comment: 'c', kind: 'change-request', pin: { element: 'queue' } },
      ...{ text: 'FIFO, please.', by: by('Min') },
    }),
  )

  test('while changes are asked for, unless there is a reason', () => {
    expect(refusal(asked)).toMatchObject({ why: 'change-requests', threads: [{ id: 't' }] })
    expect(approved(asked)).toBe(asked)
    const overridden = approved(asked, { override: 'It comes with the next release.' })
    expect(overridden.approvals?.a?.override).toBe('It comes with the next release.')
  })

  test('no more once they are resolved', () => {
    const settled = with_(asked, (draft) => resolve(draft, 't', by('Min', 2)))
    expect(refusal(settled)).toBeUndefined()
    expect(standingOf(approved(settled)).state).toBe('approved')
  })

  test('while a merge is not settled, whatever the reason', () => {
    const open = with_(drawn, (draft) => {
      draft.conflicts = { one: { of: 'element', id: 'queue', pointer: '/spec/QueueName' } }
    })
    expect(refusal(open)).toEqual({ why: 'conflicts', count: 1 })
    expect(approved(open, { override: 'Because.' })).toBe(open)
  })
})
