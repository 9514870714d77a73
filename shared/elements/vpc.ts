import { choice, ec2Tags, flag, spec, text, whole } from './fields'
import { defineKind } from './kind'

/** CreateVpc input. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html */
export const vpc = defineKind({
  kind: 'vpc',
  label: 'VPC',
  summary: 'The private network that subnets, load balancers and tasks are in.',
  category: 'networking',
  keywords: ['virtual private cloud', 'network'],
  docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html',
  icon: 'vpc',
  spec: spec({
    CidrBlock: text('IPv4 range', 'From /16 to /28.', { main: true }),
    AmazonProvidedIpv6CidrBlock: flag('IPv6', 'Gets a /56 range from Amazon.', { main: true }),
    InstanceTenancy: choice('Tenancy', 'Hardware shared with others, or not.', ['default', 'dedicated'], {
      default: 'default',
      main: true,
    }),
    Ipv6CidrBlock: text('IPv6 range', 'From a pool of your own.'),
    Ipv6Pool: text('IPv6 pool', 'ID of the pool.'),
    Ipv4IpamPoolId: text('IPv4 IPAM pool', 'Where the range comes from.'),
    Ipv4NetmaskLength: whole('IPv4 netmask', 'Of a range from the pool.'),
    Ipv6IpamPoolId: text('IPv6 IPAM pool', 'Where the range comes from.'),
    Ipv6NetmaskLength: whole('IPv6 netmask', 'Of a range from the pool.'),
    TagSpecifications: ec2Tags(),
  }),
  defaults: () => ({ CidrBlock: '10.0.0.0/16' }),
  attributes: { vpcId: { label: 'VPC ID' } },
  relations: [],
  frame: true,
  places: [
    'availability-zone',
    'cluster',
    'service',
    'task',
    'container-instance',
    'auto-scaling-group',
    'application-load-balancer',
    'network-load-balancer',
    'classic-load-balancer',
    'target-group',
    'efs-file-system',
    'fsx-windows',
    'fsx-lustre',
    'frame',
    'note',
  ],
})
