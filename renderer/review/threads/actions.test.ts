import { beforeEach, expect, test } from 'vitest'
import { removeAt, setAt } from '../../../shared/basics/json'
import { isOrphan, threadsOf } from '../../../shared/review/threads'
import { command } from '../../commands/commands'
import { type TestApp, testApp } from '../../testing/app'
import { draftOf, keepDraft, noThreadsState, threadsState } from '../threads-state'
import {
  beginThread,
  deleteComment,
  movePin,
  reopenThread,
  resolveThread,
  rewriteComment,
  sendReply,
  setKind,
} from './actions'

const ana = { author: 'Ana', email: 'ana@example.com' }
let app: TestApp
const thread = () => threadsOf(app.design())[0]
const step = () => app.store.getState().history.past.at(-1)?.label
const said = () => app.store.getState().said?.text

beforeEach(async () => {
  threadsState.setState(noThreadsState, true)
  app = await testApp()
  app.edit('Draw', (draft) => {
    draft.elements.role = { kind: 'iam-role', spec: { RoleName: 'orders' } }
    draft.layout.role = { x: 0, y: 0 }
  })
  keepDraft('t', { text: 'Which policy?', at: 1 })
  beginThread(
    app,
    't',
    { kind: 'question', pin: { element: 'role', x: 4, y: 8 }, text: 'Which policy?' },
    ana,
  )
})

test('a thread is one step, signed and said; its draft is gone', () => {
  expect(thread()).toMatchObject({ id: 't', kind: 'question', pin: { element: 'role', named: 'orders' } })
  expect(thread()?.comments).toMatchObject([{ ...ana, text: 'Which policy?' }])
  expect(step()).toBe('Comment on orders')
  expect(said()).toBe('Question started on orders.')
  expect(draftOf(threadsState.getState().drafts, 't')).toBeUndefined()
  app.undo()
  expect(thread()).toBeUndefined()
})

test('each thing that is done with it can be undone by itself', () => {
  sendReply(app, 't', 'None yet', { author: 'Ben' })
  const [, answer] = thread()?.comments ?? []
  rewriteComment(app, 't', answer?.id ?? '', 'A managed one')
  resolveThread(app, 't', ana)
  setKind(app, 't', 'decision')
  reopenThread(app, 't')
  movePin(app, 't', { x: 100, y: 200 })
  expect(thread()?.comments[1]).toMatchObject({ text: 'A managed one', edited: expect.any(String) })
  expect(thread()).toMatchObject({ kind: 'decision', pin: { x: 100, y: 200 } })
  expect(thread()?.resolved).toBeUndefined()
  expect(said()).toBe('Thread pinned to the canvas.')
  const labels = app.store
    .getState()
    .history.past.slice(-6)
    .map(({ label }) => label)
  expect(new Set(labels).size).toBe(6)
  for (const _ of labels) app.undo()
  expect(thread()?.comments).toHaveLength(1)
})

test('the only comment takes its thread along', () => {
  deleteComment(app, 't', thread()?.comments[0]?.id ?? '')
  expect(app.design().threads).toBeUndefined()
  expect(step()).toBe('Delete a thread')
  app.undo()
  expect(thread()?.id).toBe('t')
})

test('a copy has no threads, and what is deleted leaves them; undo brings both together again', async () => {
  app.select(['role'])
  await command('edit.duplicate').run(app)
  expect(threadsOf(app.design()).map(({ pin }) => pin.element)).toEqual(['role'])
  app.undo()
  app.select(['role'])
  await command('edit.delete').run(app)
  expect(isOrphan(app.design(), thread()!)).toBe(true)
  expect(thread()?.pin.named).toBe('orders')
  app.undo()
  expect(isOrphan(app.design(), thread()!)).toBe(false)
})

test('a thread on a container goes with it, and back', () => {
  const cpu = (name: string) => `/containerDefinitions/name=${name}/cpu`
  app.edit('Draw', (draft) => {
    const containerDefinitions = [{ name: 'proxy' }, { name: 'api' }]
    draft.elements.task = { kind: 'task-definition', spec: { family: 'orders', containerDefinitions } }
  })
  movePin(app, 't', { element: 'task', pointer: '/containerDefinitions/1/cpu' })
  app.edit('Remove', (draft) => removeAt(draft.elements.task?.spec ?? {}, '/containerDefinitions/0'))
  expect(thread()?.pin.pointer).toBe(cpu('api'))
  app.edit('Rename', (draft) => setAt(draft.elements.task?.spec ?? {}, '/containerDefinitions/0/name', 'web'))
  expect(thread()?.pin.pointer).toBe(cpu('web'))
  app.undo()
  expect(thread()?.pin.pointer).toBe(cpu('api'))
})
