/**
 * Does a value have the shape of a schema? Zod's own answer comes with a copy of the value, which costs more than
 * everything else that is done with most specs. A test holds that both answers are the same.
 */
import { safeParse, type z } from 'zod'
import { isObject } from '../basics/json'
import { memo } from '../basics/memo'

type Check = (value: unknown) => boolean

/** The check that a schema comes down to. Schemas are few and live long. */
export const conformanceTo: (schema: z.core.$ZodType) => Check = memo(compile)

function compile(schema: z.core.$ZodType): Check {
  const { def } = (schema as z.core.$ZodTypes)._zod
  // What more is asked of a value only zod knows.
  if (def.checks && def.checks.length > 0) return byParsing(schema)
  switch (def.type) {
    case 'unknown':
      return () => true
    case 'string':
      return (value) => typeof value === 'string'
    case 'boolean':
      return (value) => typeof value === 'boolean'
    case 'number':
      return 'format' in def ? integers(schema, def.format) : Number.isFinite
    case 'custom':
      return (value) => Boolean(def.fn(value))
    case 'optional':
      return orAbsent(conformanceTo(def.innerType))
    case 'array':
      return listOf(conformanceTo(def.element))
    case 'record':
      return mapOf(conformanceTo(def.valueType))
    case 'object':
      return objectOf(Object.entries(def.shape).map(([key, member]) => [key, conformanceTo(member)]))
    default:
      return byParsing(schema)
  }
}

function byParsing(schema: z.core.$ZodType): Check {
  return (value) => safeParse(schema, value).success
}

function integers(schema: z.core.$ZodType, format: unknown): Check {
  return format === 'safeint' ? Number.isSafeInteger : byParsing(schema)
}

function orAbsent(check: Check): Check {
  return (value) => value === undefined || check(value)
}

function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check)
}

function mapOf(check: Check): Check {
  return (value) => {
    if (!isObject(value)) return false
    // As zod does: a member of that name is nothing that a map could hold.
    for (const key in value) if (key !== '__proto__' && !check(value[key])) return false
    return true
  }
}

/** Members that the schema does not name may be anything. */
function objectOf(entries: readonly (readonly [string, Check])[]): Check {
  const members = new Map(entries)
  const needed = entries.filter(([, check]) => !check(undefined))
  return (value) => {
    if (!isObject(value)) return false
    for (const key in value) {
      const check = members.get(key)
      if (check && !check(value[key])) return false
    }
    return needed.every(([key, check]) => check(value[key]))
  }
}
