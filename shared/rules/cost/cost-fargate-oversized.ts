import { sizeThatHolds, systemOf } from '../../aws/facts/fargate-sizes'
import { vcpus } from '../../aws/facts/task-size'
import { toText } from '../../basics/convert'
import { service } from '../../elements/service'
import { taskDefinition } from '../../elements/task-definition'
import type { Graph } from '../../graph/graph'
import { runsOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { say } from '../../texts/text'
import { container, drawing, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isUnknown, runsOnFargate, type TaskDefinitionSpec } from '../reading'
import { defineRule } from '../rule'
import { containersNeed, taskCpu, taskMemory } from '../task/size'

export const costFargateOversized = defineRule({
  id: 'cost-fargate-oversized',
  severity: 'advice',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/cpu'],
  title: 'A Fargate task is not twice as large as its containers need',
  message:
    'The task has {cpu} and {memory} MiB, but its containers ask for {cpuNeeded} and {memoryNeeded} MiB; {cpuEnough} and {memoryEnough} MiB would do.',
  why: 'Fargate bills the size of the task, whatever the containers use of it. Sizes come in steps, so a little more than the sum is normal, twice as much is not.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    const family = spec.runtimePlatform?.operatingSystemFamily
    const cpu = taskCpu(element)
    const memory = taskMemory(element)
    if (cpu === undefined || memory === undefined || isUnknown(family) || !saysAll(spec)) return
    const need = containersNeed(spec)
    if (2 * need.cpu > cpu || 2 * need.memory > memory) return
    const enough = sizeThatHolds(need.cpu, need.memory, systemOf(family))
    if (!enough || enough.cpu > cpu || enough.memory > memory) return
    if (enough.cpu === cpu && enough.memory === memory) return
    if (!runsOnFargate(graph, id) || hasProxy(graph, id)) return
    report({
      at: '/cpu',
      values: {
        cpu: vcpus(cpu),
        memory,
        cpuNeeded: vcpus(need.cpu),
        memoryNeeded: need.memory,
        cpuEnough: vcpus(enough.cpu),
        memoryEnough: enough.memory,
      },
      fix: setMembers(say`Set ${vcpus(enough.cpu)} and ${enough.memory} MiB`, id, {
        '/cpu': toText(enough.cpu),
        '/memory': toText(enough.memory),
      }),
    })
  },
  examples: () => ({
    valid: {
      'what the containers ask for': sized('1024', '2048', { cpu: 1024, memory: 2048 }),
      'more than half of the memory': sized('1024', '2048', { cpu: 512, memory: 1025 }),
      'the smallest size that there is': sized('256', '512', { cpu: 64, memory: 128 }),
      'a container that does not say': sized('2048', '4096', { memory: 1024 }),
    },
    invalid: {
      'twice as large': {
        design: sized('2048', '4096', { cpu: 512, memory: 1024 }),
        element: 'task',
        at: '/cpu',
      },
      'exactly half': {
        design: sized('2 vCPU', '4 GB', { cpu: 1024, memory: 2048 }),
        element: 'task',
        at: '/cpu',
      },
    },
  }),
})

function sized(cpu: string, memory: string, members: Readonly<Record<string, number>>) {
  return drawing({ task: fargateTask({ cpu, memory, containerDefinitions: [container(members)] }) })
}

/** Does every container say what it needs? */
function saysAll({ containerDefinitions: all = [] }: TaskDefinitionSpec): boolean {
  return all.length > 0 && all.every((one) => one.cpu && (one.memory || one.memoryReservation))
}

/** Service Connect adds a container that no definition tells of. */
function hasProxy(graph: Graph, id: string): boolean {
  return runsOf(graph, id).some(
    ({ runner }) => specOf(graph, service, runner)?.serviceConnectConfiguration?.enabled === true,
  )
}
