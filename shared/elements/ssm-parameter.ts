import { choice, flag, spec, tags, text } from './fields'
import { defineKind } from './kind'
import { arnOf, named } from './parts/identifiers'
import { textAt } from './parts/reading'

/**
 * PutParameter input. The value is no member here: it may be a password, which does not belong in a design.
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
 */
export const ssmParameter = defineKind({
  kind: 'ssm-parameter',
  label: 'SSM parameter',
  summary: 'A setting or password in Parameter Store that containers get as an environment variable.',
  category: 'management',
  keywords: ['systems manager', 'parameter store', 'configuration'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html',
  icon: 'parameter-store',
  spec: spec({
    Name: text('Name', 'With a hierarchy: /prod/orders/db-host.', { main: true }),
    Type: choice('Type', 'SecureString is encrypted.', ['SecureString', 'String', 'StringList'], {
      main: true,
    }),
    Description: text('Description', 'What it is for.', { main: true }),
    KeyId: text('KMS key', 'For SecureString; alias/aws/ssm when left out.', { main: true }),
    Tier: choice('Tier', 'Advanced ones hold up to 8 KB.', ['Standard', 'Advanced', 'Intelligent-Tiering'], {
      default: 'Standard',
    }),
    DataType: choice('Data type', 'What the value is checked for.', ['text', 'aws:ec2:image'], {
      default: 'text',
    }),
    AllowedPattern: text('Allowed pattern', 'Regular expression for the value.'),
    Policies: text('Policies', 'Expiry and notifications of advanced parameters, as JSON.'),
    Overwrite: flag('Overwrite', 'Replaces an existing value.'),
    Tags: tags(),
  }),
  defaults: (name) => ({ Name: name, Type: 'SecureString' }),
  name: '/Name',
  attributes: {
    name: named('Name', '/Name'),
    arn: arnOf('ssm', ({ spec }) => {
      const name = textAt(spec, '/Name')
      return name && `parameter/${name.replace(/^\//, '')}`
    }),
  },
  relations: [],
})
