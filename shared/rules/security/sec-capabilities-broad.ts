import { taskDefinition } from '../../elements/task-definition'
import { linuxContainersOf } from '../container/containers'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { runsOnFargate } from '../reading'
import { defineRule } from '../rule'

/** SYS_ADMIN covers mounting, namespaces and much more: the kernel’s manual calls it the new root. */
const BROAD = ['ALL', 'SYS_ADMIN']

export const secCapabilitiesBroad = defineRule({
  id: 'sec-capabilities-broad',
  severity: 'warning',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/linuxParameters/capabilities'],
  title: 'Containers get only capabilities that they need',
  message:
    'With capability {capability} container “{container}” is nearly privileged; add only what it needs.',
  why: 'Capabilities split root’s power so that a program can have a piece of it. ALL gives back the whole, and SYS_ADMIN so much of it that programs have got out of containers with it.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    for (const { at, called, container } of linuxContainersOf(spec)) {
      container.linuxParameters?.capabilities?.add?.forEach((capability, index) => {
        // Fargate adds neither: container-capability-fargate.
        if (!BROAD.includes(capability) || runsOnFargate(graph, id)) return
        report({
          at: `${at}/linuxParameters/capabilities/add/${index}`,
          values: { capability, container: called },
        })
      })
    }
  },
  examples: () => ({
    valid: {
      'one for ports below 1024': drawing({ task: adding('NET_BIND_SERVICE') }),
      'ALL of them dropped': drawing({
        task: ec2Task({
          containerDefinitions: [
            container({ memory: 512, linuxParameters: { capabilities: { drop: ['ALL'] } } }),
          ],
        }),
      }),
      'on Fargate, where container-capability-fargate reports it': drawing({
        task: fargateTask({
          containerDefinitions: [container({ linuxParameters: { capabilities: { add: ['SYS_ADMIN'] } } })],
        }),
      }),
    },
    invalid: {
      'all of them': {
        design: drawing({ task: adding('ALL') }),
        element: 'task',
        at: '/containerDefinitions/0/linuxParameters/capabilities/add/0',
      },
      'SYS_ADMIN beside another one': {
        design: drawing({ task: adding('NET_ADMIN', 'SYS_ADMIN') }),
        element: 'task',
        at: '/containerDefinitions/0/linuxParameters/capabilities/add/1',
      },
    },
  }),
})

function adding(...add: readonly string[]) {
  return ec2Task({
    containerDefinitions: [container({ memory: 512, linuxParameters: { capabilities: { add } } })],
  })
}
