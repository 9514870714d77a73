import { expect, it } from 'vitest'
import type { Design, Thread } from '../../shared/design/design'
import { before } from '../testing/compared'
import { talkBetween } from './talk'

const comment = (text: string) => ({ author: 'Kim', written: '2026-01-01T00:00:00.000Z', text })
const thread = (status: 'open' | 'resolved', ...texts: string[]): Thread => ({
  kind: 'question',
  status,
  pin: { x: 0, y: 0 },
  comments: Object.fromEntries(texts.map((text) => [text, comment(text)])),
})
const withThreads = (threads: Design['threads']): Design => ({ ...before, threads })

it('counts what was said, started, settled and taken away', () => {
  const was = withThreads({ a: thread('open', '1'), gone: thread('open', '1') })
  const is = withThreads({ a: thread('resolved', '1', '2'), b: thread('open', '1') })
  expect(talkBetween(was, is)).toEqual({
    ...{ started: 1, settled: 1, removed: 1, comments: 2, approvals: 0, any: true },
  })
})

it('has nothing to tell of designs that nobody talked about', () =>
  expect(talkBetween(before, before).any).toBe(false))
