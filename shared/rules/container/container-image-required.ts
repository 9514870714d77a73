import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, element, fargateTask } from '../examples'
import { lacksText } from '../reading'
import { defineRule } from '../rule'
import { containersOf } from './containers'

export const containerImageRequired = defineRule({
  id: 'container-image-required',
  severity: 'error',
  on: [taskDefinition],
  title: 'Every container has an image',
  message:
    'Container “{container}” has no image; name one, or draw a line from the repository that holds it.',
  why: 'The image is what runs. RegisterTaskDefinition refuses a container without one, even while no task is started from the definition.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ element, spec, report }) {
    for (const { at, called, container } of containersOf(spec)) {
      if (lacksText(element, at, 'image', container.image))
        report({ at: `${at}/image`, values: { container: called } })
    }
  },
  examples: () => ({
    valid: {
      'an image': drawing({ task: fargateTask() }),
      'an image of a repository that is drawn': drawing({
        repository: element('ecr-repository', { repositoryName: 'web' }),
        task: fargateTask({
          executionRoleArn: '<role-arn>',
          containerDefinitions: [container({ image: '@{repository.uri}:1.4.2' })],
        }),
      }),
      'a placeholder': drawing({
        task: fargateTask({ containerDefinitions: [container({ image: '<IMAGE1_NAME>' })] }),
      }),
    },
    invalid: {
      'no image': {
        design: drawing({ task: fargateTask({ containerDefinitions: [{ name: 'app' }] }) }),
        element: 'task',
        at: '/containerDefinitions/0/image',
      },
      'an empty one, in the second container': {
        design: drawing({
          task: fargateTask({ containerDefinitions: [container(), { name: 'proxy', image: '' }] }),
        }),
        element: 'task',
        at: '/containerDefinitions/1/image',
      },
    },
  }),
})
