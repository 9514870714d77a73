import { describe, expect, test } from 'vitest'
import { limits } from '../../basics/limits'
import { describeFailure } from '../../basics/result'
import { parseYaml } from './yaml'

function read(text: string) {
  const result = parseYaml(text, 'x.yaml')
  if (!result.ok) throw new Error(describeFailure(result.error))
  return result.value
}
const one = (text: string) => read(text).values[0]
const said = (text: string) => {
  const result = parseYaml(text, 'x.yaml')
  return result.ok ? 'fine' : describeFailure(result.error)
}

describe('values', () => {
  test.each([
    ['80:80', '80:80'],
    ['yes', 'yes'],
    ['true', true],
    ['2010-09-09', '2010-09-09'],
    ['~', null],
    ['"8080"', '8080'],
    ['8080', 8080],
    ['0644', 0o644],
    ['0o644', 0o644],
    ['012345678901', '012345678901'],
    ['12345678901234567890', '12345678901234567890'],
    ['.inf', '.inf'],
    ['|\n  a\n  b\n', 'a\nb\n'],
    ['>-\n  a\n  b\n', 'a b'],
  ])('%s', (text, value) => expect(one(text)).toEqual(value))

  test('keys are texts, and names of JavaScript are names like others', () => {
    expect(Object.entries(one('8080: a\ntrue: b\n__proto__: c\n') as object)).toEqual([
      ['8080', 'a'],
      ['true', 'b'],
      ['__proto__', 'c'],
    ])
  })
})

test('short forms of AWS’s functions are written out', () => {
  expect(
    one(
      'a: !Ref X\nb: !GetAtt X.Endpoint.Port\nc: !Base64\n  Fn::Sub: "${X}"\nd: !If [C, !Ref X, !Ref "AWS::NoValue"]\ne: !Condition C',
    ),
  ).toEqual({
    a: { Ref: 'X' },
    b: { 'Fn::GetAtt': ['X', 'Endpoint.Port'] },
    c: { 'Fn::Base64': { 'Fn::Sub': '${X}' } },
    d: { 'Fn::If': ['C', { Ref: 'X' }, { Ref: 'AWS::NoValue' }] },
    e: { Condition: 'C' },
  })
})

test('anchors are written out, and merged where the key says so', () => {
  expect(one('base: &base {a: 1, b: 2}\nuse:\n  <<: *base\n  b: 3\nlist: [*base]')).toEqual({
    base: { a: 1, b: 2 },
    use: { a: 1, b: 3 },
    list: [{ a: 1, b: 2 }],
  })
  expect(one('a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc:\n  <<: [*a, *b]')).toMatchObject({ c: { x: 1, y: 2 } })
})

test('several documents, and what stands twice in one', () => {
  expect(read('a: 1\n---\nb: 2\n').values).toEqual([{ a: 1 }, { b: 2 }])
  expect(read('a: 1\n---\nb:\n  c: 2\n  c: 3\n')).toMatchObject({
    values: [{ a: 1 }, { b: { c: 3 } }],
    notes: [{ kind: 'dropped', code: 'duplicate-member', pointer: '/1/b/c' }],
  })
  expect(read('').values).toEqual([])
})

describe('what can’t be read says where and why', () => {
  test.each([
    ['a:\n\tb: 1', 'x.yaml, line 2, column 1: Lines are indented by tabs, which YAML does not take.'],
    ['a: b: c', 'x.yaml, line 1, column 4: A second colon stands on the line.'],
    ['a: *b', 'x.yaml, line 1, column 4: Nothing before it is named “b” by an anchor.'],
    ['a: &a [*a]', 'x.yaml, line 1, column 8: The alias “a” lies within what it stands for.'],
    ['? [a]\n: b', 'x.yaml, line 1, column 3: A key is a list or an object; only texts can be keys here.'],
  ])('%j', (text, what) => expect(said(text)).toContain(what))
})

describe('limits hold before the parser sees the text, which dies of some of it', () => {
  const most = limits.jsonDepth
  test.each([
    ['brackets', '['.repeat(100_000)],
    ['items', `${'- '.repeat(100_000)}a`],
    ['keys', `${'? '.repeat(100_000)}a`],
    ['indentation', Array.from({ length: 1_000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
  ])('%s within one another', (_, text) => expect(said(text)).toContain(`deep; at most ${most} can be read`))

  test.each([
    [
      'aliases',
      `a: &a 1\n${Array.from({ length: limits.yamlAliases + 1 }, (_, i) => `k${i}: *a\n`).join('')}`,
    ],
    ['values', '- a\n'.repeat(60_000)],
    ['aliases of aliases', billionLaughs()],
    ['bytes', `a: "${'x'.repeat(limits.yamlBytes)}"`],
    ['characters', `a: "${'x'.repeat(limits.textLength + 1)}"`],
  ])('%s', (_, text) => expect(said(text)).toContain('at most'))
})

/** Few aliases, each of ten of the one before. */
function billionLaughs(): string {
  let text = 'a0: &a0 [x]\n'
  for (let i = 1; i < 9; i++)
    text += `a${i}: &a${i} [${Array(10)
      .fill(`*a${i - 1}`)
      .join(', ')}]\n`
  return text
}
