import { endpointsForStart } from '../../aws/facts/vpc-endpoints'
import { refer } from '../../design/references'
import { vpc } from '../../elements/vpc'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { routing, subnetsIn, subnetsOf, zoneOf } from '../../graph/network'
import { drawing, element as elementOf, fargateTask, service } from '../examples'
import { outOfReach } from '../network/egress'
import { addEndpoints } from '../network/endpoints'
import { runsOnFargate } from '../reading'
import { defineRule } from '../rule'

/** The endpoints that the bulk of the data goes through: the layers of images come from S3. */
const HEAVY: readonly string[] = endpointsForStart['pull-image'] ?? []

export const costNat = defineRule({
  id: 'cost-nat',
  severity: 'advice',
  on: [vpc],
  title: 'Images from Amazon ECR don’t go through a NAT gateway',
  message:
    'Tasks of “{runner}” pull their images from Amazon ECR through a NAT gateway, which bills every gigabyte; add VPC endpoints for {services}.',
  why: 'A NAT gateway costs by the hour and by the gigabyte. The endpoint for S3, where ECR keeps the layers of images, is free; those for ECR and the logs cost less for the data than the gateway does.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
      checked: '2026-11-21',
    },
    { ref: 'ACR:fargate-service-deployment', checked: '2026-11-21' },
  ],
  check({ id, graph, report }) {
    for (const runner of runnersIn(graph, id)) {
      const behindNat = subnetsOf(graph, runner).filter((one) => routing(graph, one) === 'nat')
      if (behindNat.length === 0 || !runsOnFargate(graph, runner)) continue
      const services = outOfReach(graph, runner, id)?.services ?? []
      if (!services.some((one) => HEAVY.includes(one))) continue
      const { region } = graph.design
      // China names some of its endpoints in another way.
      const named = region !== undefined && !region.startsWith('cn-')
      const fix = named && addEndpoints(id, onePerZone(graph, behindNat), services, region)
      const values = { runner: nameOf(graph, runner), services: services.join(', ') }
      report({ at: '', values, ...(fix && { fix }) })
      return
    }
  },
  examples: () => ({
    valid: {
      'endpoints for what is pulled': behindNat(['ecr.api', 'ecr.dkr', 's3']),
      'an image of another registry': behindNat([], 'public.ecr.aws/nginx/nginx:1.27'),
      'a public subnet': behindNat([], undefined, { GatewayId: '@{internet}' }),
    },
    invalid: {
      'no endpoints': { design: behindNat([]), element: 'network', at: '' },
      'endpoints for ECR, but not for the layers': {
        design: behindNat(['ecr.api', 'ecr.dkr']),
        element: 'network',
        at: '',
      },
    },
  }),
})

/** A service on Fargate whose subnet has its way out by a NAT gateway, or another one. */
function behindNat(
  endpoints: readonly string[],
  image = '@{repository.uri}:1',
  target: Readonly<Record<string, string>> = { NatGatewayId: '@{nat}' },
) {
  const drawnEndpoints = endpoints.map((name, index) => [
    `endpoint-${index}`,
    elementOf('vpc-endpoint', { ServiceName: `com.amazonaws.eu-west-1.${name}`, VpcId: '@{network}' }),
  ])
  return drawing({
    network: elementOf('vpc', { CidrBlock: '10.0.0.0/16' }),
    internet: elementOf('internet-gateway', { VpcId: '@{network}' }),
    public: elementOf('subnet', { VpcId: '@{network}', CidrBlock: '10.0.0.0/24' }),
    nat: elementOf('nat-gateway', { SubnetId: '@{public}' }),
    private: elementOf('subnet', {
      VpcId: '@{network}',
      CidrBlock: '10.0.1.0/24',
      Routes: [{ DestinationCidrBlock: '0.0.0.0/0', ...target }],
    }),
    ...Object.fromEntries(drawnEndpoints),
    repository: elementOf('ecr-repository', { repositoryName: 'web' }),
    role: elementOf('iam-role', { RoleName: 'ecsTaskExecutionRole' }),
    task: fargateTask({ executionRoleArn: '@{role}', containerDefinitions: [{ name: 'web', image }] }),
    web: service({
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: [refer('private')] } },
    }),
  })
}

/** An interface endpoint takes one subnet of each zone. */
function onePerZone(graph: Graph, subnets: readonly string[]): readonly string[] {
  const zones = subnets.map((one) => zoneOf(graph, one))
  return subnets.filter((_, i) => zones[i] === undefined || zones.indexOf(zones[i]) === i)
}

/** The services and tasks in the subnets of a VPC. */
function runnersIn(graph: Graph, id: string): ReadonlySet<string> {
  const subnets = subnetsIn(graph, id) ?? []
  const named = subnets.flatMap((one) => incoming(graph, one, 'in-network').map(({ from }) => from))
  const drawnIn = subnets.flatMap((one) => graph.children.get(one) ?? [])
  const kinds = ['service', 'task']
  return new Set([...named, ...drawnIn].filter((one) => kinds.includes(graph.element(one)?.kind ?? '')))
}
