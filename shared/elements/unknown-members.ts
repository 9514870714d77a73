/** Members of a spec that AWS's request does not have. */
import { z } from 'zod'
import { type Segment, toPointer } from '../basics/json'
import { memo } from '../basics/memo'
import type { Kind } from './kind'

export interface UnknownMember {
  readonly name: string
  /** JSON pointer of it in the spec. */
  readonly pointer: string
  /** What AWS takes in that place. */
  readonly known: readonly string[]
}

/** Every member, at any depth, that the kind's schema has no name for. What is in it is not looked at. */
export function unknownMembers(
  kind: Kind,
  spec: Readonly<Record<string, unknown>>,
): readonly UnknownMember[] {
  const shape = shapeOf(kind.spec)
  // Nearly every spec is free of them, so places are written down only where there are some.
  if (!holdsUnknown(shape, spec)) return NONE
  const found: UnknownMember[] = []
  walk(shape, spec, [], found)
  return found
}

const NONE: readonly UnknownMember[] = []

function holdsUnknown(shape: Shape, value: unknown): boolean {
  if (shape === null || typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((item) => holdsUnknown(shape, item))
  for (const name in value) {
    const known = shape.get(name)
    if (known === undefined) return true
    if (known !== null && holdsUnknown(known, (value as Readonly<Record<string, unknown>>)[name])) return true
  }
  return false
}

/** The members of an object, each with the members of its own; null where anything may stand. */
type Shape = ReadonlyMap<string, Shape> | null

/** What is known of a schema, lists and options unpacked. Worked out once: specs are walked on every edit. */
const shapeOf: (schema: z.core.$ZodType) => Shape = memo((schema: z.core.$ZodType): Shape => {
  if (schema instanceof z.ZodOptional) return shapeOf(schema.unwrap())
  if (schema instanceof z.ZodArray) return shapeOf(schema.element)
  if (!(schema instanceof z.ZodObject)) return null
  return new Map(
    Object.entries(schema.shape as z.core.$ZodShape).map(([name, member]) => [name, shapeOf(member)]),
  )
})

function walk(shape: Shape, value: unknown, path: readonly Segment[], found: UnknownMember[]): void {
  if (shape === null || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) walk(shape, value[i], [...path, i], found)
    return
  }
  for (const [name, member] of Object.entries(value)) {
    const known = shape.get(name)
    if (known === undefined) {
      found.push({ name, pointer: toPointer([...path, name]), known: [...shape.keys()] })
    } else walk(known, member, [...path, name], found)
  }
}
