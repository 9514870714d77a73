import { sameJson } from '../../basics/json'
import { freeName } from '../../elements/parts/editing'
import { taskDefinition } from '../../elements/task-definition'
import type { Graph } from '../../graph/graph'
import { drawing } from '../examples'
import { isKnown } from '../reading'
import { defineRule, type Fix } from '../rule'
import { dropCopies } from './drop-copies'
import { efsVolume, fargateWith, mounting, shared } from './examples'
import { renameVolume } from './rename-volume'
import type { VolumeSpec } from './volumes'

export const volumeNameDuplicate = defineRule({
  id: 'volume-name-duplicate',
  severity: 'error',
  on: [taskDefinition],
  title: 'Volume names are unique in a task definition',
  message: 'Two volumes are called “{name}”; give the second one another name, or remove it.',
  why: 'Mount points look a volume up by its name, so two of the same name could not be told apart. Names are case-sensitive.',
  sources: [
    { ref: 'API:Volume.name', checked: '2026-11-26' },
    { ref: 'API:MountPoint.sourceVolume', checked: '2026-11-26' },
  ],
  check({ id, spec, graph, report }) {
    const volumes = spec.volumes ?? []
    const first = new Map<string, number>()
    volumes.forEach((volume, index) => {
      const { name } = volume
      if (!isKnown(name)) return
      const earlier = first.get(name)
      if (earlier === undefined) {
        first.set(name, index)
        return
      }
      const fix = mend(graph, id, volumes, index, earlier)
      report({ at: `/volumes/${index}/name`, values: { name }, ...(fix && { fix }) })
    })
  },
  examples: {
    valid: {
      'two names': drawing({ task: fargateWith([{ name: 'data' }, { name: 'cache' }]) }),
      'names that differ in case': drawing({ task: fargateWith([{ name: 'data' }, { name: 'Data' }]) }),
      'two placeholders': drawing({ task: fargateWith([{ name: '{{A}}' }, { name: '{{A}}' }]) }),
    },
    invalid: {
      'two different volumes': {
        design: drawing({
          shared,
          task: fargateWith([efsVolume, { name: 'data' }], { containerDefinitions: [mounting([efsVolume])] }),
        }),
        element: 'task',
        at: '/volumes/1/name',
      },
      'the same volume twice': {
        design: drawing({
          task: fargateWith([{ name: 'data' }, { name: 'data' }], {
            containerDefinitions: [mounting([{ name: 'data' }])],
          }),
        }),
        element: 'task',
        at: '/volumes/1/name',
      },
      'an EBS volume under the name of another one': {
        design: drawing({
          task: fargateWith([{ name: 'data' }, { name: 'data', configuredAtLaunch: true }], {
            containerDefinitions: [mounting([{ name: 'data' }])],
          }),
        }),
        element: 'task',
        at: '/volumes/1/name',
      },
    },
  },
})

/** Under a new name an EBS volume would be one that nobody mounts or describes, so that one is left to people. */
function mend(
  graph: Graph,
  id: string,
  volumes: readonly VolumeSpec[],
  index: number,
  earlier: number,
): Fix | undefined {
  const volume = volumes[index]
  if (sameJson(volume, volumes[earlier]))
    return dropCopies(`Remove the second “${volume?.name}”, which says the same`, id, '/volumes')
  if (!volume?.name || volume.configuredAtLaunch) return undefined
  const taken = new Set(volumes.map(({ name }) => name))
  return renameVolume(graph, id, index, freeName(volume.name, taken))
}
