/**
 * The specs of a design in a deployment's words: references are to resources and inputs, what exists already is text,
 * and `null`, which no call takes, is gone.
 */
import { toText } from '../basics/convert'
import { isObject, type Segment, toPointer } from '../basics/json'
import { own } from '../basics/own'
import type { Element, Meaningful, Spec } from '../design/design'
import { escapeText, mapStrings, partsOf, type Reference, refer } from '../design/references'
import { defaultAttribute, identifierOf, kindOf, labelOf } from '../elements/kinds'
import { clusterNameOf } from '../elements/parts/reading'
import { type Graph, nameOf } from '../graph/graph'
import { relationsAt } from '../graph/relations'
import { say, term } from '../texts/text'
import type { InputType } from './deployment'
import type { Inputs } from './inputs'
import { referTo } from './pieces'
import { withInputs } from './placeholders'

export interface Specs {
  /** An element's spec, in a deployment's words; a copy that may be changed. */
  readonly of: (id: string) => Record<string, unknown>
  /** An element's identifier, in a deployment's words. */
  readonly attribute: (id: string, attribute?: string) => string
  /** A text of the design in a deployment's words. */
  readonly text: (text: string) => string
}

/** Puts specs into a deployment's words. `isMade` tells the elements that a call makes. */
export function specsIn(graph: Graph, inputs: Inputs, isMade: (id: string) => boolean): Specs {
  const { design } = graph
  const attribute = (id: string, wanted?: string, depth = 0): string => {
    const element = graph.element(id)
    if (!element) return missing(inputs, { id, ...(wanted === undefined ? {} : { attribute: wanted }) })
    const kind = kindOf(element.kind)
    const name = wanted ?? defaultAttribute(kind)
    const made = isMade(id) && name !== undefined && kind?.attributes[name] !== undefined
    if (made && element.existing?.[name] === undefined) {
      return name === 'resourceId' ? resourceId(element, design, attribute, id) : referTo(id, name)
    }
    const identifier = identifierOf(element, wanted, design)
    if (identifier !== undefined && depth < 3) return text(identifier, depth + 1)
    return inputs.ask({
      name: identifierName(id, name),
      type: typeOf(element.kind, name),
      text: say`The ${term((name && kind?.attributes[name]?.label) || name || 'identifier')} of ${labelOf(element.kind)} “${nameOf(graph, id)}”.`,
      element: id,
    })
  }
  const text = (written: string, depth = 0, path: readonly Segment[] = []): string =>
    partsOf(written)
      .map((part) =>
        typeof part === 'string'
          ? withInputs(escapeText(part), path, inputs.ask)
          : attribute(part.id, part.attribute, depth),
      )
      .join('')
  return {
    of: (id) => {
      const { kind = '', spec = {} } = graph.element(id) ?? {}
      const bare = withoutNulls(spec) as Spec
      const said = mapStrings(bare, (written, path) => text(wanted(graph, kind, written, path), 0, path))
      return structuredCopy(said) as Record<string, unknown>
    },
    attribute: (id, wanted) => attribute(id, wanted),
    text: (written) => text(written),
  }
}

/**
 * Where AWS wants another identifier than an element's first one, such as the name of a role instead of its ARN, a
 * reference that names none is to that one.
 */
function wanted(graph: Graph, kindName: string, written: string, path: readonly Segment[]): string {
  const [before, reference, after] = partsOf(written)
  if (before !== '' || typeof reference !== 'object' || after !== '') return written
  const [kind, target] = [kindOf(kindName), graph.element(reference.id)]
  if (!kind || !target) return written
  const first = defaultAttribute(kindOf(target.kind))
  if (reference.attribute !== undefined && reference.attribute !== first) return written
  const relation = relationsAt(kind, toPointer(path)).find(({ to }) => to.includes(target.kind))
  return relation?.attribute === undefined ? written : refer(reference.id, relation.attribute)
}

/** Of a service: it is made of two names, and the cluster’s may be known in AWS only. */
function resourceId(
  element: Element,
  design: Meaningful,
  attribute: (id: string, name: string) => string,
  id: string,
): string {
  const reference = partsOf(toText(element.spec.cluster ?? '')).find((part) => typeof part === 'object')
  const cluster = reference ? attribute(reference.id, 'name') : clusterNameOf(element, design)
  return `service/${(cluster ?? 'default').split('/').at(-1)}/${referTo(id, 'serviceName')}`
}

function missing(inputs: Inputs, reference: Reference): string {
  const written = refer(reference.id, reference.attribute)
  return inputs.ask({
    name: `${reference.id}-${reference.attribute ?? 'identifier'}`,
    type: 'text',
    text: say`What ${written} stands for; the design has no element “${reference.id}”.`,
    placeholder: written,
  })
}

/** `orders-vpc` and `vpcId` are `orders-vpc-id`: what the id says already is not said twice. */
function identifierName(id: string, attribute = 'identifier'): string {
  const words = attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).split('-')
  const [first = ''] = words
  const rest = words.length > 1 && id.split('-').at(-1) === first ? words.slice(1) : words
  return [id, ...rest].join('-')
}

const TYPES: Readonly<Record<string, InputType>> = {
  vpcId: 'vpc-id',
  subnetId: 'subnet-id',
  groupId: 'security-group-id',
}

function typeOf(kind: string, attribute: string | undefined): InputType {
  if (kind === 'availability-zone') return 'availability-zone'
  if (kind === 'iam-role' && attribute === 'arn') return 'role-arn'
  if (attribute === 'arn') return 'arn'
  if (attribute === 'name') return 'name'
  return own(TYPES, attribute ?? '') ?? 'text'
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls)
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([, member]) => member !== null)
  return Object.fromEntries(kept.map(([key, member]) => [key, withoutNulls(member)]))
}

function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, structuredCopy(member)]))
}
