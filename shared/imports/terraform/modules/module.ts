/** What is known of modules of the terraform-aws-modules registry. */
import type { Body } from '../../../aws/terraform/translate'
import { isObject } from '../../../basics/json'
import type { Tokens } from '../tokens'

export interface ModuleCall {
  readonly name: string
  readonly body: Body
  readonly tokens: Tokens
}

/** A resource as the module makes it. */
export interface Made {
  readonly type: string
  readonly name: string
  readonly body: Body
}

/** What is known of a module. */
export interface KnownModule {
  readonly make: (call: ModuleCall) => readonly Made[]
  /** By output: the resource and its attribute. A key in brackets follows as the second step. */
  readonly outputs: Readonly<
    Record<string, (key: string | undefined) => readonly [type: string, name: string, attribute: string]>
  >
}

/** What a module calls a resource that it makes once. */
export const THIS = 'this'

/** The members of a map as blocks. */
export function blocks(value: unknown): Body[] {
  return isObject(value)
    ? Object.values(value).filter(isObject)
    : Array.isArray(value)
      ? value.filter(isObject)
      : []
}

/** The members of a map that are objects. */
export function entries(value: unknown): [string, Body][] {
  return isObject(value)
    ? Object.entries(value).filter((entry): entry is [string, Body] => isObject(entry[1]))
    : []
}

/** Only what has a value. */
export function defined(body: Body): Body {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined && value !== null))
}

/** Some arguments, as they are. */
export function pick(body: Body, ...names: readonly string[]): Body {
  return defined(Object.fromEntries(names.map((name) => [name, body[name]])))
}

/** Another resource of the same module. */
export function inModule({ name, tokens }: ModuleCall, type: string, key: string, attribute: string): string {
  return tokens.put({
    written: `\${module.${name}.${type}.${key}.${attribute}}`,
    address: `module.${name}.${type}.${key}`,
    path: [attribute],
    reason: 'reference',
  })
}

/** A security group with its rules. */
export function groupOf(call: ModuleCall, name: unknown, rules: readonly [string, Body][]): Made[] {
  const security_group_id = inModule(call, 'aws_security_group', THIS, 'id')
  return [
    {
      type: 'aws_security_group',
      name: THIS,
      body: defined({ name, vpc_id: call.body.vpc_id, description: call.body.description }),
    },
    ...rules.map(([key, rule]) => ({
      type: 'aws_security_group_rule',
      name: key,
      body: { ...rule, security_group_id },
    })),
  ]
}
