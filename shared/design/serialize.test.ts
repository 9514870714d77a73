import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isObject, setAt, valueAt } from '../basics/json'
import { limits } from '../basics/limits'
import { describeFailure, type Result } from '../basics/result'
import { design, json, key, pointersIn } from '../testing/arbitraries'
import { english } from '../texts/text'
import { emptyDesign } from './design'
import { parseDesign, parseJson, readDesign, serialize } from './serialize'

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(describeFailure(result.error))
  return result.value
}

describe('the text of a design', () => {
  test('reads back as the same design', () => {
    fc.assert(
      fc.property(design, (original) => {
        expect(value(parseDesign(serialize(original)))).toEqual(original)
      }),
    )
  })

  test('is canonical: writing what was read changes no byte', () => {
    fc.assert(
      fc.property(design, (original) => {
        const text = serialize(original)
        expect(serialize(value(parseDesign(text)))).toBe(text)
      }),
    )
  })

  test('does not depend on the order in which elements and members came', () => {
    fc.assert(
      fc.property(design, (original) => {
        const reversed = Object.fromEntries(Object.entries(original).reverse())
        const elements = Object.fromEntries(Object.entries(original.elements).reverse())
        const known = Object.keys(original).filter((name) => name !== 'threads').length
        fc.pre(known === Object.keys(original).length)
        expect(serialize({ ...reversed, elements } as typeof original)).toBe(serialize(original))
      }),
    )
  })

  test('keeps members that nobody knows, at any place', () => {
    fc.assert(
      fc.property(design, fc.nat(), key, json, (original, n, name, member) => {
        const copy = structuredClone(original)
        const objects = ['', ...pointersIn(copy)]
          .filter((pointer) => isObject(valueAt(copy, pointer)))
          .filter(
            (pointer) =>
              !/^\/(?:elements|connections|layout)(?:$|\/[^/]+\/(?:existing|kind|label|inside|locked|from|to|meaning|x|y|width|height)\b)/.test(
                pointer,
              ),
          )
        const at = `${objects[n % objects.length]}/${`new ${name}`.replaceAll('~', '~0').replaceAll('/', '~1')}`
        setAt(copy, at, member)
        fc.pre(readDesign(copy).ok)
        expect(value(parseDesign(serialize(copy)))).toEqual(copy)
      }),
    )
  })

  test('looks like this', () => {
    const orders = {
      ...emptyDesign('Orders'),
      layout: { api: { y: 2, x: 1 } },
      connections: { c: { meaning: 'calls', from: 'api', to: 'db' } },
      elements: {
        db: { spec: {}, kind: 'dynamodb-table' },
        api: { kind: 'service', spec: { z: 1, a: [2] } },
      },
      region: 'ap-northeast-2',
      extra: true,
    }
    expect(serialize(orders)).toBe(`{
  "format": "fairlead/1",
  "name": "Orders",
  "region": "ap-northeast-2",
  "elements": {
    "api": {
      "kind": "service",
      "spec": {
        "z": 1,
        "a": [
          2
        ]
      }
    },
    "db": {
      "kind": "dynamodb-table",
      "spec": {}
    }
  },
  "connections": {
    "c": { "from": "api", "to": "db", "meaning": "calls" }
  },
  "layout": {
    "api": { "x": 1, "y": 2 }
  },
  "extra": true
}
`)
  })
})

