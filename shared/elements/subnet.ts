import { ec2Tags, flag, item, list, spec, text, whole } from './fields'
import { defineKind } from './kind'
import { routeRelations } from './parts/routes'

/**
 * CreateSubnet input, with `MapPublicIpOnLaunch` (ModifySubnetAttribute) and, as `Routes`, the CreateRoute inputs of its
 * route table. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html
 */
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
    MapPublicIpOnLaunch: flag('Public addresses', 'Instances get a public address; Fargate tasks do not.', {
      main: true,
    }),
    Routes: list(
      'Routes',
      'Of its route table; the route within the VPC is always there.',
      item({
        DestinationCidrBlock: text('IPv4 destination', 'Such as 0.0.0.0/0, which is everything else.'),
        DestinationIpv6CidrBlock: text('IPv6 destination', 'Such as ::/0, which is everything else.'),
        DestinationPrefixListId: text('Prefix list', 'ID of a list of ranges, instead of a range.'),
        GatewayId: text('Gateway', 'An internet gateway makes the subnet public.', { control: 'reference' }),
        NatGatewayId: text('NAT gateway', 'To the internet, and nothing back.', { control: 'reference' }),
        VpcEndpointId: text('VPC endpoint', 'Of a Gateway Load Balancer.', { control: 'reference' }),
        EgressOnlyInternetGatewayId: text('Egress-only gateway', 'For IPv6: out, and nothing back.'),
        TransitGatewayId: text('Transit gateway', 'To other networks of yours.'),
        VpcPeeringConnectionId: text('Peering connection', 'To one other VPC.'),
        NetworkInterfaceId: text('Network interface', 'Of an appliance.'),
        InstanceId: text('Instance', 'A NAT instance.'),
      }),
      { main: true, group: 'Routes' },
    ),
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
    ...routeRelations,
  ],
  frame: true,
  places: [
    'service',
    'task',
    'container-instance',
    'auto-scaling-group',
    'application-load-balancer',
    'network-load-balancer',
    'gateway-load-balancer',
    'classic-load-balancer',
    'efs-file-system',
    'fsx-windows',
    'fsx-lustre',
    'fsx-ontap',
    'fsx-openzfs',
    'rds-database',
    'note',
  ],
})
