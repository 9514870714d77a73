import { sameJson, valueAt } from '../../basics/json'
import { freeName } from '../../elements/parts/editing'
import { taskDefinition } from '../../elements/task-definition'
import type { Graph } from '../../graph/graph'
import { say } from '../../texts/text'
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
  needs: ['/volumes'],
  title: 'Volume names are unique in a task definition',
  message: 'Two volumes are called “{name}”; give the second one another name, or remove it.',
  why: 'Mount points look a volume up by its name, so two of the same name could not be told apart. Names are case-sensitive.',
  sources: [
    { ref: 'API:Volume.name', checked: '2026-11-26' },
    { ref: 'API:MountPoint.sourceVolume', checked: '2026-11-26' },
  ],
  check({ id, element, spec, graph, report }) {
    const volumes = spec.volumes ?? []
    if (volumes.length < 2) return
    volumes.forEach(({ name }, index) => {
      const earlier = volumes.findIndex((other) => other.name === name)
      if (earlier === index || !isKnown(name)) return
      const copy = sameJson(
        valueAt(element.spec, `/volumes/${index}`),
        valueAt(element.spec, `/volumes/${earlier}`),
      )
      const fix = copy
        ? dropCopies(say`Remove the second “${name}”, which says the same`, id, '/volumes')
        : otherName(graph, id, volumes, index)
      report({ at: `/volumes/${index}/name`, values: { name }, ...(fix && { fix }) })
    })
  },
  examples: () => ({
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
  }),
})

/** Under a new name an EBS volume would be one that nobody mounts or describes, so that one is left to people. */
function otherName(graph: Graph, id: string, volumes: readonly VolumeSpec[], index: number): Fix | undefined {
  const volume = volumes[index]
  if (!volume?.name || volume.configuredAtLaunch) return undefined
  const taken = new Set(volumes.map(({ name }) => name))
  return renameVolume(graph, id, index, freeName(volume.name, taken))
}
