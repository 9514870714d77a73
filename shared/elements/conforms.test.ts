import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { json } from '../testing/arbitraries'
import { conformanceTo } from './conforms'
import { kinds } from './registry'

/** Mostly what a schema asks for, and here and there anything else. */
function near(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: right(schema), weight: 30 }, { arbitrary: json, weight: 1 })
}

function right(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
    case 'custom':
      return fc.string({ maxLength: 3 })
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.oneof(fc.integer(), fc.double())
    case 'optional':
      return fc.option(near(def.innerType), { nil: undefined, freq: 2 })
    case 'array':
      return fc.array(near(def.element), { maxLength: 2 })
    case 'record':
      return fc.dictionary(fc.string({ maxLength: 3 }), near(def.valueType), { maxKeys: 2 })
    case 'object': {
      const members = Object.entries(def.shape).map(([key, member]) => [key, near(member)])
      return fc.record(Object.fromEntries(members), { requiredKeys: [] })
    }
    default:
      return json
  }
}

describe('tells what zod tells', () => {
  test.each(kinds.map((kind) => [kind.kind, kind.spec] as const))('of a %s', (_, schema) => {
    fc.assert(
      fc.property(near(schema), (value) => {
        expect(conformanceTo(schema)(value)).toBe(schema.safeParse(value).success)
      }),
      { numRuns: 50 },
    )
  })

  test.each([
    ['a bound', z.string().max(2), ['ab', 'abc', 3]],
    ['a refinement', z.object({ a: z.number().refine((n) => n > 1) }), [{ a: 1 }, { a: 2 }]],
    ['another type', z.union([z.string(), z.null()]), ['a', null, 1]],
    ['a member that has to be there', z.object({ a: z.string() }), [{}, { a: '' }, { a: undefined }]],
    ['a key that every object inherits', z.record(z.string(), z.string()), [JSON.parse('{"__proto__":1}')]],
    ['numbers', z.number(), [1, -0.5, Number.NaN, Number.POSITIVE_INFINITY, '1']],
    ['whole numbers', z.int(), [1, 0.5, 2 ** 53, Number.NaN]],
  ])('of %s', (_, schema, values) => {
    for (const value of values) {
      expect(conformanceTo(schema)(value), JSON.stringify(value)).toBe(schema.safeParse(value).success)
    }
  })
})

it('is worked out once for a schema', () => {
  const schema = z.object({ a: z.string() })
  expect(conformanceTo(schema)).toBe(conformanceTo(schema))
})
