/** What no table of names says: members that are put together in another way in Terraform. */
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import { own } from '../../basics/own'
import type { Body } from './translate'

type Change = (body: Body) => Body

interface TwoWays {
  /** Of AWS's input, before it is translated. */
  readonly to: Change
  /** Of AWS's input, after it has been translated back. */
  readonly from: Change
}

const fsx = (FileSystemType: string): TwoWays => ({
  to: (input) => input,
  from: (input) => ({ FileSystemType, ...input }),
})

const changes: Readonly<Record<string, TwoWays>> = {
  'fsx-lustre': fsx('LUSTRE'),
  'fsx-ontap': fsx('ONTAP'),
  'fsx-openzfs': fsx('OPENZFS'),
  'fsx-windows': fsx('WINDOWS'),
  'container-instance': {
    to: (input) => {
      // Terraform takes the profile's name only.
      const profile = isObject(input.IamInstanceProfile) ? input.IamInstanceProfile : {}
      const named = /^@\{([^{}]+)\.arn\}$/.exec(toText(profile.Arn))?.[1]
      return named === undefined ? input : { ...input, IamInstanceProfile: { Name: `@{${named}.name}` } }
    },
    from: (input) => ({ ...input, MinCount: 1, MaxCount: 1 }),
  },
  'dynamodb-table': {
    to: (input) => ({ ...withKeys(input), ...indexes(input, withKeys) }),
    from: (input) => ({ ...withSchema(input), ...indexes(input, withSchema) }),
  },
  'target-group': {
    to: (input) =>
      isObject(input.Matcher) && input.Matcher.GrpcCode !== undefined
        ? { ...input, Matcher: { HttpCode: input.Matcher.GrpcCode } }
        : input,
    from: (input) =>
      input.ProtocolVersion === 'GRPC' && isObject(input.Matcher)
        ? { ...input, Matcher: { GrpcCode: input.Matcher.HttpCode } }
        : input,
  },
  rule: {
    to: (input) => ({
      ...input,
      ...(Array.isArray(input.Conditions) ? { Conditions: input.Conditions.map(longCondition) } : {}),
    }),
    from: (input) => ({
      ...input,
      ...(Array.isArray(input.Conditions) ? { Conditions: input.Conditions.map(withField) } : {}),
    }),
  },
}

/** AWS's input as the tables of names expect it. */
export function prepared(kind: string, input: Body): Body {
  return own(changes, kind)?.to(input) ?? input
}

/** AWS's input as AWS has it. */
export function restored(kind: string, input: Body): Body {
  return own(changes, kind)?.from(input) ?? input
}

function indexes(input: Body, change: Change): Body {
  return Object.fromEntries(
    ['GlobalSecondaryIndexes', 'LocalSecondaryIndexes'].flatMap((member) => {
      const list = input[member]
      return Array.isArray(list)
        ? [[member, list.map((item) => (isObject(item) ? change(item) : item))] as const]
        : []
    }),
  )
}

/** Terraform says which attribute is the hash key, and which the range key. */
function withKeys({ KeySchema, ...rest }: Body): Body {
  const keys = Array.isArray(KeySchema) ? KeySchema.filter(isObject) : []
  const named = (type: string) => keys.find(({ KeyType }) => KeyType === type)?.AttributeName
  return { ...rest, HashKey: named('HASH'), RangeKey: named('RANGE') }
}

function withSchema({ HashKey, RangeKey, ...rest }: Body): Body {
  const keys = [
    ...(HashKey === undefined ? [] : [{ AttributeName: HashKey, KeyType: 'HASH' }]),
    ...(RangeKey === undefined ? [] : [{ AttributeName: RangeKey, KeyType: 'RANGE' }]),
  ]
  return keys.length > 0 ? { ...rest, KeySchema: keys } : rest
}

const FIELDS: Readonly<Record<string, string>> = {
  'path-pattern': 'PathPatternConfig',
  'host-header': 'HostHeaderConfig',
  'http-request-method': 'HttpRequestMethodConfig',
  'source-ip': 'SourceIpConfig',
  'http-header': 'HttpHeaderConfig',
  'query-string': 'QueryStringConfig',
}

/** A condition by its field and values, in the longer form that Terraform has. */
function longCondition(condition: unknown): unknown {
  if (!isObject(condition)) return condition
  const { Field, Values, RegexValues, ...rest } = condition
  const configuration = own(FIELDS, toText(Field))
  if (configuration === undefined || (Values === undefined && RegexValues === undefined)) return condition
  return {
    ...rest,
    [configuration]: {
      ...(Values === undefined ? {} : { Values }),
      ...(RegexValues === undefined ? {} : { RegexValues }),
      ...(isObject(rest[configuration]) ? rest[configuration] : {}),
    },
  }
}

function withField(condition: unknown): unknown {
  if (!isObject(condition)) return condition
  const field = Object.entries(FIELDS).find(([, member]) => condition[member] !== undefined)?.[0]
  return field === undefined ? condition : { Field: field, ...condition }
}
