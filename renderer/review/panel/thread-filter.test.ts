import { describe, expect, test } from 'vitest'
import { emptyDesign, type Thread } from '../../../shared/design/design'
import { threadsOf } from '../../../shared/review/threads'
import { filtersOn, firstLine, grouped, noFilter, ofInterest, ofStatus, type Reader } from './thread-filter'

const said = (author: string, day: string, text = 'Why?') => ({
  author,
  written: `2026-11-${day}T09:00:00Z`,
  text,
})

const threads: Record<string, Thread> = {
  image: { kind: 'question', pin: { element: 'api', pointer: '/image' }, comments: { a: said('Ada', '01') } },
  size: {
    kind: 'change-request',
    pin: { element: 'api' },
    comments: { b: said('Grace', '02'), c: said('Ada', '05') },
  },
  done: {
    kind: 'note',
    pin: { x: 10, y: 10 },
    comments: { d: said('Grace', '03') },
    resolved: { author: 'Ada', at: '2026-11-04T09:00:00Z' },
  },
  lost: { kind: 'note', pin: { element: 'gone', named: 'queue' }, comments: { e: said('Grace', '01') } },
}
const design = {
  ...emptyDesign('Shop'),
  elements: { api: { kind: 'task-definition', spec: {} } },
  threads,
}
const all = threadsOf(design)
const ada: Reader = {
  me: { author: 'Ada' },
  seen: new Map([['size', new Set(['b'])]]),
  lastVisit: Date.parse('2026-11-03T12:00:00Z'),
  selected: new Set(['api']),
}
const ids = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id).sort()
const shown = (filter: Partial<typeof noFilter>, reader = ada) =>
  ids(ofInterest(all, { ...noFilter, ...filter }, reader))

describe('the filters', () => {
  test('by status', () => {
    expect(ids(ofStatus(all, 'open'))).toEqual(['image', 'lost', 'size'])
    expect(ids(ofStatus(all, 'resolved'))).toEqual(['done'])
    expect(ofStatus(all, 'all')).toHaveLength(4)
  })
  test('mine: written, answered or resolved by me', () => {
    expect(shown({ mine: true })).toEqual(['done', 'image', 'size'])
    expect(shown({ mine: true }, { ...ada, me: undefined })).toEqual([])
  })
  test('unread: what others wrote and I have not seen', () => {
    expect(shown({ unread: true })).toEqual(['done', 'lost'])
  })
  test('about the selected elements', () => expect(shown({ selected: true })).toEqual(['image', 'size']))
  test('since the last visit; on the first one everything is new', () => {
    expect(shown({ since: true })).toEqual(['done', 'size'])
    expect(shown({ since: true }, { ...ada, lastVisit: undefined })).toHaveLength(4)
  })
  test('by kind, together with others', () => {
    expect(shown({ kinds: new Set(['note', 'question']) })).toEqual(['done', 'image', 'lost'])
    expect(shown({ kinds: new Set(['question']), unread: true })).toEqual([])
    expect(filtersOn({ ...noFilter, kinds: new Set(['question', 'note']), unread: true })).toBe(3)
  })
})

test('what was said last stands first, and threads without their element by themselves', () => {
  const { orphans, pinned } = grouped(design, all)
  expect(pinned.map(({ id }) => id)).toEqual(['size', 'done', 'image'])
  expect(orphans.map(({ id }) => id)).toEqual(['lost'])
})

test('of a comment the first line that says something is shown', () => {
  expect(firstLine('\n  \n  Too small.\nTake 1024.')).toBe('Too small.')
})
