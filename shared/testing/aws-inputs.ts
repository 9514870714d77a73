/**
 * A judge from outside: holds the input of a call against the model that AWS's own SDK has of it, every member, its
 * type, and whether it must be there.
 */
import { createRequire } from 'node:module'
import { NormalizedSchema } from '@smithy/core/schema'
import { isObject } from '../basics/json'

type Schema = Parameters<typeof NormalizedSchema.of>[0]

/** The SDK's package by the service's name in the AWS CLI, where the two differ. */
const PACKAGES: Readonly<Record<string, string>> = {
  'application-autoscaling': 'application-auto-scaling',
  autoscaling: 'auto-scaling',
  elb: 'elastic-load-balancing',
  elbv2: 'elastic-load-balancing-v2',
  logs: 'cloudwatch-logs',
  s3api: 's3',
  secretsmanager: 'secrets-manager',
}

const require = createRequire(import.meta.url)

interface Operation {
  readonly input: Schema
  readonly output: Schema
}

/** The model of a call such as `ecs:CreateService`. */
export function operationOf(call: string): Operation {
  const [service = '', operation = ''] = call.split(':')
  const sdk = require(`@aws-sdk/client-${PACKAGES[service] ?? service}`) as Record<string, unknown>
  const model = sdk[`${operation}$`]
  if (!Array.isArray(model)) throw new Error(`The SDK has no ${call}.`)
  return { input: model[4] as Schema, output: model[5] as Schema }
}

/** What AWS would refuse in the input of a call, as pointers with what is wrong. */
export function inputFaults(call: string, input: unknown): readonly string[] {
  return faultsIn(NormalizedSchema.of(operationOf(call).input), input, '')
}

/** Is there a member at that place of a call's answer? `member.list[0].name`, as JMESPath has it. */
export function answerHas(call: string, path: string): boolean {
  return answerAt(call, path) !== undefined
}

/** The members of what a call answers at that place. */
export function answerMembers(call: string, path: string): readonly string[] {
  const schema = answerAt(call, path)
  return schema ? [...membersOf(schema).keys()] : []
}

/** The members that a call takes. */
export function inputMembers(call: string): readonly string[] {
  return [...membersOf(NormalizedSchema.of(operationOf(call).input)).keys()]
}

function answerAt(call: string, path: string): NormalizedSchema | undefined {
  let schema: NormalizedSchema | undefined = NormalizedSchema.of(operationOf(call).output)
  for (const [, name, index] of path.matchAll(/(\w+)|(\[\d*\])/g)) {
    if (schema === undefined) return undefined
    if (index !== undefined) schema = schema.isListSchema() ? schema.getValueSchema() : undefined
    else if (schema.isMapSchema()) schema = schema.getValueSchema()
    else schema = schema.isStructSchema() ? membersOf(schema).get(name ?? '') : undefined
  }
  return schema
}

function membersOf(schema: NormalizedSchema): ReadonlyMap<string, NormalizedSchema> {
  return new Map(Object.entries(schema.getMemberSchemas()))
}

function faultsIn(schema: NormalizedSchema, value: unknown, at: string): string[] {
  if (schema.isDocumentSchema()) return []
  if (schema.isStructSchema())
    return isObject(value) ? faultsInStructure(schema, value, at) : [`${at}: not an object`]
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) return [`${at}: not a list`]
    return value.flatMap((item, index) => faultsIn(schema.getValueSchema(), item, `${at}/${index}`))
  }
  if (schema.isMapSchema()) {
    if (!isObject(value)) return [`${at}: not a map`]
    return Object.entries(value).flatMap(([key, item]) =>
      faultsIn(schema.getValueSchema(), item, `${at}/${key}`),
    )
  }
  const wanted = schema.isNumericSchema() ? 'number' : schema.isBooleanSchema() ? 'boolean' : 'string'
  return typeof value === wanted || schema.isBigIntegerSchema() ? [] : [`${at}: not a ${wanted}`]
}

function faultsInStructure(schema: NormalizedSchema, value: Record<string, unknown>, at: string): string[] {
  const members = membersOf(schema)
  // The members that must be there come first; the model ends with how many these are.
  const model = schema.getSchema() as unknown as readonly unknown[]
  const required = [...members.keys()].slice(0, typeof model[6] === 'number' ? model[6] : 0)
  const missing = required.filter(
    (name) => !Object.hasOwn(value, name) && !members.get(name)?.isIdempotencyToken(),
  )
  return [
    ...missing.map((name) => `${at}/${name}: missing`),
    ...Object.entries(value).flatMap(([name, member]) => {
      const known = members.get(name)
      return known ? faultsIn(known, member, `${at}/${name}`) : [`${at}/${name}: unknown`]
    }),
  ]
}
