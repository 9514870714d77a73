/** R14: each limit at the limit, and one over it, five times in one process: some parsers die only later. */
import { expect, test } from 'vitest'
import { limits } from '../basics/limits'
import { describeFailure, type Result } from '../basics/result'
import { emptyDesign } from '../design/design'
import { parseDesign } from '../design/serialize'
import { figure, runs } from '../testing/runs'
import { importFiles } from './import-files'

const design = (members: object) => JSON.stringify({ ...emptyDesign('x'), ...members })
const record = (n: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: n }, (_, i) => [`e-${i}`, value]))
const note = (members: object) => ({ elements: { a: { kind: 'note', spec: {}, ...members } } })
const task = (members: object) => JSON.stringify({ family: 'x', ...members })
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

const open = (text: string) => parseDesign(text, 'x.file')
const imports = (text: string) => importFiles([{ name: 'x.file', text }])

interface Case {
  readonly limit: number
  readonly code: string
  readonly read: (text: string) => Result<unknown>
  /** A file that has so much of it. */
  readonly text: (amount: number) => string
}

const cases: Readonly<Record<string, Case>> = {
  'bytes of a design': {
    limit: limits.designBytes,
    code: 'too-large',
    read: open,
    text: (n) => design({}).padEnd(n),
  },
  'bytes of a task definition': {
    limit: limits.taskDefinitionBytes,
    code: 'too-large',
    read: imports,
    text: (n) => task({}).padEnd(n),
  },
  'bytes, not characters': {
    limit: limits.taskDefinitionBytes,
    code: 'too-large',
    read: imports,
    text: (n) => {
      const start = `${task({ tags: ['주'.repeat(60_000)] }).slice(0, -1)}`
      const bytes = new TextEncoder().encode(start).byteLength
      return `${start}${' '.repeat(n - bytes - 1)}}`
    },
  },
  'depth of a design': {
    limit: limits.jsonDepth,
    code: 'too-deep',
    read: open,
    text: (n) =>
      design({})
        .replace('}', `},"x":${nested(n - 1)}`)
        .replace('{}},"x"', '{},"x"'),
  },
  // In a design the spec of an import lies three levels deeper.
  'depth of an import': {
    limit: limits.jsonDepth - 3,
    code: 'too-deep',
    read: (text) => {
      const read = imports(text)
      // The failure is about the design that would be made.
      return read.ok
        ? read
        : {
            ...read,
            error: { ...read.error, limit: limits.jsonDepth - 3, actual: (read.error.actual ?? 0) - 3 },
          }
    },
    text: (n) => `{"family":"x","y":${nested(n - 1)}}`,
  },
  elements: {
    limit: limits.elements,
    code: 'too-many',
    read: open,
    text: (n) => design({ elements: record(n, { kind: 'note', spec: {} }) }),
  },
  connections: {
    limit: limits.connections,
    code: 'too-many',
    read: open,
    text: (n) => design({ connections: record(n, { from: 'a', to: 'b', meaning: 'calls' }) }),
  },
  'pixels of a place': {
    limit: limits.pixels,
    code: 'too-far',
    read: open,
    text: (n) => design({ layout: { a: { x: 0, y: -n } } }),
  },
  'pixels of a bend': {
    limit: limits.pixels,
    code: 'too-far',
    read: open,
    text: (n) => design({ routes: { a: { points: [{ x: n, y: 0 }] } } }),
  },
  'characters of a name': {
    limit: limits.nameLength,
    code: 'too-long',
    read: open,
    text: (n) => design({ name: '🚢'.repeat(n) }),
  },
  'characters of an element’s label': {
    limit: limits.labelLength,
    code: 'too-long',
    read: open,
    text: (n) => design(note({ label: 'x'.repeat(n) })),
  },
  'characters of a line’s label': {
    limit: limits.labelLength,
    code: 'too-long',
    read: open,
    text: (n) =>
      design({ connections: { a: { from: 'a', to: 'b', meaning: 'calls', label: 'x'.repeat(n) } } }),
  },
  'characters of a text': {
    limit: limits.textLength,
    code: 'too-long',
    read: open,
    text: (n) => design(note({ spec: { text: 'x'.repeat(n) } })),
  },
  'characters of a text, each written as an escape': {
    limit: limits.textLength,
    code: 'too-long',
    read: open,
    text: (n) => design(note({ spec: { text: '?' } })).replace('?', '\\ud83d\\udea2'.repeat(n)),
  },
  'characters of a member’s name': {
    limit: limits.textLength,
    code: 'too-long',
    read: imports,
    text: (n) => task({ ['x'.repeat(n)]: 1 }),
  },
  containers: {
    limit: limits.containers,
    code: 'too-many',
    read: imports,
    text: (n) => task({ containerDefinitions: Array(n).fill({ name: 'a', image: 'b' }) }),
  },
  'containers of a bare list': {
    limit: limits.containers,
    code: 'too-many',
    read: imports,
    text: (n) => JSON.stringify(Array(n).fill({ name: 'a', image: 'b' })),
  },
  'items of a list': {
    limit: limits.listItems,
    code: 'too-many',
    read: imports,
    text: (n) => task({ volumes: Array(n).fill({ name: 'a' }) }),
  },
}

test.each(Object.entries(cases))('%s', { timeout: 60_000 }, (_, { limit, code, read, text }) => {
  const [fits, over] = [text(limit), text(limit + 1)]
  // What is megabytes long is read twice in the ordinary tests.
  const times = code === 'too-large' || code === 'too-many' ? runs(2, 5) : 5
  for (let time = 0; time < times; time++) {
    const good = read(fits)
    expect(good.ok || describeFailure(good.error)).toBe(true)
    const bad = read(over)
    if (bad.ok) throw new Error('It was read.')
    expect(bad.error).toMatchObject({ code, limit, actual: limit + 1, file: 'x.file' })
    if (code !== 'too-large')
      expect(describeFailure(bad.error)).toMatch(/\d+ (?:deep|characters|items|elements|connections|pixels)/)
  }
})

test('figure', () => figure('R14', `${Object.keys(cases).length} limits hold, again and again`))
