import { partShape } from '../../elements/parts/imported-shape'
import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, ec2Task, element } from '../examples'
import { executionRoleFix } from '../fixes'
import { isWritten } from '../reading'
import { defineRule } from '../rule'
import { answersTo } from './answers'

const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1.4'

export const iamExecRoleEc2Advice = defineRule({
  id: 'iam-exec-role-ec2-advice',
  severity: 'advice',
  on: [taskDefinition],
  title: 'On EC2, too, an execution role narrows who may pull and log',
  message:
    'On EC2 this task pulls images and writes logs with the instance profile, which all tasks of the instance share; a task execution role narrows that.',
  why: 'Without a task execution role ECS falls back to the instance profile, which must then be allowed to reach the images and logs of every task that may be placed there. With one, each task definition has just what it needs.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, graph, report }) {
    // Containers alone, as Terraform keeps them, have their roles elsewhere.
    if (isWritten(element, '/executionRoleArn') || partShape(element)) return
    const byInstance = answersTo(graph, id, ['pull-image', 'write-logs']).some(
      ({ role, launch }) => role === 'instance' && launch === 'EC2',
    )
    if (byInstance) report({ at: '/executionRoleArn', fix: executionRoleFix(id) })
  },
  examples: () => ({
    valid: {
      'with the role': drawing({
        role: element('iam-role', { RoleName: 'ecsTaskExecutionRole' }),
        task: ec2Task({
          executionRoleArn: '@{role}',
          containerDefinitions: [container({ memory: 512, image })],
        }),
      }),
      'a public image, and logs that stay on the instance': drawing({
        task: ec2Task({
          containerDefinitions: [container({ memory: 512, logConfiguration: { logDriver: 'json-file' } })],
        }),
      }),
      'only the containers, as Terraform keeps them': drawing({
        task: element(
          'task-definition',
          { containerDefinitions: [container({ memory: 512, image })] },
          { imported: { shape: 'containers' } },
        ),
        web: element('service', { serviceName: 'web', taskDefinition: '@{task}', launchType: 'EC2' }),
      }),
    },
    invalid: {
      'an image in ECR': {
        design: drawing({ task: ec2Task({ containerDefinitions: [container({ memory: 512, image })] }) }),
        element: 'task',
        at: '/executionRoleArn',
      },
    },
  }),
})
