/** What is imported and exported in the same format comes back with the same texts, whatever stands in them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameJson } from '../basics/json'
import { describeFailure } from '../basics/result'
import { exportFormats } from '../exports/registry'
import { text } from '../testing/arbitraries'
import { samples } from '../testing/fuzz/seeds'
import { payloads } from '../testing/payloads'
import { figure, runs } from '../testing/runs'
import { importFiles } from './import-files'
import { importFormats } from './registry'

const bothWays = importFormats.flatMap((format) => {
  const back = exportFormats.find(({ id }) => id === format.id)
  // Formats that are written in other languages have their round trips beside them.
  return back?.fileNames.endsWith('.json') ? [[format.id, format, back] as const] : []
})

/** Words that decide what a file is stay as they are. */
const isStructure = (value: string) => /^[A-Z_-]+$/.test(value)

/** A copy of JSON in which each text is another one. */
function retold(value: unknown, other: () => string): unknown {
  if (typeof value === 'string') return isStructure(value) ? value : other()
  if (Array.isArray(value)) return value.map((item) => retold(item, other))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, retold(item, other)]))
}

test.each(bothWays)('%s', { timeout: 60_000 }, (id, format, back) => {
  const [sample = ''] = samples[id] ?? []
  const texts = fc.array(fc.oneof(text, fc.constantFrom(...payloads)), { minLength: 40, maxLength: 40 })
  const count = runs(500, 10_000)
  fc.assert(
    fc.property(texts, (words) => {
      let n = 0
      const written = retold(JSON.parse(sample), () => words[n++ % words.length] as string)
      const imported = importFiles([{ name: 'a.json', text: JSON.stringify(written) }], { format })
      if (!imported.ok) throw new Error(describeFailure(imported.error))
      const [file] = back.export(imported.value.design).files
      expect(sameJson(JSON.parse(file?.content ?? ''), written)).toBe(true)
    }),
    { numRuns: count },
  )
  figure('R18', `${id}: ${count} designs of odd texts come back as they were`)
})
