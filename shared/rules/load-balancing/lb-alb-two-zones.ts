import { LEAST_ZONES } from '../../aws/facts/load-balancers'
import { removeAt } from '../../basics/json'
import { applicationLoadBalancer } from '../../elements/application-load-balancer'
import { elementsOfKind, type Graph, nameOf } from '../../graph/graph'
import { say } from '../../texts/text'
import { drawing, element } from '../examples'
import { defineRule, type Fix } from '../rule'
import { network } from './examples'
import {
  addSubnet,
  freeSubnet,
  lacksZones,
  mayStandInOneZone,
  type Place,
  placesOf,
  secondInZone,
} from './zones'

const OUTPOST = 'arn:aws:outposts:eu-west-1:123456789012:outpost/op-0123456789abcdef0'

export const lbAlbTwoZones = defineRule({
  id: 'lb-alb-two-zones',
  severity: 'error',
  on: [applicationLoadBalancer],
  title: 'An Application Load Balancer stands in two zones at least',
  message: '“{name}” needs subnets in {least} Availability Zones and names {count}; add one in another zone.',
  variants: {
    same: 'All subnets of “{name}” are in zone {zone}; it needs {least} zones: add one in another.',
  },
  why: 'An Application Load Balancer has a node in each of its subnets, and AWS makes none that a single zone could take down. CreateLoadBalancer refuses subnets of one zone only, except on Outposts and in Local Zones.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html',
      checked: '2026-11-26',
    },
    { ref: 'E3680', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    const places = placesOf(graph, id, element, spec)
    if (!places || !lacksZones(places) || mayStandInOneZone(graph, places, spec)) return
    // A drawing without any subnet says nothing about the network, and of what exists AWS knows more.
    const silent = element.existing || elementsOfKind(graph, 'subnet').length === 0
    if (places.length === 0 && silent) return
    const count = places.length
    const zone = places[0]?.zone ?? ''
    report({
      at: spec.SubnetMappings ? '/SubnetMappings' : '/Subnets',
      values: { name: nameOf(graph, id), least: LEAST_ZONES, count, zone },
      ...(count < LEAST_ZONES ? {} : { variant: 'same' }),
      ...addZone(graph, id, places),
    })
  },
  examples: () => ({
    valid: {
      'two subnets in two zones': alb(['@{subnet-a}', '@{subnet-b}']),
      'two subnets whose zones are not known': alb(['subnet-0a1b2c3d4e5f60001', 'subnet-0a1b2c3d4e5f60002']),
      'a placeholder, which may be several': alb(['<subnets>']),
      'no network drawn at all': drawing({ front: element('application-load-balancer', { Name: 'web' }) }),
      'one subnet on an Outpost': drawing({
        outpost: element('subnet', { OutpostArn: OUTPOST, AvailabilityZone: 'eu-west-1a' }),
        front: element('application-load-balancer', { Name: 'web', Subnets: ['@{outpost}'] }),
      }),
      'one subnet in a Local Zone': drawing({
        near: element('subnet', { AvailabilityZone: 'us-west-2-lax-1a' }),
        front: element('application-load-balancer', { Name: 'web', Subnets: ['@{near}'] }),
      }),
      'one subnet of a Network Load Balancer': drawing({
        ...network,
        front: element('network-load-balancer', { Name: 'web', Subnets: ['@{subnet-a}'] }),
      }),
    },
    invalid: {
      'one subnet': { design: alb(['@{subnet-a}']), element: 'front', at: '/Subnets' },
      'one subnet by its ID': { design: alb(['subnet-0a1b2c3d4e5f60001']), element: 'front', at: '/Subnets' },
      'no subnet, where subnets are drawn': { design: alb([]), element: 'front', at: '/Subnets' },
      'two subnets in one zone': {
        design: drawing({
          ...alb(['@{subnet-a}', '@{other-a}']).elements,
          'other-a': element('subnet', { VpcId: '@{network}', AvailabilityZone: 'eu-west-1a' }),
        }),
        element: 'front',
        at: '/Subnets',
      },
      'one subnet mapping': {
        design: drawing({
          ...network,
          front: element('application-load-balancer', {
            Name: 'web',
            SubnetMappings: [{ SubnetId: '@{subnet-a}' }],
          }),
        }),
        element: 'front',
        at: '/SubnetMappings',
      },
    },
  }),
})

function alb(Subnets: readonly string[]) {
  return drawing({
    ...network,
    front: element('application-load-balancer', { Name: 'web', ...(Subnets.length > 0 && { Subnets }) }),
  })
}

/** One drawn subnet more, and one of two in the same zone less. */
function addZone(graph: Graph, id: string, places: readonly Place[]): { readonly fix?: Fix } {
  const free = freeSubnet(graph, id, places)
  // The frame that it is drawn in names no subnet; naming one would leave that one out.
  const named = places.every(({ at }) => at !== undefined)
  if (free === undefined || !named || places.length === 0) return {}
  const twin = secondInZone(places)?.at
  return {
    fix: {
      title: say`Add subnet “${nameOf(graph, free)}”`,
      apply: (draft) => {
        const spec = draft.elements[id]?.spec
        if (!spec) return
        const before = JSON.stringify(spec)
        addSubnet(spec, free)
        if (twin !== undefined && JSON.stringify(spec) !== before)
          removeAt(spec, twin.replace(/\/SubnetId$/, ''))
      },
    },
  }
}
