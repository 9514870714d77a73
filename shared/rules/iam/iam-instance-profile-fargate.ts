import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { taskDefinition } from '../../elements/task-definition'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { runOf } from '../../graph/runs'
import { drawing, ec2Task, element, fargateTask, inSubnets, link, service } from '../examples'
import { attachExecutionRole } from '../fixes'
import { runsOnFargate } from '../reading'
import type { Fix } from '../rule'
import { defineRule } from '../rule'

const profile = element('instance-profile', { InstanceProfileName: 'ecsInstanceRole' })

export const iamInstanceProfileFargate = defineRule({
  id: 'iam-instance-profile-fargate',
  severity: 'error',
  refusesLine: true,
  on: [serviceKind, taskKind, taskDefinition],
  title: 'Fargate tasks have no instance profile',
  message:
    'Instance profile “{profile}” belongs to EC2 instances, and “{name}” runs on Fargate; use the task execution role and the task role.',
  why: 'An instance profile hands a role to an EC2 instance, and a Fargate task runs on none that is yours. What the profile does on EC2 is split on Fargate: the task execution role pulls images, writes logs and reads secrets for ECS, the task role is for the application’s own calls.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
      checked: '2026-11-21',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, graph, report }) {
    const links = incoming(graph, id, 'instance-profile')
    if (links.length === 0 || !runsOnFargate(graph, id)) return
    for (const { id: connection, from } of links) {
      report({
        at: '',
        values: { profile: nameOf(graph, from), name: nameOf(graph, id) },
        fix: toExecutionRole(graph, id, connection),
      })
    }
  },
  examples: () => ({
    valid: {
      'on EC2': drawing(
        { profile, task: ec2Task(), web: service({ launchType: 'EC2' }) },
        { one: link('profile', 'instance-profile', 'web') },
      ),
      'beside a Fargate service, not linked to it': drawing({
        profile,
        task: fargateTask(),
        web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
      }),
      'while nothing says how the task runs': drawing(
        { profile, task: ec2Task({ requiresCompatibilities: undefined }) },
        { one: link('profile', 'instance-profile', 'task') },
      ),
    },
    invalid: {
      'a service on Fargate': {
        design: drawing(
          {
            profile,
            task: fargateTask(),
            web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
          },
          { one: link('profile', 'instance-profile', 'web') },
        ),
        element: 'web',
        at: '',
      },
      'a task definition for Fargate that has its execution role': {
        design: drawing(
          {
            profile,
            role: element('iam-role', { RoleName: 'ecsTaskExecutionRole' }),
            task: fargateTask({ executionRoleArn: '@{role}' }),
          },
          { one: link('profile', 'instance-profile', 'task') },
        ),
        element: 'task',
        at: '',
      },
    },
  }),
})

function toExecutionRole(graph: Graph, id: string, connection: string): Fix {
  const definition = graph.element(id)?.kind === taskDefinition.kind ? id : runOf(graph, id)?.taskDefinition
  const missing =
    definition !== undefined && !graph.element(definition)?.spec.executionRoleArn ? definition : undefined
  return {
    title:
      missing === undefined
        ? 'Remove the line to the instance profile'
        : 'Replace the instance profile by the task execution role ecsTaskExecutionRole',
    apply: (draft) => {
      delete draft.connections[connection]
      if (missing !== undefined) attachExecutionRole(draft, missing)
    },
  }
}
