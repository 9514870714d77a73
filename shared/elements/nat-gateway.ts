import { choice, ec2Tags, item, line, list, spec, text, whole } from './fields'
import { defineKind } from './kind'

/** CreateNatGateway input. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNatGateway.html */
export const natGateway = defineKind({
  kind: 'nat-gateway',
  label: 'NAT gateway',
  summary: 'Lets tasks of private subnets reach the internet, and nothing from there reach them.',
  category: 'networking',
  keywords: ['egress', 'outbound', 'private', 'internet'],
  docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
  icon: 'nat-gateway',
  spec: spec({
    ConnectivityType: choice(
      'Connectivity',
      'To the internet, or only to other networks of your own.',
      ['public', 'private'],
      { default: 'public', main: true },
    ),
    AvailabilityMode: choice(
      'Availability',
      'In one zone, by its subnet, or in all zones of the VPC.',
      ['zonal', 'regional'],
      { default: 'zonal', main: true },
    ),
    SubnetId: text('Subnet', 'A public subnet, for a public one; not with a regional one.', {
      main: true,
      control: 'reference',
    }),
    VpcId: text('VPC', 'For a regional one only.', { main: true, control: 'reference' }),
    AllocationId: text('Elastic IP', 'Allocation ID of its public address.', { main: true }),
    PrivateIpAddress: text('Private IPv4 address', 'AWS picks one when left out.'),
    AvailabilityZoneAddresses: list(
      'Addresses by zone',
      'For a regional one.',
      item({
        AvailabilityZone: text('Availability Zone', 'Which zone.', { control: 'reference' }),
        AvailabilityZoneId: text('Availability Zone ID', 'Instead of the name.'),
        AllocationIds: list('Elastic IPs', 'Allocation IDs of the zone’s addresses.', line),
      }),
    ),
    SecondaryAllocationIds: list('Further Elastic IPs', 'Allocation IDs, for more connections.', line),
    SecondaryPrivateIpAddresses: list('Further private addresses', 'For a private one.', line),
    SecondaryPrivateIpAddressCount: whole('Number of further private addresses', 'AWS picks them.'),
    TagSpecifications: ec2Tags(),
  }),
  defaults: () => ({ ConnectivityType: 'public' }),
  attributes: { natGatewayId: { label: 'NAT gateway ID' } },
  // The subnet comes first: only a regional NAT gateway has none.
  relations: [
    { path: '/SubnetId', to: ['subnet'], meaning: 'in-network', draw: 'inside' },
    { path: '/VpcId', to: ['vpc'], meaning: 'in-network', draw: 'inside' },
    {
      path: '/AvailabilityZoneAddresses/*/AvailabilityZone',
      to: ['availability-zone'],
      meaning: 'in-network',
      draw: 'line',
      drawable: false,
    },
  ],
})
