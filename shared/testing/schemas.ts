/** Looks into zod schemas. */
import { z } from 'zod'

/** The places of objects in a schema that take no member they don't know, or drop it; `*` is each item or member. */
export function closedObjects(schema: z.core.$ZodType, path = ''): readonly string[] {
  if (schema instanceof z.ZodObject) {
    const members = Object.entries(schema.shape as z.core.$ZodShape).flatMap(([name, member]) =>
      closedObjects(member, `${path}/${name}`),
    )
    return schema.def.catchall instanceof z.ZodUnknown ? members : [path || '/', ...members]
  }
  if (schema instanceof z.ZodRecord) return closedObjects(schema.valueType, `${path}/*`)
  if (schema instanceof z.ZodArray) return closedObjects(schema.element, `${path}/*`)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return closedObjects(schema.unwrap(), path)
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => closedObjects(option as z.core.$ZodType, path))
  }
  return []
}
