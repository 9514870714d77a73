import { ec2Tags, flag, spec, text, whole } from './fields'
import { defineKind } from './kind'

/** CreateSubnet input. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html */
export const subnet = defineKind({
  kind: 'subnet',
  label: 'Subnet',
  summary: 'A part of a VPC in one Availability Zone, where tasks and load balancers get their addresses.',
  category: 'networking',
  keywords: ['network', 'private', 'public'],
  docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
  icon: 'subnet',
  spec: spec({
    VpcId: text('VPC', 'The VPC that it is a part of.', { main: true, control: 'reference' }),
    AvailabilityZone: text('Availability Zone', 'AWS picks one when left out.', {
      main: true,
      control: 'reference',
    }),
    AvailabilityZoneId: text('Availability Zone ID', 'Instead of the name; the same for every account.'),
    CidrBlock: text('IPv4 range', 'Part of the VPC’s range.', { main: true }),
    Ipv6CidrBlock: text('IPv6 range', 'A /64 of the VPC’s range.'),
    Ipv6Native: flag('IPv6 only', 'Has no IPv4 addresses.'),
    OutpostArn: text('Outpost', 'ARN of the Outpost.'),
    Ipv4IpamPoolId: text('IPv4 IPAM pool', 'Where the range comes from.'),
    Ipv4NetmaskLength: whole('IPv4 netmask', 'Of a range from the pool.'),
    Ipv6IpamPoolId: text('IPv6 IPAM pool', 'Where the range comes from.'),
    Ipv6NetmaskLength: whole('IPv6 netmask', 'Of a range from the pool.'),
    TagSpecifications: ec2Tags(),
  }),
  defaults: () => ({}),
  attributes: { subnetId: { label: 'Subnet ID' } },
  // The Availability Zone comes first: a subnet that names both is drawn in the zone, which is drawn in the VPC.
  relations: [
    { path: '/AvailabilityZone', to: ['availability-zone'], meaning: 'in-network', draw: 'inside' },
    { path: '/VpcId', to: ['vpc'], meaning: 'in-network', draw: 'inside' },
  ],
  frame: true,
  places: [
    'service',
    'task',
    'container-instance',
    'application-load-balancer',
    'network-load-balancer',
    'classic-load-balancer',
    'efs-file-system',
    'fsx-windows',
    'fsx-lustre',
    'note',
  ],
})
