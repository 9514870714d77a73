import type { ImageName } from '../../elements/parts/image-name'
import { holdsPlaceholder } from '../../elements/parts/placeholders'
import { taskDefinition } from '../../elements/task-definition'
import { element } from '../examples'
import { imagesOf, isStandIn, otherThanImage, shownImage } from '../images'
import { defineRule } from '../rule'
import { DIGEST, IMAGE, withImage, withImageOf } from './examples'

export const imageLatest = defineRule({
  id: 'image-latest',
  severity: 'warning',
  on: [taskDefinition],
  yieldsTo: ['image-format'],
  title: 'An image has a version',
  message:
    '“{image}” follows the tag latest, so each deployment may run something else; name a version or a digest.',
  why: 'A tag like latest moves. Tasks that start later, after a scale-out or a crash, may then run other code than their neighbours, and rolling back to a task definition does not bring the old image back.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
    { ref: 'ACR:service-scaling-and-updates', checked: '2026-11-21' },
  ],
  check({ id, graph, report }) {
    for (const image of imagesOf(graph, id)) {
      const { text, name, at } = image
      if (!followsLatest(name) || otherThanImage(text) || isStandIn(text)) continue
      report({ at, values: { image: shownImage(graph, image) } })
    }
  },
  examples: () => ({
    valid: {
      'a version': withImage('nginx:1.27.2'),
      'a digest': withImage(`nginx@${DIGEST}`),
      'latest with a digest, which settles it': withImage(`nginx:latest@${DIGEST}`),
      'a placeholder for the tag': withImage('nginx:{{tag}}'),
      'a placeholder that may hold the tag': withImage('<IMAGE_NAME>'),
      'another tag': withImage('public.ecr.aws/aws-observability/aws-for-fluent-bit:stable'),
    },
    invalid: {
      latest: { design: withImage('nginx:latest'), element: 'task', at: IMAGE },
      'no tag, which means latest': { design: withImage('nginx'), element: 'task', at: IMAGE },
      'a registry with a port and no tag': {
        design: withImage('registry.example.com:5000/app'),
        element: 'task',
        at: IMAGE,
      },
      'of a drawn repository': {
        design: withImageOf('@{repository.uri}:latest', {
          repository: element('ecr-repository', { repositoryName: 'web' }),
        }),
        element: 'task',
        at: IMAGE,
      },
    },
  }),
})

/** A placeholder in the last part of the repository may hold a tag of its own. */
function followsLatest({ repository, tag, digest }: ImageName): boolean {
  if (digest !== undefined) return false
  if (tag !== undefined) return tag === 'latest'
  return repository !== '' && !holdsPlaceholder(repository.slice(repository.lastIndexOf('/') + 1))
}
