/**
 * Imports the configuration of ecspresso: it names the files of a service and its task definition, and where they run.
 * Those files are read as what they are; here they are brought together.
 * https://github.com/kayac/ecspresso
 */
import { isObject, toPointer } from '../basics/json'
import { quote } from '../basics/quote'
import type { Element } from '../design/design'
import { escapeText, refer } from '../design/references'
import { say } from '../texts/text'
import { type Collector, define, note, reference } from './collect/collector'
import { cluster as clusterReader } from './collect/named-ecs'
import { defineImport } from './format'
import { type Document, eachDocument, holdsOnly } from './reading/documents'

export const ecspressoImport = defineImport({
  id: 'ecspresso',
  title: 'ecspresso configuration',
  recognises: (file) => holdsOnly(file, ({ value }) => isConfiguration(value)),
  read: (collector, files) =>
    eachDocument(collector, files, (document) => {
      if (!isConfiguration(document.value)) return
      const { value } = document
      if (typeof value.service === 'string') collector.names.push(value.service)
      if (typeof value.region === 'string') collector.hints.push({ region: value.region, rank: 0 })
      collector.later.push(() => bringTogether(collector, document, value))
    }),
})

type Configuration = Readonly<Record<string, unknown>>

function isConfiguration(value: unknown): value is Configuration {
  if (!isObject(value)) return false
  const names = ['service_definition', 'task_definition'].some((member) => typeof value[member] === 'string')
  return names && ['cluster', 'service', 'region'].some((member) => typeof value[member] === 'string')
}

const READ = ['region', 'cluster', 'service', 'service_definition', 'task_definition']

function bringTogether(collector: Collector, document: Document, configuration: Configuration): void {
  const { file, pointer } = document
  const at = (member: string) => ({ file, pointer: pointer + toPointer([member]) })
  const task = elementOf(collector, document, configuration.task_definition, 'task-definition')
  const id =
    elementOf(collector, document, configuration.service_definition, 'service') ??
    newService(collector, document, configuration)
  const element = collector.elements[id] as Element
  const spec: Record<string, unknown> = { ...element.spec }
  const { service, cluster, region } = configuration
  if (typeof service === 'string') {
    spec.serviceName = escapeText(service)
    note(
      collector,
      'mapped',
      'service-name',
      at('service'),
      say`The service is called ${quote(service)}.`,
      id,
    )
  }
  if (typeof cluster === 'string') {
    const resource = clusterReader(cluster, () => undefined)
    spec.cluster = resource ? reference(collector, resource, at('cluster')) : escapeText(cluster)
    note(
      collector,
      resource ? 'mapped' : 'kept',
      'cluster',
      at('cluster'),
      say`The service runs in cluster ${quote(cluster)}.`,
      id,
    )
  }
  if (task !== undefined) spec.taskDefinition = refer(task)
  for (const [member, found] of [
    ['service_definition', id],
    ['task_definition', task],
  ] as const) {
    if (typeof configuration[member] === 'string')
      told(collector, at(member), configuration[member], member, found)
  }
  if (typeof region === 'string') {
    note(collector, 'mapped', 'region', at('region'), say`The Region is ${quote(region)}.`)
  }
  // The name in the configuration comes first among the members, as AWS's own inputs have it.
  const { label: _, ...rest } = element
  const { serviceName, cluster: where, taskDefinition, ...others } = spec
  const first = Object.fromEntries(
    Object.entries({ serviceName, cluster: where, taskDefinition }).filter(
      ([, value]) => value !== undefined,
    ),
  )
  const named = typeof service === 'string' ? rest : element
  collector.elements[id] = { ...named, spec: { ...first, ...others } }
  for (const member of Object.keys(configuration).filter((one) => !READ.includes(one))) {
    const text = say`${quote(member)} is for ecspresso itself, so it is left out.`
    note(collector, 'dropped', 'tool-setting', at(member), text)
  }
}

function told(
  collector: Collector,
  at: { readonly file: string; readonly pointer: string },
  path: string,
  member: 'service_definition' | 'task_definition',
  found: string | undefined,
): void {
  const isRead = found !== undefined && collector.origins[found]?.file !== at.file
  if (isRead) note(collector, 'mapped', member, at, say`${quote(path)} was read with it.`, found)
  else
    note(
      collector,
      'dropped',
      'file-not-given',
      at,
      say`${quote(path)} was not given, so what it configures is left out. Import it together with this file.`,
    )
}

/** A configuration alone still says which service is meant. */
function newService(collector: Collector, { file, pointer }: Document, configuration: Configuration): string {
  const called = typeof configuration.service === 'string' ? configuration.service : 'service'
  const element: Element = { kind: 'service', spec: {} }
  return define(collector, { called, element }, { file, pointer, within: '' })
}

/** The element that was read from a file which the configuration names, beside itself or in a folder under it. */
function elementOf(
  collector: Collector,
  { file }: Document,
  path: unknown,
  kind: string,
): string | undefined {
  if (typeof path !== 'string') return undefined
  const wanted = joined(file, path)
  return Object.keys(collector.elements).find(
    (id) =>
      collector.elements[id]?.kind === kind &&
      !collector.named.has(id) &&
      matchesPath(collector.origins[id]?.file, wanted),
  )
}

/** Files that were chosen one by one come without their folders. */
function matchesPath(file: string | undefined, wanted: string): boolean {
  if (file === undefined) return false
  return file === wanted || (!file.includes('/') && file === wanted.split('/').at(-1))
}

function joined(file: string, path: string): string {
  const parts = file.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
