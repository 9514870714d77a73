import { setAt } from '../basics/json'
import { group, map, spec, text } from './fields'
import { defineKind, type Relation } from './kind'
import { arnOf, domainOf, named } from './parts/identifiers'
import { textAt } from './parts/reading'

/** Receives of one message before it is put aside; a start that people adjust. */
const TRIES = 5

/** The policy is JSON in a text, in which the other queue's ARN stands. */
const deadLetters: Relation = {
  path: '/Attributes/RedrivePolicy',
  to: ['sqs-queue'],
  attribute: 'arn',
  meaning: 'dead-letters',
  draw: 'line',
  connect: (spec, { reference }) => {
    if (textAt(spec, '/Attributes/RedrivePolicy')) return 'It has a redrive policy already. Change that one.'
    const policy = { deadLetterTargetArn: reference, maxReceiveCount: TRIES }
    setAt(spec, '/Attributes/RedrivePolicy', JSON.stringify(policy))
    return undefined
  },
}

/** CreateQueue input; the API writes every attribute as a text. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
export const sqsQueue = defineKind({
  kind: 'sqs-queue',
  label: 'SQS queue',
  summary: 'Messages that tasks work off, and by whose number a service can be scaled.',
  category: 'management',
  keywords: ['simple queue service', 'message', 'batch', 'worker'],
  docs: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/welcome.html',
  icon: 'sqs-queue',
  spec: spec({
    QueueName: text('Queue name', 'A FIFO queue’s name ends with .fifo.', { main: true }),
    Attributes: group(
      'Configuration',
      'Numbers and yes or no are texts here.',
      {
        VisibilityTimeout: text(
          'Visibility timeout',
          'How long a message that is being worked on stays hidden.',
          {
            unit: 'seconds',
            default: '30',
            main: true,
          },
        ),
        MessageRetentionPeriod: text('Retention', 'How long messages are kept.', {
          unit: 'seconds',
          default: '345600',
          main: true,
        }),
        DelaySeconds: text('Delay', 'Before a new message can be received.', {
          unit: 'seconds',
          default: '0',
        }),
        MaximumMessageSize: text('Maximum message size', 'Larger ones are refused.', { unit: 'bytes' }),
        ReceiveMessageWaitTimeSeconds: text('Long polling', 'How long a receiver waits for a message.', {
          unit: 'seconds',
          default: '0',
          main: true,
        }),
        RedrivePolicy: text('Redrive policy', 'Dead-letter queue and number of tries, as JSON.', {
          main: true,
          control: 'multiline',
        }),
        RedriveAllowPolicy: text('Redrive allow policy', 'Whose dead-letter queue this may be, as JSON.', {
          control: 'multiline',
        }),
        Policy: text('Access policy', 'Who may send and receive, as JSON.', { control: 'multiline' }),
        FifoQueue: text('FIFO queue', '“true” keeps the order.', { main: true }),
        ContentBasedDeduplication: text('Content-based deduplication', 'For FIFO queues.'),
        DeduplicationScope: text('Deduplication scope', 'queue or messageGroup.'),
        FifoThroughputLimit: text('FIFO throughput limit', 'perQueue or perMessageGroupId.'),
        SqsManagedSseEnabled: text('SQS-managed encryption', '“true” or “false”.', { default: 'true' }),
        KmsMasterKeyId: text('KMS key', 'Key for the encryption instead.'),
        KmsDataKeyReusePeriodSeconds: text('Data key reuse', 'How long a data key is used.', {
          unit: 'seconds',
        }),
      },
      { main: true },
    ),
    tags: map('Tags', 'Keys and values for cost allocation and search.'),
  }),
  defaults: (name) => ({ QueueName: name }),
  name: '/QueueName',
  attributes: {
    url: {
      label: 'URL',
      derive: ({ spec }, { region, account }) => {
        const name = textAt(spec, '/QueueName')
        return name && region && account && `https://sqs.${region}.${domainOf(region)}/${account}/${name}`
      },
    },
    arn: arnOf('sqs', ({ spec }) => textAt(spec, '/QueueName')),
    name: named('Name', '/QueueName'),
  },
  relations: [deadLetters],
  links: [{ meaning: 'feeds', to: ['task-definition', 'service'] }],
})
