/** `CreateLoadBalancer` of Elastic Load Balancing version 2, for all its kinds of load balancer. */
import { choice, group, item, line, list, tags, text } from '../fields'
import type { Attribute, FreeLink, Relation } from '../kind'
import { named } from './identifiers'
import { listener } from './listener'

export const loadBalancerFields = {
  Name: text('Name', 'Up to 32 letters, digits and hyphens.', { main: true }),
  Type: choice('Type', 'Given by the element.', ['application', 'network', 'gateway']),
  Scheme: choice(
    'Scheme',
    'Reached from the internet, or only inside the VPC.',
    ['internet-facing', 'internal'],
    {
      default: 'internet-facing',
      main: true,
    },
  ),
  IpAddressType: choice(
    'IP address type',
    'Addresses of the load balancer.',
    ['ipv4', 'dualstack', 'dualstack-without-public-ipv4'],
    { default: 'ipv4', main: true },
  ),
  Subnets: list('Subnets', 'One for each Availability Zone; an Application Load Balancer needs two.', line, {
    main: true,
    control: 'reference',
    group: 'Network mapping',
  }),
  SubnetMappings: list(
    'Subnet mappings',
    'Instead of subnets, with addresses of your own.',
    item({
      SubnetId: text('Subnet', 'Where the node is.', { control: 'reference' }),
      AllocationId: text('Elastic IP', 'Allocation ID of an Elastic IP address.'),
      PrivateIPv4Address: text('Private IPv4 address', 'For an internal load balancer.'),
      IPv6Address: text('IPv6 address', 'Of the subnet.'),
      SourceNatIpv6Prefix: text('Source NAT prefix', 'For UDP over IPv6.'),
    }),
    { group: 'Network mapping' },
  ),
  SecurityGroups: list('Security groups', 'What may reach the listeners.', line, {
    main: true,
    control: 'reference',
    group: 'Security groups',
  }),
  Listeners: list('Listeners', 'Ports that clients use, and where requests go.', listener, {
    main: true,
    control: 'listener-list',
    group: 'Listeners',
  }),
  CustomerOwnedIpv4Pool: text('Customer-owned address pool', 'On Outposts.'),
  EnablePrefixForIpv6SourceNat: choice('IPv6 source NAT prefix', 'For UDP listeners with dualstack.', [
    'on',
    'off',
  ]),
  IpamPools: group('IPAM pools', 'Where public addresses come from.', {
    Ipv4IpamPoolId: text('IPv4 pool', 'ID of the IPAM pool.'),
  }),
  Tags: tags(),
}

export const loadBalancerAttributes: Readonly<Record<string, Attribute>> = {
  arn: { label: 'ARN' },
  dnsName: { label: 'DNS name' },
  name: named('Name', '/Name'),
}

/** Where a load balancer stands; the classic one spells it alike. */
export const standsInSubnets: Relation = {
  path: '/Subnets/*',
  to: ['subnet'],
  meaning: 'in-network',
  draw: 'line',
}

/** Where it stands, and what guards it. */
export const placedInNetwork: readonly Relation[] = [
  standsInSubnets,
  { path: '/SecurityGroups/*', to: ['security-group'], meaning: 'guarded-by', draw: 'line' },
]

/** A mapping is found, not drawn: a line appends to the plain list of subnets. */
export const mappedInNetwork: Relation = {
  path: '/SubnetMappings/*/SubnetId',
  to: ['subnet'],
  meaning: 'in-network',
  draw: 'line',
  drawable: false,
}

/** Only services register their tasks. The line can be drawn so that a rule can say so. */
export const trafficToTask: FreeLink = { meaning: 'traffic', to: ['task', 'task-definition'] }
