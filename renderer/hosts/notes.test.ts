import { expect, test } from 'vitest'
import { noteCalls } from './notes'

/** A browser's storage: what is kept in it is its own members. */
function storage(items: Record<string, string> = {}): Storage {
  const kept: Record<string, unknown> = { ...items }
  const calls = {
    getItem: (key: string) => kept[key],
    setItem: (key: string, text: string) => {
      kept[key] = text
    },
    removeItem: (key: string) => {
      delete kept[key]
    },
  }
  return new Proxy(calls as unknown as Storage, {
    ownKeys: () => Object.keys(kept),
    getOwnPropertyDescriptor: (_, key) => ({
      value: kept[String(key)],
      enumerable: true,
      configurable: true,
    }),
  })
}

test('two tabs keep notes beside each other, and nothing else is taken for one', async () => {
  const localStorage = storage({ 'fairlead.settings': '{}' })
  const [one, other] = [noteCalls({ localStorage }), noteCalls({ localStorage })]
  await one.writeNote('draft:a', 'Why')
  await other.writeNote('draft:b', 'How')
  expect(await one.readNotes()).toEqual({ 'draft:a': 'Why', 'draft:b': 'How' })
  await other.writeNote('draft:a', null)
  expect(await one.readNotes()).toEqual({ 'draft:b': 'How' })
})

test('a browser that forbids storage has none', async () => {
  const page = {
    get localStorage(): Storage {
      throw new DOMException('no', 'SecurityError')
    },
  }
  const notes = noteCalls(page)
  expect(await notes.writeNote('draft:a', 'Why')).toBeNull()
  expect(await notes.readNotes()).toEqual({})
})
