import { type EbsVolumeType, ebsVolumeType, nearest, placeIn, type Range } from '../../aws/facts/ebs-volumes'
import type { Spec } from '../../design/design'
import { service } from '../../elements/service'
import { task } from '../../elements/task'
import { say } from '../../texts/text'
import { drawing, element, service as serviceOf } from '../examples'
import { removeMember, setMembers } from '../fixes'
import { isAbsent, isWritten, isWrittenIn } from '../reading'
import { defineRule, type Finding, ruleFamily } from '../rule'
import { ec2With } from './examples'
import { type ManagedVolume, managedVolumesOf } from './managed-volumes'

const disk = '/volumeConfigurations/0/managedEBSVolume'
const page =
  'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html'
const ec2Page = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html'
const sources = [
  { ref: page, checked: '2026-11-26' },
  { ref: ec2Page, checked: '2026-11-26' },
]

/** IOPS that a fix gives a volume which needs some: what a gp3 volume has anyway, and every other type takes. */
const PLAIN_IOPS = 3000

const why =
  'ECS hands the value on to EC2, which makes a volume for each task. Where EC2 refuses it, no task starts. ECS documents smaller limits than EC2 for newer volumes; between the two AWS alone can tell.'

/** Size and speed of the EBS volumes that are made for tasks. */
export const ebsNumbers = ruleFamily([
  defineRule({
    id: 'volume-ebs-size',
    severity: 'error',
    on: [service, task],
    needs: ['/volumeConfigurations'],
    title: 'An EBS volume has a size that its type takes, or a snapshot',
    message: '{type} volumes have {min} to {max} GiB, so {value} GiB is refused.',
    variants: {
      missing: 'Nothing says how large EBS volume “{volume}” is; give it a size, or a snapshot.',
      doubtful:
        'ECS documents {type} volumes up to {max} GiB and EC2 up to {upTo}; {value} GiB may be refused.',
    },
    why,
    sources,
    check({ id, element, spec, report }) {
      for (const { at, ebs, name = '' } of managedVolumesOf(spec)) {
        const type = typeOf(ebs, 'gp3')
        if (!type) continue
        const pointer = `${at}/sizeInGiB`
        const { sizeInGiB: value } = ebs
        if (value !== undefined) {
          const finding = judge(id, pointer, type.fact.size, value)
          if (finding) report({ ...finding, values: { ...finding.values, type: type.name } })
        } else if (!isWritten(element, pointer) && !isWrittenIn(element, at, 'snapshotId')) {
          const size = Math.max(20, type.fact.size.min)
          const fix = setMembers(say`Set the size to ${size} GiB`, id, { [pointer]: size })
          report({ at: pointer, variant: 'missing', values: { volume: name }, fix })
        }
      }
    },
    examples: () => ({
      valid: {
        'the smallest st1 volume': withDisk({ volumeType: 'st1', sizeInGiB: 125 }),
        'the largest volume that ECS documents': withDisk({ volumeType: 'gp3', sizeInGiB: 16_384 }),
        'a snapshot instead': withDisk({ snapshotId: 'snap-066877671789bd71b' }),
        'a placeholder': withDisk({ sizeInGiB: '<size>' }),
      },
      invalid: {
        'neither size nor snapshot': { design: withDisk({}), element: 'web', at: `${disk}/sizeInGiB` },
        'a small st1 volume': {
          design: withDisk({ volumeType: 'st1', sizeInGiB: 100 }),
          element: 'web',
          at: `${disk}/sizeInGiB`,
        },
        'a size that EC2 alone documents': {
          design: withDisk({ volumeType: 'gp3', sizeInGiB: 32_768 }),
          element: 'web',
          at: `${disk}/sizeInGiB`,
          severity: 'warning',
        },
        'a standalone task': {
          design: withDisk({ volumeType: 'gp2', sizeInGiB: 16_385 }, 'task'),
          element: 'web',
          at: `${disk}/sizeInGiB`,
        },
      },
    }),
  }),
  defineRule({
    id: 'volume-ebs-iops',
    severity: 'error',
    on: [service, task],
    needs: ['/volumeConfigurations'],
    title: 'An EBS volume has the IOPS that its type takes',
    message: '{type} volumes have {min} to {max} IOPS, so {value} is refused.',
    variants: {
      missing: '{type} volumes need a number of IOPS; set one from {min} to {max}.',
      needless: 'The IOPS of {type} volumes can’t be chosen; remove them, or use gp3.',
      doubtful: 'ECS documents {type} volumes up to {max} IOPS and EC2 up to {upTo}; {value} may be refused.',
    },
    why,
    sources,
    check({ id, element, spec, report }) {
      for (const { at, ebs } of managedVolumesOf(spec)) {
        const type = typeOf(ebs)
        if (!type) continue
        const pointer = `${at}/iops`
        const { iops: value } = ebs
        const { iops: range } = type.fact
        if (value === undefined) {
          if (!range?.required || isWritten(element, pointer)) continue
          const fix = setMembers(say`Set ${PLAIN_IOPS} IOPS`, id, { [pointer]: PLAIN_IOPS })
          const { min, max } = range
          report({ at: pointer, variant: 'missing', values: { type: type.name, min, max }, fix })
          continue
        }
        const finding = judge(id, pointer, range, value)
        if (finding) report({ ...finding, values: { ...finding.values, type: type.name } })
      }
    },
    examples: () => ({
      valid: {
        'io2 with IOPS': withDisk({ volumeType: 'io2', sizeInGiB: 20, iops: 3000 }),
        'the fewest of gp3': withDisk({ volumeType: 'gp3', sizeInGiB: 20, iops: 3000 }),
        'gp3 with none, which means 3000': withDisk({ volumeType: 'gp3', sizeInGiB: 20 }),
        'no type, so that nobody knows': withDisk({ sizeInGiB: 20, iops: 100 }),
      },
      invalid: {
        'io2 without IOPS': {
          design: withDisk({ volumeType: 'io2', sizeInGiB: 20 }),
          element: 'web',
          at: `${disk}/iops`,
        },
        'IOPS of a disk drive': {
          design: withDisk({ volumeType: 'st1', sizeInGiB: 125, iops: 500 }),
          element: 'web',
          at: `${disk}/iops`,
        },
        'too few for gp3': {
          design: withDisk({ volumeType: 'gp3', sizeInGiB: 20, iops: 2999 }),
          element: 'web',
          at: `${disk}/iops`,
        },
        'more than ECS documents': {
          design: withDisk({ volumeType: 'gp3', sizeInGiB: 20, iops: 16_001 }),
          element: 'web',
          at: `${disk}/iops`,
          severity: 'warning',
        },
        'more than io1 has': {
          design: withDisk({ volumeType: 'io1', sizeInGiB: 2000, iops: 64_001 }),
          element: 'web',
          at: `${disk}/iops`,
        },
      },
    }),
  }),
  defineRule({
    id: 'volume-ebs-throughput',
    severity: 'error',
    on: [service, task],
    needs: ['/volumeConfigurations'],
    title: 'Only gp3 volumes have a throughput to choose',
    message: '{type} volumes have a throughput of {min} to {max} MiB/s, so {value} is refused.',
    variants: {
      needless: 'The throughput of {type} volumes can’t be chosen; remove it, or use gp3.',
      doubtful:
        'ECS documents a throughput up to {max} MiB/s and EC2 up to {upTo}; {value} MiB/s may be refused.',
    },
    why,
    sources,
    check({ id, spec, report }) {
      for (const { at, ebs } of managedVolumesOf(spec)) {
        const type = typeOf(ebs)
        if (!type || ebs.throughput === undefined) continue
        const finding = judge(id, `${at}/throughput`, type.fact.throughput, ebs.throughput)
        if (finding) report({ ...finding, values: { ...finding.values, type: type.name } })
      }
    },
    examples: () => ({
      valid: {
        'the least of gp3': withDisk({ volumeType: 'gp3', sizeInGiB: 20, throughput: 125 }),
        'the most that ECS documents': withDisk({
          volumeType: 'gp3',
          sizeInGiB: 20,
          iops: 4000,
          throughput: 1000,
        }),
        'no type, so that nobody knows': withDisk({ sizeInGiB: 20, throughput: 250 }),
      },
      invalid: {
        'of an io1 volume': {
          design: withDisk({ volumeType: 'io1', sizeInGiB: 20, iops: 100, throughput: 250 }),
          element: 'web',
          at: `${disk}/throughput`,
        },
        'more than ECS documents': {
          design: withDisk({ volumeType: 'gp3', sizeInGiB: 20, iops: 6000, throughput: 1001 }),
          element: 'web',
          at: `${disk}/throughput`,
          severity: 'warning',
        },
        'more than anybody documents': {
          design: withDisk({ volumeType: 'gp3', sizeInGiB: 20, iops: 16_000, throughput: 2001 }),
          element: 'web',
          at: `${disk}/throughput`,
        },
      },
    }),
  }),
])

