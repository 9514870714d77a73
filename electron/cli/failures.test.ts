/**
 * Every failure of the core has an example here: it says what, where and how to mend it, in both languages, in words for
 * people. A new code without an example fails the test.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../shared/basics/decode'
import { limits } from '../../shared/basics/limits'
import { describeFailure, type Failure, type Result } from '../../shared/basics/result'
import { parsePriceTable } from '../../shared/cost/price-table'
import { emptyDesign } from '../../shared/design/design'
import { readBack } from '../../shared/design/file-text'
import { parseDesign, parseJson } from '../../shared/design/serialize'
import { importFiles } from '../../shared/imports/import-files'
import { importFormats } from '../../shared/imports/registry'
import { taskDefinitionImport } from '../../shared/imports/task-definition'
import { parseHcl } from '../../shared/testing/hcl-parser'
import { korean } from '../../shared/texts/ko/korean'
import { translator } from '../../shared/texts/translate'
import type { Io } from './io'
import { nodeIo } from './node-io'
import { run } from './run'

const FILE = 'orders.json'
const SHARED = join(import.meta.dirname, '../../shared')

const design = (members: object) => parseDesign(JSON.stringify({ ...emptyDesign('x'), ...members }), FILE)
const bytes = (...list: number[]) => decodeText(FILE, Uint8Array.from(list))
const imported = (text: string) => importFiles([{ name: FILE, text }])

const examples: Readonly<Record<string, readonly Result<unknown>[]>> = {
  'file-encoding': [bytes(0xff, 0xfe), bytes(0x7b, 0xff)],
  'json-syntax': [
    '',
    '{',
    '{"a": 1,}',
    '{"a" 1}',
    '<html></html>',
    'a: 1',
    "{'a': 1}",
    '{"a": ...}',
    'undefined',
    '{"a":NaN}',
  ].map((text) => parseJson(text, FILE)),
  'merge-markers': [parseJson('{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> other\n}', FILE)],
  'json-number': [parseJson('{"a": 1e400}', FILE)],
  'too-large': [parseJson('{}'.padEnd(101), FILE, 100)],
  'too-deep': [
    parseJson('['.repeat(70), FILE),
    imported(`{"family":"x","a":${'['.repeat(62)}${']'.repeat(62)}}`),
  ],
  'too-long': [
    parseJson(JSON.stringify('x'.repeat(limits.textLength + 1)), FILE),
    design({ name: 'x'.repeat(256) }),
    design({ elements: { a: { kind: 'note', spec: {}, label: 'x'.repeat(limits.labelLength + 1) } } }),
  ],
  'too-many': [
    imported(JSON.stringify({ volumes: Array(limits.listItems + 1).fill(1), family: 'x' })),
    imported(JSON.stringify(Array(limits.containers + 1).fill({ image: 'x' }))),
  ],
  'too-far': [design({ layout: { a: { x: 1e21, y: 0 } } })],
  'not-a-design': [parseDesign('{}', FILE)],
  'format-unknown': [design({ format: 'fairlead/x' })],
  'format-newer': [design({ format: 'fairlead/9' })],
  'design-shape': [
    { name: 1 },
    { name: undefined },
    { elements: [] },
    { elements: { A: { kind: 'note', spec: {} } } },
    { elements: { a: { kind: '', spec: {} } } },
    { layout: { a: { x: 1, y: 1, width: 0 } } },
    { waivers: { a: { rule: 'a', element: 'a', reason: 'a', author: 'a', expires: 'soon' } } },
    { elements: { ['x'.repeat(300)]: { kind: 'note', spec: {} } } },
  ].map(design),
  'not-prices': [parsePriceTable('{}', FILE), parsePriceTable('[1]', FILE)],
  'not-read-back': [named(readBack(emptyDesign('x'), () => JSON.stringify(emptyDesign('y'))))],
  'yaml-syntax': ['a:\n\tb: 1', 'a: b: c', 'a: [1', 'a: "b', 'a: @b'].map(imported),
  'yaml-alias': ['a: *b', 'a: &a [*a]'].map(imported),
  'yaml-key': ['? [a]\n: b'].map(imported),
  'not-recognised': [
    '[]',
    '{}',
    '1',
    '"a"',
    'null',
    '',
    'a text',
    '{"Statement":[]}',
    '{"dependencies":{}}',
    '[{}]',
  ].map(imported),
  'no-parser': [imported('resource "aws_vpc" "main" {}')],
  'not-hcl': ['resource "aws_vpc" "main" {', '# a\nresource "aws_vpc" "main" { cidr_block = }'].map((text) =>
    importFiles([{ name: FILE, text }], { parsers: { hcl: parseHcl } }),
  ),
  'not-a-task-definition': ['[]', '{}', '1', 'null', '{"services":{}}'].map((text) =>
    importFiles([{ name: FILE, text }], { format: taskDefinitionImport }),
  ),
}

/** As the app adds it where the core does not know the file. */
function named<T>(result: Result<T>): Result<T> {
  return result.ok ? result : { ok: false, error: { ...result.error, file: FILE } }
}

