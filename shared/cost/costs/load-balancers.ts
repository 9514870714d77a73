import { applicationLoadBalancer } from '../../elements/application-load-balancer'
import { classicLoadBalancer } from '../../elements/classic-load-balancer'
import { gatewayLoadBalancer } from '../../elements/gateway-load-balancer'
import { networkLoadBalancer } from '../../elements/network-load-balancer'
import { textAt } from '../../elements/parts/reading'
import { isInternetFacing, kindOfBalancer } from '../../graph/traffic'
import { term } from '../../texts/text'
import type { Charge } from '../charge'
import { type CostContext, defineCost } from '../cost'
import { gb, hoursOf, outGb } from '../inputs'
import { perGb, perHour } from '../simple'

const keys = { application: 'alb', network: 'nlb', classic: 'clb', gateway: 'gwlb' } as const

/** By the hour, and by what goes through. https://aws.amazon.com/elasticloadbalancing/pricing/ */
export const loadBalancers = defineCost({
  id: 'load-balancers',
  on: [
    applicationLoadBalancer.kind,
    networkLoadBalancer.kind,
    classicLoadBalancer.kind,
    gatewayLoadBalancer.kind,
  ],
  charges(context) {
    const { graph, id, need } = context
    const kind = kindOfBalancer(graph, id)
    if (!kind) return []
    const hours = hoursOf(context)
    const load =
      kind === 'classic'
        ? perGb(term('Load of the load balancer'), need(gb), 'clb-gb')
        : capacity(context, hours, `${keys[kind]}-lcu`)
    return [
      ...perHour(term('Load balancer'), hours, `${keys[kind]}-hour`),
      ...load,
      ...(isInternetFacing(graph, id) ? reached(context, hours) : []),
    ]
  },
})

function capacity({ need }: CostContext, hours: number, price: string): readonly Charge[] {
  const amount = need({ name: 'lcu', label: term('LCUs on average') })
  if (amount === undefined) return []
  const times = [{ amount: hours, unit: 'h' }] as const
  return [{ title: term('Load of the load balancer'), times, of: [{ amount, unit: 'lcu', price }] }]
}

/** What comes with being reached from the internet: an address in each subnet, and what is sent out. */
function reached({ need, element }: CostContext, hours: number): readonly Charge[] {
  const isPlain = textAt(element.spec, '/IpAddressType') === 'dualstack-without-public-ipv4'
  const subnets = countAt(element.spec.Subnets) || countAt(element.spec.SubnetMappings)
  const wanted = { name: 'subnets', label: term('Subnets'), ...(subnets > 0 ? { assumed: subnets } : {}) }
  const amount = isPlain ? undefined : need(wanted)
  const addresses = { amount: amount ?? 0, unit: 'address' } as const
  return [
    ...(amount ? perHour(term('Public IPv4 addresses'), hours, 'ipv4-hour', [addresses]) : []),
    ...perGb(term('Data to the internet'), need(outGb), 'transfer-out-gb'),
  ]
}

function countAt(list: unknown): number {
  return Array.isArray(list) ? list.length : 0
}
