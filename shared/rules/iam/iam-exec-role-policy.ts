import { managedPolicyArn } from '../../aws/facts/managed-policies'
import { iamRole } from '../../elements/iam-role'
import { incoming, nameOf } from '../../graph/graph'
import { permissionsKnown } from '../../graph/permissions'
import { say } from '../../texts/text'
import { container, drawing, element, fargateTask } from '../examples'
import { addManagedPolicy } from '../fixes-roles'
import { isAbsent } from '../reading'
import { defineRule, type Fix } from '../rule'
import { lackedBy, listed } from './answers'
import { isOpen } from './permission-rule'

const POLICY = 'AmazonECSTaskExecutionRolePolicy'
const orders = element('ecr-repository', { repositoryName: 'orders' })
const pulling = fargateTask({
  executionRoleArn: '@{role}',
  containerDefinitions: [container({ image: '@{orders}:1.4' })],
})

export const iamExecRolePolicy = defineRule({
  id: 'iam-exec-role-policy',
  severity: 'warning',
  on: [iamRole],
  title: 'The task execution role may pull images and write logs',
  message:
    'Task execution role “{role}” may not {actions}, which its tasks need to pull images or to write logs; attach {policy}.',
  variants: {
    empty: 'Task execution role “{role}” allows nothing, so it is of no use to its tasks; attach {policy}.',
  },
  why: 'ECS pulls images from ECR and opens log streams with this role before a container starts; what it may not do, the task fails at. AWS’s managed policy allows just that and no more.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    if (incoming(graph, id, 'execution-role').length === 0) return
    const denied = lackedBy(graph, id, 'execution-role', ['pull-image', 'write-logs']).filter(
      ({ missing }) => missing === 'permission',
    )
    const empty =
      !element.existing &&
      isAbsent(spec.ManagedPolicyArns) &&
      isAbsent(spec.Policies) &&
      permissionsKnown(graph, id)
    if (denied.length === 0 && !empty) return
    report({
      at: '/ManagedPolicyArns',
      values: {
        role: nameOf(graph, id),
        policy: POLICY,
        actions: listed(denied.flatMap(({ actions }) => actions)),
      },
      ...(denied.length === 0 && { variant: 'empty' }),
      ...(isOpen(graph, id) && { fix: attachPolicy(id) }),
    })
  },
  examples: () => ({
    valid: {
      'with the managed policy': drawing({
        orders,
        role: element('iam-role', { RoleName: 'web', ManagedPolicyArns: [managedPolicyArn(POLICY, 'aws')] }),
        task: pulling,
      }),
      'narrower, with just what the task needs': drawing({
        orders,
        role: roleWith([
          { Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' },
          {
            Effect: 'Allow',
            Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
            Resource: '@{orders.arn}',
          },
        ]),
        task: pulling,
      }),
      'for secrets only, beside a public image': drawing({
        role: roleWith([{ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*' }]),
        task: fargateTask({ executionRoleArn: '@{role}' }),
      }),
      'an existing role of which nothing is known': drawing({
        orders,
        role: element('iam-role', {}, { existing: { arn: 'arn:aws:iam::123456789012:role/web' } }),
        task: pulling,
      }),
      'an empty role that nobody names': drawing({ role: element('iam-role', { RoleName: 'web' }) }),
    },
    invalid: {
      'an empty role': {
        design: drawing({
          role: element('iam-role', { RoleName: 'web' }),
          task: fargateTask({ executionRoleArn: '@{role}' }),
        }),
        element: 'role',
        at: '/ManagedPolicyArns',
      },
      'without the permission to pull': {
        design: drawing({
          orders,
          role: roleWith([{ Effect: 'Allow', Action: 'logs:*', Resource: '*' }]),
          task: pulling,
        }),
        element: 'role',
        at: '/ManagedPolicyArns',
      },
      'with a denial, which only people can take back': {
        design: drawing({
          orders,
          role: roleWith([
            { Effect: 'Allow', Action: 'ecr:*', Resource: '*' },
            { Effect: 'Deny', Action: 'ecr:BatchGetImage', Resource: '*' },
          ]),
          task: pulling,
        }),
        element: 'role',
        at: '/ManagedPolicyArns',
      },
    },
  }),
})

function attachPolicy(id: string): Fix {
  return { title: say`Attach ${POLICY}`, apply: (draft) => addManagedPolicy(draft, id, POLICY) }
}

function roleWith(Statement: readonly object[]) {
  const PolicyDocument = { Version: '2012-10-17', Statement }
  return element('iam-role', { RoleName: 'web', Policies: [{ PolicyName: 'web', PolicyDocument }] })
}
