/** The images of a task definition, as rules look at them. */
import { memoText } from '../basics/memo'
import { referencesIn, resolveText } from '../design/references'
import { ecrRepository } from '../elements/ecr-repository'
import {
  type EcrRegistry,
  ecrRegistry,
  type ImageName,
  imageName,
  registryOf,
} from '../elements/parts/image-name'
import { type Graph, nameOf, resolved, resolveReference } from '../graph/graph'
import { query } from '../graph/query'
import { definitionAt } from './reading'

export interface PlacedImage {
  /** As AWS would get it; a repository whose address only AWS knows is a placeholder. */
  readonly text: string
  readonly name: ImageName
  /** The host that it comes from, `docker.io` when none is written; undefined where a placeholder may hold one. */
  readonly registry: string | undefined
  /** The account and the Region of its private ECR registry. */
  readonly ecr: EcrRegistry | undefined
  /** As the spec has it, with references. */
  readonly written: string
  /** JSON pointer of the image. */
  readonly at: string
  /** The container's place among the others. */
  readonly index: number
  /** The drawn ECR repository that it comes from. */
  readonly repository: string | undefined
}

/** The image of every container that has one. */
export const imagesOf: (graph: Graph, taskDefinition: string) => readonly PlacedImage[] = query(
  (graph, taskDefinition: string) =>
    (definitionAt(graph, taskDefinition)?.containerDefinitions ?? []).flatMap(({ image }, index) =>
      image ? [placed(graph, image, index)] : [],
    ),
)

function placed(graph: Graph, written: string, index: number): PlacedImage {
  const text = resolved(graph, written)
  const drawn = referencesIn(written).find(({ id }) => graph.element(id)?.kind === ecrRepository.kind)
  const name = imageName(text)
  return {
    text,
    name,
    registry: registryOf(name),
    ecr: ecrRegistry(name.host),
    written,
    at: `/containerDefinitions/${index}/image`,
    index,
    repository: drawn?.id,
  }
}

/** For messages: a repository without an address is called by its name. */
export function shownImage(graph: Graph, { written }: PlacedImage): string {
  return resolveText(
    written,
    (reference) => resolveReference(graph, reference) ?? nameOf(graph, reference.id),
  )
}

/** What somebody took for a container image. */
export type Other = 'machine' | 'function' | 'file'

/** Is it surely no container image, but something else that has a name? */
export function otherThanImage(text: string): Other | undefined {
  return natureOf(text).other
}

/** Words in capitals, such as `IMAGE_PLACEHOLDER`, and rows of X stand for what a pipeline fills in. */
export function isStandIn(text: string): boolean {
  return natureOf(text).standIn
}

/** Every rule about images asks for it. */
const natureOf = memoText((text: string) => ({
  other: whatElse(text),
  standIn: /^[A-Z][A-Z0-9_-]*$/.test(text) || STAND_IN_PART.test(text),
}))

function whatElse(text: string): Other | undefined {
  if (/^ami-[0-9a-f]{8,17}$/.test(text) || /^resolve:ssm:|^arn:[^:]*:ec2:|\/optimized-ami\//.test(text))
    return 'machine'
  if (/^arn:[^:]*:lambda:/.test(text)) return 'function'
  if (/^s3:\/\/|^arn:[^:]*:s3:|\.(?:zip|jar|war|ova|ovf|vmdk|vhdx?|iso|qcow2)$/i.test(text)) return 'file'
  return undefined
}

/** A whole part of the text, between the signs that part an image's name. */
const STAND_IN_PART = /(?:^|[/:@.])(?:X{4,}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:[/:@.]|$)/
