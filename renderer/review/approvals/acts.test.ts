import { beforeEach, describe, expect, test } from 'vitest'
import { command } from '../../commands/commands'
import { type TestApp, testApp } from '../../testing/app'
import { giveApproval, isAnyMine, myApproval, withdrawApproval } from './acts'
import { approvalList } from './approval-list'

const ada = { author: 'Ada', email: 'ada@example.com' }

describe('approving', () => {
  let app: TestApp
  const steps = () => app.store.getState().history.past.map(({ label }) => label)
  const give = (override = '') => giveApproval(app, { me: ada, comment: 'As measured.', override })

  beforeEach(async () => {
    app = await testApp()
    const { settings } = app.store.getState()
    app.patch({ settings: { ...settings, ...ada } })
    app.edit('Draw', (draft) => {
      draft.elements.jobs = { kind: 'sqs-queue', spec: { QueueName: 'jobs' } }
      draft.layout.jobs = { x: 0, y: 0 }
    })
  })

  test('is one step; it holds over moves, not over changes, and again after Undo', () => {
    give()
    expect(steps()).toEqual(['Draw', 'Approve the design'])
    expect(myApproval(app)).toMatchObject({ ...ada, comment: 'As measured.', holds: true })
    app.edit('Move', (draft) => {
      draft.layout.jobs = { x: 40, y: 0 }
    })
    expect(approvalList(app.design()).holding).toBe(1)
    app.edit('Rename', (draft) => {
      draft.elements.jobs = { kind: 'sqs-queue', spec: { QueueName: 'work' } }
    })
    expect(myApproval(app)?.holds).toBe(false)
    app.undo()
    expect(myApproval(app)?.holds).toBe(true)
  })
  test('is withdrawn by who gave it, as one step', () => {
    give()
    expect(isAnyMine(app)).toBe(true)
    withdrawApproval(app, myApproval(app)?.id ?? '')
    expect(isAnyMine(app)).toBe(false)
    expect(steps().at(-1)).toBe('Withdraw an approval')
    expect(command('review.withdraw').when?.(app)).toBe('You have not approved this design.')
  })
  test('over a change request it takes a reason', () => {
    app.edit('Ask', (draft) => {
      const first = { author: 'Grace', written: '2026-11-20T09:00:00Z', text: 'Encrypt it.' }
      draft.threads = { ask: { kind: 'change-request', pin: { element: 'jobs' }, comments: { first } } }
    })
    give()
    expect(app.design().approvals).toBeUndefined()
    give('Comes with the next release.')
    expect(myApproval(app)).toMatchObject({ override: 'Comes with the next release.' })
  })
  test('needs something to approve', async () => {
    expect(command('review.approve').when?.(await testApp())).toBe('There is nothing to approve yet.')
  })
})
