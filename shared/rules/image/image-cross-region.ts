import type { Design } from '../../design/design'
import { refer } from '../../design/references'
import { ecrRepository } from '../../elements/ecr-repository'
import { region } from '../../elements/region'
import { taskDefinition } from '../../elements/task-definition'
import { elementsOfKind, type Graph, resolveReference } from '../../graph/graph'
import { frameOf } from '../../graph/network'
import { specOf } from '../../graph/spec'
import { say } from '../../texts/text'
import { drawing, element } from '../examples'
import { setMembers } from '../fixes'
import { imagesOf, type PlacedImage, shownImage } from '../images'
import { isKnown } from '../reading'
import { defineRule, type Fix } from '../rule'
import { ECR, IMAGE, withImage, withImageOf } from './examples'

const inVirginia = '123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/web'

export const imageCrossRegion = defineRule({
  id: 'image-cross-region',
  severity: 'warning',
  on: [taskDefinition],
  yieldsTo: ['image-format', 'image-ecr-uri'],
  title: 'Images come from the Region in which tasks run',
  message: '“{image}” is pulled from {region}, while the tasks run in {home}; use a copy of it there.',
  why: 'A pull from another Region is slower, is billed as transfer between Regions, and fails when that Region does: tasks can’t start although their own is well. ECR can replicate repositories by itself.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, graph, report }) {
    for (const placed of imagesOf(graph, id)) {
      const from = placed.ecr?.region
      if (!isKnown(from)) continue
      const home = homeOf(graph, id)
      if (!isKnown(home) || from === home) continue
      const values = { image: shownImage(graph, placed), region: from, home }
      report({ at: placed.at, values, ...replicaIn(graph, id, placed, home) })
    }
  },
  examples: () => ({
    valid: {
      'the same Region': withImage(`${ECR}/shop/web:1`),
      'a placeholder for the Region': withImage('123456789012.dkr.ecr.<region>.amazonaws.com/shop/web:1'),
      'ECR Public, which is near everywhere': withImage('public.ecr.aws/nginx/nginx:1.27'),
      'drawn in a frame of that Region': drawing({
        virginia: element('region', { RegionName: 'us-east-1' }),
        task: {
          ...element('task-definition', {
            family: 'web',
            containerDefinitions: [{ name: 'web', image: `${inVirginia}:1`, memory: 512 }],
          }),
          inside: 'virginia',
        },
      }),
      'a design that says no Region': withoutRegion(withImage(`${inVirginia}:1`)),
    },
    invalid: {
      'another Region': { design: withImage(`${inVirginia}:1`), element: 'task', at: IMAGE },
      'a repository that is there already': {
        design: withImageOf('@{repository.uri}:1', {
          repository: element('ecr-repository', {}, { existing: { uri: inVirginia } }),
        }),
        element: 'task',
        at: IMAGE,
      },
      'with a copy in the right one': {
        design: withImageOf(`${inVirginia}:1`, {
          replica: element('ecr-repository', { repositoryName: 'shop/web' }),
        }),
        element: 'task',
        at: IMAGE,
      },
    },
  }),
})

function withoutRegion({ region: _, ...design }: Design): Design {
  return design
}

/** The Region of the frame that the task definition is drawn in, else that of the whole design. */
function homeOf(graph: Graph, id: string): string | undefined {
  return specOf(graph, region, frameOf(graph, id, region.kind))?.RegionName ?? graph.design.region
}

/** A drawn repository with the same name, account and tag in the Region of the tasks. */
function replicaIn(graph: Graph, id: string, placed: PlacedImage, home: string): { readonly fix?: Fix } {
  const { name, ecr, at } = placed
  const { host = '', repository } = name
  const wanted = `${host.replace(`.${ecr?.region}.`, `.${home}.`)}/${repository}`
  const replica = elementsOfKind(graph, ecrRepository.kind).find(
    (one) => resolveReference(graph, { id: one, attribute: 'uri' }) === wanted,
  )
  if (replica === undefined) return {}
  const rest = placed.text.slice(`${host}/${repository}`.length)
  return {
    fix: setMembers(say`Pull it from ${home}`, id, { [at]: refer(replica, 'uri') + rest }),
  }
}
