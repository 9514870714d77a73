/**
 * No file of the app turns a text into code or markup, no reader of files reaches for anything but what it is given, and
 * none converts what it read in a way that throws.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** Members, attributes and functions through which a text becomes markup or code. */
const SINKS = new Set([
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'srcdoc',
  'srcDoc',
  'createContextualFragment',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'eval',
  'Function',
])
/** Ways out of the process, for importers, exporters and all else of the core. */
const WAYS_OUT = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts'])

/** Functions that throw on what a file may hold; the core has its own in their place. */
const CONVERSIONS = new Set(['String', 'Number'])
const CONVERT = 'shared/basics/convert.ts'

interface Node {
  readonly type: string
  readonly [member: string]: unknown
}

/** What a file has that it may not have. */
function bannedIn(file: string, code: string): readonly string[] {
  const found = new Set<string>()
  const isCore = /^shared\//.test(file)
  const visit = (node: unknown, parent: Node | undefined, at: string): void => {
    if (Array.isArray(node)) for (const item of node) visit(item, parent, at)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    const { type, name, value } = node as Node
    if (/^(?:JSX)?Identifier$/.test(type) && typeof name === 'string') {
      if (SINKS.has(name)) found.add(name)
      // As the name of a member it is somebody's own.
      const isMember = (at === 'property' || at === 'key') && parent?.computed !== true
      if (isCore && WAYS_OUT.has(name) && !isMember) found.add(name)
      // `Number.isInteger` converts nothing.
      if (isCore && file !== CONVERT && CONVERSIONS.has(name) && !isMember && at !== 'object') found.add(name)
    }
    if (type === 'Literal' && at === 'property' && SINKS.has(String(value))) found.add(String(value))
    if (type === 'CallExpression' && isDocumentWrite(node as Node)) found.add('document.write')
    for (const [member, inner] of Object.entries(node)) {
      // Types are gone at run time.
      if (!/^(?:typeAnnotation|typeParameters|typeArguments|returnType)$/.test(member))
        visit(inner, node as Node, member)
    }
  }
  visit(parseAst(code, { lang: file.endsWith('x') ? 'tsx' : 'ts' }), undefined, '')
  return [...found]
}

function isDocumentWrite({ callee }: Node): boolean {
  const { object, property } = callee as { object?: Node; property?: Node }
  return object?.name === 'document' && /^write(?:ln)?$/.test(String(property?.name))
}

const files = ['shared', 'renderer', 'electron'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .map((file) => `${folder}/${file}`.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\//.test(file)),
)

test('no file has any of it', () => {
  expect(files.length).toBeGreaterThan(500)
  const found = files.flatMap((file) =>
    bannedIn(file, readFileSync(join(ROOT, file), 'utf8')).map((what) => `${file}: ${what}`),
  )
  expect(found).toEqual([])
})

describe('it would be found', () => {
  test.each([
    ['renderer/x.ts', 'node.innerHTML = text', 'innerHTML'],
    ['renderer/x.ts', "node['innerHTML'] = text", 'innerHTML'],
    [
      'renderer/x.tsx',
      'const a = <p dangerouslySetInnerHTML={{ __html: text }} />',
      'dangerouslySetInnerHTML',
    ],
    ['renderer/x.tsx', 'const a = <iframe srcDoc={text} />', 'srcDoc'],
    ['renderer/x.ts', 'node.insertAdjacentHTML("beforeend", text)', 'insertAdjacentHTML'],
    ['electron/x.ts', 'eval(text)', 'eval'],
    ['electron/x.ts', 'new Function(text)()', 'Function'],
    ['renderer/x.ts', 'document.write(text)', 'document.write'],
    ['shared/imports/x.ts', 'await fetch(address)', 'fetch'],
    ['shared/imports/x.ts', 'new WebSocket(address)', 'WebSocket'],
    ['shared/rules/x.ts', 'String(value)', 'String'],
    ['shared/rules/x.ts', 'list.map(Number)', 'Number'],
  ])('in %s: %s', (file, code, what) => expect(bannedIn(file, code)).toContain(what))

  test('and nothing in what is allowed', () => {
    expect(bannedIn('shared/x.ts', 'const a: Function = b.fetch; const c = { fetch: 1 }')).toEqual([])
    expect(bannedIn('shared/x.ts', 'Number.isInteger(a) ? String.raw`b` : Number.NaN')).toEqual([])
    expect(bannedIn('renderer/x.ts', 'String(1)')).toEqual([])
  })
})
