import { volumeName } from '../../aws/facts/volumes'
import { isObject } from '../../basics/json'
import { append } from '../../elements/parts/editing'
import { partShape } from '../../elements/parts/imported-shape'
import { objectsAt } from '../../elements/parts/reading'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, element as elementOf, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { ofCharacters } from '../limits'
import { isAbsent, isUnknown, isUnknownAt, nameOfContainer, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix } from '../rule'
import { fargateWith, mounting, shared } from './examples'
import { isMounted, missingVolumes, mountsOf, mustHaveName, type VolumeSpec, volumesOfKind } from './volumes'

const allowed = ofCharacters(volumeName.max, volumeName.character)

export const volumeMountUnknown = defineRule({
  id: 'volume-mount-unknown',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/mountPoints'],
  title: 'A container mounts a volume of its task definition',
  message:
    'Container “{container}” mounts “{volume}”, which is no volume of the task definition; add it or correct the name.',
  variants: {
    nameless:
      'Container “{container}” has a mount point that names no volume; name one of the task definition’s volumes.',
  },
  why: 'A mount point only says which volume is seen where; what the volume is, the task definition says in its volumes. ECS refuses a mount of something that is not among them.',
  sources: [{ ref: 'API:MountPoint.sourceVolume', checked: '2026-11-26' }],
  check({ id, element, spec, report }) {
    // Where only the containers were imported, the volumes are kept elsewhere.
    if (partShape(element)) return
    const names = new Set(spec.volumes?.map(({ name }) => name))
    if (isUnknownAt(element, '/volumes') || spec.volumes?.some(isUnsettled)) return
    for (const { container, sourceVolume, at } of mountsOf(spec)) {
      const values = { container: nameOfContainer(spec, container) }
      if (isAbsent(sourceVolume)) {
        report({ at: `${at}/sourceVolume`, severity: 'warning', variant: 'nameless', values })
      } else if (sourceVolume !== undefined && !isUnknown(sourceVolume) && !names.has(sourceVolume)) {
        report({
          at: `${at}/sourceVolume`,
          values: { ...values, volume: sourceVolume },
          ...mend(id, spec, `${at}/sourceVolume`, sourceVolume),
        })
      }
    }
  },
  examples: () => ({
    valid: {
      'a volume of the task definition': drawing({ task: fargateWith([{ name: 'data' }]) }),
      'a name that is still a placeholder': drawing({
        task: fargateTask({ containerDefinitions: [mounting([{ name: '{{volume}}' }])] }),
      }),
      'containers that were imported alone': drawing({
        task: elementOf(
          'task-definition',
          { containerDefinitions: [mounting([{ name: 'data' }])] },
          { imported: { shape: 'containers' } },
        ),
      }),
      'a volume without the name that it needs, which volume-name-required reports': drawing({
        shared,
        task: fargateTask({
          volumes: [{ efsVolumeConfiguration: { fileSystemId: '@{shared}' } }],
          containerDefinitions: [mounting([{ name: 'data' }])],
        }),
      }),
      'a volume whose own name is a placeholder': drawing({
        task: fargateTask({
          volumes: [{ name: '{{data}}' }],
          containerDefinitions: [mounting([{ name: 'data' }])],
        }),
      }),
    },
    invalid: {
      'no volumes at all': {
        design: drawing({ task: fargateTask({ containerDefinitions: [mounting([{ name: 'data' }])] }) }),
        element: 'task',
        at: '/containerDefinitions/0/mountPoints/0/sourceVolume',
      },
      'another letter case': {
        design: drawing({
          task: fargateTask({
            volumes: [{ name: 'data' }],
            containerDefinitions: [container(), mounting([{ name: 'Data' }], { name: 'sidecar' })],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/1/mountPoints/0/sourceVolume',
      },
      'no volume named': {
        design: drawing({
          task: fargateTask({
            volumes: [{ name: 'data' }],
            containerDefinitions: [container({ mountPoints: [{ containerPath: '/data' }] })],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/mountPoints/0/sourceVolume',
        severity: 'warning',
      },
    },
  }),
})

/** A volume without the name that it needs, or with one that can't be, has a rule of its own, and may be what is meant. */
function isUnsettled(volume: VolumeSpec): boolean {
  const { name } = volume
  return name ? isUnknown(name) || !allowed.allows(name) : mustHaveName(volume)
}

/** The volume that was meant, else a new one, if it may be called so. */
function mend(id: string, spec: TaskDefinitionSpec, at: string, written: string): { readonly fix?: Fix } {
  const meant = meantBy(spec, written)
  if (meant !== undefined) return { fix: setMembers(say`Mount “${meant}”`, id, { [at]: meant }) }
  return allowed.allows(written) ? { fix: addVolume(id, written) } : {}
}

/** The one volume whose name differs in letter case only, or the EBS volume that waits for a mount. */
function meantBy(spec: TaskDefinitionSpec, written: string): string | undefined {
  const names = spec.volumes?.flatMap(({ name }) => name || []) ?? []
  const [alike, ...others] = names.filter((name) => name.toLowerCase() === written.toLowerCase())
  if (alike !== undefined) return others.length === 0 ? alike : undefined
  const [waiting] = volumesOfKind(spec, 'ebs').filter(
    ({ volume }) => isMounted(spec, volume.name ?? '') === false,
  )
  return missingVolumes(spec).length === 1 ? waiting?.volume.name : undefined
}

/** Scratch space is what every launch type has; what else it should be, people decide. */
function addVolume(id: string, name: string): Fix {
  return {
    title: say`Add volume “${name}” as scratch space`,
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      const there = objectsAt(spec, '/volumes').some(([, volume]) => volume.name === name)
      if (isObject(spec) && !there) append(spec, 'volumes', { name, host: {} })
    },
  }
}
