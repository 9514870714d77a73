import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameJson } from '../basics/json'
import { readDesign } from '../design/serialize'
import { taskDefinitionExport } from '../exports/task-definition'
import { json, objectOf, text } from '../testing/arbitraries'
import { english } from '../texts/text'
import { places } from './collect/places'
import { formatOf, importFiles } from './import-files'

const file = (content: unknown) => ({
  name: 'x.json',
  text: typeof content === 'string' ? content : JSON.stringify(content),
})

test('the format is recognised by the content', () => {
  expect(formatOf(file({ family: 'a' }))?.id).toBe('task-definition')
  expect(formatOf(file([{ image: 'nginx' }]))?.id).toBe('task-definition')
  expect(formatOf(file({ Statement: [] }))).toBeUndefined()
})

/** Task definitions with odd values, and odd texts at the places that import reads. */
const odd = fc
  .tuple(
    objectOf(json),
    fc.array(fc.tuple(fc.constantFrom(...Object.keys(places['task-definition'] ?? {})), text), {
      maxLength: 6,
    }),
  )
  .map(([members, texts]) => {
    const body: Record<string, unknown> = { ...members, family: 'x' }
    for (const [path, value] of texts) put(body, path.split('/').slice(1), value)
    return body
  })

function put(node: Record<string, unknown>, [head = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) node[head] = value
  else if (rest[0] === '*') {
    const list = Array.isArray(node[head]) ? node[head] : []
    const item = rest.length === 1 ? value : {}
    if (rest.length > 1) put(item as Record<string, unknown>, rest.slice(1), value)
    node[head] = [...list, item]
  } else {
    const inner = (
      typeof node[head] === 'object' && node[head] !== null && !Array.isArray(node[head]) ? node[head] : {}
    ) as Record<string, unknown>
    put(inner, rest, value)
    node[head] = inner
  }
}

describe('any task definition', () => {
  test('becomes a valid design and comes back as it was', () => {
    fc.assert(
      fc.property(odd, (body) => {
        const result = importFiles([file(body)])
        if (!result.ok) throw new Error(english(result.error.what))
        expect(readDesign(result.value.design).ok).toBe(true)
        const [exported] = taskDefinitionExport.export(result.value.design).files
        expect(sameJson(JSON.parse(exported!.content), JSON.parse(JSON.stringify(body)))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('every note points at something in the file', () => {
    fc.assert(
      fc.property(odd, (body) => {
        const result = importFiles([file(body)])
        for (const note of result.ok ? result.value.report.notes : []) {
          expect(english(note.text)).toMatch(/\.$/)
          expect(english(note.text)).not.toMatch(/undefined|\[object|NaN/)
          expect(note.file).toBe('x.json')
        }
      }),
    )
  })
})

test('any text gives a design or a clear failure', () => {
  const soup = fc.oneof(
    text,
    json.map((value) => JSON.stringify(value)),
    fc
      .array(
        fc.constantFrom('{', '}', '[', ']', ',', ':', '"family"', '"a"', '1', 'null', '$X', '...', ' ', '\n'),
      )
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(soup, (content) => {
      const result = importFiles([file(content)])
      if (result.ok) return
      const { file: name } = result.error
      const what = english(result.error.what)
      const mend = english(result.error.mend)
      expect(name).toBe('x.json')
      expect(what).toMatch(/\.$/)
      expect(mend).toMatch(/\.$/)
      expect(what + mend).not.toMatch(/undefined|\[object|NaN/)
    }),
    { numRuns: 1000 },
  )
})
