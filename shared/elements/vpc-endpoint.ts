import { choice, ec2Tags, flag, group, line, list, spec, text } from './fields'
import { defineKind } from './kind'

/** CreateVpcEndpoint input. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html */
export const vpcEndpoint = defineKind({
  kind: 'vpc-endpoint',
  label: 'VPC endpoint',
  summary: 'Reaches an AWS service from private subnets, without the internet.',
  category: 'networking',
  keywords: ['privatelink', 'interface endpoint', 'gateway endpoint', 'private'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html',
  icon: 'vpc-endpoint',
  spec: spec({
    VpcEndpointType: choice(
      'Type',
      'Gateway for S3 and DynamoDB, through route tables; Interface for all others, through subnets.',
      ['Interface', 'Gateway', 'GatewayLoadBalancer', 'Resource', 'ServiceNetwork'],
      { default: 'Gateway', main: true },
    ),
    ServiceName: text('Service name', 'Such as com.amazonaws.eu-west-1.ecr.api.', { main: true }),
    VpcId: text('VPC', 'The VPC whose traffic it takes.', { main: true, control: 'reference' }),
    SubnetIds: list('Subnets', 'Where an interface endpoint has an address; one in each zone.', line, {
      main: true,
      control: 'reference',
    }),
    SecurityGroupIds: list('Security groups', 'What may reach an interface endpoint, on port 443.', line, {
      main: true,
      control: 'reference',
    }),
    RouteTableIds: list('Route tables', 'Those that lead to a gateway endpoint.', line, { main: true }),
    PrivateDnsEnabled: flag('Private DNS', 'The service’s own name leads here; interface endpoints only.', {
      main: true,
    }),
    PolicyDocument: text('Policy', 'What may be done through it, as JSON; everything when left out.', {
      control: 'multiline',
    }),
    IpAddressType: choice('IP address type', 'Addresses of the endpoint.', ['ipv4', 'dualstack', 'ipv6']),
    DnsOptions: group('DNS options', 'How its names are answered.', {
      DnsRecordIpType: choice('Record type', 'Addresses in the answers.', [
        'ipv4',
        'dualstack',
        'ipv6',
        'service-defined',
      ]),
      PrivateDnsOnlyForInboundResolverEndpoint: flag(
        'Only from outside',
        'Only for names that come in over an inbound resolver endpoint.',
      ),
    }),
    ServiceRegion: text('Service Region', 'Where the service is, if elsewhere.'),
    TagSpecifications: ec2Tags(),
  }),
  defaults: () => ({ VpcEndpointType: 'Interface', PrivateDnsEnabled: true }),
  attributes: { vpcEndpointId: { label: 'VPC endpoint ID' } },
  relations: [
    { path: '/VpcId', to: ['vpc'], meaning: 'in-network', draw: 'inside' },
    { path: '/SubnetIds/*', to: ['subnet'], meaning: 'in-network', draw: 'line' },
    { path: '/SecurityGroupIds/*', to: ['security-group'], meaning: 'guarded-by', draw: 'line' },
  ],
})
