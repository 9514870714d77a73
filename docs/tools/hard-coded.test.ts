/** Holds the renderer to its catalogues: whatever people read is in renderer/strings, in every language. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { hardCoded } from './hard-coded'

const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Whole files of names: whose work is inside, with licences; what languages call themselves; what is searched for and never
 * shown.
 */
const ALLOWED = new Set([
  'renderer/overlays/credits.ts',
  'renderer/strings/language.ts',
  'renderer/search/hangul-names.ts',
])

/** What is called like a text and is none: how much of a figure is painted. */
const NO_TEXTS = new Set(['renderer/canvas/paint.ts full'])

const files = readdirSync(`${root}renderer`, { recursive: true, encoding: 'utf8' })
  .map((file) => `renderer/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .filter((file) => !/^renderer\/(strings\/(en|ko)|testing)\//.test(file) && !ALLOWED.has(file))

it('nothing that people read is hard-coded', () => {
  const found = files
    .flatMap((file) => hardCoded(file, readFileSync(`${root}${file}`, 'utf8')))
    .filter(({ file, text }) => !NO_TEXTS.has(`${file} ${text}`))
  expect(found.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([])
})

describe('a text counts as hard-coded', () => {
  const texts = (code: string) => hardCoded('some.tsx', code).map(({ text }) => text)

  it('in JSX', () => {
    expect(texts('<p>Hello</p>')).toEqual(['Hello'])
    expect(texts("<p>{on ? 'On' : 'off'}</p>")).toEqual(['On', 'off'])
  })
  it('as an attribute or property that is shown', () => {
    expect(texts('<button aria-label="Close" className="big" />')).toEqual(['Close'])
    expect(texts('const it = { id: "close", label: `Close ${name}` }')).toEqual(['Close'])
  })
  it('as the name of an undo step or something to read out', () => {
    expect(texts("app.edit('Move', recipe); app.announce(`Moved ${name}`)")).toEqual(['Move', 'Moved'])
  })
  it('as a sentence anywhere', () => {
    expect(texts("const texts = ['Move by hand', 'kebab-case', 'Plain']")).toEqual(['Move by hand'])
  })
  it('but not as a call of the strings, a name, or the message of a bug', () => {
    expect(texts("<p title={t('a.title')}>{words(title)} · JSON</p>")).toEqual([])
    expect(texts("throw new Error('This is a bug.')")).toEqual([])
  })
})
