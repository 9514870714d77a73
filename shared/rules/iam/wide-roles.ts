/** Roles that may do more than what they are for. */
import { managedPolicyArn, managedPolicyName } from '../../aws/facts/managed-policies'
import { type RoleUse, roleUses } from '../../aws/facts/role-uses'
import { toText } from '../../basics/convert'
import { iamRole } from '../../elements/iam-role'
import { objectsAt } from '../../elements/parts/reading'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { permission } from '../../graph/permissions'
import { statementsOf } from '../../graph/policy'
import { drawing, element, fargateTask } from '../examples'
import { defineRule, ruleFamily } from '../rule'
import { listed } from './answers'

/**
 * What applications do and instances don't. Reading from S3 is left out, because an instance may fetch its agent's
 * settings there, and so are logs and mounts.
 */
const OF_APPLICATIONS: readonly RoleUse[] = [
  'sqs-receive',
  'sqs-send',
  'dynamodb-items',
  's3-write',
  'sns-publish',
  'kinesis-put',
  'kinesis-get',
  'firehose-put',
]
const profile = element('instance-profile', { InstanceProfileName: 'main', Roles: ['@{role.name}'] })
const forInstances = managedPolicyArn('AmazonEC2ContainerServiceforEC2Role', 'aws')

export const wideRoles = ruleFamily([
  defineRule({
    id: 'iam-instance-role-broad',
    severity: 'warning',
    on: [iamRole],
    title: 'An instance role holds no permissions of applications',
    message:
      'Instance role “{role}” may {actions}, and so may every container on its instances; move the permissions of applications to task roles.',
    why: 'Containers can reach the credentials of the instance that they run on, unless that is barred. What the instance role allows is therefore allowed to every task there. Task roles give each task just its own.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, graph, report }) {
      if (incoming(graph, id, 'contains-role').length === 0) return
      const actions = OF_APPLICATIONS.flatMap((use) => roleUses[use].actions).filter(
        (action) => permission(graph, id, action) === 'allowed',
      )
      if (actions.length === 0) return
      report({ at: '', values: { role: nameOf(graph, id), actions: inShort(actions) } })
    },
    examples: () => ({
      valid: {
        'the policy for container instances': drawing({
          profile,
          role: element('iam-role', {
            RoleName: 'main',
            ManagedPolicyArns: [forInstances, 'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore'],
          }),
        }),
        'reading the agent’s settings from S3': drawing({
          profile,
          role: element('iam-role', {
            RoleName: 'main',
            ManagedPolicyArns: [forInstances, 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'],
          }),
        }),
        'a task role with the same permission': drawing({
          role: roleWith('dynamodb:PutItem'),
          task: fargateTask({ taskRoleArn: '@{role}' }),
        }),
      },
      invalid: {
        'all of S3': {
          design: drawing({ profile, role: roleWith('s3:*') }),
          element: 'role',
          at: '',
        },
      },
    }),
  }),
  defineRule({
    id: 'iam-wildcard',
    severity: 'warning',
    on: [iamRole],
    title: 'Task and execution roles allow what is needed, not everything',
    message:
      'Role “{role}” has the policy {policy}, which is far wider than a task needs; allow the single actions and resources instead.',
    variants: {
      statement:
        'Policy “{policy}” of role “{role}” allows every action; allow the single actions and resources instead.',
    },
    why: 'Whoever gets into a container can do all that its role allows. A policy for a whole service, or for everything, makes a fault in one task a fault of the account.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
        checked: '2026-11-26',
      },
      { ref: 'ACR:ecs-infrastructure-patterns', checked: '2026-11-21' },
    ],
    check({ id, spec, graph, report }) {
      if (!isOfTasks(graph, id)) return
      for (const [index, arn] of (spec.ManagedPolicyArns ?? []).entries()) {
        const policy = widePolicy(arn)
        if (policy === undefined) continue
        report({ at: `/ManagedPolicyArns/${index}`, values: { role: nameOf(graph, id), policy } })
      }
      for (const [index, { PolicyName, PolicyDocument }] of objectsAt(spec, '/Policies')) {
        if (!allowsEverything(PolicyDocument)) continue
        report({
          at: `/Policies/${index}/PolicyDocument`,
          values: { role: nameOf(graph, id), policy: toText(PolicyName ?? index + 1) },
          variant: 'statement',
        })
      }
    },
    examples: () => ({
      valid: {
        'single actions': drawing({
          role: roleWith('s3:GetObject'),
          task: fargateTask({ taskRoleArn: '@{role}' }),
        }),
        'full access of a client of EFS, which is to mount and write': drawing({
          role: element('iam-role', {
            RoleName: 'web',
            ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonElasticFileSystemClientFullAccess'],
          }),
          task: fargateTask({ taskRoleArn: '@{role}' }),
        }),
        'a denial of everything else': drawing({
          role: roleWith('*', { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          task: fargateTask({ taskRoleArn: '@{role}' }),
        }),
        'a role that no task has': drawing({ role: roleWith('*') }),
      },
      invalid: {
        'a policy for a whole service': {
          design: drawing({
            role: element('iam-role', {
              RoleName: 'web',
              ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonS3FullAccess'],
            }),
            task: fargateTask({ taskRoleArn: '@{role}' }),
          }),
          element: 'role',
          at: '/ManagedPolicyArns/0',
        },
        'every action': {
          design: drawing({ role: roleWith('*'), task: fargateTask({ executionRoleArn: '@{role}' }) }),
          element: 'role',
          at: '/Policies/0/PolicyDocument',
        },
      },
    }),
  }),
])

function isOfTasks(graph: Graph, role: string): boolean {
  return incoming(graph, role).some(({ meaning }) => meaning === 'task-role' || meaning === 'execution-role')
}

/** The name of an AWS managed policy for everything, or for the whole of a service. Clients of a file system only mount. */
function widePolicy(arn: string): string | undefined {
  const name = managedPolicyName(arn)
  const wide =
    name !== undefined && /^(AdministratorAccess|PowerUserAccess|\w+FullAccess(_v\d+)?)$/.test(name)
  return wide && !name.endsWith('ClientFullAccess') ? name : undefined
}

function allowsEverything(document: unknown): boolean {
  return (statementsOf(document) ?? []).some(
    ({ effect, actions, notActions }) => effect === 'Allow' && !notActions && actions.includes('*'),
  )
}

/** Some of them are enough to see what is meant. */
function inShort(actions: readonly string[]): string {
  const most = 4
  return actions.length > most ? `${listed(actions.slice(0, most))} …` : listed(actions)
}

function roleWith(Action: string, more = {}) {
  const PolicyDocument = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action, Resource: '*', ...more }],
  }
  return element('iam-role', { RoleName: 'web', Policies: [{ PolicyName: 'web', PolicyDocument }] })
}
