import { FARGATE_SPOT } from '../../aws/facts/capacity-providers'
import { monthlyPrice, steadyVcpus } from '../../aws/facts/fargate-prices'
import { systemOf } from '../../aws/facts/fargate-sizes'
import { UNITS_PER_VCPU } from '../../aws/facts/task-size'
import type { Element } from '../../design/design'
import { service } from '../../elements/service'
import { hasTrait } from '../../elements/traits'
import { type Graph, nameOf } from '../../graph/graph'
import { runOf } from '../../graph/runs'
import { strategyOf } from '../../graph/strategy'
import { drawing, element as elementOf, onFargate } from '../examples'
import { definitionOf, isUnknown } from '../reading'
import { defineRule } from '../rule'
import { policiesOf } from '../scaling/policies'
import { taskCpu, taskMemory } from '../task/size'

const large = { cpu: '1024', memory: '2048' }

export const costFargateSteady = defineRule({
  id: 'cost-fargate-steady',
  severity: 'advice',
  on: [service],
  title: 'A large steady load is compared with other ways of paying',
  message:
    '“{service}” keeps {vcpus} vCPUs on Fargate all the time, about {price} US dollars a month by the list price of us-east-1; a Savings Plan, EC2 or managed instances may cost less.',
  why: 'Fargate is paid by the second, for each task, which is cheap where load comes and goes. For many tasks that never stop, well-filled instances or a commitment for a year often cost much less.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    const run = runOf(graph, id)
    const task = run?.launch === 'FARGATE' ? taskOf(graph, id) : undefined
    const tasks = steadyTasks(graph, id, spec.desiredCount)
    if (!run || !task || tasks === undefined) return
    const vcpus = (tasks * task.cpu) / UNITS_PER_VCPU
    if (vcpus < steadyVcpus || isPaidOtherwise(graph, element, run.cluster, id)) return
    const price = Math.round(monthlyPrice(task, tasks))
    report({ at: '/desiredCount', values: { service: nameOf(graph, id), vcpus, price } })
  },
  examples: () => ({
    valid: {
      'just below': onFargate({ desiredCount: 15 }, large),
      'under a Savings Plan': withTraits(['savings-plan']),
      'partly on Spot': onFargate(
        {
          desiredCount: 20,
          launchType: undefined,
          capacityProviderStrategy: [
            { capacityProvider: 'FARGATE', base: 2, weight: 1 },
            { capacityProvider: 'FARGATE_SPOT', weight: 3 },
          ],
        },
        large,
      ),
      'scaled down when there is little to do': drawing({
        ...onFargate({ desiredCount: 20 }, large).elements,
        policy: elementOf('scaling-policy', {
          PolicyName: 'web',
          ResourceId: '@{web.resourceId}',
          MinCapacity: 2,
          MaxCapacity: 40,
        }),
      }),
    },
    invalid: {
      'sixteen tasks of 1 vCPU': {
        design: onFargate({ desiredCount: 16 }, large),
        element: 'web',
        at: '/desiredCount',
      },
      'a few large tasks': {
        design: onFargate({ desiredCount: 2 }, { cpu: '8 vCPU', memory: '16 GB' }),
        element: 'web',
        at: '/desiredCount',
      },
    },
  }),
})

function withTraits(traits: string[]) {
  const { elements } = onFargate({ desiredCount: 20 }, large)
  return drawing({ ...elements, web: { ...(elements.web as Element), traits } })
}

/** The size of the tasks, if it is known. */
function taskOf(graph: Graph, runner: string) {
  const definition = definitionOf(graph, runner)
  const element = definition && graph.element(definition.id)
  const cpu = element && taskCpu(element)
  const memory = element && taskMemory(element)
  const { operatingSystemFamily: family, cpuArchitecture } = definition?.spec.runtimePlatform ?? {}
  if (cpu === undefined || memory === undefined || isUnknown(family)) return undefined
  const architecture = cpuArchitecture === 'ARM64' ? 'ARM64' : 'X86_64'
  return { cpu, memory, system: systemOf(family), architecture } as const
}

/** How many tasks always run: with a scaling policy the least that it allows. */
function steadyTasks(graph: Graph, id: string, desired: number | undefined): number | undefined {
  const policies = policiesOf(graph, id)
  if (policies.length === 0) return desired
  const least = policies.flatMap(({ spec }) => spec.MinCapacity ?? [])
  return least.length === 0 ? undefined : Math.min(...least)
}

/** By a Savings Plan, by Spot, or not all the time. */
function isPaidOtherwise(graph: Graph, element: Element, cluster: string | undefined, id: string): boolean {
  const home = cluster === undefined ? undefined : graph.element(cluster)
  if (hasTrait(element, 'savings-plan') || hasTrait(home, 'savings-plan')) return true
  if (hasTrait(element, 'batch') || hasTrait(element, 'rare-events')) return true
  const items = strategyOf(graph, id)?.items ?? []
  return items.some(({ capacityProvider, weight = 0 }) => capacityProvider === FARGATE_SPOT && weight > 0)
}
