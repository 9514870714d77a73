import { targetTypes } from '../../aws/facts/target-types'
import { service as serviceKind } from '../../elements/service'
import type { Graph } from '../../graph/graph'
import { runOf, runsOf } from '../../graph/runs'
import { frontsOf } from '../../graph/traffic'
import { behindBalancer, container } from '../examples'
import { mapPort, setTargetType } from '../fixes-load-balancing'
import { awsvpcFix, sharesOneNetwork } from '../network/awsvpc'
import { definitionOf, isAbsent } from '../reading'
import { defineRule, type Fix } from '../rule'
import { behindClassic, bridgeBehindBalancer, differing } from './examples'
import { networkModeOfService } from './served'
import { targetTypeOf } from './target-groups'

const ENTRIES = '/loadBalancers'
const alone = { networkMode: 'none', containerDefinitions: [container({ memory: 512 })] }

export const lbNetworkNone = defineRule({
  id: 'lb-network-none',
  severity: 'error',
  refusesLine: true,
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'A load balancer needs tasks with a network',
  message:
    'With network mode none nothing reaches the task, so it can’t stand behind a load balancer; use awsvpc.',
  why: 'In mode none containers have no connection to the outside and map no ports. There is neither an address nor a port that ECS could register.',
  sources: [
    { ref: 'CDK:CannotLoadBalancer', checked: '2026-11-21' },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    if (isAbsent(spec.loadBalancers) || networkModeOfService(graph, id) !== 'none') return
    // Fargate has no such mode, which network-fargate-awsvpc reports; an external instance has no load balancer.
    const launch = runOf(graph, id)?.launch
    if (launch === 'FARGATE' || launch === 'EXTERNAL') return
    report({ at: ENTRIES, ...toAwsvpc(graph, id) })
  },
  examples: () => ({
    valid: {
      awsvpc: behindBalancer(),
      'bridge, the default': bridgeBehindBalancer(),
      'no load balancer': differing(bridgeBehindBalancer(), { task: alone, web: { loadBalancers: [] } }),
      'a placeholder': differing(bridgeBehindBalancer(), { task: { networkMode: '<mode>' } }),
    },
    invalid: {
      'a target group': {
        design: differing(bridgeBehindBalancer(), { task: alone }),
        element: 'web',
        at: ENTRIES,
      },
      'a Classic Load Balancer, which takes no awsvpc': {
        design: differing(behindClassic(), { task: alone }),
        element: 'web',
        at: ENTRIES,
      },
    },
  }),
})

/** The mode, and all that goes with it: mapped ports, targets by address, and subnets, which people have to fill in. */
function toAwsvpc(graph: Graph, id: string): { readonly fix?: Fix } {
  const definition = definitionOf(graph, id)
  const fronts = frontsOf(graph, id)
  const groups = fronts.map(({ targetGroup }) => targetGroup)
  const fits = fronts.every(({ kind, container }) => kind !== 'classic' && container !== undefined)
  const mine = definition && sharesOneNetwork(definition.spec) && runsOf(graph, definition.id).length === 1
  const drawn = groups.every((group) => group !== undefined && targetTypeOf(graph, group) !== undefined)
  if (!definition || !mine || !fits || !drawn) return {}
  const parts = fronts.flatMap(({ container, containerName: name, containerPort: port, targetGroup }) => [
    ...(targetGroup === undefined ? [] : [setTargetType(graph, targetGroup, targetTypes.awsvpc)]),
    ...(container === undefined || name === undefined || port === undefined
      ? []
      : [mapPort({ taskDefinition: definition.id, container, name, port })]),
  ])
  return {
    fix: {
      title: 'Set the network mode to awsvpc, with targets by address',
      apply: (draft) => {
        for (const { apply } of [awsvpcFix(definition.id), ...parts]) apply(draft)
        const service = draft.elements[id]?.spec
        if (service && isAbsent(service.networkConfiguration)) {
          service.networkConfiguration = { awsvpcConfiguration: { subnets: ['<subnet-id>'] } }
        }
      },
    },
  }
}
