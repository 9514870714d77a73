import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { json, key, objectOf, pointersIn } from '../testing/arbitraries'
import { fromPointer, matches, removeAt, removePruned, sameJson, setAt, toPointer, valueAt } from './json'

describe('pointers', () => {
  test.each([
    ['', []],
    ['/volumes/0/name', ['volumes', '0', 'name']],
    ['/a~1b/~0', ['a/b', '~']],
    ['/', ['']],
  ])('%s', (pointer, segments) => {
    expect(fromPointer(pointer)).toEqual(segments)
    expect(toPointer(segments)).toBe(pointer)
  })

  test('reading what was written gives any segments back', () => {
    fc.assert(
      fc.property(fc.array(key), (segments) => {
        expect(fromPointer(toPointer(segments))).toEqual(segments)
      }),
    )
  })

  test.each([
    ['/volumes/*/name', '/volumes/3/name', true],
    ['/volumes/*', '/volumes/3/name', false],
    ['/volumes/*', '/volumes', false],
    ['/taskRoleArn', '/taskRoleArn', true],
  ])('does %s match %s? %s', (pattern, pointer, fits) => {
    expect(matches(pattern, pointer)).toBe(fits)
  })
})

describe('valueAt', () => {
  test('never sees inherited members', () => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      expect(valueAt({ a: {} }, `/a/${name}`)).toBeUndefined()
    }
  })

  test('sees own members of those names', () => {
    expect(valueAt(JSON.parse('{"__proto__":{"constructor":1}}'), '/__proto__/constructor')).toBe(1)
  })
})

describe('setAt and removeAt', () => {
  test('make lists for numbers and for “at the end”, and objects for names', () => {
    const spec = {}
    setAt(spec, '/volumes/-/name', 'a')
    setAt(spec, '/volumes/-', { name: 'b' })
    setAt(spec, '/options/awslogs-group', '/ecs')
    expect(spec).toEqual({ volumes: [{ name: 'a' }, { name: 'b' }], options: { 'awslogs-group': '/ecs' } })
  })

  test('what can hold no such member gives way: a text, and a list for a name', () => {
    const spec = { options: 'none', logging: [{ driver: 'json-file' }], list: ['a'] }
    setAt(spec, '/options/group', '/ecs')
    setAt(spec, '/logging/driver', 'awslogs')
    setAt(spec, '/list/1', 'b')
    expect(spec).toEqual({ options: { group: '/ecs' }, logging: { driver: 'awslogs' }, list: ['a', 'b'] })
  })

  test('what was set is there, and nowhere else; a removed member is gone', () => {
    fc.assert(
      fc.property(objectOf(json), fc.nat(), json, (tree, n, value) => {
        const pointers = pointersIn(tree)
        fc.pre(pointers.length > 0)
        const pointer = pointers[n % pointers.length]!
        setAt(tree, pointer, value)
        expect(sameJson(valueAt(tree, pointer), value)).toBe(true)
        const inList = /^\d+$/.test(pointer.split('/').at(-1)!)
        removeAt(tree, pointer)
        if (!inList) expect(valueAt(tree, pointer)).toBeUndefined()
        expect(Object.getPrototypeOf(tree)).toBe(Object.prototype)
      }),
    )
  })

  test('removePruned takes along what is empty without it', () => {
    const spec = { a: { b: [{ c: 1 }] }, d: 1 }
    removePruned(spec, '/a/b/0/c')
    expect(spec).toEqual({ d: 1 })
  })
})

describe('sameJson', () => {
  test('a value is the same as its copy, whatever the order of members', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(sameJson(value, JSON.parse(JSON.stringify(value)))).toBe(true)
      }),
    )
    expect(sameJson({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true)
  })

  test.each([
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 1, b: null }],
    [{ constructor: 1 }, {}],
    [{}, []],
    [null, {}],
    ['1', 1],
  ])('%j and %j differ', (a, b) => {
    expect(sameJson(a, b)).toBe(false)
    expect(sameJson(b, a)).toBe(false)
  })
})
