import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { limits } from '../../shared/basics/limits'
import { importFiles } from '../../shared/imports/import-files'
import { type ImportRequest, type ImportWorker, importInWorker } from './import-files'

const files: ImportRequest['files'] = [
  {
    name: 'orders.json',
    text: '{"family":"orders","__proto__":{"a":1},"containerDefinitions":[{"image":"nginx","odd":"\\u202e"}]}',
  },
]

/** A worker in the same thread; messages are cloned as between threads. `answers`: it comes to an end. */
function worker({ answers = true } = {}): ImportWorker & EventTarget & { readonly ended: () => boolean } {
  const target = new EventTarget()
  let ended = false
  const say = (data: unknown) =>
    queueMicrotask(() => target.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) })))
  say('ready')
  return Object.assign(target, {
    postMessage: (data: ImportRequest) => {
      if (answers) say(importFiles(structuredClone(data.files), data.options))
    },
    terminate: () => {
      ended = true
    },
    ended: () => ended,
  }) as ReturnType<typeof worker>
}

const never = new AbortController().signal

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the answer is the same as without a worker', async () => {
  const made = worker()
  const answer = await importInWorker({ files, options: {} }, never, () => made)
  expect(answer).toEqual(importFiles(files))
  expect(JSON.stringify(answer)).toContain('"__proto__":{"a":1}')
  expect(made.ended()).toBe(true)
})

describe('a worker is ended', () => {
  test('after two seconds, with a failure that says so', async () => {
    const made = worker({ answers: false })
    const answer = importInWorker({ files, options: {} }, never, () => made)
    await vi.advanceTimersByTimeAsync(limits.parseMs - 1)
    expect(made.ended()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await answer).toMatchObject({
      ok: false,
      error: { code: 'import-slow', file: 'orders.json', limit: 2000 },
    })
    expect(made.ended()).toBe(true)
  })

  test('when the user cancels', async () => {
    const made = worker({ answers: false })
    const controller = new AbortController()
    const answer = importInWorker({ files, options: {} }, controller.signal, () => made)
    controller.abort()
    expect(await answer).toBeUndefined()
    expect(made.ended()).toBe(true)
  })

  test('when it can’t be loaded, or dies', async () => {
    const made = worker({ answers: false })
    const answer = importInWorker({ files, options: {} }, never, () => made)
    made.dispatchEvent(new Event('error'))
    expect(await answer).toMatchObject({ ok: false, error: { code: 'import-stopped' } })
    expect(made.ended()).toBe(true)
  })
})
