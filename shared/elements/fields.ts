/**
 * The vocabulary for spec schemas: each helper makes one optional member with its label, help and unit, which the
 * inspector shows and `elements.test.ts` insists on. Everything is optional because a half-drawn design is normal;
 * what AWS requires is said by rules, with a reason.
 */
import { z } from 'zod'

export interface FieldMeta {
  /** As AWS's console calls it. */
  readonly label: string
  /** One sentence. */
  readonly help: string
  /** Shown behind the input: `MiB`, `CPU units`, `seconds`. */
  readonly unit?: string
  /** What AWS assumes when it is left out. */
  readonly default?: string
  /** The values to offer; others (a newer one, a placeholder) stay possible. */
  readonly choices?: readonly string[]
  /** Heading in the inspector's form; members without one come under "Details". */
  readonly group?: string
  /** In the form; every other member is found in the JSON. */
  readonly main?: boolean
  /** A special control: `container-list`, `reference`, `multiline`. */
  readonly control?: string
}

declare module 'zod' {
  interface GlobalMeta {
    label?: string | undefined
    help?: string | undefined
    unit?: string | undefined
    default?: string | undefined
    choices?: readonly string[] | undefined
    group?: string | undefined
    main?: boolean | undefined
    control?: string | undefined
  }
}

type Rest = Omit<FieldMeta, 'label' | 'help' | 'choices'>

const withMeta = <S extends z.ZodType>(
  schema: S,
  label: string,
  help: string,
  rest: Partial<FieldMeta> = {},
) => schema.optional().meta({ label, help, ...rest })

/** Free text; references may stand in it. */
export const text = (label: string, help: string, rest: Rest = {}) => withMeta(z.string(), label, help, rest)

/** One of AWS's values. Others are accepted: AWS adds values, and a template may hold a placeholder. */
export const choice = <const C extends readonly string[]>(
  label: string,
  help: string,
  choices: C,
  rest: Rest = {},
) => withMeta(oneOf(choices), label, help, { ...rest, choices })

/** A whole number. */
export const whole = (label: string, help: string, rest: Rest = {}) => withMeta(z.int(), label, help, rest)

/** Any number. */
export const decimal = (label: string, help: string, rest: Rest = {}) =>
  withMeta(z.number(), label, help, rest)

/** Yes or no. */
export const flag = (label: string, help: string, rest: Rest = {}) => withMeta(z.boolean(), label, help, rest)

/** A list; give it an item made by `item`, `line` or `oneOf`. */
export const list = <S extends z.ZodType>(label: string, help: string, item: S, rest: Rest = {}) =>
  withMeta(z.array(item), label, help, rest)

/** An object with named members; unknown ones survive. */
export const group = <S extends z.ZodRawShape>(label: string, help: string, shape: S, rest: Rest = {}) =>
  withMeta(z.looseObject(shape), label, help, rest)

/** An object from text to text: log options, Docker labels. */
export const map = (label: string, help: string, rest: Rest = {}) =>
  withMeta(z.record(z.string(), z.string()), label, help, rest)

/** Any JSON: a policy document, details that AWS passes through. */
export const json = (label: string, help: string, rest: Rest = {}) => withMeta(z.unknown(), label, help, rest)

/** A list item that is an object. */
export const item = <S extends z.ZodRawShape>(shape: S) => z.looseObject(shape)

/** A list item that is a text. */
export const line = z.string()

/** A list item that is a whole number. */
export const number = z.int()

/** A list item that is one of AWS's values, or one that it adds later. */
export const oneOf = <const C extends readonly string[]>(choices: C) =>
  z.custom<C[number] | (string & {})>(isText, 'a text').meta({ choices })

/** A whole spec. */
export const spec = <S extends z.ZodRawShape>(shape: S) => z.looseObject(shape)

/** AWS tags as most services spell them: `Key` and `Value`. */
export const tags = () => list('Tags', 'Keys and values for cost allocation and search.', upperCaseTag)

/** AWS tags as ECS spells them: `key` and `value`. */
export const ecsTags = () =>
  list(
    'Tags',
    'Keys and values for cost allocation and search.',
    item({
      key: text('Key', 'At most 128 characters.'),
      value: text('Value', 'At most 256 characters.'),
    }),
  )

/** AWS tags as EC2's create calls spell them. */
export const ec2Tags = () =>
  list(
    'Tag specifications',
    'Tags by type of resource.',
    item({
      ResourceType: text('Resource type', 'Such as `vpc` or `volume`.'),
      Tags: list('Tags', 'Keys and values for cost allocation and search.', upperCaseTag),
    }),
  )

const upperCaseTag = item({
  Key: text('Key', 'At most 128 characters.'),
  Value: text('Value', 'At most 256 characters.'),
})

function isText(value: unknown): boolean {
  return typeof value === 'string'
}
