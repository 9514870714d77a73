import { DOCKER_HUB, ECR_PUBLIC, OFFICIAL_IMAGES, officialImages } from '../../aws/facts/image-registries'
import { setAt } from '../../basics/json'
import { escapeText, refer, referencesIn } from '../../design/references'
import { imageRegistry } from '../../elements/image-registry'
import { isRepositoryName } from '../../elements/parts/image-name'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { element } from '../examples'
import { addElement, findElement } from '../fixes'
import { imagesOf, isStandIn, otherThanImage, type PlacedImage, shownImage } from '../images'
import { isWritten } from '../reading'
import { defineRule, type Fix } from '../rule'
import { ECR, IMAGE, withImage, withImageOf } from './examples'

export const imageDockerHub = defineRule({
  id: 'image-docker-hub',
  severity: 'advice',
  on: [taskDefinition],
  title: 'Images of Docker Hub are better pulled from ECR',
  message:
    'Docker Hub limits how often “{image}” can be pulled without a login; use ECR Public or a pull-through cache.',
  why: 'Docker Hub counts anonymous pulls by address, and tasks behind one NAT gateway share theirs: a scale-out can run into the limit, and tasks then fail to start. ECR Public has the official images as well, and a pull-through cache keeps any image in your own registry.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html',
      checked: '2026-11-21',
    },
    { ref: 'ECR:CreatePullThroughCacheRuleRequest', checked: '2026-11-21' },
  ],
  check({ id, element, graph, report }) {
    for (const placed of imagesOf(graph, id)) {
      const { text, name, registry, at, index } = placed
      if (registry !== DOCKER_HUB || !isRepositoryName(name.repository)) continue
      if (otherThanImage(text) || isStandIn(text)) continue
      // With a login the limit is that of the account.
      if (isWritten(element, `/containerDefinitions/${index}/repositoryCredentials`)) continue
      report({ at, values: { image: shownImage(graph, placed) }, ...fromEcrPublic(id, placed) })
    }
  },
  examples: () => ({
    valid: {
      'ECR Public': withImage('public.ecr.aws/docker/library/redis:7.2'),
      'a private registry of ECR': withImage(`${ECR}/redis:7.2`),
      'with a login': withImage('team/app:1', {
        repositoryCredentials: {
          credentialsParameter: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:hub',
        },
      }),
      'a placeholder': withImage('{{image}}'),
    },
    invalid: {
      'an official image': { design: withImage('redis:7.2'), element: 'task', at: IMAGE },
      'an official image with its host': {
        design: withImage('docker.io/library/redis:7.2'),
        element: 'task',
        at: IMAGE,
      },
      'an image of somebody’s': { design: withImage('team/app:1'), element: 'task', at: IMAGE },
      'of the drawn registry': {
        design: withImageOf('@{hub}redis:7.2', { hub: element('image-registry', { host: 'docker.io' }) }),
        element: 'task',
        at: IMAGE,
      },
    },
  }),
})

/** Official images keep their names, tags and digests on ECR Public. */
function fromEcrPublic(id: string, { name, at, written }: PlacedImage): { readonly fix?: Fix } {
  const bare = name.repository.replace(/^library\//, '')
  if (!officialImages.has(bare)) return {}
  const tag = name.tag === undefined ? '' : `:${name.tag}`
  const digest = name.digest === undefined ? '' : `@${name.digest}`
  const path = `${OFFICIAL_IMAGES}/${bare}${tag}${digest}`
  const fix: Fix = {
    title: say`Pull ${bare} from ECR Public`,
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      if (!spec) return
      // Where the registry is drawn, the other one is drawn, too.
      if (referencesIn(written).length === 0) setAt(spec, at, `${ECR_PUBLIC}/${path}`)
      else {
        const registry =
          findElement(draft, imageRegistry.kind, 'host', ECR_PUBLIC) ??
          addElement(draft, 'ecr-public', { kind: imageRegistry.kind, spec: { host: ECR_PUBLIC } })
        setAt(spec, at, refer(registry) + escapeText(path))
      }
    },
  }
  return { fix }
}
