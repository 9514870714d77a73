import { slug } from '../../basics/slug'
import { referencesIn } from '../../design/references'
import { freeName } from '../../elements/parts/editing'
import { taskDefinition } from '../../elements/task-definition'
import { type Graph, nameOf } from '../../graph/graph'
import { container, drawing, fargateTask } from '../examples'
import type { TaskDefinitionSpec } from '../reading'
import { defineRule } from '../rule'
import { efsVolume, fargateWith, mounting, shared } from './examples'
import { renameVolume } from './rename-volume'
import { missingVolumes, mustHaveName, type VolumeSpec } from './volumes'

const { name: _, ...unnamed } = efsVolume

export const volumeNameRequired = defineRule({
  id: 'volume-name-required',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/volumes'],
  title: 'A volume has a name',
  message: 'Volume number {number} has no name; name it so that containers can mount it.',
  why: 'Mount points, and the volume configurations of services and tasks, know a volume by its name only. ECS insists on one for EFS, S3 Files and EBS volumes; any other volume without one can never be mounted.',
  sources: [{ ref: 'API:Volume.name', checked: '2026-11-26' }],
  check({ id, spec, graph, report }) {
    spec.volumes?.forEach((volume, index) => {
      if (volume.name) return
      const name = nameFor(graph, spec, volume)
      report({
        at: `/volumes/${index}/name`,
        values: { number: index + 1 },
        ...(!mustHaveName(volume) && { severity: 'warning' }),
        ...(name !== undefined && { fix: renameVolume(graph, id, index, name) }),
      })
    })
  },
  examples: () => ({
    valid: {
      'a named EFS volume': drawing({ shared, task: fargateWith([efsVolume]) }),
      'a name that is still a placeholder': drawing({ task: fargateWith([{ name: '<volume>' }]) }),
      'no volumes': drawing({ task: fargateTask({ volumes: [] }) }),
    },
    invalid: {
      'an EFS volume': {
        design: drawing({ shared, task: fargateTask({ volumes: [unnamed] }) }),
        element: 'task',
        at: '/volumes/0/name',
      },
      'an EFS volume that a container waits for': {
        design: drawing({
          shared,
          task: fargateTask({ volumes: [unnamed], containerDefinitions: [mounting([{ name: 'uploads' }])] }),
        }),
        element: 'task',
        at: '/volumes/0/name',
      },
      'an EBS volume, whose name the service knows': {
        design: drawing({ task: fargateTask({ volumes: [{ name: '', configuredAtLaunch: true }] }) }),
        element: 'task',
        at: '/volumes/0/name',
      },
      'scratch space': {
        design: drawing({
          task: fargateTask({
            volumes: [{ host: {} }, { name: 'scratch' }],
            containerDefinitions: [
              container({ mountPoints: [{ sourceVolume: 'scratch', containerPath: '/tmp' }] }),
            ],
          }),
        }),
        element: 'task',
        at: '/volumes/0/name',
        severity: 'warning',
      },
    },
  }),
})

/**
 * The one name that mount points ask for in vain, else one after the file system; none where several are asked for. An EBS volume gets none: services and
 * tasks describe it by its name, so people have to choose it.
 */
function nameFor(graph: Graph, spec: TaskDefinitionSpec, volume: VolumeSpec): string | undefined {
  if (volume.configuredAtLaunch) return undefined
  const [wanted, ...others] = missingVolumes(spec)
  if (wanted !== undefined) return others.length === 0 ? wanted : undefined
  const drawn = referencesIn(volume.efsVolumeConfiguration?.fileSystemId ?? '')[0]
  const name = drawn === undefined ? 'data' : slug(nameOf(graph, drawn.id), 'data')
  return freeName(name, new Set(spec.volumes?.map((other) => other.name)))
}
