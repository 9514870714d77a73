import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id, json, text } from '../testing/arbitraries'
import {
  escapeText,
  mapStrings,
  refer,
  referencesIn,
  referencesOf,
  resolveText,
  retarget,
} from './references'

const never = () => {
  throw new Error('There is no reference in this text.')
}

describe('references', () => {
  test.each([
    ['@{orders-repo.uri}:1.4', [{ id: 'orders-repo', attribute: 'uri' }]],
    ['@{a}/@{b.arn}', [{ id: 'a' }, { id: 'b', attribute: 'arn' }]],
    ['@@{a}', []],
    ['@{A}', []],
    ['@{a.b.c}', []],
    ['${a} {{a}} <a>', []],
  ])('in %s', (written, found) => {
    expect(referencesIn(written)).toEqual(found)
  })

  test('are resolved in place', () => {
    const lookup = ({ id: to, attribute }: { id: string; attribute?: string }) => `<${to}|${attribute ?? ''}>`
    expect(resolveText('x @{a.uri}:@{b} @@{c}', lookup)).toBe('x <a|uri>:<b|> @{c}')
  })

  test('escaped text has no reference, and resolving gives it back', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(referencesIn(escapeText(original))).toEqual([])
        expect(resolveText(escapeText(original), never)).toBe(original)
      }),
    )
  })

  test('a reference between escaped texts stays the only one', () => {
    fc.assert(
      fc.property(id, text, (to, after) => {
        const written = refer(to, 'uri') + escapeText(after)
        expect(referencesIn(written)).toEqual([{ id: to, attribute: 'uri' }])
        expect(resolveText(written, () => '§')).toBe(`§${after}`)
      }),
    )
  })

  test('renaming a target and back is the identity, whatever stands around', () => {
    fc.assert(
      fc.property(text, id, text, (before, to, after) => {
        const written = `${before}${refer(to)}${after}`
        expect(
          retarget(
            retarget(written, (old) => `${old}-x`),
            (old) => old.slice(0, -2),
          ),
        ).toBe(written)
      }),
    )
  })

  test('are found at any depth, with their pointer', () => {
    const spec = { volumes: [{ efs: { fileSystemId: '@{data}' } }], 'a/b': '@{x}' }
    expect(referencesOf(spec)).toEqual([
      { id: 'data', pointer: '/volumes/0/efs/fileSystemId' },
      { id: 'x', pointer: '/a~1b' },
    ])
  })
})

describe('mapStrings', () => {
  test('with no change gives the same object', () => {
    fc.assert(
      fc.property(json, (tree) => {
        expect(mapStrings(tree, (value) => value)).toBe(tree)
      }),
    )
  })

  test('keeps every member, whatever its name', () => {
    const tree = JSON.parse('{"__proto__":"a","constructor":["b"]}')
    expect(JSON.stringify(mapStrings(tree, (value) => `${value}!`))).toBe(
      '{"__proto__":"a!","constructor":["b!"]}',
    )
  })
})