describe('a file that is no design', () => {
  const message = (text: string) => {
    const result = parseDesign(text, 'x.fairlead')
    return result.ok ? undefined : describeFailure(result.error)
  }
  const with_ = (members: object) => JSON.stringify({ ...emptyDesign('x'), ...members })

  test.each([
    [
      '{"family":"a"}',
      'x.fairlead: This is not a Fairlead design: it has no "format": "fairlead/1". Import it instead, if it is a task definition or another known format.',
    ],
    [
      with_({ elements: { 'Not an id': { kind: 'note', spec: {} } } }),
      /^x\.fairlead, \/elements\/Not an id: The design can’t be read/,
    ],
    [
      with_({ elements: { a: { kind: 'note', spec: {}, existing: { 'x/y': 1 } } } }),
      /^x\.fairlead, \/elements\/a\/existing\/x~1y: /,
    ],
    [with_({ elements: { a: { kind: 'note' } } }), /^x\.fairlead, \/elements\/a\/spec: /],
    [
      '{"format":"fairlead/1","name":"x","connections":{},"layout":{},"elements":{"__proto__":"junk"}}',
      /^x\.fairlead, \/elements\/__proto__: /,
    ],
    ['{"format":"fairlead/2"}', /^x\.fairlead, \/format: This design was saved by a newer Fairlead/],
  ])('%s', (text, expected) => {
    if (typeof expected === 'string') expect(message(text)).toBe(expected)
    else expect(message(text)).toMatch(expected)
  })
})

