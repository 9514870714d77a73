import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeBetween, pointerAt, rangeOf } from './json-places'

const spec = {
  family: 'orders',
  'a/b': 1,
  containerDefinitions: [{ name: 'api', portMappings: [{ containerPort: 8080 }] }, { name: 'log' }],
}
const text = JSON.stringify(spec, null, 2)
const marked = (pointer: string) => {
  const { from, to } = rangeOf(text, pointer)
  return text.slice(from, to)
}

describe('from a pointer to the text', () => {
  it.each([
    ['/family', '"orders"'],
    ['/a~1b', '1'],
    ['/containerDefinitions/0/portMappings/0/containerPort', '8080'],
    ['/containerDefinitions/1/name', '"log"'],
  ])('%s is %s', (pointer, found) => expect(marked(pointer)).toBe(found))

  it('of an object or list only the name or the bracket is marked', () => {
    expect(marked('/containerDefinitions')).toBe('"containerDefinitions"')
    expect(marked('/containerDefinitions/0')).toBe('{')
    expect(marked('')).toBe('{')
  })

  it('what is missing leads to what should hold it', () => {
    expect(marked('/networkMode')).toBe('{')
    expect(marked('/containerDefinitions/0/portMappings/4/hostPort')).toBe('"portMappings"')
  })

  it('a broken text still has places', () => {
    expect(rangeOf('', '/family')).toEqual({ from: 0, to: 0 })
    const broken = '{ "family": "orders", '
    expect(broken.slice(rangeOf(broken, '/family').from)).toBe('"orders", ')
  })
})

describe('from the text to a pointer', () => {
  it.each([
    ['"orders"', '/family'],
    ['8080', '/containerDefinitions/0/portMappings/0/containerPort'],
    ['"log"', '/containerDefinitions/1/name'],
    ['"a/b"', '/a~1b'],
  ])('%s is at %s', (found, pointer) => expect(pointerAt(text, text.indexOf(found) + 1)).toBe(pointer))

  it.each([
    ['"orders",', '/family'],
    ['"api",', '/containerDefinitions/0/name'],
    ['8080', '/containerDefinitions/0/portMappings/0/containerPort'],
    ['"containerDefinitions": [', '/containerDefinitions'],
  ])('beside the line that ends with %s is %s, too', (end, pointer) => {
    const line = text.split('\n').find((one) => one.endsWith(end)) ?? ''
    const start = text.indexOf(line)
    expect(pointerAt(text, start + line.length)).toBe(pointer)
    expect(pointerAt(text, start)).toBe(pointer)
  })

  it('an empty line between members is in what holds them', () => {
    const typing = '{\n  "family": "orders",\n  \n  "cpu": 1\n}'
    expect(pointerAt(typing, typing.indexOf('  \n') + 2)).toBe('')
    expect(pointerAt('', 0)).toBe('')
  })

  it('both ways meet at every value', () => {
    for (const pointer of ['/family', '/containerDefinitions/0/name', '/containerDefinitions/1/name']) {
      expect(pointerAt(text, rangeOf(text, pointer).from + 1)).toBe(pointer)
    }
  })
})

describe('the change between two texts', () => {
  it('is as small as it can be', () => {
    expect(changeBetween('{"cpu":"256"}', '{"cpu":"512"}')).toEqual({ from: 8, to: 11, insert: '512' })
    expect(changeBetween('aaa', 'aa')).toEqual({ from: 2, to: 3, insert: '' })
    expect(changeBetween('same', 'same')).toBeUndefined()
  })

  it('turns the one into the other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const change = changeBetween(before, after)
        const result = change
          ? before.slice(0, change.from) + change.insert + before.slice(change.to)
          : before
        expect(result).toBe(after)
      }),
    )
  })
})
