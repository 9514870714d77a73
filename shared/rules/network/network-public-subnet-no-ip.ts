import type { Design } from '../../design/design'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { nameOf } from '../../graph/graph'
import { routing, subnetsOf, vpcOf } from '../../graph/network'
import { container, drawing, element, fargateTask, service } from '../examples'
import { setMembers } from '../fixes'
import { isWritten, runsOnFargate } from '../reading'
import { defineRule } from '../rule'
import { inWords, outOfReach } from './egress'

const CONFIGURATION = '/networkConfiguration/awsvpcConfiguration'
const AT = `${CONFIGURATION}/assignPublicIp`

export const networkPublicSubnetNoIp = defineRule({
  id: 'network-public-subnet-no-ip',
  severity: 'error',
  on: [serviceKind, taskKind],
  title: 'In a public subnet a Fargate task needs a public address',
  message:
    'In public subnet “{subnet}” a task without a public address can’t reach {needed}; give it one, or move it to private subnets.',
  why: 'An internet gateway only serves those who have a public address. Without one, and without VPC endpoints, the task can neither pull its image nor open its log, and stops before it starts.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
      checked: '2026-11-26',
    },
    { ref: 'DG-2023:task-networking-awsvpc', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    if (!isWritten(element, CONFIGURATION) || !runsOnFargate(graph, id)) return
    const address = spec.networkConfiguration?.awsvpcConfiguration?.assignPublicIp
    // Left out it means no for a service; for a single task AWS does not say.
    const none = address === 'DISABLED' || (element.kind === serviceKind.kind && !isWritten(element, AT))
    if (!none) return
    const subnet = subnetsOf(graph, id).find((one) => routing(graph, one) === 'public')
    const vpc = subnet === undefined ? undefined : vpcOf(graph, subnet)
    const missing = vpc === undefined ? undefined : outOfReach(graph, id, vpc)
    if (subnet === undefined || missing === undefined || inWords(missing) === '') return
    report({
      at: AT,
      values: { subnet: nameOf(graph, subnet), needed: inWords(missing) },
      fix: setMembers('Give the tasks public addresses', id, { [AT]: 'ENABLED' }),
    })
  },
  examples: () => ({
    valid: {
      'with an address': inPublicSubnet({ assignPublicIp: 'ENABLED' }),
      'a placeholder': inPublicSubnet({ assignPublicIp: '{{public}}' }),
      'endpoints for all that it needs': inPublicSubnet({}, '@{repository.uri}:1', [
        'ecr.api',
        'ecr.dkr',
        's3',
      ]),
      'an image of a registry that may be in the network': inPublicSubnet({}, 'registry.internal/web:1'),
    },
    invalid: {
      'left out, which means no address': {
        design: inPublicSubnet({}),
        element: 'web',
        at: AT,
      },
      'turned off, with an image of ECR': {
        design: inPublicSubnet({ assignPublicIp: 'DISABLED' }, '@{repository.uri}:1'),
        element: 'web',
        at: AT,
      },
    },
  }),
})

function inPublicSubnet(
  configuration: Readonly<Record<string, unknown>>,
  image = 'public.ecr.aws/nginx/nginx:1.27',
  endpoints: readonly string[] = [],
): Design {
  return drawing({
    network: element('vpc', { CidrBlock: '10.0.0.0/16' }),
    internet: element('internet-gateway', { VpcId: '@{network}' }),
    public: element('subnet', {
      VpcId: '@{network}',
      CidrBlock: '10.0.0.0/24',
      Routes: [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: '@{internet}' }],
    }),
    ...Object.fromEntries(
      endpoints.map((name, index) => [
        `endpoint-${index}`,
        element('vpc-endpoint', { ServiceName: `com.amazonaws.eu-west-1.${name}`, VpcId: '@{network}' }),
      ]),
    ),
    repository: element('ecr-repository', { repositoryName: 'web' }),
    task: fargateTask({
      executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
      containerDefinitions: [container({ image })],
    }),
    web: service({
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['@{public}'], ...configuration } },
    }),
  })
}
