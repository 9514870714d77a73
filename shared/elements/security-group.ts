import { ec2Tags, item, list, spec, text, whole } from './fields'
import { defineKind } from './kind'
import { securityGroupRelations } from './parts/security-group-lines'

const ports = {
  IpProtocol: text('Protocol', 'tcp, udp, icmp, a protocol number, or -1 for all traffic.'),
  FromPort: whole('From port', 'First port; left out for all traffic.'),
  ToPort: whole('To port', 'Last port.'),
  CidrIp: text('IPv4 range', 'Such as 10.0.0.0/16; 0.0.0.0/0 is everybody.'),
  CidrIpv6: text('IPv6 range', 'Such as ::/0, which is everybody.'),
  Description: text('Description', 'What it is for.'),
}

/**
 * CreateSecurityGroup input, with the rules as CloudFormation's AWS::EC2::SecurityGroup spells them, because the API has
 * further calls for them. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
 */
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
    SecurityGroupIngress: list(
      'Inbound rules',
      'What may come in; nothing else does.',
      item({
        ...ports,
        SourceSecurityGroupId: text('From group', 'Whatever this security group guards.', {
          control: 'reference',
        }),
        SourceSecurityGroupOwnerId: text('Owner of the group', 'Account ID, for another account’s group.'),
        SourcePrefixListId: text('From prefix list', 'ID of a list of ranges.'),
      }),
      { main: true, group: 'Inbound rules' },
    ),
    SecurityGroupEgress: list(
      'Outbound rules',
      'What may go out; all traffic when left out.',
      item({
        ...ports,
        DestinationSecurityGroupId: text('To group', 'Whatever this security group guards.', {
          control: 'reference',
        }),
        DestinationPrefixListId: text('To prefix list', 'ID of a list of ranges, such as that of S3.'),
      }),
      { main: true, group: 'Outbound rules' },
    ),
    TagSpecifications: ec2Tags(),
  }),
  defaults: (name) => ({ GroupName: name, Description: name }),
  name: '/GroupName',
  attributes: { groupId: { label: 'Security group ID' } },
  relations: securityGroupRelations,
})
