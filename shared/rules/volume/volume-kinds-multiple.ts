import { volumeKinds } from '../../aws/facts/volumes'
import { taskDefinition } from '../../elements/task-definition'
import { inWords } from '../../texts/text'
import { drawing } from '../examples'
import { defineRule } from '../rule'
import { ec2With, efsVolume, fargateWith, shared } from './examples'
import { kindsOf, membersOfKinds, volumeTitle } from './volumes'

export const volumeKindsMultiple = defineRule({
  id: 'volume-kinds-multiple',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/volumes'],
  title: 'A volume is of one kind',
  message: 'Volume “{volume}” is {kinds} at once; keep one of {members}.',
  why: 'Each kind of volume comes from elsewhere: the host, a Docker driver, a file system, a disk made for the task. ECS takes one of them for each volume. An empty host is no kind of its own.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:VolumeConfigurationsSpecifiedConfiguredAtLaunch', checked: '2026-11-21' },
  ],
  check({ spec, report }) {
    spec.volumes?.forEach((volume, index) => {
      const kinds = kindsOf(volume)
      if (kinds.length < 2) return
      report({
        at: `/volumes/${index}`,
        values: {
          volume: volumeTitle(volume, index),
          kinds: inWords(
            kinds.map((kind) => volumeKinds[kind].name),
            'and',
          ),
          members: kinds.map((kind) => membersOfKinds[kind]).join(', '),
        },
      })
    })
  },
  examples: () => ({
    valid: {
      'EFS with an empty host, as older tools write it': drawing({
        shared,
        task: fargateWith([{ ...efsVolume, host: {} }]),
      }),
      'a host path, and members of other kinds that are empty': drawing({
        task: ec2With([
          {
            name: 'data',
            host: { sourcePath: '/data' },
            configuredAtLaunch: false,
            efsVolumeConfiguration: {},
          },
        ]),
      }),
      'two volumes of two kinds': drawing({
        shared,
        task: ec2With([efsVolume, { name: 'cache', host: { sourcePath: '/cache' } }]),
      }),
    },
    invalid: {
      'EFS and a host path': {
        design: drawing({ shared, task: ec2With([{ ...efsVolume, host: { sourcePath: '/data' } }]) }),
        element: 'task',
        at: '/volumes/0',
      },
      'a Docker volume that is also configured at launch': {
        design: drawing({
          task: ec2With([
            { name: 'data', dockerVolumeConfiguration: { scope: 'task' }, configuredAtLaunch: true },
          ]),
        }),
        element: 'task',
        at: '/volumes/0',
      },
    },
  }),
})
