import { group, spec, tags, text } from './fields'
import { defineKind } from './kind'
import { arnOf, named } from './parts/identifiers'
import { textAt } from './parts/reading'

/** CreateTopic input; the API writes every attribute as a text. https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html */
export const snsTopic = defineKind({
  kind: 'sns-topic',
  label: 'SNS topic',
  summary: 'Messages for everyone who subscribed, such as several queues.',
  category: 'management',
  keywords: ['simple notification service', 'message', 'publish', 'fan-out'],
  docs: 'https://docs.aws.amazon.com/sns/latest/dg/welcome.html',
  icon: 'sns-topic',
  spec: spec({
    Name: text('Topic name', 'A FIFO topic’s name ends with .fifo.', { main: true }),
    Attributes: group(
      'Configuration',
      'Numbers and yes or no are texts here.',
      {
        DisplayName: text('Display name', 'Sender of text messages.', { main: true }),
        FifoTopic: text('FIFO topic', '“true” keeps the order.', { main: true }),
        ContentBasedDeduplication: text('Content-based deduplication', 'For FIFO topics.'),
        KmsMasterKeyId: text('KMS key', 'Key for the encryption at rest.', { main: true }),
        Policy: text('Access policy', 'Who may publish and subscribe, as JSON.', { control: 'multiline' }),
        DeliveryPolicy: text('Delivery policy', 'How often a delivery is tried again, as JSON.', {
          control: 'multiline',
        }),
      },
      { main: true },
    ),
    DataProtectionPolicy: text('Data protection policy', 'What messages may not hold, as JSON.', {
      control: 'multiline',
    }),
    Tags: tags(),
  }),
  defaults: (name) => ({ Name: name }),
  name: '/Name',
  attributes: { arn: arnOf('sns', ({ spec }) => textAt(spec, '/Name')), name: named('Name', '/Name') },
  relations: [],
  // Subscribe is a call of its own.
  links: [{ meaning: 'feeds', to: ['sqs-queue'] }],
})
