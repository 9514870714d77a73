import { expect, test } from 'vitest'
import { isTooLarge, LARGEST_MESSAGE } from './message-size'

const MIB = 1024 * 1024

test('a picture of 64 MiB passes, one of 65 does not', () => {
  const opened = (bytes: number) => [{ id: 'a', name: 'a.png', text: '', bytes: new Uint8Array(bytes) }]
  expect(isTooLarge(opened(64 * MIB))).toBe(false)
  expect(isTooLarge(opened(65 * MIB))).toBe(true)
})

test('text counts as the bytes that it becomes', () => {
  expect(isTooLarge(['a'.repeat(100)], 150)).toBe(false)
  expect(isTooLarge(['각'.repeat(100)], 150)).toBe(true)
})

test.each([
  ['members', Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`name${i}`, i]))],
  ['members’ names', { ['a'.repeat(500)]: 1 }],
  ['items', new Array(100).fill(1)],
  ['entries of a map', new Map(Array.from({ length: 100 }, (_, i) => [i, i]))],
  ['entries of a set', new Set(Array.from({ length: 100 }, (_, i) => i))],
  ['a buffer', new ArrayBuffer(500)],
])('%s count', (_what, value) => {
  expect(isTooLarge(value, 500)).toBe(true)
})

test('depth costs no stack', () => {
  let deep: unknown = 'x'
  for (let i = 0; i < 200_000; i++) deep = [deep]
  expect(isTooLarge(deep)).toBe(false)
  expect(isTooLarge(deep, LARGEST_MESSAGE / 100)).toBe(true)
})