interface Node {
  readonly type: string
  readonly [member: string]: unknown
}

/** The codes of failures in a file: of objects with a code that are no notes, which have a `text`. */
function codesIn(code: string): string[] {
  const found: string[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ((node as Node).type === 'ObjectExpression') {
      const properties = (node as unknown as { properties: { key?: Node; value?: Node }[] }).properties
      const names = properties.map(({ key }) => String(key?.name ?? ''))
      const value = properties[names.indexOf('code')]?.value
      const isFailure = names.includes('mend') || (names.includes('') && !names.includes('text'))
      if (value?.type === 'Literal' && isFailure) found.push(String(value.value))
    }
    for (const inner of Object.values(node)) visit(inner)
  }
  visit(parseAst(code, { lang: 'ts' }))
  return found
}

test('there is an example for each code of the core, and none for another one', () => {
  const folders = ['basics', 'cost', 'design', 'imports', 'merge'].map((folder) => join(SHARED, folder))
  const codes = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .flatMap((file) => codesIn(readFileSync(join(folder, file), 'utf8'))),
  )
  expect([...new Set(codes)].sort()).toEqual(Object.keys(examples).sort())
})

/** What a person could not use. */
function faults({ code, file, line, pointer, what, mend, limit, actual }: Failure, said: string): string[] {
  const quoted = /“[^”]*”/g
  return [
    ...(/^[a-z]+(?:-[a-z]+)*$/.test(code) ? [] : ['code']),
    ...(file === FILE ? [] : ['file']),
    ...(line !== undefined || pointer !== undefined || WHOLE_FILE.has(code) ? [] : ['place']),
    ...(what !== '' && mend !== '' ? [] : ['what or mend']),
    ...(!code.startsWith('too-') || (limit !== undefined && actual !== undefined)
      ? []
      : ['limit and actual']),
    ...(/\bundefined\b|\[object|\bNaN\b|\bat .*:\d+:\d+|Error:|Invalid input/.test(said.replace(quoted, ''))
      ? ['words']
      : []),
    ...([...said.matchAll(quoted)].every(([text]) => text.length <= 82)
      ? []
      : ['a value of more than 80 characters']),
  ]
}

/** Those about all of the file. */
const WHOLE_FILE = new Set([
  'file-encoding',
  'too-large',
  'not-a-design',
  'not-recognised',
  'not-a-task-definition',
])

const inKorean = translator(korean)

describe.each(Object.entries(examples))('%s', (code, results) => {
  test.each(results.map((result, i) => [i + 1, result] as const))(
    'example %d says all of it',
    (_, result) => {
      if (result.ok) throw new Error('It did not fail.')
      const { error } = result
      expect(error.code).toBe(code)
      const said = describeFailure(error)
      expect(faults(error, said), said).toEqual([])
      const saidInKorean = describeFailure(error, inKorean)
      expect(faults(error, saidInKorean), saidInKorean).toEqual([])
      expect(inKorean(error.what)).toMatch(/[가-힣]/)
      expect(inKorean(error.mend)).toMatch(/[가-힣]/)
    },
  )
})

test('an importer that is given nonsense says so in the same way', () => {
  for (const format of importFormats) {
    const result = importFiles([{ name: FILE, text: '\u0000' }], { format })
    if (!result.ok) expect(faults(result.error, describeFailure(result.error))).toEqual([])
  }
})

test('the command line refuses what is too large before it reads it', async () => {
  let said = ''
  const io: Io = {
    ...nodeIo('assets', '1.2.3'),
    stat: async () => ({ is: 'file', size: limits.designBytes + 1 }),
    readFile: () => Promise.reject(new Error('read anyway')),
    stderr: (text) => {
      said += text
    },
  }
  expect(await run(['validate', 'huge.json'], io)).toBe(2)
  expect(said).toBe(
    'fairlead: huge.json: The file has 32.0 MiB; at most 32.0 MiB can be read. Choose a smaller file, or split it.\n',
  )
})

test('what lacks a part would be found', () => {
  const whole = { code: 'a-b', file: FILE, line: 1, what: 'It is broken.', mend: 'Mend it.' }
  expect(faults(whole, 'It is broken.')).toEqual([])
  expect(faults({ ...whole, code: 'A' }, '')).toEqual(['code'])
  expect(faults({ ...whole, file: undefined }, '')).toEqual(['file'])
  expect(faults({ code: 'a', file: FILE, what: 'a', mend: 'b' }, '')).toEqual(['place'])
  expect(faults({ ...whole, code: 'too-a' }, '')).toEqual(['limit and actual'])
  expect(faults(whole, 'It is undefined.')).toEqual(['words'])
  expect(faults(whole, `“${'x'.repeat(90)}”`)).toEqual(['a value of more than 80 characters'])
})
