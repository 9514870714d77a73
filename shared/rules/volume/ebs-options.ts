import { ebsVolumeTypes, initializationRate, notOnFargate } from '../../aws/facts/ebs-volumes'
import { toText } from '../../basics/convert'
import type { Spec } from '../../design/design'
import { service } from '../../elements/service'
import { task } from '../../elements/task'
import { say } from '../../texts/text'
import { drawing, inSubnets, service as serviceOf } from '../examples'
import { removeMember, setMembers } from '../fixes'
import { oneOfValues, wholeBetween } from '../limits'
import { isKnown, isWrittenIn, runsOnFargate } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { ebsVolume, fargateWith, infrastructureRole as role, withEbs } from './examples'
import { managedVolumesOf } from './managed-volumes'

const disk = '/volumeConfigurations/0/managedEBSVolume'
const types = Object.keys(ebsVolumeTypes)
const known = oneOfValues(types)
const rate = wholeBetween(initializationRate.min, initializationRate.max)
const { min, max } = initializationRate
const snapshotId = 'snap-066877671789bd71b'

/** Types of EBS volumes, and how they are filled. */
export const ebsOptions = ruleFamily([
  defineRule({
    id: 'volume-ebs-type',
    severity: 'error',
    on: [service, task],
    needs: ['/volumeConfigurations'],
    title: 'An EBS volume is of a type that its launch type takes',
    message: '“{type}” is no type of EBS volumes; use one of {types}.',
    variants: { fargate: 'Fargate attaches no EBS volumes of type {type}; use gp3.' },
    why: 'The types differ in speed and price. Magnetic volumes (standard) are of an older generation, and Fargate’s hosts do not attach them.',
    sources: [{ ref: 'API:ServiceManagedEBSVolumeConfiguration.volumeType', checked: '2026-11-26' }],
    check({ id, spec, graph, report }) {
      for (const { at, ebs } of managedVolumesOf(spec)) {
        const type = ebs.volumeType
        if (!isKnown(type)) continue
        const pointer = `${at}/volumeType`
        if (!known.allows(type)) {
          const meant = known.mend?.(type) ?? 'gp3'
          const fix = setMembers(say`Set the type to ${toText(meant)}`, id, { [pointer]: meant })
          report({ at: pointer, values: { type, types: types.join(', ') }, fix })
        } else if (notOnFargate.includes(type) && runsOnFargate(graph, id)) {
          const fix = setMembers('Set the type to gp3', id, { [pointer]: 'gp3' })
          report({ at: pointer, variant: 'fargate', values: { type }, fix })
        }
      }
    },
    examples: () => ({
      valid: {
        'a cold disk drive on Fargate': onFargateWith({ volumeType: 'sc1', sizeInGiB: 125 }),
        'magnetic on EC2': withDisk({ volumeType: 'standard', sizeInGiB: 20 }),
        'no type named': withDisk({ sizeInGiB: 20 }),
        'a placeholder': withDisk({ volumeType: '{{type}}', sizeInGiB: 20 }),
      },
      invalid: {
        'magnetic on Fargate': {
          design: onFargateWith({ volumeType: 'standard', sizeInGiB: 20 }),
          element: 'web',
          at: `${disk}/volumeType`,
        },
        'no such type': {
          design: withDisk({ volumeType: 'ssd', sizeInGiB: 20 }),
          element: 'web',
          at: `${disk}/volumeType`,
        },
        'in the wrong letter case': {
          design: withDisk({ volumeType: 'IO2', sizeInGiB: 20, iops: 3000 }),
          element: 'web',
          at: `${disk}/volumeType`,
        },
      },
    }),
  }),
  defineRule({
    id: 'volume-ebs-init-rate',
    severity: 'error',
    on: [service, task],
    needs: ['/volumeConfigurations'],
    title: 'An initialization rate goes with a snapshot, and has its limits',
    message: 'Volumes are filled at {min} to {max} MiB/s, so a rate of {value} is refused.',
    variants: {
      empty: 'Volume “{volume}” is not made from a snapshot, so it has no initialization rate; remove it.',
    },
    why: 'The rate says how fast EBS loads the data of a snapshot into the new volume. Without a snapshot there is nothing to load.',
    sources: [
      { ref: 'API:ServiceManagedEBSVolumeConfiguration.volumeInitializationRate', checked: '2026-11-26' },
      {
        ref: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, element, spec, report }) {
      for (const { at, ebs, name = '' } of managedVolumesOf(spec)) {
        const value = ebs.volumeInitializationRate
        if (value === undefined) continue
        const pointer = `${at}/volumeInitializationRate`
        if (!isWrittenIn(element, at, 'snapshotId')) {
          const fix = removeMember('Remove the initialization rate', id, pointer)
          report({ at: pointer, variant: 'empty', values: { volume: name }, fix })
        } else if (!rate.allows(value)) {
          const to = rate.mend?.(value)
          const fix = setMembers(say`Change ${value} to ${toText(to)}`, id, { [pointer]: to })
          report({ at: pointer, values: { value, min, max }, fix })
        }
      }
    },
    examples: () => ({
      valid: {
        'the highest rate': withDisk({ snapshotId, volumeInitializationRate: 300 }),
        'a snapshot that is a placeholder': withDisk({
          snapshotId: '<snapshot>',
          volumeInitializationRate: 100,
        }),
      },
      invalid: {
        'no snapshot': {
          design: withDisk({ sizeInGiB: 20, volumeInitializationRate: 200 }),
          element: 'web',
          at: `${disk}/volumeInitializationRate`,
        },
        'too fast': {
          design: withDisk({ snapshotId, volumeInitializationRate: 301 }),
          element: 'web',
          at: `${disk}/volumeInitializationRate`,
        },
      },
    }),
  }),
])

function withDisk(members: Spec) {
  return withEbs({ volumeConfigurations: [diskOf(members)] })
}

function onFargateWith(members: Spec) {
  return drawing({
    role,
    task: fargateWith([ebsVolume]),
    web: serviceOf({
      launchType: 'FARGATE',
      networkConfiguration: inSubnets,
      volumeConfigurations: [diskOf(members)],
    }),
  })
}

function diskOf(members: Spec): Spec {
  return { name: 'data', managedEBSVolume: { roleArn: '@{role}', ...members } }
}
