import { takesVolume } from '../../aws/facts/volumes'
import { taskDefinition } from '../../elements/task-definition'
import { launchTypesOf } from '../../graph/runs'
import { drawing, service } from '../examples'
import { runsWindows } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { ec2With, efsVolume, fargateWith, onWindows, shared } from './examples'
import { volumesOfKind, volumeTitle } from './volumes'

const usingVolumes = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_data_volumes.html'

/** Which tasks can’t mount EFS volumes. */
export const efsSupport = ruleFamily([
  defineRule({
    id: 'volume-efs-windows',
    severity: 'error',
    refusesLine: true,
    on: [taskDefinition],
    needs: ['/runtimePlatform/operatingSystemFamily'],
    title: 'EFS is for Linux tasks',
    message:
      'Windows containers can’t mount EFS volume “{volume}”; use FSx for Windows File Server on EC2, or run it on Linux.',
    why: 'EFS speaks NFS, and ECS mounts it with a helper that there is for Linux only. Windows tasks share files by SMB, which is what FSx for Windows File Server offers.',
    sources: [{ ref: usingVolumes, checked: '2026-11-21' }],
    check({ spec, report }) {
      const volumes = volumesOfKind(spec, 'efs')
      if (volumes.length === 0 || !runsWindows(spec)) return
      for (const { volume, index, at } of volumes) {
        report({ at: `${at}/efsVolumeConfiguration`, values: { volume: volumeTitle(volume, index) } })
      }
    },
    examples: () => ({
      valid: {
        'on Linux': drawing({ shared, task: ec2With([efsVolume]) }),
        'an operating system that is a placeholder': drawing({
          shared,
          task: ec2With([efsVolume], { runtimePlatform: { operatingSystemFamily: '<family>' } }),
        }),
      },
      invalid: {
        'on Windows': {
          design: drawing({ shared, task: ec2With([efsVolume], onWindows) }),
          element: 'task',
          at: '/volumes/0/efsVolumeConfiguration',
        },
      },
    }),
  }),
  defineRule({
    id: 'volume-efs-external',
    severity: 'error',
    refusesLine: true,
    on: [taskDefinition],
    needs: ['/volumes/*/efsVolumeConfiguration'],
    title: 'External instances mount no EFS volumes',
    message:
      'External instances can’t mount EFS volume “{volume}”; run the task in AWS, or use a bind mount.',
    why: 'ECS reaches a file system over the VPC’s mount targets. A server outside AWS is in no VPC, so ECS Anywhere leaves EFS volumes out.',
    sources: [
      { ref: 'DG-2023:efs-volumes', checked: '2026-11-21' },
      { ref: 'DG-2023:ecs-anywhere', checked: '2026-11-21' },
    ],
    check({ id, spec, graph, report }) {
      const volumes = volumesOfKind(spec, 'efs')
      // On Windows it is the operating system that is in the way: `volume-efs-windows`.
      if (volumes.length === 0 || runsWindows(spec)) return
      if (takesVolume('efs', 'EXTERNAL', 'LINUX') || !launchTypesOf(graph, id).has('EXTERNAL')) return
      for (const { volume, index, at } of volumes) {
        report({ at: `${at}/efsVolumeConfiguration`, values: { volume: volumeTitle(volume, index) } })
      }
    },
    examples: () => ({
      valid: {
        'on EC2 and Fargate': drawing({
          shared,
          task: fargateWith([efsVolume], { requiresCompatibilities: ['EC2', 'FARGATE'] }),
        }),
        'a launch type that nobody names': drawing({
          shared,
          task: ec2With([efsVolume], { requiresCompatibilities: [] }),
        }),
      },
      invalid: {
        'claimed to be fit for external instances': {
          design: drawing({
            shared,
            task: ec2With([efsVolume], { requiresCompatibilities: ['EC2', 'EXTERNAL'] }),
          }),
          element: 'task',
          at: '/volumes/0/efsVolumeConfiguration',
        },
        'run on external instances': {
          design: drawing({
            shared,
            task: ec2With([efsVolume], { requiresCompatibilities: [] }),
            web: service({ launchType: 'EXTERNAL' }),
          }),
          element: 'task',
          at: '/volumes/0/efsVolumeConfiguration',
        },
      },
    }),
  }),
])
