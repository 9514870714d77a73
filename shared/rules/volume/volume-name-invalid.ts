import { volumeName } from '../../aws/facts/volumes'
import { toText } from '../../basics/convert'
import { freeName } from '../../elements/parts/editing'
import { taskDefinition } from '../../elements/task-definition'
import { drawing, element, service } from '../examples'
import { ofCharacters } from '../limits'
import { isKnown } from '../reading'
import { defineRule } from '../rule'
import { fargateWith } from './examples'
import { renameVolume } from './rename-volume'
import { missingVolumes } from './volumes'

const limit = ofCharacters(volumeName.max, volumeName.character)

export const volumeNameInvalid = defineRule({
  id: 'volume-name-invalid',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/volumes'],
  title: 'A volume’s name has letters, digits, hyphens and underscores only',
  message: 'Volume name “{name}” is not allowed; use at most {max} letters, digits, hyphens and underscores.',
  why: 'Docker and the ECS agent make directories and mounts of the name, so ECS takes plain characters only.',
  sources: [{ ref: 'API:Volume.name', checked: '2026-11-26' }],
  check({ id, spec, graph, report }) {
    spec.volumes?.forEach(({ name }, index) => {
      if (!isKnown(name) || limit.allows(name)) return
      const taken = new Set(spec.volumes?.map((other) => other.name))
      const [wanted, ...others] = missingVolumes(spec)
      const nearest = freeName(toText(limit.mend?.(name)).slice(0, volumeName.max - 3), taken)
      const mended = wanted !== undefined && others.length === 0 && limit.allows(wanted) ? wanted : nearest
      report({
        at: `/volumes/${index}/name`,
        values: { name, max: volumeName.max },
        fix: renameVolume(graph, id, index, mended),
      })
    })
  },
  examples: () => ({
    valid: {
      'letters, digits, hyphens and underscores': drawing({ task: fargateWith([{ name: 'My_data-2' }]) }),
      'the longest name': drawing({ task: fargateWith([{ name: 'x'.repeat(255) }]) }),
      'a placeholder': drawing({ task: fargateWith([{ name: '{{name}}' }]) }),
    },
    invalid: {
      'a blank, in a volume that is mounted': {
        design: drawing({ task: fargateWith([{ name: 'my data' }]) }),
        element: 'task',
        at: '/volumes/0/name',
      },
      'a dot, in a volume that a service describes': {
        design: drawing({
          task: fargateWith([{ name: 'data.v1', configuredAtLaunch: true }]),
          web: service({
            volumeConfigurations: [
              { name: 'data.v1', managedEBSVolume: { sizeInGiB: 20, roleArn: '<role>' } },
            ],
          }),
        }),
        element: 'task',
        at: '/volumes/0/name',
      },
      'too long': {
        design: drawing({ task: fargateWith([{ name: 'x'.repeat(256) }]) }),
        element: 'task',
        at: '/volumes/0/name',
      },
      'what it would become is taken': {
        design: drawing({ task: fargateWith([{ name: 'a-b' }, { name: 'a b' }]), note: element('note') }),
        element: 'task',
        at: '/volumes/1/name',
      },
    },
  }),
})
