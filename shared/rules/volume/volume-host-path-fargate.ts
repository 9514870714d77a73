import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { drawing } from '../examples'
import { removeMember } from '../fixes'
import { launchesAmong } from '../reading'
import { defineRule } from '../rule'
import { ec2With, fargateWith } from './examples'
import { volumesOfKind, volumeTitle } from './volumes'

export const volumeHostPathFargate = defineRule({
  id: 'volume-host-path-fargate',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/volumes/*/host/sourcePath'],
  title: 'Fargate has no folders of the host to mount',
  message:
    'Volume “{volume}” is folder “{path}” of the host, which Fargate does not show; remove sourcePath, or use EFS for data that lasts.',
  why: 'On Fargate the host belongs to AWS, and every task has one of its own. A bind mount without a path gives the containers of a task shared scratch space; what must outlive the task belongs on EFS.',
  sources: [
    { ref: 'API:HostVolumeProperties.sourcePath', checked: '2026-11-26' },
    { ref: 'ERR:aws/amazon-ecs-cli#501', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    const volumes = volumesOfKind(spec, 'host-path')
    if (volumes.length === 0 || launchesAmong(graph, id, ['FARGATE']).length === 0) return
    for (const { volume, index, at } of volumes) {
      const path = volume.host?.sourcePath ?? ''
      const title = volumeTitle(volume, index)
      report({
        at: `${at}/host/sourcePath`,
        values: { volume: title, path },
        fix: removeMember(say`Make “${title}” scratch space of the task`, id, `${at}/host/sourcePath`),
      })
    }
  },
  examples: () => ({
    valid: {
      'an empty host': drawing({ task: fargateWith([{ name: 'scratch', host: {} }]) }),
      'an empty path': drawing({ task: fargateWith([{ name: 'scratch', host: { sourcePath: '' } }]) }),
      'a path on EC2': drawing({ task: ec2With([{ name: 'data', host: { sourcePath: '/data' } }]) }),
    },
    invalid: {
      'a path': {
        design: drawing({ task: fargateWith([{ name: 'data', host: { sourcePath: '/data' } }]) }),
        element: 'task',
        at: '/volumes/0/host/sourcePath',
      },
      'fit for EC2, and claimed to be fit for Fargate': {
        design: drawing({
          task: fargateWith([{ name: 'cache' }, { name: 'data', host: { sourcePath: '/data' } }], {
            requiresCompatibilities: ['EC2', 'FARGATE'],
          }),
        }),
        element: 'task',
        at: '/volumes/1/host/sourcePath',
      },
    },
  }),
})
