import { describe, expect, it } from 'vitest'
import { edit } from '../design/edit'
import { parseDesign, serialize } from '../design/serialize'
import { drawing, fargateTask } from './examples'
import { validate } from './validate'
import { counting, idleWaivers, isExpiry, judge, unwaive, waive } from './waivers'

const design = drawing({ task: fargateTask({ networkMode: 'bridge' }) })
const problem = validate(design).find(({ rule }) => rule === 'network-fargate-awsvpc')!
const words = { reason: 'Moves to EC2 next week', author: 'Platform team', expires: '2026-12-01' }
const waived = edit(design, (draft) => waive(draft, problem, words)).design

const judged = (today: string) =>
  judge(validate(waived), waived.waivers, today).find(({ rule }) => rule === problem.rule)!

describe('a waived problem', () => {
  it('stays in the list, with its waiver, and does not count', () => {
    const one = judged('2026-11-26')
    expect(one.waiver).toMatchObject({ ...words, id: 'task-network-fargate-awsvpc' })
    expect(counting([one])).toEqual([])
  })

  it('counts again on the day after the last one', () => {
    expect(judged('2026-12-01').waiver).toBeDefined()
    expect(judged('2026-12-02')).toMatchObject({ expired: { reason: words.reason } })
    expect(counting([judged('2026-12-02')])).toHaveLength(1)
  })

  it('survives being written and read', () => {
    const again = parseDesign(serialize(waived))
    expect(again.ok && again.value.waivers).toEqual(waived.waivers)
  })
})

it('a waiver without a path covers whatever the rule finds in the element', () => {
  const waivers = { any: { rule: problem.rule, element: 'task', reason: 'r', author: 'a' } }
  expect(judge([{ ...problem, path: '/elsewhere' }], waivers, '2026-11-26')[0]?.waiver).toBeDefined()
  expect(judge([{ ...problem, element: 'other' }], waivers, '2026-11-26')[0]?.waiver).toBeUndefined()
})

it('waiving again replaces the reason; taking it back leaves nothing behind', () => {
  const again = edit(waived, (draft) => waive(draft, problem, { reason: 'New reason', author: 'b' })).design
  expect(Object.values(again.waivers ?? {})).toEqual([
    { rule: problem.rule, element: 'task', path: problem.path, reason: 'New reason', author: 'b' },
  ])
  const [id = ''] = Object.keys(again.waivers ?? {})
  expect(edit(again, (draft) => unwaive(draft, id)).design).toEqual(design)
})

it('a waiver whose problem was mended is idle', () => {
  expect(idleWaivers(validate(waived), waived.waivers)).toEqual([])
  expect(idleWaivers([], waived.waivers)).toEqual(['task-network-fargate-awsvpc'])
})

it.each([
  ['today', '2026-11-26', true],
  ['a later day', '2027-02-28', true],
  ['a day that is over', '2026-11-25', false],
  ['a day that no calendar has', '2027-02-31', false],
  ['a day in other words', '1 March 2027', false],
])('a waiver may hold until %s: %s, %s', (_, text, may) => {
  expect(isExpiry(text, '2026-11-26')).toBe(may)
  const until = edit(design, (draft) => waive(draft, problem, { ...words, expires: text })).design
  if (may) expect(parseDesign(serialize(until)).ok).toBe(true)
})
