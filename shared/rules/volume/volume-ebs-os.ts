import { filesystemTypes } from '../../aws/facts/ebs-volumes'
import type { OperatingSystem } from '../../aws/facts/fargate-sizes'
import { service } from '../../elements/service'
import { task } from '../../elements/task'
import { runOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { setMembers } from '../fixes'
import { definitionOf, isKnown, launchName } from '../reading'
import { defineRule, type Finding } from '../rule'
import { ebsDisk, onWindows, withEbs } from './examples'
import { type ManagedVolume, managedVolumesOf, refusesEbs, systemOn } from './managed-volumes'
import { volumesOfKind } from './volumes'

const disk = '/volumeConfigurations/0/managedEBSVolume'

const systemNames = { LINUX: 'Linux', WINDOWS: 'Windows' } as const

export const volumeEbsOs = defineRule({
  id: 'volume-ebs-os',
  severity: 'error',
  on: [service, task],
  title: 'EBS volumes fit the launch type and the operating system',
  message:
    '{launch} attaches no EBS volumes to {system} tasks; run the task elsewhere, or use another kind of volume.',
  variants: {
    format: '{system} can’t use an EBS volume with file system {format}; use {formats}.',
  },
  why: 'ECS attaches EBS volumes to Linux tasks on Fargate, EC2 and managed instances, and to Windows tasks on EC2. Linux formats them as xfs, ext4 or ext3, Windows as NTFS.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_data_volumes.html',
      checked: '2026-11-21',
    },
    { ref: 'API:ServiceManagedEBSVolumeConfiguration.filesystemType', checked: '2026-11-26' },
  ],
  check({ id, spec, graph, report }) {
    const launch = runOf(graph, id)?.launch
    const definition = launch && definitionOf(graph, id)?.spec
    if (!launch || !definition) return
    const [volume] = managedVolumesOf(spec)
    if (!volume && volumesOfKind(definition, 'ebs').length === 0) return
    const system = systemOn(definition, launch)
    if (refusesEbs(definition, launch)) {
      const values = { launch: launchName(launch), system: systemNames[system ?? 'LINUX'] }
      report({ at: volume?.item ?? '/volumeConfigurations', values })
    } else if (volume && system) {
      const finding = judgeFormat(id, volume, system)
      if (finding) report(finding)
    }
  },
  examples: () => ({
    valid: {
      'Windows on EC2 with NTFS': withEbs(formatted('ntfs'), onWindows),
      'Linux on EC2 with ext4': withEbs(formatted('ext4')),
      'NTFS where no operating system is named, as older Windows definitions have it': withEbs(
        formatted('ntfs'),
      ),
      'a file system that is a placeholder': withEbs(formatted('<xfs or ntfs>'), onWindows),
    },
    invalid: {
      'on an external instance': {
        design: withEbs({ launchType: 'EXTERNAL' }, { requiresCompatibilities: ['EXTERNAL'] }),
        element: 'web',
        at: '/volumeConfigurations/0',
      },
      'Windows on Fargate': {
        design: withEbs({ launchType: 'FARGATE' }, { ...onWindows, requiresCompatibilities: ['FARGATE'] }),
        element: 'web',
        at: '/volumeConfigurations/0',
      },
      'Windows on Fargate, where nobody has described the volume': {
        design: withEbs(
          { launchType: 'FARGATE', volumeConfigurations: [] },
          { ...onWindows, requiresCompatibilities: ['FARGATE'] },
        ),
        element: 'web',
        at: '/volumeConfigurations',
      },
      'NTFS on Linux': {
        design: withEbs(formatted('ntfs'), { runtimePlatform: { operatingSystemFamily: 'LINUX' } }),
        element: 'web',
        at: `${disk}/filesystemType`,
      },
      'xfs on Windows': {
        design: withEbs(formatted('xfs'), onWindows),
        element: 'web',
        at: `${disk}/filesystemType`,
      },
    },
  }),
})

function formatted(filesystemType: string) {
  const { name, managedEBSVolume } = ebsDisk
  return { volumeConfigurations: [{ name, managedEBSVolume: { ...managedEBSVolume, filesystemType } }] }
}

function judgeFormat(id: string, { at, ebs }: ManagedVolume, system: OperatingSystem): Finding | undefined {
  const format = ebs.filesystemType
  const formats: readonly string[] = filesystemTypes[system]
  const [usual = ''] = formats
  if (!isKnown(format) || formats.includes(format)) return undefined
  const pointer = `${at}/filesystemType`
  return {
    at: pointer,
    variant: 'format',
    values: { system: systemNames[system], format, formats: formats.join(', ') },
    fix: setMembers(say`Format it as ${usual}`, id, { [pointer]: usual }),
  }
}
