/**
 * Every regular expression that a foreign text can reach answers in time: ten times the text may take fifteen times as
 * long, not a hundred. All of the core's are taken from its sources, so that a new one is tested on arrival.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { describe, expect, test } from 'vitest'
import { figure, runs } from '../../shared/testing/runs'

const ROOT = join(import.meta.dirname, '../..')
const FOLDERS = ['shared', 'renderer', 'electron']

/** The longer text is as long as any text may be in a file. */
const SHORT = runs(2_000, 6_000)
const LONG = 10 * SHORT
/** Less than this is no trouble, whatever the ratio. */
const NOTHING_MS = 60
const RATIO = 15

interface Pattern {
  readonly place: string
  readonly pattern: RegExp
}

interface Node {
  readonly type: string
  readonly start: number
  readonly regex?: { readonly pattern: string; readonly flags: string }
  readonly [member: string]: unknown
}

/** The regular expressions that are written in a file. */
function patternsOf(file: string, code: string): Pattern[] {
  const found: Pattern[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return void node.map(visit)
    if (typeof node !== 'object' || node === null) return
    const { type, regex, start } = node as Node
    if (type === 'Literal' && regex) {
      const place = `${file}:${code.slice(0, start).split('\n').length} /${regex.pattern}/${regex.flags}`
      found.push({ place, pattern: new RegExp(regex.pattern, regex.flags) })
    }
    for (const value of Object.values(node)) visit(value)
  }
  visit(parseAst(code, { lang: file.endsWith('x') ? 'tsx' : 'ts' }))
  return found
}

const patterns = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .map((file) => `${folder}/${file}`.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\/|\/strings\//.test(file))
    .flatMap((file) => patternsOf(file, readFileSync(join(ROOT, file), 'utf8'))),
)

/** What makes patterns of our kind try again and again; each is repeated, and then a text ends that does not fit. */
const UNITS = [
  ...'aA0 -_./:,;"\'\\{}[]()<>$%@#*~+=|!?&^`\t\n\u00e9\uac00\u202e\ud800',
  ...[
    'a ',
    'aA',
    'a-',
    'a.',
    'a/',
    'a:',
    '0.',
    '0-',
    '{{',
    '}}',
    '${',
    '$$$',
    '$(',
    '<a',
    '<a ',
    '@{',
    '@@',
    '#{',
    '\\"',
    '""',
  ],
  ...['arn:', 'a=', '://', 'a@', '[a', '"a', '%a', '\r\n', '*/', '/*', '--', '->', '**', '()', '<!--'],
]
const ENDS = [
  ['', ''],
  ['', '\u0001'],
  ['', '\n!'],
  ['!a', '\u0001'],
] as const

function pumped(pattern: RegExp, length: number): string[] {
  // Words of the pattern's own are the way into it.
  const words = pattern.source.match(/[A-Za-z][A-Za-z-]+:?/g) ?? []
  return [...UNITS, ...words.slice(0, 4)].flatMap((unit) =>
    ENDS.map(([start, end]) => start + unit.repeat(Math.ceil(length / unit.length)) + end),
  )
}

/** Milliseconds that the pattern takes to find all that it finds. */
function time(pattern: RegExp, text: string): number {
  pattern.lastIndex = 0
  const start = performance.now()
  if (pattern.global) text.replace(pattern, '')
  else pattern.test(text)
  return performance.now() - start
}

/** A pattern that takes too long does so every time; what else the machine does comes and goes. */
const ROUNDS = 6

/** What the longer text and its tenth took in the last round, where the difference is too much in every one. */
function tooLong(pattern: RegExp, text: string, tenth: string): string | undefined {
  let measured: string | undefined
  for (let round = 0; round < ROUNDS; round++) {
    const long = time(pattern, text)
    if (long < NOTHING_MS) return undefined
    const base = Math.min(...[1, 2, 3].map(() => time(pattern, tenth)))
    if (long <= RATIO * base) return undefined
    measured = `${long.toFixed(0)} ms, a tenth of it ${base.toFixed(2)} ms`
  }
  return measured
}

/** The text that takes too long, cut; undefined where none does. */
function slow(pattern: RegExp): string | undefined {
  const short = pumped(pattern, SHORT)
  for (const [i, text] of pumped(pattern, LONG).entries()) {
    const measured = tooLong(pattern, text, short[i] as string)
    if (measured !== undefined) return `${JSON.stringify(text.slice(0, 12))}…: ${measured}`
  }
  return undefined
}

describe('a pattern takes no more than fifteen times as long for ten times the text', () => {
  test('all that are written in the sources', { timeout: 60_000 }, () => {
    expect(patterns.length).toBeGreaterThan(100)
    const found = patterns.flatMap(({ place, pattern }) => {
      const text = slow(pattern)
      return text === undefined ? [] : [`${place} with ${text}`]
    })
    figure('R14', `${patterns.length} patterns, ${found.length} of them slow`)
    expect(found).toEqual([])
  })

  test.each([/\{\{.*?\}\}/, /\s+$/])('%s would be found', (pattern) => {
    expect(slow(pattern)).toBeDefined()
  })
})
