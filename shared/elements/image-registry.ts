import { choice, spec } from './fields'
import { defineKind } from './kind'
import { named } from './parts/identifiers'
import { textAt } from './parts/reading'

const DOCKER_HUB = 'docker.io'

/** A registry outside the account. AWS has no call for it: image names lead there. */
export const imageRegistry = defineKind({
  kind: 'image-registry',
  label: 'Image registry',
  summary: 'Images from elsewhere: Docker Hub, ECR Public, GitHub, or a registry of your own.',
  category: 'general',
  keywords: ['docker hub', 'public ecr', 'ghcr', 'quay', 'image'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html',
  icon: 'image-registry',
  spec: spec({
    host: choice(
      'Host',
      'What stands before the first slash of an image name.',
      [DOCKER_HUB, 'public.ecr.aws', 'ghcr.io', 'quay.io', 'registry.k8s.io', 'mcr.microsoft.com'],
      { main: true },
    ),
  }),
  defaults: () => ({ host: DOCKER_HUB }),
  name: '/host',
  attributes: {
    prefix: {
      label: 'Image name prefix',
      derive: ({ spec }) => {
        const host = textAt(spec, '/host')
        // Docker Hub is what an image name without a host means.
        return host === DOCKER_HUB ? '' : host && `${host}/`
      },
    },
    host: named('Host', '/host'),
  },
  relations: [],
})
