import { FARGATE_CAPABILITY } from '../../aws/facts/kernel'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { dropItems } from '../fixes'
import { isUnknown, runsOnFargate } from '../reading'
import { defineRule } from '../rule'
import { capabilityName } from './capabilities'
import { linuxContainersOf } from './containers'

export const containerCapabilityFargate = defineRule({
  id: 'container-capability-fargate',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/linuxParameters/capabilities'],
  title: 'Fargate adds no capability but SYS_PTRACE',
  message: 'Fargate can’t give container “{container}” {capabilities}; only {allowed} can be added.',
  why: 'A capability is a piece of root’s power over the host. Fargate keeps its hosts to itself and lends only the right to watch other processes, which debuggers and security agents need. Dropping capabilities is always possible.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html',
      checked: '2026-11-26',
    },
    { ref: 'DG:fargate-tasks-services', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    for (const { at, called, container } of linuxContainersOf(spec)) {
      const refused = container.linuxParameters?.capabilities?.add?.filter(isRefused) ?? []
      if (refused.length === 0 || !runsOnFargate(graph, id)) continue
      const list = `${at}/linuxParameters/capabilities/add`
      report({
        at: list,
        values: { container: called, capabilities: refused.join(', '), allowed: FARGATE_CAPABILITY },
        fix: dropItems(say`Remove ${refused.join(', ')}`, id, list, isRefused),
      })
    }
  },
  examples: () => ({
    valid: {
      SYS_PTRACE: drawing({ task: fargateTask({ containerDefinitions: [adding('SYS_PTRACE')] }) }),
      'dropping any': drawing({
        task: fargateTask({
          containerDefinitions: [container({ linuxParameters: { capabilities: { drop: ['ALL'] } } })],
        }),
      }),
      'others on EC2': drawing({
        task: ec2Task({ containerDefinitions: [{ ...adding('NET_ADMIN'), memory: 512 }] }),
      }),
      'SYS_PTRACE by the kernel’s name, which container-capability-value reports': drawing({
        task: fargateTask({ containerDefinitions: [adding('CAP_SYS_PTRACE')] }),
      }),
    },
    invalid: {
      'another one': {
        design: drawing({ task: fargateTask({ containerDefinitions: [adding('NET_ADMIN')] }) }),
        element: 'task',
        at: '/containerDefinitions/0/linuxParameters/capabilities/add',
      },
      'several beside the one that is allowed': {
        design: drawing({
          task: fargateTask({
            containerDefinitions: [adding('SYS_ADMIN', 'SYS_PTRACE', 'CAP_NET_ADMIN', '<capability>')],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/linuxParameters/capabilities/add',
      },
    },
  }),
})

function isRefused(capability: unknown): boolean {
  if (typeof capability !== 'string' || isUnknown(capability)) return false
  return capabilityName(capability) !== FARGATE_CAPABILITY
}

function adding(...add: readonly string[]) {
  return container({ linuxParameters: { capabilities: { add } } })
}
