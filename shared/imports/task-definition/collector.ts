/** Collects the elements of an import: one for each resource, however often it is named. */
import { awsRegistryAccounts } from '../../aws/facts/image-registries'
import { quote } from '../../basics/quote'
import { freeIds, slug } from '../../basics/slug'
import type { Element } from '../../design/design'
import { escapeText, refer } from '../../design/references'
import { labelOf } from '../../elements/kinds'
import { say } from '../../texts/text'
import type { ImportNote, Origin } from '../format'
import type { Resource } from './resource'

export interface Collector {
  readonly elements: Record<string, Element>
  readonly notes: ImportNote[]
  readonly origins: Record<string, Origin>
  /** What ARNs, image addresses and log options say about the Region and the account. */
  readonly hints: Hint[]
  /** Ids by kind and identity. */
  readonly known: Map<string, string>
  readonly freeId: (wanted: string) => string
}

export interface Hint {
  readonly region?: string
  readonly account?: string
  /** 0: the task definition's own ARN. 1: a role, which must be in the same account. 2: anything else. */
  readonly rank: 0 | 1 | 2
}

export function newCollector(): Collector {
  const elements: Record<string, Element> = {}
  const freeId = freeIds((id) => Object.hasOwn(elements, id))
  return { elements, notes: [], origins: {}, hints: [], known: new Map(), freeId }
}

/** Adds an element under a readable, free id. */
export function add(collector: Collector, called: string, element: Element): string {
  const id = collector.freeId(slug(words(called), element.kind))
  collector.elements[id] = element
  return id
}

/** The text to write for a resource: a reference to its element, and what followed the identifier. */
export function reference(collector: Collector, resource: Resource, origin: Omit<Origin, 'within'>): string {
  const { kind, identity, called, element, attribute, rest = '', region, account } = resource
  const key = `${kind} ${identity}`
  let id = collector.known.get(key)
  if (id === undefined) {
    id = add(collector, `${called} ${SUFFIX[kind] ?? ''}`, { kind, ...element })
    collector.known.set(key, id)
    collector.origins[id] = { ...origin, within: '' }
    const text = say`${labelOf(kind)} ${quote(called)} became an element.`
    collector.notes.push({ kind: 'mapped', code: kind, ...origin, text, element: id })
  }
  // Images that AWS itself publishes say nothing about us.
  const foreign = kind === 'ecr-repository' && account !== undefined && awsRegistryAccounts.has(account)
  collector.hints.push({
    rank: kind === 'iam-role' ? 1 : 2,
    ...(region === undefined ? {} : { region }),
    ...(account === undefined || foreign ? {} : { account }),
  })
  return refer(id, attribute) + escapeText(rest)
}

/** Often called like the service they belong to, so their ids say what they are. */
const SUFFIX: Readonly<Record<string, string>> = { 'ecr-repository': 'repo', 'log-group': 'logs' }

/** `ecsTaskExecutionRole` reads better as `ecs-task-execution-role`. */
function words(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z])(?=[A-Z][a-z])/g, '$1 ')
}

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/
const ACCOUNT = /^\d{12}$/

/** The Region and the account, each where everything that names one names the same; the strongest hints decide. */
export function whereabouts({ hints }: Collector): { region?: string; account?: string } {
  const region = unanimous(hints, 'region', REGION)
  const account = unanimous(hints, 'account', ACCOUNT)
  return { ...(region === undefined ? {} : { region }), ...(account === undefined ? {} : { account }) }
}

/** Placeholders have no vote. */
function unanimous(hints: readonly Hint[], of: 'region' | 'account', pattern: RegExp): string | undefined {
  const voting = hints.filter((hint) => pattern.test(hint[of] ?? ''))
  const strongest = Math.min(...voting.map((hint) => hint.rank))
  const different = new Set(voting.filter((hint) => hint.rank === strongest).map((hint) => hint[of]))
  return different.size === 1 ? [...different][0] : undefined
}
