import { describe, expect, test } from 'vitest'
import { type Design, emptyDesign, idPattern, type Pin } from '../design/design'
import { type DesignDraft, edit } from '../design/edit'
import { removeElements } from '../graph/connect'
import { graphOf } from '../graph/graph'
import { element } from '../rules/examples'
import {
  changeKind,
  editComment,
  isOpen,
  isOrphan,
  kindLabel,
  openChangeRequests,
  randomId,
  reattach,
  removeComment,
  reopen,
  reply,
  resolve,
  startThread,
  type ThreadKind,
  threadsOf,
} from './threads'

const drawn: Design = {
  ...emptyDesign('Orders'),
  elements: {
    queue: element('sqs-queue', { QueueName: 'work' }),
    topic: element('sns-topic', { Name: 'news' }),
  },
}

const ada = (minute: number) => ({
  author: 'Ada',
  email: 'ada@example.com',
  at: `2026-11-26T09:0${minute}:00.000Z`,
})
const min = (minute: number) => ({ author: 'Min', at: `2026-11-26T09:0${minute}:00.000Z` })

const with_ = (design: Design, ...recipes: readonly ((draft: DesignDraft) => void)[]) =>
  recipes.reduce((at, recipe) => edit(at, recipe).design, design)

const asked = (kind: ThreadKind = 'question', pin: Pin = { element: 'queue' }) =>
  with_(drawn, (draft) =>
    startThread(draft, { id: 't', comment: 'c', kind, pin, text: 'Standard or FIFO?', by: ada(1) }),
  )

const only = (design: Design) => {
  const [thread] = threadsOf(design)
  if (!thread) throw new Error('There is no thread.')
  return thread
}

describe('a thread', () => {
  test('begins with a comment, and remembers what its element was called', () => {
    expect(only(asked())).toEqual({
      id: 't',
      kind: 'question',
      pin: { element: 'queue', named: 'work' },
      comments: [
        {
          id: 'c',
          author: 'Ada',
          email: 'ada@example.com',
          written: '2026-11-26T09:01:00.000Z',
          text: 'Standard or FIFO?',
        },
      ],
    })
  })

  test('has its comments in the order of writing, whatever their ids are', () => {
    const answered = with_(
      asked(),
      (draft) => reply(draft, 't', 'b', 'Thanks.', ada(3)),
      (draft) => reply(draft, 't', 'z', 'Standard.', min(2)),
    )
    expect(only(answered).comments.map(({ text }) => text)).toEqual([
      'Standard or FIFO?',
      'Standard.',
      'Thanks.',
    ])
  })

  test('is resolved by somebody, and opened again', () => {
    const settled = with_(asked(), (draft) => resolve(draft, 't', min(2)))
    expect(only(settled).resolved).toEqual(min(2))
    expect(isOpen(only(settled))).toBe(false)
    expect(with_(settled, (draft) => resolve(draft, 't', ada(3)))).toBe(settled)
    expect(isOpen(only(with_(settled, (draft) => reopen(draft, 't'))))).toBe(true)
  })

  test('becomes another kind', () => {
    expect(only(with_(asked(), (draft) => changeKind(draft, 't', 'decision'))).kind).toBe('decision')
  })

  test('of a kind that a newer version has is called by that', () => {
    expect(kindLabel('riddle')).toBe('riddle')
    expect(kindLabel('toString')).toBe('toString')
  })
})

describe('a comment', () => {
  test('that was rewritten says when', () => {
    const edited = with_(asked(), (draft) =>
      editComment(draft, 't', 'c', 'FIFO?', '2026-11-26T09:05:00.000Z'),
    )
    expect(only(edited).comments[0]).toMatchObject({ text: 'FIFO?', edited: '2026-11-26T09:05:00.000Z' })
  })

  test('that was not changed says nothing', () => {
    const design = asked()
    const same = with_(design, (draft) =>
      editComment(draft, 't', 'c', 'Standard or FIFO?', '2026-11-26T09:05:00.000Z'),
    )
    expect(same).toBe(design)
  })

  test('takes the thread with it when it was the last one, and the list with the last thread', () => {
    expect(with_(asked(), (draft) => removeComment(draft, 't', 'c'))).not.toHaveProperty('threads')
    const answered = with_(
      asked(),
      (draft) => reply(draft, 't', 'd', 'Standard.', min(2)),
      (draft) => removeComment(draft, 't', 'c'),
    )
    expect(only(answered).comments.map(({ id }) => id)).toEqual(['d'])
  })

  test('in a thread that is gone stays unwritten', () => {
    expect(with_(drawn, (draft) => reply(draft, 'toString', 'c', 'Hello?', ada(1)))).toBe(drawn)
  })
})

describe('an element that is deleted', () => {
  const deleted = with_(asked(), (draft) => removeElements(draft, graphOf(asked()), new Set(['queue'])))

  test('leaves an orphan, which says what it was about', () => {
    expect(isOrphan(deleted, only(deleted))).toBe(true)
    expect(only(deleted).pin.named).toBe('work')
  })

  test('and comes back has its thread again', () => {
    const back = { ...deleted, elements: drawn.elements }
    expect(isOrphan(back, only(back))).toBe(false)
  })

  test('may be replaced by another one', () => {
    const moved = with_(deleted, (draft) => reattach(draft, 't', { element: 'topic', pointer: '/Name' }))
    expect(only(moved).pin).toEqual({ element: 'topic', pointer: '/Name', named: 'news' })
    expect(isOrphan(moved, only(moved))).toBe(false)
  })
})

test('a place on the canvas is no orphan', () => {
  const design = asked('note', { x: 10, y: 20, width: 30, height: 40 })
  expect(isOrphan(design, only(design))).toBe(false)
})

test('what keeps an approval back is a change request that is open', () => {
  expect(openChangeRequests(asked('question'))).toEqual([])
  expect(openChangeRequests(asked('change-request')).map(({ id }) => id)).toEqual(['t'])
  const settled = with_(asked('change-request'), (draft) => resolve(draft, 't', min(2)))
  expect(openChangeRequests(settled)).toEqual([])
})

test('random bytes give an id that any design takes', () => {
  const ids = Array.from({ length: 256 }, (_, n) => randomId(Uint8Array.of(n, 255 - n, n)))
  for (const id of ids) expect(id).toMatch(idPattern)
  expect(new Set(ids.map((id) => id[0])).size).toBe(32)
})
