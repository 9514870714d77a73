import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { runsOnFargate } from '../reading'
import { defineRule } from '../rule'
import { linuxContainersOf } from './containers'

export const containerSharedMemory = defineRule({
  id: 'container-shared-memory',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/linuxParameters'],
  title: 'Shared memory has a size that is not negative',
  message: 'Container “{container}” can’t have {size} MiB of shared memory; set its size, or leave it out.',
  why: 'The value is the size of /dev/shm in MiB, which Docker makes for the container. Left out, Docker takes 64 MiB.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:MustBeSharedMemorySizeIntegerGreater', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    for (const { at, called, container } of linuxContainersOf(spec)) {
      const size = container.linuxParameters?.sharedMemorySize
      // Fargate takes no size: container-linux-params-fargate.
      if (size === undefined || size >= 0 || runsOnFargate(graph, id)) continue
      report({ at: `${at}/linuxParameters/sharedMemorySize`, values: { container: called, size } })
    }
  },
  examples: () => ({
    valid: {
      'a size': sharing(64),
      none: sharing(0),
      'a placeholder': sharing('<size>'),
      'on Fargate, where container-linux-params-fargate reports it': drawing({
        task: fargateTask({
          containerDefinitions: [container({ linuxParameters: { sharedMemorySize: -1 } })],
        }),
      }),
    },
    invalid: {
      'a negative size': {
        design: sharing(-1),
        element: 'task',
        at: '/containerDefinitions/0/linuxParameters/sharedMemorySize',
      },
    },
  }),
})

function sharing(sharedMemorySize: number | string) {
  return drawing({
    task: ec2Task({
      containerDefinitions: [container({ memory: 512, linuxParameters: { sharedMemorySize } })],
    }),
  })
}
