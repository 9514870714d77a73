import { choice, flag, map, spec, text, whole } from './fields'
import { defineKind } from './kind'
import { arnOf, named } from './parts/identifiers'
import { textAt } from './parts/reading'

/**
 * CreateLogGroup input, with the days of PutRetentionPolicy, which is a call of its own.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
 */
export const logGroup = defineKind({
  kind: 'log-group',
  label: 'Log group',
  summary: 'CloudWatch Logs of containers, by the awslogs log driver.',
  category: 'management',
  keywords: ['cloudwatch', 'logs', 'awslogs'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
  icon: 'cloudwatch-logs',
  spec: spec({
    logGroupName: text('Log group name', 'By custom /ecs/ and the family.', { main: true }),
    logGroupClass: choice(
      'Log class',
      'Price and abilities.',
      ['STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY'],
      {
        default: 'STANDARD',
        main: true,
      },
    ),
    retentionInDays: whole('Retention', 'How long logs are kept; for ever when left out.', {
      unit: 'days',
      main: true,
    }),
    kmsKeyId: text('KMS key', 'ARN of a key for the encryption.', { main: true }),
    deletionProtectionEnabled: flag('Deletion protection', 'Keeps it from being deleted.', { main: true }),
    tags: map('Tags', 'Keys and values for cost allocation and search.'),
  }),
  defaults: (name) => ({ logGroupName: `/ecs/${name}` }),
  name: '/logGroupName',
  attributes: {
    logGroupName: named('Log group name', '/logGroupName'),
    arn: arnOf('logs', ({ spec }) => {
      const name = textAt(spec, '/logGroupName')
      return name && `log-group:${name}`
    }),
  },
  relations: [],
})
