import { refer } from '../../design/references'
import { service as serviceKind } from '../../elements/service'
import { subnet } from '../../elements/subnet'
import { instancesIn, mostInstances, taskZones } from '../../graph/capacity'
import { elementsOfKind, type Graph, nameOf, targetOf } from '../../graph/graph'
import { routing, subnetsOf, vpcOf, zoneOf, zonesOf } from '../../graph/network'
import { say } from '../../texts/text'
import { behindBalancer, container, drawing, ec2Task, element, registered, service } from '../examples'
import { isKnown } from '../reading'
import { type ServiceSpec, schedulingOf } from '../rollout'
import { defineRule, type Fix } from '../rule'
import { mustStayUp } from './workloads'

const SUBNETS = '/networkConfiguration/awsvpcConfiguration/subnets'

export const archSingleZone = defineRule({
  id: 'arch-single-zone',
  severity: 'warning',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'A service behind a load balancer runs in two Availability Zones',
  message: 'All tasks of the service are in one Availability Zone; add a subnet of another zone.',
  variants: {
    named: 'All tasks of the service are in Availability Zone {zone}; add a subnet of another zone.',
  },
  why: 'An Availability Zone can fail as a whole. ECS spreads the tasks over the zones that it is given, so with subnets or instances in two of them the service goes on.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    if (!mustStayUp(graph, id, spec) || (spec.desiredCount ?? 0) < 1 || schedulingOf(spec) !== 'REPLICA')
      return
    const subnets = spec.networkConfiguration?.awsvpcConfiguration?.subnets ?? []
    const zones = subnets.length > 0 ? zonesOf(graph, id) : taskZones(graph, id)
    if (zones ? zones.size !== 1 : !isOneSubnet(subnets)) return
    const cluster = targetOf(graph, id, 'in-cluster')
    // A single instance is arch-single-instance.
    const instances = cluster === undefined ? undefined : mostInstances(instancesIn(graph, cluster))
    if (subnets.length === 0 && instances === 1) return
    const [zone] = zones ?? []
    const better = subnets.length > 0 ? subnetElsewhere(graph, id, zone) : undefined
    report({
      at: subnets.length > 0 ? SUBNETS : '',
      ...(zone !== undefined && { variant: 'named', values: { zone } }),
      ...(better !== undefined && { fix: addSubnet(graph, id, better) }),
    })
  },
  examples: () => ({
    valid: {
      'two subnets in two zones': inZones(['subnet-a', 'subnet-b']),
      'two subnets in one text, as a parameter holds them': inZones([], {
        networkConfiguration: { awsvpcConfiguration: { subnets: ['@{subnet-a},@{subnet-b}'] } },
      }),
      'two subnets whose zones are not known': behindBalancer(),
      'nothing runs': inZones(['subnet-a'], { desiredCount: 0 }),
      'no load balancer': inZones(['subnet-a'], { loadBalancers: undefined }),
      'a placeholder, which may stand for several': behindBalancer({
        networkConfiguration: { awsvpcConfiguration: { subnets: ['<private subnets>'] } },
      }),
    },
    invalid: {
      'one subnet': { design: inZones(['subnet-a']), element: 'web', at: SUBNETS },
      'one subnet that is not drawn': {
        design: behindBalancer({
          networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'] } },
        }),
        element: 'web',
        at: SUBNETS,
      },
      'two instances in one zone': {
        design: drawing({
          'subnet-a': element('subnet', { AvailabilityZone: 'eu-west-1a' }),
          main: element('cluster', { clusterName: 'main' }),
          instance: element('container-instance', {
            cluster: '@{main}',
            agentConnected: true,
            SubnetId: '@{subnet-a}',
            MinCount: 2,
            MaxCount: 2,
          }),
          task: ec2Task({
            containerDefinitions: [container({ memory: 512, portMappings: [{ containerPort: 80 }] })],
          }),
          targets: element('target-group', { Name: 'web', Protocol: 'HTTP', Port: 80 }),
          web: service({ cluster: '@{main}', launchType: 'EC2', loadBalancers: [registered] }),
        }),
        element: 'web',
        at: '',
      },
      'two subnets in one zone': { design: inZones(['subnet-a', 'subnet-c']), element: 'web', at: SUBNETS },
    },
  }),
})

function inZones(subnets: readonly string[], web: Readonly<Record<string, unknown>> = {}) {
  const example = behindBalancer({
    networkConfiguration: { awsvpcConfiguration: { subnets: subnets.map((one) => `@{${one}}`) } },
    ...web,
  })
  const inZone = (AvailabilityZone: string) => element('subnet', { VpcId: '@{vpc}', AvailabilityZone })
  return drawing({
    vpc: element('vpc', { CidrBlock: '10.0.0.0/16' }),
    'subnet-a': inZone('eu-west-1a'),
    'subnet-b': inZone('eu-west-1b'),
    'subnet-c': inZone('eu-west-1a'),
    ...example.elements,
  })
}

/** A subnet is in one zone, wherever it is; a placeholder may stand for a list. */
function isOneSubnet(subnets: readonly string[]): boolean {
  const [only, ...others] = subnets
  return others.length === 0 && isKnown(only) && !only.includes(',')
}

/** A drawn subnet like the service's own, in the same VPC and routed alike, but in another zone. */
function subnetElsewhere(graph: Graph, service: string, zone: string | undefined): string | undefined {
  const [own] = subnetsOf(graph, service)
  const vpc = own && vpcOf(graph, own)
  if (own === undefined || vpc === undefined || zone === undefined) return undefined
  return elementsOfKind(graph, subnet.kind).find((one) => {
    const other = vpcOf(graph, one) === vpc ? zoneOf(graph, one) : undefined
    return other !== undefined && other !== zone && routing(graph, one) === routing(graph, own)
  })
}

function addSubnet(graph: Graph, service: string, subnetId: string): Fix {
  return {
    title: say`Add subnet “${nameOf(graph, subnetId)}”`,
    apply: (draft) => {
      const network = draft.elements[service]?.spec
        .networkConfiguration as ServiceSpec['networkConfiguration']
      const subnets = network?.awsvpcConfiguration?.subnets
      if (subnets && !subnets.includes(refer(subnetId))) subnets.push(refer(subnetId))
    },
  }
}
