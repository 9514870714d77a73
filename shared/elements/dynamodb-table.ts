import { choice, flag, group, item, line, list, spec, tags, text, whole } from './fields'
import { defineKind } from './kind'
import { arnOf, named } from './parts/identifiers'
import { textAt } from './parts/reading'

const keySchema = (label: string, help: string, main?: true) =>
  list(
    label,
    help,
    item({
      AttributeName: text('Attribute', 'One of the attribute definitions.'),
      KeyType: choice('Key type', 'HASH is the partition key, RANGE the sort key.', ['HASH', 'RANGE']),
    }),
    main ? { main } : {},
  )

const throughput = () =>
  group('Provisioned capacity', 'For the billing mode PROVISIONED.', {
    ReadCapacityUnits: whole('Read capacity', 'Per second.', { unit: 'RCU' }),
    WriteCapacityUnits: whole('Write capacity', 'Per second.', { unit: 'WCU' }),
  })

const index = {
  IndexName: text('Index name', 'Unique in the table.'),
  KeySchema: keySchema('Keys', 'Of the index.'),
  Projection: group('Projection', 'Attributes copied into the index.', {
    ProjectionType: choice('Type', 'Which.', ['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: list('Attributes', 'For INCLUDE.', line),
  }),
}

/** CreateTable input. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html */
export const dynamodbTable = defineKind({
  kind: 'dynamodb-table',
  label: 'DynamoDB table',
  summary: 'A table of items that tasks read and write by API calls.',
  category: 'database',
  keywords: ['dynamo', 'nosql', 'database'],
  docs: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Introduction.html',
  icon: 'dynamodb-table',
  spec: spec({
    TableName: text('Table name', 'Unique in the Region.', { main: true }),
    AttributeDefinitions: list(
      'Attributes',
      'Those that are part of a key.',
      item({
        AttributeName: text('Attribute', 'Its name.'),
        AttributeType: choice('Type', 'Text, number or bytes.', ['S', 'N', 'B']),
      }),
      { main: true },
    ),
    KeySchema: keySchema('Keys', 'Partition key and, if wanted, sort key.', true),
    BillingMode: choice(
      'Billing mode',
      'By request, or by capacity that is kept ready.',
      ['PAY_PER_REQUEST', 'PROVISIONED'],
      { default: 'PROVISIONED', main: true },
    ),
    ProvisionedThroughput: throughput(),
    GlobalSecondaryIndexes: list(
      'Global secondary indexes',
      'Other ways to find items.',
      item({
        ...index,
        ProvisionedThroughput: throughput(),
      }),
    ),
    LocalSecondaryIndexes: list('Local secondary indexes', 'Other orders within a partition.', item(index)),
    StreamSpecification: group('Stream', 'Changes as a stream.', {
      StreamEnabled: flag('Enabled', 'Whether there is one.'),
      StreamViewType: choice('View type', 'What it holds.', [
        'KEYS_ONLY',
        'NEW_IMAGE',
        'OLD_IMAGE',
        'NEW_AND_OLD_IMAGES',
      ]),
    }),
    SSESpecification: group('Encryption', 'With a key of your own.', {
      Enabled: flag('KMS', 'Whether KMS is used.'),
      SSEType: choice('Type', 'The only type.', ['KMS']),
      KMSMasterKeyId: text('KMS key', 'ARN, alias or ID of the key.'),
    }),
    TableClass: choice(
      'Table class',
      'Price of storage and access.',
      ['STANDARD', 'STANDARD_INFREQUENT_ACCESS'],
      {
        default: 'STANDARD',
      },
    ),
    DeletionProtectionEnabled: flag('Deletion protection', 'Keeps it from being deleted.', { main: true }),
    Tags: tags(),
  }),
  defaults: (name) => ({
    TableName: name,
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
  }),
  name: '/TableName',
  attributes: {
    name: named('Name', '/TableName'),
    arn: arnOf('dynamodb', ({ spec }) => {
      const name = textAt(spec, '/TableName')
      return name && `table/${name}`
    }),
  },
  relations: [],
})
