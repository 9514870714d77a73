import { systemOf } from '../../aws/facts/fargate-sizes'
import { freeId } from '../../basics/slug'
import type { DesignDraft } from '../../design/edit'
import { refer } from '../../design/references'
import { taskDefinition } from '../../elements/task-definition'
import { viewOf } from '../../elements/view'
import type { Connection } from '../../graph/connection'
import { type Graph, incoming, nameOf, outgoing } from '../../graph/graph'
import { launchTypesOf } from '../../graph/runs'
import { container, drawing, ec2Task, element, fargateTask, link } from '../examples'
import { addElement, takePlace } from '../fixes'
import type { Fix } from '../rule'
import { defineRule } from '../rule'

const lustre = element('fsx-lustre', { StorageCapacity: 1200 }, { label: 'scratch' })

export const volumeFsxLustreUnsupported = defineRule({
  id: 'volume-fsx-lustre-unsupported',
  severity: 'error',
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
  check({ id, graph, report }) {
    for (const connection of outgoing(graph, id, 'mounts')) {
      if (graph.design.elements[connection.to]?.kind !== 'fsx-lustre') continue
      report({
        at: '',
        values: { fileSystem: nameOf(graph, connection.to) },
        ...(takesEfs(graph, id) && { fix: replaceByEfs(graph, connection) }),
      })
    }
  },
  examples: {
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
  },
})

/** EFS is for Linux, and not for external instances. */
function takesEfs(graph: Graph, id: string): boolean {
  const spec = graph.design.elements[id]?.spec ?? {}
  const family = viewOf(taskDefinition, spec).spec.runtimePlatform?.operatingSystemFamily
  return systemOf(family) === 'LINUX' && !launchTypesOf(graph, id).has('EXTERNAL')
}

/** The Lustre file system goes when nothing else has to do with it, and EFS takes its place on the canvas. */
function replaceByEfs(graph: Graph, { id, from, to }: Connection): Fix {
  const lonely = incoming(graph, to).length === 1 && outgoing(graph, to).length === 0
  const name = `${nameOf(graph, to)}-efs`
  return {
    title: `Replace “${nameOf(graph, to)}” by an EFS volume`,
    apply: (draft) => {
      if (!draft.connections[id]) return
      delete draft.connections[id]
      const efs = addElement(draft, `${to}-efs`, {
        kind: 'efs-file-system',
        spec: { CreationToken: name, Encrypted: true, ThroughputMode: 'elastic' },
      })
      addVolume(draft, from, to, efs)
      if (!lonely) return
      takePlace(draft, efs, to)
      delete draft.elements[to]
      delete draft.layout[to]
    },
  }
}

function addVolume(draft: DesignDraft, task: string, wanted: string, fileSystem: string): void {
  const spec = draft.elements[task]?.spec
  if (!spec) return
  const volumes: unknown[] = Array.isArray(spec.volumes) ? spec.volumes : []
  const taken = (name: string) =>
    volumes.some((v) => typeof v === 'object' && v !== null && 'name' in v && v.name === name)
  volumes.push({
    name: freeId(wanted, taken),
    efsVolumeConfiguration: { fileSystemId: refer(fileSystem), transitEncryption: 'ENABLED' },
  })
  spec.volumes = volumes
}
