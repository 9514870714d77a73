/** Roles, their policies, and instance profiles. */
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import type { MutableSpec } from '../../elements/kind'
import { objectsAt } from '../../elements/parts/reading'
import { outgoing } from '../../graph/graph'
import { say } from '../../texts/text'
import { type Maker, texts, without } from '../maker'

export const iamRole: Maker = ({ graph, id, spec, name, add, specs, note }) => {
  if (spec.AssumeRolePolicyDocument === undefined) {
    spec.AssumeRolePolicyDocument = trusting(trustedFor(graph.incoming.get(id) ?? []))
    note(
      'added',
      say`Role “${name}” says nothing of who may assume it. The drawing does, so it is trusted accordingly.`,
      '/AssumeRolePolicyDocument',
    )
  }
  const input = without(spec, 'ManagedPolicyArns', 'Policies')
  add('iam:CreateRole', { ...input, AssumeRolePolicyDocument: documentText(spec.AssumeRolePolicyDocument) })
  const RoleName = specs.attribute(id, 'name')
  for (const PolicyArn of texts(spec.ManagedPolicyArns)) {
    add('iam:AttachRolePolicy', { RoleName, PolicyArn }, `policy-${PolicyArn.split('/').at(-1) ?? ''}`)
  }
  for (const [index, { PolicyName = `policy-${index + 1}`, PolicyDocument }] of objectsAt(
    spec,
    '/Policies',
  )) {
    const document = documentText(PolicyDocument ?? {})
    add(
      'iam:PutRolePolicy',
      { RoleName, PolicyName, PolicyDocument: document },
      `inline-${toText(PolicyName)}`,
    )
  }
}

const TRUSTED: Readonly<Record<string, string>> = {
  'infrastructure-role': 'ecs.amazonaws.com',
  'contains-role': 'ec2.amazonaws.com',
}

function trustedFor(lines: readonly { readonly meaning: string }[]): string {
  return TRUSTED[lines[0]?.meaning ?? ''] ?? 'ecs-tasks.amazonaws.com'
}

function trusting(Service: string): MutableSpec {
  const statement = { Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }
  return { Version: '2012-10-17', Statement: [statement] }
}

/** The API takes policies as texts. */
export function documentText(document: unknown): unknown {
  return isObject(document) ? JSON.stringify(document) : document
}

export const instanceProfile: Maker = ({ graph, id, spec, name, add, specs, note }) => {
  add('iam:CreateInstanceProfile', without(spec, 'Roles'))
  const InstanceProfileName = specs.attribute(id, 'name')
  const roles = texts(spec.Roles)
  for (const RoleName of roles) {
    add('iam:AddRoleToInstanceProfile', { InstanceProfileName, RoleName }, 'role')
  }
  if (roles.length === 0 && outgoing(graph, id, 'contains-role').length === 0) {
    note(
      'to-do',
      say`Instance profile “${name}” holds no role, so its instances may do nothing. Connect it with a role.`,
      '/Roles',
    )
  }
}
