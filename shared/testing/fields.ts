/** Walks the fields of an element's schema. */
import { z } from 'zod'

/** Every field of a schema, at every depth, with its path. */
export function* fieldsOf(schema: z.ZodObject, path = ''): Generator<readonly [string, z.ZodType]> {
  for (const [name, field] of Object.entries(schema.shape)) {
    yield [`${path}/${name}`, field as z.ZodType]
    const inner = bare(field as z.ZodType)
    const item = inner instanceof z.ZodArray ? bare(inner.element as z.ZodType) : inner
    if (item instanceof z.ZodObject) yield* fieldsOf(item, `${path}/${name}`)
  }
}

/** What an optional member holds. */
export function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? bare(schema.unwrap() as z.ZodType) : schema
}
