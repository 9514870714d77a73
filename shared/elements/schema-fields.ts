/** From a kind's schema to its fields: what the inspector shows, and by which names changes are told. */
import { z } from 'zod'
import { toText } from '../basics/convert'
import { memo } from '../basics/memo'
import type { FieldMeta } from './fields'

export interface FieldInfo extends Partial<FieldMeta> {
  /** The member's name; empty for the item of a list. */
  readonly key: string
  readonly label: string
}

/** One value: its control is an input or a switch. */
export interface ScalarField extends FieldInfo {
  readonly type: 'text' | 'whole' | 'decimal' | 'flag'
}
export interface ObjectField extends FieldInfo {
  readonly type: 'object'
  readonly fields: readonly Field[]
}
export interface ListField extends FieldInfo {
  readonly type: 'list'
  readonly item: Field
}
/** Names and texts: log options, labels. */
export interface MapField extends FieldInfo {
  readonly type: 'map'
}
/** A shape without a control of its own; it is edited as JSON. */
export interface OtherField extends FieldInfo {
  readonly type: 'other'
}

export type Field = ScalarField | ObjectField | ListField | MapField | OtherField

/** The fields of a spec's schema, in its order; remembered. */
export const fieldsOf: (schema: z.ZodObject) => readonly Field[] = memo((schema: z.ZodObject) =>
  Object.entries(schema.shape).map(([key, member]) => fieldOf(key, member)),
)

function fieldOf(key: string, schema: z.core.$ZodType): Field {
  const meta: Partial<FieldMeta> = {}
  let bare = schema as z.core.$ZodTypes
  for (;;) {
    // The outermost says most: `.meta` comes after `.optional` in the vocabulary of fields.
    for (const [name, value] of Object.entries(z.globalRegistry.get(bare) ?? {})) {
      if (!Object.hasOwn(meta, name)) Object.assign(meta, { [name]: value })
    }
    const { def } = bare._zod
    if (def.type !== 'optional' && def.type !== 'nullable' && def.type !== 'default') break
    bare = def.innerType as z.core.$ZodTypes
  }
  return { ...meta, key, label: meta.label ?? key, ...typeOf(bare, meta) }
}

type Typed =
  | Pick<ScalarField, 'type' | 'choices'>
  | Pick<ObjectField, 'type' | 'fields'>
  | Pick<ListField, 'type' | 'item'>
  | Pick<MapField, 'type'>
  | Pick<OtherField, 'type'>

function typeOf(bare: z.core.$ZodTypes, meta: Partial<FieldMeta>): Typed {
  const { def } = bare._zod
  switch (def.type) {
    case 'string':
      return { type: 'text' }
    case 'number':
      return { type: bare instanceof z.ZodNumberFormat ? 'whole' : 'decimal' }
    case 'boolean':
      return { type: 'flag' }
    case 'enum':
      return { type: 'text', choices: meta.choices ?? Object.values(def.entries).map(toText) }
    case 'object':
      return {
        type: 'object',
        fields: Object.entries(def.shape).map(([key, member]) => fieldOf(key, member)),
      }
    case 'array':
      return { type: 'list', item: fieldOf('', def.element) }
    case 'record':
      return { type: 'map' }
    default:
      // An open choice is a custom check with its usual values beside it.
      return { type: meta.choices ? 'text' : 'other' }
  }
}

/** The field at a place; items of lists may be named by their index, or as in `name=api`. */
export function fieldAt(fields: readonly Field[], keys: readonly string[]): Field | undefined {
  const [key, ...rest] = keys
  const field = fields.find((f) => f.key === key)
  return rest.length === 0 ? field : field && within(field, rest)
}

function within(field: Field, keys: readonly string[]): Field | undefined {
  if (field.type === 'object') return fieldAt(field.fields, keys)
  if (field.type !== 'list') return undefined
  return keys.length === 1 ? field.item : within(field.item, keys.slice(1))
}
