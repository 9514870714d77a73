import { LEAST_ZONES } from '../../aws/facts/load-balancers'
import { applicationLoadBalancer } from '../../elements/application-load-balancer'
import { networkLoadBalancer } from '../../elements/network-load-balancer'
import { service as serviceKind } from '../../elements/service'
import { taskZones } from '../../graph/capacity'
import { type Graph, nameOf } from '../../graph/graph'
import { zonesOf } from '../../graph/network'
import { specOf } from '../../graph/spec'
import { type Front, frontsOf, kindOfBalancer } from '../../graph/traffic'
import { say } from '../../texts/text'
import { behindBalancer, element } from '../examples'
import { defineRule, type Fix } from '../rule'
import { bridgeBehindBalancer, differing, network, withElements } from './examples'
import { addSubnet, freeSubnet, placesOf } from './zones'

const all = ['@{subnet-a}', '@{subnet-b}', '@{subnet-c}']

export const lbZoneCoverage = defineRule({
  id: 'lb-zone-coverage',
  severity: 'warning',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'A load balancer stands in every zone of its tasks',
  message:
    'Tasks in {zones} get no traffic, because load balancer “{balancer}” has no subnet there; add one, or keep the tasks out.',
  why: 'A load balancer sends only to targets in the zones that it was given a subnet in. Tasks elsewhere are registered, but count as unused: they run and cost, and nobody reaches them.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
      checked: '2026-11-26',
    },
    { ref: 'DG-2023:load-balancer-types', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    if (!spec.loadBalancers) return
    const zones = taskZones(graph, id)
    if (!zones) return
    for (const front of frontsOf(graph, id)) {
      const short = uncovered(graph, front, zones)
      if (!short) continue
      const { balancer, missing } = short
      report({
        at: front.pointer,
        values: { zones: [...missing].join(', '), balancer: nameOf(graph, balancer) },
        ...coverAll(graph, balancer, missing),
      })
    }
  },
  examples: () => ({
    valid: {
      'the same zones': spread(all, all),
      'a load balancer in more zones than the tasks': spread(all, all.slice(0, 2)),
      'a load balancer in one zone, which lb-alb-two-zones reports': spread(all.slice(0, 1), all),
      'tasks in subnets whose zones are not known': spread(all.slice(0, 2), ['subnet-0a1b2c3d4e5f60001']),
      'a load balancer in subnets whose zones are not known': spread(
        ['subnet-0a1b2c3d4e5f60001', 'subnet-0a1b2c3d4e5f60002'],
        all,
      ),
    },
    invalid: {
      'tasks in a third zone': {
        design: spread(all.slice(0, 2), all),
        element: 'web',
        at: '/loadBalancers/0',
      },
      'instances in a third zone': {
        design: withElements(differing(bridgeBehindBalancer(), { balancer: { Subnets: all.slice(0, 2) } }), {
          ...network,
          main: element('cluster', { clusterName: 'main' }),
          hosts: element('container-instance', {
            cluster: '@{main}',
            InstanceType: 'm7g.large',
            SubnetId: '@{subnet-c}',
            IamInstanceProfile: { Name: 'ecsInstanceRole' },
          }),
          web: element('service', { ...bridgeBehindBalancer().elements.web?.spec, cluster: '@{main}' }),
        }),
        element: 'web',
        at: '/loadBalancers/0',
      },
    },
  }),
})

function spread(Subnets: readonly string[], subnets: readonly string[]) {
  const networkConfiguration = { awsvpcConfiguration: { subnets } }
  return differing(withElements(behindBalancer({ networkConfiguration }), network), {
    targets: { VpcId: '@{network}' },
    balancer: { Subnets },
  })
}

/** The first load balancer that leaves out zones. */
function uncovered(graph: Graph, { loadBalancers }: Front, zones: ReadonlySet<string>) {
  for (const balancer of loadBalancers) {
    const covered = zonesOf(graph, balancer)
    // An Application Load Balancer in fewer zones than it needs is lb-alb-two-zones.
    if (kindOfBalancer(graph, balancer) === 'application' && (covered?.size ?? 0) < LEAST_ZONES) continue
    const missing = covered && [...zones].filter((zone) => !covered.has(zone))
    if (missing && missing.length > 0) return { balancer, missing: new Set(missing) }
  }
  return undefined
}

/** A fix only where the drawing has a subnet for each of the zones. */
function coverAll(graph: Graph, balancer: string, missing: ReadonlySet<string>): { readonly fix?: Fix } {
  const element = graph.element(balancer)
  const spec =
    specOf(graph, applicationLoadBalancer, balancer) ?? specOf(graph, networkLoadBalancer, balancer)
  const places = element && spec && placesOf(graph, balancer, element, spec)
  if (!places?.every(({ at }) => at !== undefined)) return {}
  const free = [...missing].map((zone) => freeSubnet(graph, balancer, places, new Set([zone])))
  const subnets = free.filter((one) => one !== undefined)
  if (subnets.length < missing.size) return {}
  return {
    fix: {
      title: say`Add ${subnets.map((one) => `“${nameOf(graph, one)}”`).join(', ')} to “${nameOf(graph, balancer)}”`,
      apply: (draft) => {
        const target = draft.elements[balancer]
        if (target) for (const one of subnets) addSubnet(target.spec, one)
      },
    },
  }
}
