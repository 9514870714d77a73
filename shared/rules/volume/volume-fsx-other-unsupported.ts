import { fsxOntap } from '../../elements/fsx-ontap'
import { fsxOpenzfs } from '../../elements/fsx-openzfs'
import { labelOf } from '../../elements/kinds'
import { taskDefinition } from '../../elements/task-definition'
import type { Connection } from '../../graph/connection'
import { elementKind, type Graph, nameOf, outgoing } from '../../graph/graph'
import { launchTypesOf } from '../../graph/runs'
import { drawing, ec2Task, element, fargateTask, link } from '../examples'
import type { TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix } from '../rule'
import { takesEfs } from './add-efs'
import { ec2With, onWindows } from './examples'
import { bindInstead, replaceByEfs } from './replace-file-system'

const OTHERS: readonly string[] = [fsxOntap.kind, fsxOpenzfs.kind]

const ontap = element('fsx-ontap', { StorageCapacity: 1024 }, { label: 'archive' })
const mounted = { one: link('task', 'mounts', 'ontap') }

export const volumeFsxOtherUnsupported = defineRule({
  id: 'volume-fsx-other-unsupported',
  severity: 'error',
  refusesLine: true,
  on: [taskDefinition],
  title: 'ECS does not mount FSx for NetApp ONTAP or OpenZFS',
  message:
    'ECS has no volumes for {service}, so the task can’t mount “{fileSystem}”; on EC2 mount it on the instances and bind the folder, else use EFS.',
  why: 'Of the FSx file systems a task definition knows FSx for Windows File Server only. On EC2 the instances can mount the others, and tasks bind the folder; on Fargate there is no way.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    for (const connection of outgoing(graph, id, 'mounts')) {
      const kind = elementKind(graph, connection.to)
      if (!kind || !OTHERS.includes(kind.kind)) continue
      const fix = insteadOf(graph, connection, spec)
      const values = { service: labelOf(kind.kind), fileSystem: nameOf(graph, connection.to) }
      report({ at: '', values, ...(fix && { fix }) })
    }
  },
  examples: () => ({
    valid: {
      'a folder that the instances mounted': drawing({
        ontap,
        task: ec2With([{ name: 'archive', host: { sourcePath: '/mnt/ontap' } }]),
      }),
      'drawn, but not mounted': drawing({ ontap, task: fargateTask() }),
    },
    invalid: {
      'ONTAP on EC2': {
        design: drawing({ ontap, task: ec2Task() }, mounted),
        element: 'task',
        at: '',
      },
      'ONTAP on Fargate': {
        design: drawing({ ontap, task: fargateTask() }, mounted),
        element: 'task',
        at: '',
      },
      'OpenZFS on Windows': {
        design: drawing({ ontap: element('fsx-openzfs'), task: ec2Task(onWindows) }, mounted),
        element: 'task',
        at: '',
      },
    },
  }),
})

/** Only where every instance is the account's own a folder of the host can be relied on. */
function insteadOf(graph: Graph, connection: Connection, spec: TaskDefinitionSpec): Fix | undefined {
  if (!takesEfs(graph, connection.from, spec)) return undefined
  const launches = [...launchTypesOf(graph, connection.from)]
  return launches.length > 0 && launches.every((launch) => launch === 'EC2')
    ? bindInstead(graph, connection)
    : replaceByEfs(graph, connection)
}
