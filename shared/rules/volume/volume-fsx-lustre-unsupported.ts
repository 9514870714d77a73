import { fsxLustre } from '../../elements/fsx-lustre'
import { taskDefinition } from '../../elements/task-definition'
import { nameOf, outgoing } from '../../graph/graph'
import { container, drawing, ec2Task, element, fargateTask, link } from '../examples'
import { defineRule } from '../rule'
import { takesEfs } from './add-efs'
import { replaceByEfs } from './replace-file-system'

const lustre = element('fsx-lustre', { StorageCapacity: 1200 }, { label: 'scratch' })

export const volumeFsxLustreUnsupported = defineRule({
  id: 'volume-fsx-lustre-unsupported',
  severity: 'error',
  refusesLine: true,
  on: [taskDefinition],
  title: 'ECS does not mount FSx for Lustre',
  message:
    'ECS can’t mount FSx for Lustre file system “{fileSystem}” as a task volume; use EFS, or on EC2 mount it on the instances and bind the path.',
  why: 'A task definition has volumes for EFS, FSx for Windows File Server, EBS, S3 Files, Docker and host paths; none of them takes a Lustre file system. On EC2 the instance can mount it and the task can bind that folder; on Fargate there is no way.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html',
      checked: '2026-11-21',
    },
    { ref: 'https://docs.aws.amazon.com/fsx/latest/LustreGuide/mounting-ecs.html', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    for (const connection of outgoing(graph, id, 'mounts')) {
      if (graph.element(connection.to)?.kind !== fsxLustre.kind) continue
      report({
        at: '',
        values: { fileSystem: nameOf(graph, connection.to) },
        ...(takesEfs(graph, id, spec) && { fix: replaceByEfs(graph, connection) }),
      })
    }
  },
  examples: () => ({
    valid: {
      'an EFS file system': drawing({
        shared: element('efs-file-system', { CreationToken: 'shared' }),
        task: fargateTask({
          volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: '@{shared}' } }],
          containerDefinitions: [
            container({ mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] }),
          ],
        }),
      }),
      'a folder that the instances mounted': drawing({
        lustre,
        task: ec2Task({ volumes: [{ name: 'scratch', host: { sourcePath: '/fsx' } }] }),
      }),
    },
    invalid: {
      'mounted by a Fargate task': {
        design: drawing({ lustre, task: fargateTask() }, { one: link('task', 'mounts', 'lustre') }),
        element: 'task',
        at: '',
      },
      'with a note on the file system, which stays then': {
        design: drawing(
          { lustre, task: fargateTask(), remark: element('note', { text: 'Shared with the render farm.' }) },
          { one: link('task', 'mounts', 'lustre'), two: link('remark', 'points-at', 'lustre') },
        ),
        element: 'task',
        at: '',
      },
      'on Windows, where EFS is no way out': {
        design: drawing(
          {
            lustre,
            task: ec2Task({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }),
          },
          { one: link('task', 'mounts', 'lustre') },
        ),
        element: 'task',
        at: '',
      },
    },
  }),
})
