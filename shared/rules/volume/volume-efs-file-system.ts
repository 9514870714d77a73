import { refer } from '../../design/references'
import { efsFileSystem } from '../../elements/efs-file-system'
import { taskDefinition } from '../../elements/task-definition'
import { type Graph, nameOf, onlyDrawn, resolved } from '../../graph/graph'
import { say } from '../../texts/text'
import { drawing } from '../examples'
import { setMembers } from '../fixes'
import { isAbsent, isUnknown } from '../reading'
import { defineRule, type Fix } from '../rule'
import { efsVolume, fargateWith, shared } from './examples'
import { kindsOf, volumeTitle } from './volumes'

const IDENTIFIER = /^fs-[0-9a-f]+$/

export const volumeEfsFileSystem = defineRule({
  id: 'volume-efs-file-system',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/volumes/*/efsVolumeConfiguration'],
  title: 'An EFS volume names its file system',
  message: 'EFS volume “{volume}” names no file system; give it a file system ID (fs-…).',
  variants: {
    form: 'EFS volume “{volume}” names file system “{value}”, which is not the form of an ID; it should look like fs-0123456789abcdef0.',
  },
  why: 'ECS mounts the file system with this ID when a task starts. ECS refuses a volume without one; with a wrong one the task stops before its containers start.',
  sources: [{ ref: 'API:EFSVolumeConfiguration.fileSystemId', checked: '2026-11-26' }],
  check({ id, spec, graph, report }) {
    spec.volumes?.forEach((volume, index) => {
      const written = volume.efsVolumeConfiguration?.fileSystemId
      if (!volume.efsVolumeConfiguration || kindsOf(volume).length > 1) return
      const at = `/volumes/${index}/efsVolumeConfiguration/fileSystemId`
      const values = { volume: volumeTitle(volume, index) }
      if (written === undefined || isAbsent(written)) {
        const fix = nameOnlyOne(graph, id, at)
        report({ at, values, ...(fix && { fix }) })
        return
      }
      const value = resolved(graph, written)
      if (isUnknown(value) || IDENTIFIER.test(value)) return
      const inArn = /^arn:.*\/(fs-[0-9a-f]+)$/.exec(value)?.[1]
      report({
        at,
        severity: 'warning',
        variant: 'form',
        values: { ...values, value },
        ...(inArn !== undefined && {
          fix: setMembers(say`Name it by its ID, ${inArn}`, id, { [at]: inArn }),
        }),
      })
    })
  },
  examples: () => ({
    valid: {
      'a drawn file system': drawing({ shared, task: fargateWith([efsVolume]) }),
      'an ID': drawing({ task: fargateWith([volumeOf({ fileSystemId: 'fs-0123abcd' })]) }),
      'a placeholder': drawing({ task: fargateWith([volumeOf({ fileSystemId: '<fileSystemId>' })]) }),
    },
    invalid: {
      'no file system': {
        design: drawing({ task: fargateWith([volumeOf({ transitEncryption: 'ENABLED' })]) }),
        element: 'task',
        at: '/volumes/0/efsVolumeConfiguration/fileSystemId',
      },
      'no file system, although one is drawn': {
        design: drawing({ shared, task: fargateWith([volumeOf({ fileSystemId: '' })]) }),
        element: 'task',
        at: '/volumes/0/efsVolumeConfiguration/fileSystemId',
      },
      'an ARN': {
        design: drawing({
          task: fargateWith([
            volumeOf({
              fileSystemId: 'arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-0123abcd',
            }),
          ]),
        }),
        element: 'task',
        at: '/volumes/0/efsVolumeConfiguration/fileSystemId',
        severity: 'warning',
      },
      'an ID that nobody filled in': {
        design: drawing({ task: fargateWith([volumeOf({ fileSystemId: 'fs-xxxxxxxx' })]) }),
        element: 'task',
        at: '/volumes/0/efsVolumeConfiguration/fileSystemId',
        severity: 'warning',
      },
    },
  }),
})

function volumeOf(efsVolumeConfiguration: Readonly<Record<string, unknown>>) {
  return { name: 'data', efsVolumeConfiguration }
}

function nameOnlyOne(graph: Graph, id: string, at: string): Fix | undefined {
  const drawn = onlyDrawn(graph, efsFileSystem.kind)
  return drawn === undefined
    ? undefined
    : setMembers(say`Use “${nameOf(graph, drawn)}”`, id, { [at]: refer(drawn) })
}
