import { targetGroup } from '../../elements/target-group'
import { type Graph, nameOf } from '../../graph/graph'
import { areDifferentVpcs, subnetsOf, vpcOf } from '../../graph/network'
import { targetGroupServices, targetGroupUsers } from '../../graph/traffic'
import { behindBalancer, element } from '../examples'
import { defineRule } from '../rule'
import { differing, network, withElements } from './examples'

const second = {
  'other-network': element('vpc', { CidrBlock: '10.1.0.0/16' }),
  'other-a': element('subnet', { VpcId: '@{other-network}', AvailabilityZone: 'eu-west-1a' }),
  'other-b': element('subnet', { VpcId: '@{other-network}', AvailabilityZone: 'eu-west-1b' }),
}
const here = ['@{subnet-a}', '@{subnet-b}']
const there = ['@{other-a}', '@{other-b}']

export const lbVpcMismatch = defineRule({
  id: 'lb-vpc-mismatch',
  severity: 'error',
  on: [targetGroup],
  title: 'Load balancer, target group and tasks are in one VPC',
  message:
    '“{one}” is in VPC “{first}” and “{other}” in VPC “{second}”; load balancer, target group and tasks must share a VPC.',
  why: 'A load balancer looks for its targets in its own VPC. A target group belongs to one VPC, too: CreateListener refuses one of another VPC, and tasks of another can’t be registered with it.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
      checked: '2026-11-26',
    },
    { ref: 'DG-2023:load-balancer-types', checked: '2026-11-21' },
  ],
  check({ id, graph, report }) {
    const balancers = targetGroupUsers(graph, id).map((forward) => forward.loadBalancer)
    const together = [id, ...balancers, ...targetGroupServices(graph, id)]
    if (together.length === 1) return
    const known = together.flatMap((one) => placed(graph, one))
    const [first] = known
    const other = known.find(({ vpc }) => first && areDifferentVpcs(graph, first.vpc, vpc))
    if (!first || !other) return
    report({
      at: '/VpcId',
      values: {
        one: nameOf(graph, first.id),
        first: nameOf(graph, first.vpc),
        other: nameOf(graph, other.id),
        second: nameOf(graph, other.vpc),
      },
    })
  },
  examples: () => ({
    valid: {
      'one VPC': placedIn('@{network}', here, here),
      'tasks in subnets that are not drawn': placedIn('@{network}', here, ['subnet-0a1b2c3d4e5f60001']),
      'a VPC by its ID, which the drawn one may have': placedIn('vpc-0a1b2c3d4e5f60001', here, here),
      'a drawn VPC that has that ID': withElements(placedIn('vpc-0a1b2c3d4e5f60001', here, here), {
        network: { ...network.network, existing: { vpcId: 'vpc-0a1b2c3d4e5f60001' } },
      }),
    },
    invalid: {
      'tasks in another VPC': {
        design: placedIn('@{network}', here, there),
        element: 'targets',
        at: '/VpcId',
      },
      'a load balancer in another VPC': {
        design: placedIn('@{network}', there, here),
        element: 'targets',
        at: '/VpcId',
      },
      'a VPC by its ID, and a drawn one with another ID': {
        design: withElements(placedIn('vpc-0a1b2c3d4e5f60009', here, here), {
          network: { ...network.network, existing: { vpcId: 'vpc-0a1b2c3d4e5f60001' } },
        }),
        element: 'targets',
        at: '/VpcId',
      },
      'a target group that does not say': {
        design: placedIn(undefined, here, there),
        element: 'targets',
        at: '/VpcId',
      },
    },
  }),
})

function placedIn(VpcId: string | undefined, Subnets: readonly string[], subnets: readonly string[]) {
  const networkConfiguration = { awsvpcConfiguration: { subnets } }
  return differing(withElements(behindBalancer({ networkConfiguration }), { ...network, ...second }), {
    targets: { VpcId },
    balancer: { Subnets },
  })
}

/** What is said about subnets counts; of a service the frame that it is drawn in says nothing about its tasks. */
function placed(graph: Graph, id: string): readonly { readonly id: string; readonly vpc: string }[] {
  const subnet = subnetsOf(graph, id)[0]
  const isService = graph.element(id)?.kind === 'service'
  const vpc = subnet === undefined ? (isService ? undefined : vpcOf(graph, id)) : vpcOf(graph, subnet)
  return vpc === undefined ? [] : [{ id, vpc }]
}
