import { service as serviceKind } from '../../elements/service'
import { nameOf } from '../../graph/graph'
import { routing, subnetsOf } from '../../graph/network'
import { drawing, ec2Task, element, fargateTask, inSubnets, service } from '../examples'
import { setMembers } from '../fixes'
import { runsOnFargate } from '../reading'
import { defineRule } from '../rule'

const AT = '/networkConfiguration/awsvpcConfiguration/assignPublicIp'
const publicly = { awsvpcConfiguration: { ...inSubnets.awsvpcConfiguration, assignPublicIp: 'ENABLED' } }

export const networkAssignPublicIp = defineRule({
  id: 'network-assign-public-ip',
  severity: 'warning',
  on: [serviceKind],
  needs: ['/networkConfiguration/awsvpcConfiguration/assignPublicIp'],
  title: 'Tasks of a service have no public addresses',
  message:
    'Every task of “{service}” gets a public address; prefer private subnets with a NAT gateway or VPC endpoints.',
  why: 'A task with a public address can be reached from the internet as far as its security groups allow, past the load balancer and all that guards it. Each address is billed, too. Security Hub counts it as a finding.',
  sources: [
    { ref: 'SH:ECS.2', checked: '2026-11-21' },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    if (spec.networkConfiguration?.awsvpcConfiguration?.assignPublicIp !== 'ENABLED') return
    if (!runsOnFargate(graph, id)) return
    const subnets = subnetsOf(graph, id)
    const named = spec.networkConfiguration.awsvpcConfiguration.subnets?.length ?? 0
    // Where all have a NAT gateway the address is of no use; elsewhere tasks may need it to start.
    const needless =
      named > 0 && subnets.length === named && subnets.every((one) => routing(graph, one) === 'nat')
    report({
      at: AT,
      values: { service: nameOf(graph, id) },
      ...(needless && { fix: setMembers('Disable public addresses', id, { [AT]: 'DISABLED' }) }),
    })
  },
  examples: () => ({
    valid: {
      disabled: drawing({
        task: fargateTask(),
        web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
      }),
      'on EC2, where network-assign-public-ip-ec2 reports it': drawing({
        task: ec2Task({ networkMode: 'awsvpc' }),
        web: service({ launchType: 'EC2', networkConfiguration: publicly }),
      }),
    },
    invalid: {
      enabled: {
        design: drawing({
          task: fargateTask(),
          web: service({ launchType: 'FARGATE', networkConfiguration: publicly }),
        }),
        element: 'web',
        at: AT,
      },
      'behind a NAT gateway, where it is of no use': {
        design: drawing({
          network: element('vpc', { CidrBlock: '10.0.0.0/16' }),
          private: element('subnet', {
            VpcId: '@{network}',
            Routes: [{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-0123456789abcdef0' }],
          }),
          task: fargateTask(),
          web: service({
            launchType: 'FARGATE',
            networkConfiguration: {
              awsvpcConfiguration: { subnets: ['@{private}'], assignPublicIp: 'ENABLED' },
            },
          }),
        }),
        element: 'web',
        at: AT,
      },
    },
  }),
})
