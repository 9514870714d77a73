/** Collects the elements of an import: one for each resource, however often it is named. */
import { awsRegistryAccounts } from '../../aws/facts/image-registries'
import { quote } from '../../basics/quote'
import { freeId, freeIds, slug } from '../../basics/slug'
import type { Design, Element, StoredConnection } from '../../design/design'
import { escapeText, refer } from '../../design/references'
import { labelOf } from '../../elements/kinds'
import { say, type Text } from '../../texts/text'
import type { Choice, ImportNote, NoteKind, Origin } from '../report'
import type { Resource } from './resource'

export interface Collector {
  readonly elements: Record<string, Element>
  readonly connections: Record<string, StoredConnection>
  /** What the design may be called, the best one first. */
  readonly names: string[]
  readonly choices: Choice[]
  /** Members of the design that are kept for the way out, such as a template's outputs. */
  readonly members: Record<string, unknown>
  readonly notes: ImportNote[]
  readonly origins: Record<string, Origin>
  /** What ARNs, image addresses and log options say about the Region and the account. */
  readonly hints: Hint[]
  /** Ids by kind and identity, and among them those of which only the name is known. */
  readonly known: Map<string, string>
  readonly named: Set<string>
  readonly freeId: (wanted: string) => string
  /** What can be done only when the files of all formats are read, such as finding an element by its file. */
  readonly later: (() => void)[]
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
  return {
    elements,
    connections: {},
    names: [],
    choices: [],
    members: {},
    notes: [],
    origins: {},
    hints: [],
    known: new Map(),
    named: new Set(),
    freeId,
    later: [],
  }
}

/** Says what became of a place in a file. */
export function note(
  collector: Collector,
  kind: NoteKind,
  code: string,
  { file, pointer }: Omit<Origin, 'within'>,
  text: Text,
  element?: string,
): void {
  collector.notes.push({ kind, code, file, pointer, text, ...(element === undefined ? {} : { element }) })
}

/** Adds an element under a readable, free id. */
export function add(collector: Collector, called: string, element: Element): string {
  const id = collector.freeId(slug(words(called), element.kind))
  collector.elements[id] = element
  return id
}

/** A resource whose configuration the files hold. */
export interface Definition {
  /** What other texts may call it: its name, its ARN. */
  readonly identities?: readonly string[]
  /** Its name for people; its id is made from it. */
  readonly called: string
  readonly element: Element
}

/** Adds such a resource; an element that stood for its mere name becomes it, and keeps its id. */
export function define(collector: Collector, definition: Definition, origin: Origin): string {
  const { identities = [], called, element } = definition
  const keys = identities.map((identity) => `${element.kind} ${identity}`)
  const stub = keys.map((key) => collector.known.get(key)).find((id) => id && collector.named.has(id))
  const id = stub ?? add(collector, `${called} ${SUFFIX[element.kind] ?? ''}`, element)
  collector.elements[id] = element
  collector.origins[id] = origin
  collector.named.delete(id)
  for (const key of keys) collector.known.set(key, id)
  return id
}

/** Adds a connection that no spec can hold. */
export function connect(collector: Collector, connection: StoredConnection): void {
  const taken = (id: string) => Object.hasOwn(collector.connections, id)
  collector.connections[freeId(`${connection.from}-${connection.to}`, taken)] = connection
}

/** The text to write for a resource: a reference to its element, and what followed the identifier. */
export function reference(collector: Collector, resource: Resource, origin: Omit<Origin, 'within'>): string {
  const { kind, identity, called, element, attribute, rest = '', region, account } = resource
  const key = `${kind} ${identity}`
  let id = collector.known.get(key)
  if (id === undefined) {
    id = add(collector, resource.idFrom ?? `${called} ${SUFFIX[kind] ?? ''}`, { kind, ...element })
    collector.known.set(key, id)
    collector.named.add(id)
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
export function whereabouts({ hints }: Collector): Pick<Design, 'region' | 'account'> {
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
