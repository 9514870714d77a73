/** Values that fit a zod schema, or nearly, for tests that send what nobody would. */
import fc, { type Arbitrary } from 'fast-check'
import { z } from 'zod'

/** Texts that mean something to somebody: paths, prototypes, code, marks that turn writing round. */
const nasty = fc.constantFrom(
  '',
  '..',
  '../../etc/passwd',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\server\\share',
  'file:///etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'a\0b',
  '\u202egnp.exe',
  '\ud800',
  '<img src=x onerror=alert(1)>',
  'CON',
  'x'.repeat(5000),
)

/** Builds values of a schema; `known` are ids that the host has granted. */
export function arbitraryOf(schema: z.core.$ZodType, known: readonly string[]): Arbitrary<unknown> {
  const of = (part: z.core.$ZodType): Arbitrary<unknown> => arbitraryOf(part, known)
  if (schema instanceof z.ZodUUID) return fc.oneof(fc.uuid(), fc.constantFrom(...known))
  if (schema instanceof z.ZodURL) {
    return fc.oneof(fc.webUrl({ validSchemes: ['https'] }), fc.webUrl(), nasty)
  }
  if (schema instanceof z.ZodString) return fc.oneof(fc.string(), nasty, fc.constantFrom(...known))
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodNumber) return fc.oneof(fc.integer(), fc.double())
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional) return of(schema.unwrap())
  if (schema instanceof z.ZodArray) return fc.array(of(schema.element), { maxLength: 4 })
  if (schema instanceof z.ZodTuple) return fc.tuple(...schema.def.items.map(of))
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(of))
  if (schema instanceof z.ZodRecord) {
    return fc.dictionary(fc.oneof(fc.string(), nasty), of(schema.valueType), { maxKeys: 4 })
  }
  if (schema instanceof z.ZodObject) {
    const entries = Object.entries<z.core.$ZodType>(schema.shape)
    const needed = entries.filter(([, part]) => !z.safeParse(part, undefined).success)
    return fc.record(Object.fromEntries(entries.map(([name, part]) => [name, of(part)])), {
      requiredKeys: needed.map(([name]) => name),
    })
  }
  // The only other kind in the contract: bytes.
  return fc.uint8Array({ maxLength: 64 })
}

const anything = fc.anything({ withTypedArray: true, withDate: true, withMap: true, withSet: true })

/** Lists of arguments: what fits, what nearly fits, and what doesn't. */
export function argumentsFor(args: z.ZodTuple, known: readonly string[]): Arbitrary<readonly unknown[]> {
  const fitting = arbitraryOf(args, known) as Arbitrary<unknown[]>
  const spoilt = fc
    .tuple(fitting, fc.nat(), anything)
    .map(([list, at, wrong]) => (list.length === 0 ? [wrong] : list.with(at % list.length, wrong)))
  const extended = fc
    .tuple(fitting, fc.nat(), fc.oneof(fc.string(), nasty), anything)
    .map(([list, at, name, more]) =>
      list.map((arg, i) => (i === at % list.length ? withMember(arg, name, more) : arg)),
    )
  return fc.oneof(
    { weight: 4, arbitrary: fitting },
    { weight: 2, arbitrary: spoilt },
    { weight: 2, arbitrary: extended },
    { weight: 1, arbitrary: fc.array(anything, { maxLength: 4 }) },
  )
}

/** The value with one member more; a text or number becomes an object that has only that. */
function withMember(value: unknown, name: string, member: unknown): object {
  const base = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  return Object.defineProperty({ ...base }, name, { value: member, enumerable: true, configurable: true })
}
