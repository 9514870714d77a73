import { describe, expect, test } from 'vitest'
import { type Approval, type Design, emptyDesign } from '../../../shared/design/design'
import { meaningHash } from '../../../shared/review/approvals'
import { approvalList, approvalOf } from './approval-list'

const plain = emptyDesign('Shop')
const meaning = meaningHash(plain)
const given = (author: string, day: string, rest: Partial<Approval> = {}): Approval => ({
  author,
  at: `2026-11-${day}T09:00:00Z`,
  meaning,
  rules: '1',
  ...rest,
})
const withApprovals = (approvals: Record<string, Approval>): Design => ({ ...plain, approvals })

describe('approvals by person', () => {
  test('of each person the newest one counts', () => {
    const design = withApprovals({
      a: given('Ada', '01', { meaning: 'another' }),
      b: given('Ada', '02'),
      c: given('Grace', '03', { meaning: 'another' }),
    })
    const { holding, current, earlier } = approvalList(design)
    expect(holding).toBe(1)
    expect(current.map(({ id }) => id)).toEqual(['c', 'b'])
    expect(earlier.map(({ id }) => id)).toEqual(['a'])
  })
  test('after an undo an earlier one may hold again', () => {
    const design = withApprovals({ a: given('Ada', '01'), b: given('Ada', '02', { meaning: 'another' }) })
    expect(approvalList(design).current.map(({ id }) => id)).toEqual(['a'])
  })
  test('people of the same name are told apart by their address', () => {
    const design = withApprovals({
      a: given('Ada', '01', { email: 'ada@example.com' }),
      b: given('Ada', '02', { email: 'other@example.com' }),
    })
    expect(approvalList(design).holding).toBe(2)
    expect(approvalOf(design, { author: 'Ada', email: 'ada@example.com' })?.id).toBe('a')
  })
  test('a design without approvals has none', () => {
    expect(approvalList(plain)).toEqual({ holding: 0, current: [], earlier: [] })
    expect(approvalOf(plain, { author: 'Ada' })).toBeUndefined()
  })
})
