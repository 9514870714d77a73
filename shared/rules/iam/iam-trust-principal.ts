import { type RoleKind, roleNames, trustedBy } from '../../aws/facts/role-uses'
import { isObject } from '../../basics/json'
import { own } from '../../basics/own'
import type { DesignDraft } from '../../design/edit'
import { iamRole } from '../../elements/iam-role'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { trustedServices } from '../../graph/permissions'
import { documentOf } from '../../graph/policy'
import { inWords, say } from '../../texts/text'
import { drawing, element, fargateTask } from '../examples'
import { trusting } from '../fixes-roles'
import { defineRule, type Fix } from '../rule'

/** What a line to a role makes it. */
const MEANINGS: Readonly<Record<string, RoleKind>> = {
  'task-role': 'task',
  'execution-role': 'execution',
  'contains-role': 'instance',
  'infrastructure-role': 'infrastructure',
}

export const iamTrustPrincipal = defineRule({
  id: 'iam-trust-principal',
  severity: 'error',
  on: [iamRole],
  title: 'A role trusts the service that is to use it',
  message:
    'Role “{role}” is used as {kind}, but {service} may not assume it; name that service in its trust policy.',
  why: 'A trust policy says who may take on a role, whatever the role itself allows. Tasks get theirs by ecs-tasks.amazonaws.com, instances by ec2.amazonaws.com, and ECS takes on infrastructure roles as ecs.amazonaws.com.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      checked: '2026-11-26',
    },
    { ref: 'ACR:ecs-infrastructure-patterns', checked: '2026-11-21' },
  ],
  check({ id, graph, report }) {
    const kinds = kindsOf(graph, id)
    const trusted = kinds.length === 0 ? undefined : trustedServices(graph, id)
    const untrusted = trusted && kinds.find((kind) => !trusts(trusted, trustedBy[kind]))
    if (!untrusted) return
    report({
      at: '/AssumeRolePolicyDocument',
      values: { role: nameOf(graph, id), kind: roleNames[untrusted], service: trustedBy[untrusted] },
      fix: trustFix(id, [...new Set(kinds.map((kind) => trustedBy[kind]))]),
    })
  },
  examples: () => ({
    valid: {
      'a task role': drawing({
        role: roleTrusting('ecs-tasks.amazonaws.com'),
        task: fargateTask({ taskRoleArn: '@{role}' }),
      }),
      'more than one service': drawing({
        role: roleTrusting(['lambda.amazonaws.com', 'ecs-tasks.amazonaws.com']),
        task: fargateTask({ executionRoleArn: '@{role}' }),
      }),
      'EC2 as it is called in China': drawing({
        role: roleTrusting('ec2.amazonaws.com.cn'),
        profile: element('instance-profile', { InstanceProfileName: 'main', Roles: ['@{role.name}'] }),
      }),
      'a trust policy that the drawing does not know': drawing({
        role: element('iam-role', {}, { existing: { arn: 'arn:aws:iam::123456789012:role/web' } }),
        task: fargateTask({ taskRoleArn: '@{role}' }),
      }),
      'a role that nobody uses': drawing({ role: roleTrusting('ec2.amazonaws.com') }),
    },
    invalid: {
      'a task role that trusts EC2': {
        design: drawing({
          role: roleTrusting('ec2.amazonaws.com'),
          task: fargateTask({ taskRoleArn: '@{role}' }),
        }),
        element: 'role',
        at: '/AssumeRolePolicyDocument',
      },
      'an instance role that trusts tasks, beside a statement for people': {
        design: drawing({
          role: element('iam-role', {
            RoleName: 'main',
            AssumeRolePolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                {
                  Effect: 'Allow',
                  Principal: { AWS: 'arn:aws:iam::123456789012:root' },
                  Action: 'sts:AssumeRole',
                },
                {
                  Effect: 'Allow',
                  Principal: { Service: 'ecs-tasks.amazonaws.com' },
                  Action: 'sts:AssumeRole',
                },
              ],
            },
          }),
          profile: element('instance-profile', { InstanceProfileName: 'main', Roles: ['@{role.name}'] }),
        }),
        element: 'role',
        at: '/AssumeRolePolicyDocument',
      },
    },
  }),
})

function kindsOf(graph: Graph, role: string): readonly RoleKind[] {
  const kinds = new Set<RoleKind>()
  for (const { meaning } of incoming(graph, role)) {
    const kind = own(MEANINGS, meaning)
    if (kind !== undefined) kinds.add(kind)
  }
  return [...kinds]
}

/** A star is everybody; services of China may end with its own domain. */
function trusts(trusted: readonly string[], service: string): boolean {
  return trusted.some((one) => one === service || one === `${service}.cn` || one === '*')
}

/** One statement for a service gets the right ones; beside other statements a new one is put. */
function trustFix(id: string, services: readonly string[]): Fix {
  return {
    title: say`Let ${inWords(services, 'and')} assume the role`,
    apply: (draft: DesignDraft) => {
      const spec = draft.elements[id]?.spec
      if (!spec) return
      const old = spec.AssumeRolePolicyDocument
      const document = documentOf(old)
      const others = (document ? [document.Statement].flat() : []).filter(
        (statement) => !isObject(statement) || !isForServices(statement),
      )
      const fresh = trusting(services)
      const next = { ...fresh, ...document, Statement: [...others, ...fresh.Statement] }
      spec.AssumeRolePolicyDocument = typeof old === 'string' ? JSON.stringify(next) : next
    },
  }
}

/** Lets services, and nobody else, assume the role. */
function isForServices({ Effect, Principal, Condition }: Record<string, unknown>): boolean {
  const only = isObject(Principal) && Object.keys(Principal).join() === 'Service'
  return only && Effect === 'Allow' && Condition === undefined
}

function roleTrusting(Service: string | readonly string[]) {
  return element('iam-role', {
    RoleName: 'web',
    AssumeRolePolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }],
    }),
  })
}