/** A service, or a standalone task, with one EBS volume so configured. */
function withDisk(members: Spec, kind: 'service' | 'task' = 'service') {
  const volumeConfigurations = [{ name: 'data', managedEBSVolume: { roleArn: '@{role}', ...members } }]
  const common = { taskDefinition: '@{task}', launchType: 'EC2', volumeConfigurations }
  return drawing({
    role: element('iam-role', { RoleName: 'ecsInfrastructureRole' }),
    task: ec2With([{ name: 'data', configuredAtLaunch: true }]),
    web: kind === 'service' ? serviceOf(common) : element('task', common),
  })
}

/**
 * The type of a volume with its facts. Undefined where it is a placeholder, where ECS knows no such type
 * (`volume-ebs-type`), and where none is named: then it may be gp2 or gp3, unless `otherwise` will do for both.
 */
function typeOf(
  { volumeType }: ManagedVolume['ebs'],
  otherwise = '',
): { readonly name: string; readonly fact: EbsVolumeType } | undefined {
  const name = isAbsent(volumeType) ? otherwise : (volumeType ?? '')
  const fact = ebsVolumeType(name)
  return fact && { name, fact }
}

/** What is wrong about a number; without a range there must be none. */
function judge(id: string, at: string, range: Range | undefined, value: number): Finding | undefined {
  if (!range) return { at, variant: 'needless', fix: removeMember('Remove it', id, at) }
  const place = placeIn(range, value)
  if (place === 'inside') return undefined
  const to = nearest(range, value)
  return {
    at,
    values: { value, min: range.min, max: range.max, upTo: range.upTo ?? range.max },
    fix: setMembers(say`Change ${value} to ${to}`, id, { [at]: to }),
    ...(place === 'doubtful' && { severity: 'warning', variant: 'doubtful' }),
  }
}
