/** Names of port mappings: which ones ECS takes, and how to give a mapping another one. */
import { MAX_PORT_NAME, portNamePattern } from '../../aws/facts/ports'
import { toText } from '../../basics/convert'
import { setAt } from '../../basics/json'
import type { DesignDraft } from '../../design/edit'
import { referencesIn } from '../../design/references'
import { freeName } from '../../elements/parts/editing'
import { objectsAt } from '../../elements/parts/reading'
import { service } from '../../elements/service'
import type { Graph } from '../../graph/graph'
import { runsOf } from '../../graph/runs'
import { type PlacedMapping, portMappingsOf } from '../ports'
import type { TaskDefinitionSpec } from '../reading'

/** Where services name a port mapping by its name. */
const USES = ['/serviceConnectConfiguration/services', '/vpcLatticeConfigurations', '/gatewayConnectors']

export function isPortName(name: string): boolean {
  return name.length <= MAX_PORT_NAME && portNamePattern.test(name)
}

/** The nearest name that ECS takes, other than those that the definition has; undefined when nothing is left of it. */
export function nearestPortName(spec: TaskDefinitionSpec, name: string): string | undefined {
  const bare = name
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+|(?<!-)-+$/g, '')
  if (bare === '') return undefined
  const taken = new Set(portMappingsOf(spec).map(({ mapping }) => mapping.name))
  const free = freeName(bare.slice(0, MAX_PORT_NAME), taken)
  return isPortName(free) ? free : undefined
}

/** The one name by which services ask for a port that the definition does not have. */
export function portAskedFor(
  graph: Graph,
  taskDefinition: string,
  spec: TaskDefinitionSpec,
): string | undefined {
  const there = new Set<unknown>(portMappingsOf(spec).map(({ mapping }) => mapping.name))
  const asked = runsOf(graph, taskDefinition)
    .flatMap(({ runner }) => USES.flatMap((list) => objectsAt(graph.element(runner)?.spec, list)))
    .flatMap(([, { portName }]) => (typeof portName === 'string' && isPortName(portName) ? portName : []))
  const [wanted, ...others] = new Set(asked.filter((name) => !there.has(name)))
  return others.length === 0 ? wanted : undefined
}

/** What the console calls a port mapping: `web-80`. */
export function usualPortName(
  spec: TaskDefinitionSpec,
  { container, mapping }: PlacedMapping,
): string | undefined {
  const port = mapping.containerPort ?? mapping.containerPortRange ?? ''
  return nearestPortName(spec, `${container.name ?? 'port'}-${port}`)
}

/** Gives a port mapping another name, and tells the services that run the definition and know it by the old one. */
export function renamePort(draft: DesignDraft, id: string, pointer: string, from: string, to: string): void {
  const spec = draft.elements[id]?.spec
  if (!spec) return
  setAt(spec, pointer, to)
  for (const element of Object.values(draft.elements)) {
    const definition = element.kind === service.kind ? toText(element.spec.taskDefinition ?? '') : ''
    if (!referencesIn(definition).some((reference) => reference.id === id)) continue
    for (const [, use] of USES.flatMap((list) => objectsAt(element.spec, list))) {
      if (use.portName === from) use.portName = to
    }
  }
}
