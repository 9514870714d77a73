import { taskDefinition } from '../../elements/task-definition'
import { linuxContainersOf } from '../container/containers'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { launchesAmong, runsOnFargate } from '../reading'
import { defineRule } from '../rule'

export const secPrivileged = defineRule({
  id: 'sec-privileged',
  severity: 'warning',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/privileged'],
  title: 'Containers are not privileged',
  message:
    'Container “{container}” is privileged and can do to its host what root can; turn that off, and add single capabilities.',
  why: 'A privileged container sees the devices of its host and has every capability, so whoever gets into it has the container instance and all other tasks on it. What a program really needs is mostly one capability or one device.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html',
      checked: '2026-11-21',
    },
    { ref: 'SH:ECS.4', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    for (const { at, called, container } of linuxContainersOf(spec)) {
      if (container.privileged !== true) continue
      // On Fargate it is an error: container-privileged-fargate.
      if (runsOnFargate(graph, id) || launchesAmong(graph, id, ['EC2', 'EXTERNAL']).length === 0) return
      report({
        at: `${at}/privileged`,
        values: { container: called },
        fix: setMembers('Turn privileged off', id, { [`${at}/privileged`]: false }),
      })
    }
  },
  examples: () => ({
    valid: {
      'not privileged': drawing({ task: onInstances({ privileged: false }) }),
      'one capability more': drawing({
        task: onInstances({ linuxParameters: { capabilities: { add: ['NET_ADMIN'] } } }),
      }),
      'on Fargate, where container-privileged-fargate reports it': drawing({
        task: fargateTask({
          requiresCompatibilities: ['EC2', 'FARGATE'],
          containerDefinitions: [container({ privileged: true })],
        }),
      }),
    },
    invalid: {
      'on a container instance': {
        design: drawing({ task: onInstances({ privileged: true }) }),
        element: 'task',
        at: '/containerDefinitions/0/privileged',
      },
      'on an external instance': {
        design: drawing({ task: onInstances({ privileged: true }, ['EXTERNAL']) }),
        element: 'task',
        at: '/containerDefinitions/0/privileged',
      },
    },
  }),
})

function onInstances(members: Readonly<Record<string, unknown>>, requiresCompatibilities = ['EC2']) {
  return ec2Task({
    requiresCompatibilities,
    containerDefinitions: [container({ memory: 512, ...members })],
  })
}
