/** Parameters of a template for what only people know. */
import type { Input, InputType } from '../../deployment/deployment'
import { english } from '../../texts/text'

const TYPES: Readonly<Record<InputType, string>> = {
  'vpc-id': 'AWS::EC2::VPC::Id',
  'subnet-id': 'AWS::EC2::Subnet::Id',
  'subnet-ids': 'List<AWS::EC2::Subnet::Id>',
  'security-group-id': 'AWS::EC2::SecurityGroup::Id',
  'route-table-ids': 'CommaDelimitedList',
  'availability-zone': 'AWS::EC2::AvailabilityZone::Name',
  'certificate-arn': 'String',
  'role-arn': 'String',
  arn: 'String',
  'image-uri': 'String',
  name: 'String',
  'secret-value': 'String',
  text: 'String',
}

/** A parameter; what is secret is never shown. */
export function parameterOf({ type, text }: Input): Readonly<Record<string, unknown>> {
  return {
    Type: TYPES[type],
    ...(type === 'secret-value' ? { NoEcho: true } : {}),
    Description: english(text),
  }
}
