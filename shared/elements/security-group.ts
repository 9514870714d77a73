import { ec2Tags, spec, text } from './fields'
import { defineKind } from './kind'

/** CreateSecurityGroup input. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html */
export const securityGroup = defineKind({
  kind: 'security-group',
  label: 'Security group',
  summary: 'What may reach tasks, instances and load balancers, and what they may reach.',
  category: 'networking',
  keywords: ['firewall', 'network', 'port'],
  docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
  glyph: 'shield',
  spec: spec({
    GroupName: text('Name', 'Not beginning with sg-.', { main: true }),
    Description: text('Description', 'AWS asks for one.', { main: true }),
    VpcId: text('VPC', 'The VPC that it is for.', { main: true, control: 'reference' }),
    TagSpecifications: ec2Tags(),
  }),
  defaults: (name) => ({ GroupName: name, Description: name }),
  name: '/GroupName',
  attributes: { groupId: { label: 'Security group ID' } },
  relations: [{ path: '/VpcId', to: ['vpc'], meaning: 'in-network', draw: 'inside' }],
})
