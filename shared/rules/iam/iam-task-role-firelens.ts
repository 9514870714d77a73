import { type RoleUse, roleUses } from '../../aws/facts/role-uses'
import { taskDefinition } from '../../elements/task-definition'
import { nameOf } from '../../graph/graph'
import { say } from '../../texts/text'
import { container, drawing, element, fargateTask } from '../examples'
import { attachTaskRoleFor } from '../fixes-roles'
import { nameOfContainer } from '../reading'
import { defineRule } from '../rule'
import { listed, missingFor } from './answers'
import { isOpen } from './permission-rule'

/** Outputs of a log router that write to AWS. */
const OUTPUTS: readonly RoleUse[] = ['firelens-logs', 'firehose-put', 'kinesis-put', 's3-write']

export const iamTaskRoleFirelens = defineRule({
  id: 'iam-task-role-firelens',
  severity: 'warning',
  on: [taskDefinition],
  title: 'A log router writes with the task role',
  message:
    'Task role “{role}” has no permission for where the logs of container “{container}” go; allow it {actions}.',
  variants: {
    missing:
      'The log router writes the logs of container “{container}” with the task role, and there is none; attach one that may call {actions}.',
  },
  why: 'A log router is a container like any other: its calls to CloudWatch Logs, Data Firehose, Kinesis or S3 take the task role, not the task execution role. Without the permission the logs are lost, and the application does not notice.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html',
      checked: '2026-11-26',
    },
    { ref: 'ACR:ecs-logging-and-firelens', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    const places = new Set<string>()
    for (const { use, missing, element: role, actions } of missingFor(graph, id, OUTPUTS)) {
      if (missing === undefined || use.container === undefined || places.has(use.at)) continue
      places.add(use.at)
      report({
        at: use.at,
        values: {
          role: role === undefined ? '' : nameOf(graph, role),
          container: nameOfContainer(spec, use.container),
          actions: listed(actions),
        },
        ...(missing === 'role' && { variant: 'missing' }),
        ...((role === undefined || isOpen(graph, role)) && {
          fix: {
            title: say`Let the task role ${roleUses[use.use].actions.join(', ')}`,
            apply: (draft) => attachTaskRoleFor(draft, id, [use]),
          },
        }),
      })
    }
  },
  examples: () => ({
    valid: {
      'allowed to write to the stream': drawing({
        role: roleWith('firehose:PutRecordBatch'),
        task: routed({ Name: 'kinesis_firehose', delivery_stream: 'logs' }, { taskRoleArn: '@{role}' }),
      }),
      'a destination outside AWS': drawing({ task: routed({ Name: 'datadog' }) }),
      'an existing role of which nothing is known': drawing({
        role: element('iam-role', {}, { existing: { arn: 'arn:aws:iam::123456789012:role/web' } }),
        task: routed({ Name: 's3', bucket: 'logs' }, { taskRoleArn: '@{role}' }),
      }),
    },
    invalid: {
      'without a role': {
        design: drawing({ task: routed({ Name: 'firehose', delivery_stream: 'logs' }) }),
        element: 'task',
        at: '/containerDefinitions/0/logConfiguration/options/Name',
      },
      'a role for something else': {
        design: drawing({
          role: roleWith('s3:GetObject'),
          task: routed({ Name: 'cloudwatch_logs' }, { taskRoleArn: '@{role}' }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/logConfiguration/options/Name',
      },
    },
  }),
})

function routed(options: Readonly<Record<string, string>>, more = {}) {
  return fargateTask({
    ...more,
    containerDefinitions: [
      container({ logConfiguration: { logDriver: 'awsfirelens', options } }),
      container({ name: 'log_router', firelensConfiguration: { type: 'fluentbit' } }),
    ],
  })
}

function roleWith(Action: string) {
  const Statement = [{ Effect: 'Allow', Action, Resource: '*' }]
  const PolicyDocument = { Version: '2012-10-17', Statement }
  return element('iam-role', { RoleName: 'web', Policies: [{ PolicyName: 'web', PolicyDocument }] })
}
