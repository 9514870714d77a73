import { describe, expect, it } from 'vitest'
import { compareDesigns } from '../../shared/review/compare/comparison'
import { after, before } from '../testing/compared'
import { changesOf, countChanges, nextChange } from './changes'

const changes = changesOf(compareDesigns(before, after))
const keys = changes.map(({ key, status }) => `${status} ${key}`)

describe('the changes of a comparison', () => {
  it('are elements first, then stored lines: those of specs are told by their fields', () => {
    expect(keys).toEqual([
      'moved element log',
      'changed element web-task',
      'added element events',
      'removed element table',
      'changed line changed visits',
      'removed line removed writes',
    ])
  })

  it('are counted by what became of them', () => {
    expect(countChanges(changes)).toEqual({ added: 1, removed: 2, changed: 2, moved: 1 })
  })

  it('name a document’s own members, and what was waived, with what they are about', () => {
    const waiver = { rule: 'sec-waf', element: 'alb', reason: 'Internal.', author: 'Kim' }
    const renamed = { ...before, name: 'Shop, next', waivers: { w1: waiver } }
    const found = changesOf(compareDesigns(before, renamed))
    expect(found.map(({ key, status, ids }) => [key, status, ids])).toEqual([
      ['document', 'changed', []],
      ['waiver w1', 'added', ['alb']],
    ])
  })
})

describe('going from one change to the next', () => {
  const [first] = changes
  const last = changes.at(-1)

  it('begins at either end', () => {
    expect(nextChange(changes, undefined, 1)).toBe(first)
    expect(nextChange(changes, undefined, -1)).toBe(last)
  })
  it('goes around both ends', () => {
    expect(nextChange(changes, last?.key, 1)).toBe(first)
    expect(nextChange(changes, first?.key, -1)).toBe(last)
  })
  it('begins anew where the last one is not shown any more', () =>
    expect(nextChange(changes, 'element gone', 1)).toBe(first))
  it('leads nowhere where there is none', () => expect(nextChange([], undefined, 1)).toBeUndefined())
})
