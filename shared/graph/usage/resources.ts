/** The ARNs of what is used, as policies name them: references stay references. */
import { refer, referencesIn, resolveText } from '../../design/references'
import { partitionOf } from '../../elements/parts/identifiers'
import { ecrRegistry, imageName } from '../../elements/parts/image-name'
import { holdsPlaceholder } from '../../elements/parts/placeholders'
import type { Graph } from '../graph'

/** Something that is used: the drawn element, if it is one, and its ARN. */
export interface Resource {
  readonly target?: string
  readonly resource?: string
}

/** What a text names by a reference to an element; the ARN is the element's. */
export function drawnResource(text: string | undefined, suffix = ''): Resource | undefined {
  const target = referencesIn(text ?? '')[0]?.id
  return target === undefined ? undefined : { target, resource: `${refer(target, 'arn')}${suffix}` }
}

/** An ARN of the design's account and Region; undefined while it has none. */
export function arnIn(graph: Graph, service: string, resource: string): string | undefined {
  const { region, account } = graph.design
  return region && account
    ? `arn:${partitionOf(region)}:${service}:${region}:${account}:${resource}`
    : undefined
}

/** An object in S3, by its ARN as environment files write it; the reference stands for the bucket's ARN. */
export function objectInS3(text: string): Resource {
  const target = referencesIn(text)[0]?.id
  // A bare reference is the bucket's name.
  const resource = resolveText(text, ({ id }) => refer(id, 'arn'))
  return target === undefined ? { resource } : { target, resource }
}

/** A repository of a private registry, by the image's name. */
export function repositoryOf(image: string): Resource | undefined {
  const { host, repository } = imageName(image)
  const { account = '', region = '' } = ecrRegistry(host) ?? {}
  if (!/^\d{12}$/.test(account) || holdsPlaceholder(region)) return undefined
  return { resource: `arn:${partitionOf(region)}:ecr:${region}:${account}:repository/${repository}` }
}
