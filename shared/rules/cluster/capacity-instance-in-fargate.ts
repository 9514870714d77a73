import { autoScalingGroup as groupKind } from '../../elements/auto-scaling-group'
import { containerInstance } from '../../elements/container-instance'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import type { Connection } from '../../graph/connection'
import { type Graph, incoming, nameOf, outgoing } from '../../graph/graph'
import { drawing, element, fargateTask, inSubnets, link, onFargate } from '../examples'
import { runsOnFargate } from '../reading'
import { defineRule } from '../rule'
import { autoScalingGroup, cluster, instances, onInstances } from './examples'

const MACHINES: readonly string[] = [containerInstance.kind, groupKind.kind]

export const capacityInstanceInFargate = defineRule({
  id: 'capacity-instance-in-fargate',
  severity: 'error',
  refusesLine: true,
  on: [serviceKind, taskKind],
  title: 'Fargate tasks run on no instance of yours',
  message:
    'Fargate tasks run on machines that AWS owns and nobody sees; remove the line to “{instances}”, or switch “{name}” to EC2.',
  why: 'On Fargate every task gets a machine of its own, with its own kernel, that AWS starts and patches. There is no instance that it could be placed on, so a line to one can’t mean anything.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate.html',
      checked: '2026-11-21',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, graph, report }) {
    const lines = linesToMachines(graph, id)
    const [first] = lines
    if (!first || !runsOnFargate(graph, id)) return
    report({
      at: '',
      values: { name: nameOf(graph, id), instances: nameOf(graph, first.to === id ? first.from : first.to) },
      fix: {
        title: lines.length === 1 ? 'Remove the line' : 'Remove the lines',
        apply: (draft) => {
          for (const line of lines) delete draft.connections[line.id]
        },
      },
    })
  },
  examples: () => ({
    valid: {
      'on EC2': onInstances({ hosts: instances() }, {}, {}, { runs: link('web', 'provides', 'hosts') }),
      'Fargate beside instances, without a line': drawing({
        ...onFargate({ cluster: '@{main}' }).elements,
        main: cluster(),
        hosts: instances(),
      }),
    },
    invalid: {
      'a service and container instances': {
        design: drawing(
          { ...onFargate({ cluster: '@{main}' }).elements, main: cluster(), hosts: instances() },
          { runs: link('web', 'provides', 'hosts') },
        ),
        element: 'web',
        at: '',
      },
      'a standalone task and an Auto Scaling group, the line drawn the other way': {
        design: drawing(
          {
            task: fargateTask(),
            nightly: element('task', {
              taskDefinition: '@{task}',
              launchType: 'FARGATE',
              networkConfiguration: inSubnets,
            }),
            workers: autoScalingGroup(),
          },
          { runs: link('workers', 'provides', 'nightly') },
        ),
        element: 'nightly',
        at: '',
      },
    },
  }),
})

/** Lines that the design stores; what a spec names, such as StartTask, is another rule's. */
function linesToMachines(graph: Graph, id: string): readonly Connection[] {
  const isMachine = (other: string) => MACHINES.includes(graph.element(other)?.kind ?? '')
  return [
    ...outgoing(graph, id).filter(({ to, relation }) => !relation && isMachine(to)),
    ...incoming(graph, id).filter(({ from, relation }) => !relation && isMachine(from)),
  ]
}
