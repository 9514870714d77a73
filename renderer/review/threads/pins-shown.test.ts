import { expect, test } from 'vitest'
import { type Design, emptyDesign } from '../../../shared/design/design'
import { sceneOf } from '../../../shared/figures/scene'
import { noThreadsState, type ThreadsState } from '../threads-state'
import { describedPins, labelOf, placedPins } from './pins-shown'

const comment = (author: string, text: string) => ({ author, written: '2026-11-26T10:00:00.000Z', text })
const resolved = { author: 'Ana', at: '2026-11-26T11:00:00.000Z' }
const design: Design = {
  ...emptyDesign('Shop'),
  elements: { role: { kind: 'iam-role', spec: { RoleName: 'orders' } } },
  layout: { role: { x: 0, y: 200 } },
  threads: {
    low: {
      kind: 'question',
      pin: { element: 'role', x: 0, y: 0 },
      comments: { a: comment('Ben', 'Why?\nReally?'), b: comment('Cleo', 'Because') },
    },
    high: { kind: 'note', pin: { x: 0, y: 0 }, comments: { c: comment('Ana', 'Here') } },
    done: { kind: 'note', pin: { x: 0, y: 400 }, comments: { d: comment('Ana', 'Done') }, resolved },
    lost: { kind: 'note', pin: { element: 'gone' }, comments: { e: comment('Ana', 'Lost') } },
  },
}

const fresh = { kind: 'decision', pin: { x: 9, y: 9 }, slot: 's', file: 'shop' } as const

function shown(part: Partial<ThreadsState> = {}, drafts: Parameters<typeof describedPins>[0]['drafts'] = []) {
  const described = describedPins({
    design,
    state: { ...noThreadsState, ...part },
    me: { author: 'Ana' },
    drafts,
  })
  return placedPins(design, described, sceneOf(design), 'logical')
}
const ids = (...args: Parameters<typeof shown>) => shown(...args).map(({ id }) => id)

test('open threads have pins, as the drawing is read; resolved ones and orphans have none', () => {
  expect(ids()).toEqual(['high', 'low'])
})

test('the thread that is open has its pin in any case', () => {
  expect(ids({ open: 'done' })).toEqual(['high', 'low', 'done'])
  expect(ids({ open: 'low', hidden: true })).toEqual(['low'])
  expect(ids({ open: 'new', fresh })).toEqual(['high', 'new', 'low'])
})

test('what is half written has a pin of its own until it is sent, once', () => {
  const drafts = [['new', { text: 'We stay', fresh }]] as const
  expect(ids({}, drafts)).toEqual(['high', 'new', 'low'])
  expect(ids({ open: 'new', fresh }, drafts)).toEqual(['high', 'new', 'low'])
})

test('a pin says what it is about, who asked, and what is new', () => {
  const state = { drafts: new Map([['low', { text: 'So', at: 1 }]]) }
  const labels = shown(state).map((pin) => labelOf(design, pin))
  expect(labels).toEqual([
    'Note on the canvas by Ana: Here',
    'Question on orders by Ben: Why?, 1 reply, 2 unread, with a draft',
  ])
  expect(labelOf(design, shown({ open: 'new', hidden: true, fresh })[0]!)).toBe(
    'Draft of a new thread on the canvas',
  )
})
