import { filesystemTypes } from '../../aws/facts/ebs-volumes'
import { type OperatingSystem, systemOf } from '../../aws/facts/fargate-sizes'
import { takesVolume } from '../../aws/facts/volumes'
import { service } from '../../elements/service'
import { task } from '../../elements/task'
import { type LaunchType, runOf } from '../../graph/runs'
import { setMembers } from '../fixes'
import { definitionOf, isAbsent, isKnown, isUnknown, launchName, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Finding } from '../rule'
import { ebsDisk, onWindows, withEbs } from './examples'
import { type ManagedVolume, managedVolumesOf } from './managed-volumes'

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
    const [volume] = managedVolumesOf(spec)
    const launch = volume && runOf(graph, id)?.launch
    const definition = launch && definitionOf(graph, id)?.spec
    if (!volume || !launch || !definition) return
    const system = systemFor(definition, launch)
    if (launch === 'EXTERNAL' || (system && takesVolume('ebs', launch, system) === false)) {
      // Managed instances run no Windows tasks whatever: `taskdef-managed-linux-only`.
      if (launch === 'MANAGED_INSTANCES') return
      const values = { launch: launchName(launch), system: systemNames[system ?? 'LINUX'] }
      report({ at: volume.item, values })
    } else if (system) {
      const finding = judgeFormat(id, volume, system)
      if (finding) report(finding)
    }
  },
  examples: {
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
  },
})

function formatted(filesystemType: string) {
  const { name, managedEBSVolume } = ebsDisk
  return { volumeConfigurations: [{ name, managedEBSVolume: { ...managedEBSVolume, filesystemType } }] }
}

/**
 * The operating system, where it is sure: left out it is Linux, but on EC2 older Windows definitions leave it out, too,
 * and find their instances by placement constraints.
 */
function systemFor({ runtimePlatform }: TaskDefinitionSpec, launch: LaunchType): OperatingSystem | undefined {
  const family = runtimePlatform?.operatingSystemFamily
  if (isUnknown(family) || (launch === 'EC2' && isAbsent(family))) return undefined
  return systemOf(family)
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
    fix: setMembers(`Format it as ${usual}`, id, { [pointer]: usual }),
  }
}
