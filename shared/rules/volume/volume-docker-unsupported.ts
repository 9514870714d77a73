import { takesVolume } from '../../aws/facts/volumes'
import { taskDefinition } from '../../elements/task-definition'
import { launchTypesOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { drawing, fargateTask, inSubnets, service } from '../examples'
import { removeMember } from '../fixes'
import { launchName } from '../reading'
import { defineRule } from '../rule'
import { ec2With, fargateWith } from './examples'
import { volumesOfKind, volumeTitle } from './volumes'

const dockerVolume = { name: 'data', dockerVolumeConfiguration: { scope: 'task', driver: 'local' } }

export const volumeDockerUnsupported = defineRule({
  id: 'volume-docker-unsupported',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/volumes/*/dockerVolumeConfiguration'],
  title: 'Docker volumes are for EC2 and external instances',
  message:
    '{launch} runs no Docker volumes, but “{volume}” is one; make it a bind mount, or use EFS for data that lasts.',
  why: 'A Docker volume is made by a volume driver on the container instance. On Fargate and on managed instances AWS looks after the host, and there is no driver to ask.',
  sources: [
    { ref: 'API:Volume.dockerVolumeConfiguration', checked: '2026-11-26' },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/docker-volumes.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:DockerVolumeConfigurationSupportedTasksRunning', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    const volumes = volumesOfKind(spec, 'docker')
    if (volumes.length === 0) return
    const launch = [...launchTypesOf(graph, id)].find((one) => takesVolume('docker', one, 'LINUX') === false)
    if (launch === undefined) return
    for (const { volume, index, at } of volumes) {
      const title = volumeTitle(volume, index)
      report({
        at: `${at}/dockerVolumeConfiguration`,
        values: { launch: launchName(launch), volume: title },
        fix: removeMember(say`Make “${title}” a bind mount`, id, `${at}/dockerVolumeConfiguration`),
      })
    }
  },
  examples: () => ({
    valid: {
      'on EC2': drawing({ task: ec2With([dockerVolume]) }),
      'on an external instance': drawing({
        task: ec2With([dockerVolume], { requiresCompatibilities: ['EXTERNAL'] }),
      }),
      'an empty member on Fargate': drawing({
        task: fargateWith([{ name: 'data', dockerVolumeConfiguration: {} }]),
      }),
    },
    invalid: {
      'on Fargate': {
        design: drawing({ task: fargateWith([dockerVolume]) }),
        element: 'task',
        at: '/volumes/0/dockerVolumeConfiguration',
      },
      'on managed instances': {
        design: drawing({
          task: fargateWith([dockerVolume], { requiresCompatibilities: ['MANAGED_INSTANCES'] }),
        }),
        element: 'task',
        at: '/volumes/0/dockerVolumeConfiguration',
      },
      'claimed to be for EC2, but run on Fargate': {
        design: drawing({
          task: fargateTask({ requiresCompatibilities: ['EC2'], volumes: [dockerVolume] }),
          web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
        }),
        element: 'task',
        at: '/volumes/0/dockerVolumeConfiguration',
      },
    },
  }),
})
