/** Values that AWS and Terraform write in different ways. */
import { joinTexts, toText } from '../../basics/convert'
import { isObject } from '../../basics/json'

/** Text that Terraform makes of a value, as with `jsonencode(…)`. */
export class Encoded {
  constructor(
    readonly by: 'jsonencode' | 'base64encode',
    readonly value: unknown,
  ) {}
}

interface Conversion {
  readonly to: (value: unknown) => unknown
  readonly from: (value: unknown) => unknown
}

const same = (value: unknown) => value

/** Where a value is one of two words, Terraform has a boolean; anything else stays what it is. */
function eitherOf(yes: unknown, no: unknown): Conversion {
  return {
    to: (value) => (value === yes ? true : value === no ? false : value),
    from: (value) =>
      value === true || value === 'true' ? yes : value === false || value === 'false' ? no : value,
  }
}

/** JSON in a text: in Terraform the expression that makes it, in a design the object itself. */
const json: Conversion = {
  to: (value) =>
    isObject(value) || Array.isArray(value) ? new Encoded('jsonencode', value) : encodedText(value),
  from: (value) => (typeof value === 'string' ? (parsed(value) ?? value) : value),
}

function encodedText(value: unknown): unknown {
  const object = typeof value === 'string' ? parsed(value) : undefined
  return object === undefined ? value : new Encoded('jsonencode', object)
}

/** The object or list that a text is the JSON of. */
function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

const conversions = {
  enabled: eitherOf('ENABLED', 'DISABLED'),
  'on-off': eitherOf('on', 'off'),
  internal: eitherOf('internal', 'internet-facing'),
  json,
  /** A text that stays a text in a design, too. */
  'json-text': {
    to: encodedText,
    from: (value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value),
  },
  'comma-list': {
    to: (value) => (typeof value === 'string' ? value.split(',').filter((item) => item !== '') : value),
    from: (value) => (Array.isArray(value) ? joinTexts(value, ',') : value),
  },
  first: {
    to: (value) => (Array.isArray(value) ? value[0] : value),
    from: (value) => (Array.isArray(value) ? value : [value]),
  },
  /** `{ Value: true }`, as EC2 writes booleans here and there. */
  value: { to: (value) => (isObject(value) ? value.Value : value), from: (value) => ({ Value: value }) },
  /** `{ name: … }` objects where Terraform has a list of names. */
  names: {
    to: (value) => (Array.isArray(value) ? value.map((item) => (isObject(item) ? item.name : item)) : value),
    from: (value) => (Array.isArray(value) ? value.map((name) => ({ name })) : value),
  },
  'name-values': {
    to: (value) =>
      Array.isArray(value)
        ? Object.fromEntries(value.filter(isObject).map(({ name, value: said }) => [toText(name), said]))
        : value,
    from: (value) =>
      isObject(value) ? Object.entries(value).map(([name, said]) => ({ name, value: said })) : value,
  },
  same: { to: same, from: same },
} as const satisfies Readonly<Record<string, Conversion>>

export type ConversionName = keyof typeof conversions

/** How a value is written in Terraform. */
export function toTerraformValue(name: ConversionName, value: unknown): unknown {
  return conversions[name].to(value)
}

/** How a value of Terraform's is written in AWS's API. */
export function toAwsValue(name: ConversionName, value: unknown): unknown {
  return conversions[name].from(value)
}
