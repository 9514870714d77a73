import { flag, item, list, spec, tags, text } from './fields'
import { defineKind } from './kind'
import { named } from './parts/identifiers'

/**
 * CreateSecret input, with whether it is rotated as DescribeSecret tells it. The secret itself is no member here: it does
 * not belong in a design.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
 */
export const secret = defineKind({
  kind: 'secret',
  label: 'Secret',
  summary: 'A password or key in Secrets Manager that containers get as an environment variable.',
  category: 'security',
  keywords: ['secrets manager', 'password', 'credentials'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
  icon: 'secrets-manager',
  spec: spec({
    Name: text('Secret name', 'May have slashes: prod/orders/db.', { main: true }),
    Description: text('Description', 'What it is for.', { main: true }),
    KmsKeyId: text('KMS key', 'Key for the encryption; aws/secretsmanager when left out.', { main: true }),
    RotationEnabled: flag('Rotation', 'Secrets Manager changes the value on a schedule.', { main: true }),
    AddReplicaRegions: list(
      'Replicas',
      'Copies in other Regions.',
      item({
        Region: text('Region', 'Where the copy is.'),
        KmsKeyId: text('KMS key', 'Key of that Region.'),
      }),
    ),
    ForceOverwriteReplicaSecret: flag('Overwrite replicas', 'Replaces a secret of the same name there.'),
    Tags: tags(),
  }),
  defaults: (name) => ({ Name: name }),
  name: '/Name',
  // AWS adds six random characters to the ARN.
  attributes: { arn: { label: 'ARN' }, name: named('Name', '/Name') },
  relations: [],
})
