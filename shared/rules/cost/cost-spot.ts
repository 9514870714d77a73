import { FARGATE, FARGATE_SPOT, spotPlatform } from '../../aws/facts/capacity-providers'
import { isBelow } from '../../aws/facts/platform-versions'
import type { Element } from '../../design/design'
import { service } from '../../elements/service'
import { task } from '../../elements/task'
import type { TraitId } from '../../elements/traits'
import { type Graph, nameOf, targetOf } from '../../graph/graph'
import { runOf } from '../../graph/runs'
import { strategyOf } from '../../graph/strategy'
import { associate } from '../cluster/associate'
import { usesSpot } from '../cluster/spot'
import { drawing, element as elementOf, fargateTask, inSubnets, link, onFargate } from '../examples'
import { definitionOf, isSaid, runsWindows } from '../reading'
import { defineRule, type Fix } from '../rule'
import { queuesOf } from '../scaling/policies'

type Reason = 'batch' | 'test' | 'queue'

/** What is said of work that should not be interrupted, or that is paid for already. */
const AGAINST: readonly TraitId[] = ['long-running', 'stateful', 'savings-plan']

const job = elementOf('task', {
  taskDefinition: '@{task}',
  launchType: 'FARGATE',
  networkConfiguration: inSubnets,
})

export const costSpot = defineRule({
  id: 'cost-spot',
  severity: 'advice',
  on: [service, task],
  title: 'Work that can be interrupted runs on Fargate Spot',
  message: '“{name}” runs to an end, and can be run again; on Fargate Spot it costs up to 70 % less.',
  variants: {
    test: '“{name}” is not for production; on Fargate Spot it costs up to 70 % less.',
    queue:
      '“{name}” works off queue “{queue}”, which keeps what is not finished; on Fargate Spot it costs up to 70 % less.',
  },
  why: 'Fargate Spot sells spare capacity at a discount, and may take it back with two minutes’ notice. A job that can be run again, or a queue that hands a message out again, loses little by that.',
  sources: [
    { ref: 'API:CapacityProviderStrategyItem', checked: '2026-11-26' },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html',
      checked: '2026-11-21',
    },
    { ref: 'ACR:fargate-spot', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    if (runOf(graph, id)?.launch !== 'FARGATE' || usesSpot(strategyOf(graph, id))) return
    const definition = definitionOf(graph, id)
    if (!definition || runsWindows(definition.spec) !== false) return
    if (AGAINST.some((trait) => isSaid(graph, id, trait))) return
    const [queue] = queuesOf(graph, id)
    const reason = reasonOf(graph, id, queue)
    if (!reason) return
    const current = isBelow(spec.platformVersion, spotPlatform.ARM64)
    report({
      at: '/capacityProviderStrategy',
      values: { name: nameOf(graph, id), queue: queue === undefined ? '' : nameOf(graph, queue) },
      ...(reason !== 'batch' && { variant: reason }),
      ...(!current && isOfEcs(element) && { fix: toSpot(graph, id, reason) }),
    })
  },
  examples: () => ({
    valid: {
      'nothing said about it': onFargate(),
      'a batch job on Spot': drawing({
        task: fargateTask(),
        job: elementOf(
          'task',
          {
            taskDefinition: '@{task}',
            networkConfiguration: inSubnets,
            capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
          },
          { traits: ['batch'] },
        ),
      }),
      'a batch job that must not be interrupted': drawing({
        task: { ...fargateTask(), traits: ['batch', 'long-running'] },
        job,
      }),
      'Windows, which has no Spot': drawing({
        task: {
          ...fargateTask({
            cpu: '1024',
            memory: '2048',
            runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
          }),
          traits: ['batch'],
        },
        job,
      }),
    },
    invalid: {
      'a batch job': {
        design: drawing({ task: { ...fargateTask(), traits: ['batch'] }, job }),
        element: 'job',
        at: '/capacityProviderStrategy',
      },
      'a service for tests, in a cluster': {
        design: withHome(['test']),
        element: 'web',
        at: '/capacityProviderStrategy',
      },
      'a service that works off a queue': {
        design: drawing(
          { ...withHome([]).elements, queue: elementOf('sqs-queue', { QueueName: 'orders' }) },
          { feed: link('queue', 'feeds', 'web') },
        ),
        element: 'web',
        at: '/capacityProviderStrategy',
      },
    },
  }),
})

function withHome(traits: string[]) {
  const { elements } = onFargate({ cluster: '@{main}' })
  return drawing({
    main: elementOf('cluster', { clusterName: 'main' }),
    ...elements,
    web: { ...(elements.web as Element), traits },
  })
}

function reasonOf(graph: Graph, id: string, queue: string | undefined): Reason | undefined {
  if (isSaid(graph, id, 'batch')) return 'batch'
  if (isSaid(graph, id, 'test')) return 'test'
  return queue === undefined ? undefined : 'queue'
}

/** Does ECS itself roll it out? Other controllers take no strategy. */
function isOfEcs({ spec }: Element): boolean {
  const controller = spec.deploymentController as { readonly type?: unknown } | undefined
  return (controller?.type ?? 'ECS') === 'ECS'
}

/** A service for production keeps one task that nobody takes away. */
function toSpot(graph: Graph, id: string, reason: Reason): Fix {
  const home = targetOf(graph, id, 'in-cluster')
  const alone = reason === 'test' || graph.element(id)?.kind === task.kind
  const spot = { capacityProvider: FARGATE_SPOT, weight: alone ? 1 : 3 }
  const first = { capacityProvider: FARGATE, base: 1, weight: 1 }
  const strategy = alone ? [spot] : [first, spot]
  return {
    title: alone ? 'Run it on Fargate Spot' : 'Run all but the first task mostly on Fargate Spot',
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      if (!spec) return
      delete spec.launchType
      spec.capacityProviderStrategy = strategy.map((item) => ({ ...item }))
      // Of a cluster that is there already nobody knows which providers it has.
      if (home === undefined || draft.elements[home]?.existing) return
      for (const { capacityProvider } of strategy) associate(draft, home, capacityProvider)
    },
  }
}
