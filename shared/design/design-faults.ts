/** Where a document is not shaped like a design, in our own words: the schema's library speaks to programmers. */
import type { z } from 'zod'
import { toNumber } from '../basics/convert'
import { type Segment, toPointer, valueAt } from '../basics/json'
import { say, type Text, term } from '../texts/text'
import { designSchema } from './design'

export interface ShapeFault {
  readonly path: readonly Segment[]
  /** The rest of a sentence after “The design can’t be read:”. */
  readonly message: Text
}

/** The first place that the schema refuses. */
export function firstFault(document: Record<string, unknown>): ShapeFault | undefined {
  const issue = designSchema.safeParse(document).error?.issues[0]
  if (issue) {
    const path = issue.path.map((segment) => (typeof segment === 'symbol' ? '' : segment))
    return { path, message: inWords(issue, valueAt(document, toPointer(path))) }
  }
  // zod passes over members of this name; in a spec it is a word like any other, but it is no id.
  const map = MAPS.find((name) => Object.hasOwn((document[name] ?? {}) as object, '__proto__'))
  return map === undefined ? undefined : { path: [map, '__proto__'], message: '“__proto__” is no id.' }
}

/** The only pattern in the schema is that of ids. */
const NO_ID = term('ids are lower-case letters and digits, joined by single hyphens.')

const MAPS = [
  'elements',
  'connections',
  'waivers',
  'conflicts',
  'threads',
  'approvals',
  'layout',
  'networkLayout',
] as const

function inWords(issue: z.core.$ZodIssue, value: unknown): Text {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? say`${typeNamed(issue.expected)} is missing here.`
        : say`${typeNamed(issue.expected)} belongs here, not ${typeNamed(typeOf(value))}.`
    case 'too_small':
      return issue.origin === 'string'
        ? term('this text is empty.')
        : say`this must be more than ${toNumber(issue.minimum)}.`
    case 'invalid_format':
      if (issue.format === 'date') return term('this is no date such as 2030-12-31.')
      return issue.format === 'datetime' ? term('this is no time such as 2030-12-31T09:00:00Z.') : NO_ID
    case 'invalid_key':
      return NO_ID
    case 'too_big':
      return say`this has more than ${toNumber(issue.maximum)} characters.`
    default:
      return term('this is not what belongs here.')
  }
}

/** Called by zod and by us. */
const TYPES: Readonly<Record<string, Text>> = {
  string: term('a text'),
  number: term('a number'),
  int: term('a whole number'),
  boolean: term('true or false'),
  array: term('a list'),
  object: term('an object'),
  record: term('an object'),
  null: 'null',
}

function typeNamed(type: string): Text {
  return TYPES[type] ?? type
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
