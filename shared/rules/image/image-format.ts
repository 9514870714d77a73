import { ecrRepository } from '../../elements/ecr-repository'
import { ecrRegistry, type ImageName, imageName, isRepositoryName } from '../../elements/parts/image-name'
import { masked } from '../../elements/parts/placeholders'
import { taskDefinition } from '../../elements/task-definition'
import type { Graph } from '../../graph/graph'
import { launchTypesOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { say } from '../../texts/text'
import { element } from '../examples'
import { attachExecutionRole, setMembers } from '../fixes'
import { imagesOf, isStandIn, otherThanImage } from '../images'
import { isKnown } from '../reading'
import { defineRule, type Fix } from '../rule'
import { ECR, IMAGE, withImage, withImageOf } from './examples'

export const imageFormat = defineRule({
  id: 'image-format',
  severity: 'error',
  on: [taskDefinition],
  title: 'An image is written as registry/repository:tag',
  message: '“{image}” is no image reference; write registry/repository:tag.',
  variants: {
    blanks: '“{image}” has blanks in it, which no image reference has.',
    scheme: 'An image reference has no scheme such as https://; write “{image}” without it.',
    tag: '“{image}” ends with a colon, but there is no tag after it.',
    case: 'Repositories are written in lower case; “{image}” has capitals.',
  },
  why: 'ECS hands the text to the container runtime as it is. What the runtime can’t read it can’t pull: the task stops with CannotPullContainerError: invalid reference format.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
    { ref: 'DG:task_cannot_pull_image', checked: '2026-11-26' },
  ],
  check({ id, graph, report }) {
    for (const { text, name, at, written, repository } of imagesOf(graph, id)) {
      if (otherThanImage(text) || isStandIn(text) || isMisnamed(graph, repository)) continue
      const wrong = whatIsWrong(text, name)
      if (!wrong) continue
      // A text with references is not rewritten: what is wrong is in the other element then.
      const fix =
        wrong.better === undefined || written !== text ? {} : { fix: change(graph, id, at, wrong.better) }
      report({ at, values: { image: text }, ...(wrong.variant && { variant: wrong.variant }), ...fix })
    }
  },
  examples: () => ({
    valid: {
      'a registry with a port': withImage('registry.example.com:5000/team/app:1'),
      'capitals in the tag': withImage('nginx:Stable'),
      'a placeholder with anything in it': withImage('app:{{ env `TAG` `latest` }}'),
      'a word in capitals that a pipeline replaces': withImage('IMAGE_TO_BE_REPLACED'),
      'a repository in capitals, which ecr-repository-name reports': withImageOf('@{repository.uri}:1', {
        repository: element('ecr-repository', { repositoryName: 'Shop' }),
      }),
      'a host in capitals': withImage('Registry.Example.com/app:1'),
    },
    invalid: {
      'with a scheme': { design: withImage(`https://${ECR}/app:1`), element: 'task', at: IMAGE },
      'a blank at the end': { design: withImage('nginx:1.27 '), element: 'task', at: IMAGE },
      'a blank inside': { design: withImage('nginx 1.27'), element: 'task', at: IMAGE },
      'an empty tag': { design: withImage('nginx:'), element: 'task', at: IMAGE },
      'capitals in the repository': { design: withImage('ghcr.io/Team/App:1'), element: 'task', at: IMAGE },
      'a tag with a plus sign': { design: withImage('app:1.0+build'), element: 'task', at: IMAGE },
      'no repository': { design: withImage(`${ECR}/:1`), element: 'task', at: IMAGE },
    },
  }),
})

/** Where the drawn repository has a name that it can't have, ecr-repository-name says so. */
function isMisnamed(graph: Graph, repository: string | undefined): boolean {
  const name = specOf(graph, ecrRepository, repository)?.repositoryName
  return isKnown(name) && !isRepositoryName(name)
}

interface Wrong {
  readonly variant?: string
  /** What was surely meant. */
  readonly better?: string
}

function whatIsWrong(text: string, name: ImageName): Wrong | undefined {
  const shape = masked(text)
  if (/\s/.test(shape)) return { variant: 'blanks', ...(!/\s/.test(shape.trim()) && { better: text.trim() }) }
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(shape)?.[0]
  if (scheme !== undefined) return { variant: 'scheme', better: text.slice(scheme.length) }
  const { host, repository, tag } = name
  if (tag === '') return { variant: 'tag' }
  if (!isRepositoryName(repository)) {
    const lower = repository.toLowerCase()
    const start = host === undefined ? 0 : host.length + 1
    return isRepositoryName(lower) && masked(repository) === repository
      ? { variant: 'case', better: text.slice(0, start) + lower + text.slice(start + lower.length) }
      : {}
  }
  return tag === undefined || /^\w[\w.-]{0,127}$/.test(masked(tag)) ? undefined : {}
}

/** An image that turns out to be one of ECR needs a role that may pull it; on EC2 the instances have one. */
function change(graph: Graph, id: string, at: string, better: string): Fix {
  const { title, apply } = setMembers(say`Change the image to ${better}`, id, { [at]: better })
  const fromEcr = ecrRegistry(imageName(better).host) !== undefined
  if (!fromEcr || [...launchTypesOf(graph, id)].every((launch) => launch === 'EC2')) return { title, apply }
  return {
    title,
    apply: (draft) => {
      apply(draft)
      attachExecutionRole(draft, id)
    },
  }
}
