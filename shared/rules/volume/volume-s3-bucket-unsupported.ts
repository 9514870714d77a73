import { writtenName } from '../../elements/kinds'
import { taskDefinition } from '../../elements/task-definition'
import type { Connection } from '../../graph/connection'
import { type Graph, nameOf, outgoing } from '../../graph/graph'
import { say } from '../../texts/text'
import { drawing, element, fargateTask, link } from '../examples'
import { attachTaskRole } from '../fixes'
import type { Fix } from '../rule'
import { defineRule } from '../rule'

const bucket = element('s3-bucket', { Bucket: 'orders-invoices' })

export const volumeS3BucketUnsupported = defineRule({
  id: 'volume-s3-bucket-unsupported',
  severity: 'error',
  refusesLine: true,
  on: [taskDefinition],
  title: 'An S3 bucket is not a file system',
  message:
    'S3 bucket “{bucket}” can’t be mounted as a volume; call the S3 API with the task role, or put an S3 Files file system in between.',
  why: 'A bucket holds objects behind an API; no volume of a task definition takes one. An application reads and writes it with the S3 API under its task role. Where files are needed, an S3 Files file system in front of the bucket can be mounted on Fargate and on managed instances.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html',
      checked: '2026-11-21',
    },
    { ref: 'API:Volume.s3filesVolumeConfiguration', checked: '2026-11-21' },
  ],
  check({ id, graph, report }) {
    for (const connection of outgoing(graph, id, 'mounts')) {
      if (graph.element(connection.to)?.kind !== 's3-bucket') continue
      report({
        at: '',
        values: { bucket: nameOf(graph, connection.to) },
        fix: callInstead(graph, connection),
      })
    }
  },
  examples: () => ({
    valid: {
      'called by the application': drawing(
        {
          bucket,
          role: element('iam-role', { RoleName: 'web-task' }),
          task: fargateTask({ taskRoleArn: '@{role}' }),
        },
        { one: link('task', 'calls', 'bucket') },
      ),
      'an S3 Files file system in front of the bucket': drawing({
        bucket,
        task: fargateTask({
          volumes: [
            {
              name: 'invoices',
              s3filesVolumeConfiguration: {
                fileSystemArn: 'arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0',
              },
            },
          ],
        }),
      }),
    },
    invalid: {
      'mounted, without a task role': {
        design: drawing({ bucket, task: fargateTask() }, { one: link('task', 'mounts', 'bucket') }),
        element: 'task',
        at: '',
      },
      'mounted and called': {
        design: drawing(
          {
            bucket,
            role: element('iam-role', { RoleName: 'web-task' }),
            task: fargateTask({ taskRoleArn: '@{role}' }),
          },
          { one: link('task', 'mounts', 'bucket'), two: link('task', 'calls', 'bucket') },
        ),
        element: 'task',
        at: '',
      },
    },
  }),
})

/** The mount becomes an API call, for which the application needs a task role. */
function callInstead(graph: Graph, { id, from, to }: Connection): Fix {
  const called = outgoing(graph, from, 'calls').some((connection) => connection.to === to)
  const definition = graph.element(from)
  const family = (definition && writtenName(definition)) ?? from
  return {
    title: say`Call “${nameOf(graph, to)}” with the task role instead`,
    apply: (draft) => {
      const connection = draft.connections[id]
      if (connection && called) delete draft.connections[id]
      else if (connection) connection.meaning = 'calls'
      attachTaskRole(draft, from, `${family}-task`)
    },
  }
}
