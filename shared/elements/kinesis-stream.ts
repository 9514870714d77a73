import { choice, group, map, spec, text, whole } from './fields'
import { defineKind } from './kind'
import { arnOf, named } from './parts/identifiers'
import { textAt } from './parts/reading'

/** CreateStream input. https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html */
export const kinesisStream = defineKind({
  kind: 'kinesis-stream',
  label: 'Kinesis data stream',
  summary: 'Records in order that tasks write, and others read at their own pace.',
  category: 'management',
  keywords: ['kinesis data streams', 'stream', 'records', 'shard'],
  docs: 'https://docs.aws.amazon.com/streams/latest/dev/introduction.html',
  icon: 'kinesis-data-streams',
  spec: spec({
    StreamName: text('Stream name', 'Unique in the Region.', { main: true }),
    StreamModeDetails: group(
      'Capacity',
      'By what goes through, or by a number of shards.',
      {
        StreamMode: choice('Mode', 'How capacity is set.', ['ON_DEMAND', 'PROVISIONED'], {
          default: 'PROVISIONED',
          main: true,
        }),
      },
      { main: true },
    ),
    ShardCount: whole('Shards', 'For the mode PROVISIONED.', { main: true }),
    Tags: map('Tags', 'Keys and values for cost allocation and search.'),
  }),
  defaults: (name) => ({ StreamName: name, StreamModeDetails: { StreamMode: 'ON_DEMAND' } }),
  name: '/StreamName',
  attributes: {
    name: named('Name', '/StreamName'),
    arn: arnOf('kinesis', ({ spec }) => {
      const name = textAt(spec, '/StreamName')
      return name && `stream/${name}`
    }),
  },
  relations: [],
  links: [{ meaning: 'feeds', to: ['task-definition', 'service'] }],
})
