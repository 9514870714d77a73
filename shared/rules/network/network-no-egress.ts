import type { Design } from '../../design/design'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { nameOf } from '../../graph/graph'
import { routing, subnetsOf, vpcOf } from '../../graph/network'
import { container, drawing, element, fargateTask, service } from '../examples'
import { isWritten, runsOnFargate } from '../reading'
import { defineRule } from '../rule'
import { inWords, outOfReach } from './egress'
import { addEndpoints, endpoint } from './endpoints'

const AT = '/networkConfiguration/awsvpcConfiguration/subnets'

/** Routes that lead to another VPC, and nowhere else. */
const toPeer = {
  Routes: [{ DestinationCidrBlock: '10.1.0.0/16', VpcPeeringConnectionId: 'pcx-0123456789abcdef0' }],
}
const ecrAndLogs = ['ecr.api', 'ecr.dkr', 's3', 'logs']

export const networkNoEgress = defineRule({
  id: 'network-no-egress',
  severity: 'error',
  on: [serviceKind, taskKind],
  title: 'Fargate tasks reach what they need to start',
  message:
    'From {subnets} no route leads to {needed}; add a NAT gateway, or VPC endpoints for AWS’s services.',
  why: 'Before a Fargate task runs, it pulls its images, reads its secrets and opens its log, all over its own network interface. In a subnet without a NAT gateway and without endpoints none of it works, and the task stops before it starts.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html',
      checked: '2026-11-26',
    },
    { ref: 'ACR:fargate-service-deployment', checked: '2026-11-21' },
  ],
  check({ id, element, graph, report }) {
    if (!isWritten(element, AT) || !runsOnFargate(graph, id)) return
    const isolated = subnetsOf(graph, id).filter((subnet) => routing(graph, subnet) === 'isolated')
    const vpc = isolated[0] === undefined ? undefined : vpcOf(graph, isolated[0])
    const missing = vpc === undefined ? undefined : outOfReach(graph, id, vpc)
    if (vpc === undefined || missing === undefined || inWords(missing) === '') return
    const { region } = graph.design
    // China names some of its endpoints in another way.
    const fixable = missing.registries.length === 0 && region !== undefined && !region.startsWith('cn-')
    report({
      at: AT,
      values: {
        subnets: isolated.map((subnet) => `“${nameOf(graph, subnet)}”`).join(', '),
        needed: inWords(missing),
      },
      ...(fixable && graph.element(vpc)
        ? { fix: addEndpoints(vpc, isolated, missing.services, region) }
        : {}),
    })
  },
  examples: () => ({
    valid: {
      'endpoints for everything': inSubnet(toPeer, ecrAndLogs),
      'a NAT gateway': inSubnet({
        Routes: [{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-0123456789abcdef0' }],
      }),
      'a subnet of which nothing is said': inSubnet({}),
      'out by a transit gateway': inSubnet({
        Routes: [{ DestinationCidrBlock: '0.0.0.0/0', TransitGatewayId: 'tgw-0123456789abcdef0' }],
      }),
    },
    invalid: {
      'neither NAT gateway nor endpoints': {
        design: inSubnet(toPeer),
        element: 'web',
        at: AT,
      },
      'an endpoint is missing': {
        design: inSubnet(toPeer, ['ecr.api', 'ecr.dkr', 's3']),
        element: 'web',
        at: AT,
      },
      'endpoints, and an image of Docker Hub': {
        design: inSubnet(toPeer, ecrAndLogs, 'nginx:1.27'),
        element: 'web',
        at: AT,
      },
    },
  }),
})

/** A service on Fargate in one subnet, with an image of ECR and a log, and with those endpoints in its VPC. */
function inSubnet(
  subnet: Readonly<Record<string, unknown>>,
  endpoints: readonly string[] = [],
  image = '@{repository.uri}:1',
): Design {
  return drawing({
    network: element('vpc', { CidrBlock: '10.0.0.0/16' }),
    private: element('subnet', { VpcId: '@{network}', CidrBlock: '10.0.1.0/24', ...subnet }),
    ...Object.fromEntries(
      endpoints.map((name, index) => [
        `endpoint-${index}`,
        endpoint('network', ['private'], name, 'eu-west-1'),
      ]),
    ),
    repository: element('ecr-repository', { repositoryName: 'web' }),
    task: fargateTask({
      executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
      containerDefinitions: [
        container({
          image,
          logConfiguration: {
            logDriver: 'awslogs',
            options: {
              'awslogs-group': '/ecs/web',
              'awslogs-region': 'eu-west-1',
              'awslogs-stream-prefix': 'web',
            },
          },
        }),
      ],
    }),
    web: service({
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['@{private}'] } },
    }),
  })
}
