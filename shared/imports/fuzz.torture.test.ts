/**
 * Any bytes in any importer give a design or a clear error, and nothing is too long for them. The inputs are made from a
 * seed and a number; FUZZ_SEED and FUZZ_INPUTS choose other ones.
 */
import { expect, test } from 'vitest'
import { faultOf } from '../testing/fuzz/attack'
import { fuzz } from '../testing/fuzz/fuzz'
import { samples } from '../testing/fuzz/seeds'
import { figure, runs } from '../testing/runs'
import { formatOf } from './import-files'
import { importFormats } from './registry'

const seed = runs(1, 1, 'FUZZ_SEED')

test.each(importFormats.map(({ id }) => id))('%s has samples that are taken for it', (id) => {
  expect(samples[id]?.length ?? 0).toBeGreaterThan(0)
  for (const text of samples[id] ?? []) expect(formatOf({ name: 'x', text })?.id).toBe(id)
})

test.each([
  ['a design or a clear error', false, 'R13'],
  ['the same where nobody can change Object.prototype', true, 'R15'],
] as const)('any bytes give %s', { timeout: 3_600_000 }, async (_, frozen, promise) => {
  const inputs = frozen ? runs(500, 100_000, 'FUZZ_INPUTS') : runs(2_000, 100_000, 'FUZZ_INPUTS')
  const findings = await fuzz({ seed, inputs, frozen })
  figure(
    promise,
    `${inputs} inputs from seed ${seed}${frozen ? ', prototype frozen' : ''}: ${findings.length} faults`,
  )
  expect(findings).toEqual([])
})

test.each(['throw', 'abort'] as const)('an input that makes the reader %s would be found', async (fault) => {
  const findings = await fuzz({ seed, inputs: 4, fault })
  expect(findings.map(({ number }) => number)).toEqual([1])
})

test('a failure without its parts would be found', () => {
  const whole = { code: 'json-syntax', file: 'input.file', what: 'It is broken.', mend: 'Mend it.' }
  expect(faultOf(whole)).toBeUndefined()
  for (const broken of [
    { ...whole, code: '' },
    { ...whole, file: undefined },
    { ...whole, what: 'broken' },
    { ...whole, mend: '' },
    { ...whole, what: 'It is undefined.' },
    { ...whole, what: `It is ${'x'.repeat(2_000)}.` },
  ]) {
    expect(faultOf(broken)).toBeDefined()
  }
})
