/** `aws_iam_policy_document`: a policy in Terraform's words, which is written in the file itself. */
import type { Body } from '../../aws/terraform/translate'
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'

/** The policy in IAM's words; undefined when parts of it come from elsewhere. */
export function policyDocument(body: Body): Body | undefined {
  const { version, policy_id, statement, ...rest } = body
  if (Object.keys(rest).length > 0 || !Array.isArray(statement)) return undefined
  return {
    Version: version ?? '2012-10-17',
    ...(policy_id === undefined ? {} : { Id: policy_id }),
    Statement: statement.filter(isObject).map(statementOf),
  }
}

const NAMES: Readonly<Record<string, string>> = {
  actions: 'Action',
  not_actions: 'NotAction',
  resources: 'Resource',
  not_resources: 'NotResource',
}

function statementOf({ sid, effect, principals, not_principals, condition, ...lists }: Body): Body {
  const said = Object.entries(NAMES).flatMap(([name, member]) =>
    lists[name] === undefined ? [] : [[member, single(lists[name])] as const],
  )
  return {
    ...(sid === undefined ? {} : { Sid: sid }),
    Effect: effect ?? 'Allow',
    ...(principals === undefined ? {} : { Principal: principalOf(principals) }),
    ...(not_principals === undefined ? {} : { NotPrincipal: principalOf(not_principals) }),
    ...Object.fromEntries(said),
    ...(condition === undefined ? {} : { Condition: conditionOf(condition) }),
  }
}

function principalOf(blocks: unknown): unknown {
  const list = (Array.isArray(blocks) ? blocks : []).filter(isObject)
  if (list.some(({ type }) => type === '*')) return '*'
  return Object.fromEntries(list.map(({ type, identifiers }) => [toText(type), single(identifiers)]))
}

function conditionOf(blocks: unknown): Body {
  const conditions: Record<string, Body> = {}
  for (const { test, variable, values } of (Array.isArray(blocks) ? blocks : []).filter(isObject)) {
    const operator = toText(test)
    conditions[operator] = { ...conditions[operator], [toText(variable)]: single(values) }
  }
  return conditions
}

function single(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value
}