describe('text that is not JSON', () => {
  const said = (text: string) => {
    const result = parseJson(text, 'task.json')
    return result.ok ? 'It is JSON.' : describeFailure(result.error)
  }

  test.each([
    ['', 'task.json, line 1, column 1: The file is empty. Choose a file that holds JSON.'],
    [
      '{\n<<<<<<< HEAD\n  "a": 1\n=======\n  "a": 2\n>>>>>>> theirs\n}',
      'task.json, line 2, column 1: Git left two versions of the design in this file, with marks between them. Bring them together with “fairlead merge” (docs/git.md shows how), or take one of them with “git checkout --ours” or “git checkout --theirs”.',
    ],
    [
      '{"a": $NAME, "b": 1}',
      'task.json, line 1, column 7, /a: The placeholder “$NAME” is not in quotes, so this is not JSON yet. Put it in double quotes, or fill in the value.',
    ],
    [
      '{"a": {{cmd "x"}}}',
      'task.json, line 1, column 7, /a: The placeholder “{{cmd "x"}}” is not in quotes, so this is not JSON yet. Put it in double quotes, or fill in the value.',
    ],
    [
      '{"a": 1,\n  $$$PART$$$\n  "b": 2}',
      'task.json, line 2, column 3: The placeholder “$$$PART$$$” stands where a member belongs, so this is not JSON yet. Put the member in its place, such as "name": "value", or delete it.',
    ],
    [
      '{"a": <PORT NUMBER>}',
      'task.json, line 1, column 7, /a: The placeholder “<PORT NUMBER>” is not in quotes, so this is not JSON yet. Put it in double quotes, or fill in the value.',
    ],
    [
      '{"a": [1, ...]}',
      'task.json, line 1, column 11, /a/1: “...” stands for something left out. Fill it in, or delete it.',
    ],
    [
      '{"a": boolean}',
      'task.json, line 1, column 7, /a: “boolean” names a type; a value belongs here. Write true or false.',
    ],
    ['{"a": True}', 'task.json, line 1, column 7, /a: “True” is Python’s spelling. Write true.'],
    [
      "{'a': 1}",
      "task.json, line 1, column 2: “'a'” is in other quotation marks than JSON’s. Use double quotes: \".",
    ],
    ['{a: 1}', 'task.json, line 1, column 2: The member name “a” is not in double quotes. Write "a".'],
    [
      '{"a": yes}',
      'task.json, line 1, column 7, /a: “yes” is neither a text in double quotes, a number, true, false nor null. Put it in double quotes, or fill in the value.',
    ],
    [
      '{"a": "x"\n "b": 2}',
      'task.json, line 1, column 10, /a: A comma is missing before “"b"”. Add the comma here.',
    ],
    [
      '{"a": 1,}',
      'task.json, line 1, column 8, /a: There is a comma before the closing }. Delete the comma.',
    ],
    [
      '[1,,2]',
      'task.json, line 1, column 4, /1: There is a comma with nothing before it. Delete it, or write what is missing.',
    ],
    [
      '{"a": [1, 2}',
      'task.json, line 1, column 12, /a/1: A } closes nothing here: the [ of line 1 is still open. Close the brackets in the order they were opened.',
    ],
    [
      '{"a": {\n"b": 1}',
      'task.json, line 2, column 8, /a: The file ends too early: the { of line 1 is not closed. Add the missing }, or fetch the file again if it was cut off.',
    ],
    [
      '{"a": }',
      'task.json, line 1, column 7, /a: A value is missing before the }. Write the value, or delete the member.',
    ],
    ['{"a" 1}', 'task.json, line 1, column 6, /a: A colon is missing before “1”. Write "name": value.'],
    [
      '{"a": 1} {"b": 2}',
      'task.json, line 1, column 10: There is more after the end of the JSON: “{”. Delete it, or put several documents into one list: [ …, … ].',
    ],
    [
      '{"a": 1, // why\n"b": 2}',
      'task.json, line 1, column 10: A comment is not allowed in JSON. Delete it.',
    ],
    [
      '{"a": 007}',
      'task.json, line 1, column 8, /a: A number begins with a zero. Delete the zero, or put the number in double quotes.',
    ],
    [
      '{"a": .5}',
      'task.json, line 1, column 7, /a: The number “.5” is written wrongly. Write it as in 0.5 or 12.',
    ],
    [
      '{"a": "C:\\data"}',
      'task.json, line 1, column 7, /a: A backslash in this text begins an escape that JSON does not know. Write a backslash as \\\\.',
    ],
    [
      '{"a": "two\nlines"}',
      'task.json, line 1, column 7, /a: A text is not closed in its line. Close it with a double quote; write a line break as \\n.',
    ],
    [
      '{"a":\u00a01}',
      'task.json, line 1, column 6, /a: An invisible character stands here that JSON does not allow. Delete it, or replace it by a plain blank.',
    ],
    [
      '# ours\n\nfamily: orders\n',
      'task.json, line 1, column 1: This is YAML, not JSON. If it holds a task definition, convert it to JSON first, for example with “yq -o json”.',
    ],
    [
      'resource "aws_ecs_task_definition" "a" {\n}',
      'task.json, line 1, column 1: This is Terraform, not JSON. Take the JSON from “terraform show -json”, or copy it out of the file.',
    ],
    [
      '<!doctype html>',
      'task.json, line 1, column 1: This is HTML or XML, not JSON. Choose a file that holds JSON.',
    ],
    [
      '{"a": 12345678901234567890}',
      'task.json, line 1, column 7: The number 12345678901234567890 can’t be kept exactly. Write it with fewer digits, or put it in double quotes.',
    ],
    [
      '{"a": 1e400}',
      'task.json, line 1, column 7: The number 1e400 can’t be kept exactly. Write it with fewer digits, or put it in double quotes.',
    ],
  ])('%s', (text, expected) => {
    expect(said(text)).toBe(expected)
  })

  test('any text either parses or gets a place inside it, what and how to mend', () => {
    const soup = fc
      .array(
        fc.oneof(
          json.map((v) => JSON.stringify(v)),
          fc.constantFrom(...'{}[],:"\\ \n$<.0-#/', 'true', '${A}'),
        ),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(soup, (text) => {
        const result = parseJson(text)
        if (result.ok) return
        const { line = 0, column = 0, what, mend } = result.error
        expect(english(what)).toMatch(/^[^\n]+\.$/)
        expect(english(mend)).toMatch(/^[^\n]+\.$/)
        const lines = text.split('\n')
        expect(line).toBeGreaterThan(0)
        expect(line).toBeLessThanOrEqual(lines.length)
        expect(column).toBeGreaterThan(0)
        expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
      }),
      { numRuns: 500 },
    )
  })

  test('the limits hold: at the limit it is read, one above it is refused', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    expect(parseJson(nested(limits.jsonDepth)).ok).toBe(true)
    expect(said(nested(limits.jsonDepth + 1))).toContain('nested 65 deep; at most 64')
    expect(said(nested(500_000))).toContain('nested 500000 deep; at most 64')
    const long = (bytes: number) => `"${'가'.repeat((bytes - 2) / 3)}"`
    expect(parseJson(long(302), 'x.json', 302).ok).toBe(true)
    expect(parseJson(long(302), 'x.json', 301).ok).toBe(false)
  })
})
