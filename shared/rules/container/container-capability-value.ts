import { capabilities, FARGATE_CAPABILITY } from '../../aws/facts/kernel'
import { quote } from '../../basics/quote'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isUnknown, runsOnFargate } from '../reading'
import { defineRule } from '../rule'
import { capabilityName } from './capabilities'
import { linuxContainersOf } from './containers'

export const containerCapabilityValue = defineRule({
  id: 'container-capability-value',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/linuxParameters/capabilities'],
  title: 'Capabilities are called by ECS’s names',
  message:
    '{capability} is not the name of a capability; ECS leaves out the kernel’s “CAP_”, as in NET_ADMIN.',
  why: 'ECS has a fixed list of capabilities, in capital letters and without the prefix that the kernel’s own manual gives them. With another name the task does not get what it asks for.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    for (const { at, container } of linuxContainersOf(spec)) {
      for (const change of ['add', 'drop'] as const) {
        container.linuxParameters?.capabilities?.[change]?.forEach((written, index) => {
          if (isUnknown(written) || isCapability(written)) return
          const name = capabilityName(written)
          // One that Fargate adds under no name is container-capability-fargate.
          if (change === 'add' && name !== FARGATE_CAPABILITY && runsOnFargate(graph, id)) return
          const place = `${at}/linuxParameters/capabilities/${change}/${index}`
          report({
            at: place,
            values: { capability: quote(written) },
            ...(isCapability(name) && { fix: setMembers(say`Write it as ${name}`, id, { [place]: name }) }),
          })
        })
      }
    }
  },
  examples: () => ({
    valid: {
      'names of the list, and all of them': changing({ add: ['NET_ADMIN', 'SYSLOG'], drop: ['ALL'] }),
      'a placeholder': changing({ add: ['<capability>'] }),
      'one to add on Fargate, which container-capability-fargate reports': drawing({
        task: fargateTask({
          containerDefinitions: [
            container({ linuxParameters: { capabilities: { add: ['CAP_NET_ADMIN'] } } }),
          ],
        }),
      }),
    },
    invalid: {
      'the kernel’s name': {
        design: changing({ add: ['SYS_NICE', 'CAP_NET_ADMIN'] }),
        element: 'task',
        at: '/containerDefinitions/0/linuxParameters/capabilities/add/1',
      },
      'small letters': {
        design: changing({ drop: ['net_raw'] }),
        element: 'task',
        at: '/containerDefinitions/0/linuxParameters/capabilities/drop/0',
      },
      'no capability': {
        design: changing({ drop: ['EVERYTHING'] }),
        element: 'task',
        at: '/containerDefinitions/0/linuxParameters/capabilities/drop/0',
      },
      'SYS_PTRACE by another name, on Fargate': {
        design: drawing({
          task: fargateTask({
            containerDefinitions: [
              container({ linuxParameters: { capabilities: { add: ['CAP_SYS_PTRACE'] } } }),
            ],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/linuxParameters/capabilities/add/0',
      },
    },
  }),
})

function isCapability(name: string): boolean {
  return capabilities.some((one) => one === name)
}

function changing(change: { readonly add?: readonly string[]; readonly drop?: readonly string[] }) {
  return drawing({
    task: ec2Task({
      containerDefinitions: [container({ memory: 512, linuxParameters: { capabilities: change } })],
    }),
  })
}
