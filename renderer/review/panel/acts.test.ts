import { beforeEach, describe, expect, test } from 'vitest'
import { threadsOf } from '../../../shared/review/threads'
import { type TestApp, testApp } from '../../testing/app'
import { attachToSelected, toggleResolved } from './acts'
import { threadRows } from './thread-rows'

const first = { author: 'Grace', written: '2026-11-20T09:00:00Z', text: 'Why?' }

describe('what the lines of the panel do', () => {
  let app: TestApp
  const thread = () => threadsOf(app.design())[0]
  const resolve = () => {
    const found = thread()
    if (found) toggleResolved(app, found)
  }

  beforeEach(async () => {
    app = await testApp()
    app.edit('Draw', (draft) => {
      draft.elements.orders = { kind: 'task-definition', spec: { family: 'orders' } }
      draft.elements.jobs = { kind: 'sqs-queue', spec: { QueueName: 'jobs' } }
      const pin = { element: 'gone', named: 'old', pointer: '/cpu', x: 4, y: 4 }
      draft.threads = { lost: { kind: 'question', pin, comments: { first } } }
    })
  })

  test('an orphan keeps its field where the other element has that, and leaves its place', () => {
    app.select(['orders'])
    attachToSelected(app, 'lost')
    expect(thread()?.pin).toEqual({ element: 'orders', named: 'orders', pointer: '/cpu' })
    app.undo()
    app.select(['jobs'])
    attachToSelected(app, 'lost')
    expect(thread()?.pin).toEqual({ element: 'jobs', named: 'jobs' })
  })
  test('with nothing or several selected it stays where it is, and says what to do', () => {
    app.select(['orders', 'jobs'])
    attachToSelected(app, 'lost')
    expect(thread()?.pin.element).toBe('gone')
    expect(app.store.getState().notice?.text).toBe('Select one element first.')
  })
  test('who has no name yet is asked for it before anything is resolved', () => {
    resolve()
    const { overlay } = app.store.getState()
    if (overlay?.kind !== 'author') throw new Error('nobody was asked')
    expect(thread()?.resolved).toBeUndefined()
    overlay.act?.({ author: 'Ada' })
    expect(thread()?.resolved).toMatchObject({ author: 'Ada' })
    resolve()
    expect(thread()?.resolved).toBeUndefined()
  })
  test('orphans stand first, under a heading of their own', () => {
    const shown = () => threadRows(app.design(), threadsOf(app.design()), []).map(({ id }) => id)
    expect(shown()).toEqual(['#orphans', 'lost'])
    app.select(['orders'])
    attachToSelected(app, 'lost')
    expect(shown()).toEqual(['lost'])
  })
})
