import { ec2Tags, spec, text } from './fields'
import { defineKind } from './kind'

/**
 * CreateInternetGateway input, with the VPC as AttachInternetGateway spells it.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateInternetGateway.html
 */
export const internetGateway = defineKind({
  kind: 'internet-gateway',
  label: 'Internet gateway',
  summary: 'The door between a VPC and the internet; subnets with a route to it are public.',
  category: 'networking',
  keywords: ['igw', 'public', 'internet'],
  docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
  icon: 'internet-gateway',
  spec: spec({
    VpcId: text('VPC', 'The VPC that it is attached to; a VPC has one at most.', {
      main: true,
      control: 'reference',
    }),
    TagSpecifications: ec2Tags(),
  }),
  defaults: () => ({}),
  attributes: { internetGatewayId: { label: 'Internet gateway ID' } },
  relations: [{ path: '/VpcId', to: ['vpc'], meaning: 'in-network', draw: 'inside' }],
})
