import { beforeEach, expect, test } from 'vitest'
import { reply, startThread, threadsOf } from '../../shared/review/threads'
import { type TestApp, testApp } from '../testing/app'
import { isMine } from './me'
import {
  closeThread,
  draftOf,
  freshDrafts,
  hasDraft,
  isNewSince,
  keepDraft,
  noThreadsState,
  openThread,
  threadsState,
  unreadOf,
} from './threads-state'

let app: TestApp

beforeEach(async () => {
  threadsState.setState(noThreadsState, true)
  app = await testApp()
  app.edit('Comment', (draft) =>
    startThread(draft, {
      ...{ id: 't', comment: 'a', kind: 'question', pin: { x: 0, y: 0 }, text: 'Why?' },
      by: { author: 'Ana', at: '2026-11-26T10:00:00.000Z' },
    }),
  )
})

const thread = () => threadsOf(app.design())[0]!
const unread = (author: string) => unreadOf(thread(), threadsState.getState().seen, { author }).length

test('what others wrote is unread until its thread was opened', () => {
  expect(unread('Ben')).toBe(1)
  expect(unread('Ana')).toBe(0)
  openThread(app, 't')
  expect(unread('Ben')).toBe(0)
})

test('an earlier comment that arrives with a merge is unread all the same', () => {
  openThread(app, 't')
  closeThread()
  app.edit('Merge', (draft) =>
    reply(draft, 't', 'b', 'Because', { author: 'Cleo', at: '2026-11-25T10:00:00.000Z' }),
  )
  expect(unread('Ben')).toBe(1)
})

test('what came since the last visit is told by its time, and nobody who never came has seen anything', () => {
  expect(isNewSince(thread(), Date.parse('2026-11-26T09:00:00.000Z'))).toBe(true)
  expect(isNewSince(thread(), Date.parse('2026-11-26T11:00:00.000Z'))).toBe(false)
  expect(isNewSince(thread(), undefined)).toBe(true)
})

test('of two people with one name the address tells who wrote', () => {
  const comment = { author: 'Kim', email: 'kim@a.example' }
  expect(isMine(comment, { author: 'Kim', email: 'kim@b.example' })).toBe(false)
  expect(isMine(comment, { author: 'Kim Minji', email: 'KIM@a.example' })).toBe(true)
  expect(isMine(comment, { author: 'Kim' })).toBe(true)
  expect(isMine(comment, undefined)).toBe(false)
})

test('a change of a comment is a draft of its thread, too', () => {
  keepDraft('t/a', { text: 'Why not?', at: 1 })
  const { drafts } = threadsState.getState()
  expect([hasDraft(drafts, 't'), hasDraft(drafts, 'u')]).toEqual([true, false])
  expect(draftOf(drafts, 't', 'a')?.text).toBe('Why not?')
})

test('a draft without words is none', () => {
  keepDraft('t', { text: 'Not yet', at: 1 })
  expect(draftOf(threadsState.getState().drafts, 't')?.text).toBe('Not yet')
  keepDraft('t', { text: ' \n', at: 2 })
  expect(draftOf(threadsState.getState().drafts, 't')).toBeUndefined()
})

test('the draft of a new thread belongs to its document, and is over when that has the thread', () => {
  const { slot } = app.store.getState()
  const fresh = { kind: 'note', pin: { x: 0, y: 0 }, slot, file: 'shop.fairlead' } as const
  keepDraft('u', { text: 'Here', at: 1, fresh })
  keepDraft('v', { text: 'There', at: 1, fresh: { ...fresh, slot: 'another' } })
  keepDraft('t', { text: 'Sent', at: 1, fresh })
  const ids = () => freshDrafts(threadsState.getState().drafts, app.store.getState()).map(([id]) => id)
  expect(ids()).toEqual(['u'])
  app.patch({ file: { id: 'grant', name: 'shop.fairlead' } })
  expect(ids()).toEqual(['u', 'v'])
})
