import { taskDefinition } from '../../elements/task-definition'
import { type LaunchType, launchTypesOf } from '../../graph/runs'
import { container, drawing, ec2Task, element, fargateTask, inSubnets, service } from '../examples'
import { executionRoleFix } from '../fixes'
import { isAbsent, launchName } from '../reading'
import { defineRule } from '../rule'

/** On EC2 the container instance's profile writes the logs when the task has no execution role. */
const WITHOUT_PROFILE: readonly LaunchType[] = ['FARGATE', 'MANAGED_INSTANCES', 'EXTERNAL']

const logging = container({
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'web' },
  },
})

export const iamExecRoleAwslogs = defineRule({
  id: 'iam-exec-role-awslogs',
  severity: 'error',
  on: [taskDefinition],
  title: 'Away from EC2, awslogs needs the task execution role',
  message: '{launch} writes CloudWatch logs with the task execution role; attach one.',
  why: 'The awslogs driver runs outside the container and needs credentials of its own. On EC2 it can fall back to the instance profile; Fargate, managed instances and external instances have no such fallback, so the task fails to start.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      checked: '2026-11-21',
    },
    { ref: 'ERR:virtual-kubelet/virtual-kubelet#193', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    if (!isAbsent(element.spec.executionRoleArn)) return
    if (!spec.containerDefinitions?.some((one) => one.logConfiguration?.logDriver === 'awslogs')) return
    const launches = launchTypesOf(graph, id)
    const launch = WITHOUT_PROFILE.find((one) => launches.has(one))
    if (launch === undefined) return
    report({ at: '/executionRoleArn', values: { launch: launchName(launch) }, fix: executionRoleFix(id) })
  },
  examples: {
    valid: {
      'with the role': drawing({
        role: element('iam-role', { RoleName: 'ecsTaskExecutionRole' }),
        task: fargateTask({ executionRoleArn: '@{role}', containerDefinitions: [logging] }),
      }),
      'on EC2, where the instance profile does it': drawing({
        task: ec2Task({ containerDefinitions: [{ ...logging, memory: 512 }] }),
      }),
      'no awslogs': drawing({ task: fargateTask() }),
    },
    invalid: {
      'on Fargate': {
        design: drawing({ task: fargateTask({ containerDefinitions: [logging] }) }),
        element: 'task',
        at: '/executionRoleArn',
      },
      'on an external instance': {
        design: drawing({
          task: ec2Task({
            requiresCompatibilities: ['EXTERNAL'],
            containerDefinitions: [{ ...logging, memory: 512 }],
          }),
        }),
        element: 'task',
        at: '/executionRoleArn',
      },
      'on managed instances, by the service’s strategy': {
        design: drawing({
          managed: element('capacity-provider', { name: 'managed', managedInstancesProvider: {} }),
          task: fargateTask({ requiresCompatibilities: undefined, containerDefinitions: [logging] }),
          web: service({
            capacityProviderStrategy: [{ capacityProvider: '@{managed}', weight: 1 }],
            networkConfiguration: inSubnets,
          }),
        }),
        element: 'task',
        at: '/executionRoleArn',
      },
    },
  },
})
