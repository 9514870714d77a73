import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clearAt, moveItem, renameKey, reuse, write } from './edits'

const edited = (spec: object, edit: (spec: object) => void) => {
  const copy = structuredClone(spec)
  edit(copy)
  return copy
}

describe('clearing a field', () => {
  it('takes what is empty without it along', () => {
    expect(edited({ a: { b: { c: 1 } }, d: 2 }, (s) => clearAt(s, '/a/b/c'))).toEqual({ d: 2 })
    expect(edited({ list: ['x'], d: 2 }, (s) => clearAt(s, '/list/0'))).toEqual({ d: 2 })
  })

  it('leaves an item of a list, even an empty one', () => {
    const spec = { containers: [{ name: 'api' }, { name: 'log' }] }
    expect(edited(spec, (s) => clearAt(s, '/containers/0/name'))).toEqual({
      containers: [{}, { name: 'log' }],
    })
  })

  it('an empty text clears, anything else is set', () => {
    expect(edited({ a: 'x', b: 1 }, (s) => write(s, '/a', ''))).toEqual({ b: 1 })
    expect(edited({ b: 1 }, (s) => write(s, '/c/d', false))).toEqual({ b: 1, c: { d: false } })
  })
})

it('a renamed key keeps its place', () => {
  const spec = { options: { first: '1', second: '2', third: '3' } }
  const renamed = edited(spec, (s) => renameKey(s, '/options', 'second', 'other'))
  expect(JSON.stringify(renamed)).toBe('{"options":{"first":"1","other":"2","third":"3"}}')
})

describe('reusing parts of one tree in another', () => {
  const tree = fc.object({
    maxDepth: 3,
    values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)],
  })
  const json = tree.map((value) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>)

  it('gives the other one to the letter, order included', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(JSON.stringify(reuse(a, b))).toBe(JSON.stringify(b))
      }),
    )
  })

  it('bears a member that is called like the prototype', () => {
    const next = JSON.parse('{ "__proto__": { "a": 1 }, "b": [{ "__proto__": 2 }] }')
    expect(JSON.stringify(reuse({ b: [{}] }, next))).toBe(JSON.stringify(next))
  })

  it('leaves alone what is equal, so that it keeps its identity', () => {
    const before = { kept: { deep: [1, 2] }, changed: { x: 1 } }
    const result = reuse(before, { kept: { deep: [1, 2] }, changed: { x: 2 } }) as typeof before
    expect(result.kept).toBe(before.kept)
    expect(result.changed).toEqual({ x: 2 })
    expect(reuse(before, structuredClone(before))).toBe(before)
  })
})

describe('moving an item', () => {
  const moved = (from: number, to: number) =>
    edited({ list: ['a', 'b', 'c'] }, (s) => moveItem(s, '/list', from, to))

  it('puts it among the others', () => {
    expect(moved(2, 0)).toEqual({ list: ['c', 'a', 'b'] })
    expect(moved(0, 1)).toEqual({ list: ['b', 'a', 'c'] })
  })

  it('beyond the ends changes nothing', () => {
    expect(moved(0, -1)).toEqual({ list: ['a', 'b', 'c'] })
    expect(moved(0, 3)).toEqual({ list: ['a', 'b', 'c'] })
    expect(edited({ list: 'x' }, (s) => moveItem(s, '/list', 0, 1))).toEqual({ list: 'x' })
  })
})
