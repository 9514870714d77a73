import { faultInjectionModes } from '../../aws/facts/fault-injection'
import { taskDefinition } from '../../elements/task-definition'
import { drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { judgedModes } from '../network/modes'
import { defineRule } from '../rule'

export const taskdefFaultInjectionNetwork = defineRule({
  id: 'taskdef-fault-injection-network',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/enableFaultInjection'],
  title: 'Fault injection needs the network mode awsvpc or host',
  message: 'Faults can be injected in network mode awsvpc or host; this task has {mode}.',
  why: 'The ECS agent makes network faults at an interface that it controls, the task’s own or that of the host. Behind Docker’s bridge it has none, and RegisterTaskDefinition refuses the flag.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fault-injection.html',
      checked: '2026-11-21',
    },
    { ref: 'CDK:OnlyAwsVpcHostNetwork', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    if (spec.enableFaultInjection !== true) return
    const mode = judgedModes(graph, id, spec).find(
      (one) => one !== undefined && !faultInjectionModes.some((good) => good === one),
    )
    if (mode === undefined) return
    report({
      at: '/enableFaultInjection',
      values: { mode },
      fix: setMembers('Turn fault injection off', id, { '/enableFaultInjection': false }),
    })
  },
  examples: () => ({
    valid: {
      awsvpc: drawing({ task: fargateTask({ enableFaultInjection: true }) }),
      host: drawing({ task: ec2Task({ networkMode: 'host', enableFaultInjection: true }) }),
      'turned off in bridge mode': drawing({
        task: ec2Task({ networkMode: 'bridge', enableFaultInjection: false }),
      }),
      'no mode, and nothing says how it runs': drawing({
        task: ec2Task({ requiresCompatibilities: undefined, enableFaultInjection: true }),
      }),
    },
    invalid: {
      bridge: {
        design: drawing({ task: ec2Task({ networkMode: 'bridge', enableFaultInjection: true }) }),
        element: 'task',
        at: '/enableFaultInjection',
      },
      'left out on EC2, which means bridge': {
        design: drawing({ task: ec2Task({ enableFaultInjection: true }) }),
        element: 'task',
        at: '/enableFaultInjection',
      },
    },
  }),
})
