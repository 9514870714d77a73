/** Ports of a task that its service refers to by name. */
import type { Graph } from '../../graph/graph'
import { say } from '../../texts/text'
import { setMembers } from '../fixes'
import { isPortName } from '../network/port-names'
import { type PlacedMapping, portMappingsOf } from '../ports'
import { definitionOf, isUnknown } from '../reading'
import type { Fix } from '../rule'

interface NamedPorts {
  readonly taskDefinition: string
  readonly mappings: readonly PlacedMapping[]
}

/**
 * The ports of a service's tasks; undefined while no container is drawn, or a name is not known yet. One that can't be
 * used, which port-name-invalid mends, may become the one that is meant.
 */
function portsOf(graph: Graph, service: string): NamedPorts | undefined {
  const definition = definitionOf(graph, service)
  if (!definition?.spec.containerDefinitions?.length) return undefined
  const mappings = portMappingsOf(definition.spec)
  if (mappings.some(({ mapping: { name } }) => name !== undefined && (isUnknown(name) || !isPortName(name))))
    return undefined
  return { taskDefinition: definition.id, mappings }
}

/** The mapping of that name; undefined where there is none, or nobody can tell. */
export function portNamed(graph: Graph, service: string, name: string): PlacedMapping | undefined {
  return portsOf(graph, service)?.mappings.find(({ mapping }) => mapping.name === name)
}

/** Does surely no port of the service's tasks have that name? */
export function isNoPort(graph: Graph, service: string, name: string): boolean {
  return portsOf(graph, service)?.mappings.every(({ mapping }) => mapping.name !== name) ?? false
}

/**
 * The mend for a reference to no port, where only one is meant: the one mapping without a name gets it, or the reference
 * gets the one name that there is.
 */
export function portNameFix(
  graph: Graph,
  service: string,
  at: string,
  name: string | undefined,
): { readonly fix?: Fix } {
  const ports = portsOf(graph, service)
  const unnamed = ports?.mappings.filter(({ mapping }) => !mapping.name) ?? []
  const names = ports?.mappings.flatMap(({ mapping }) => mapping.name || []) ?? []
  const [mapping, ...others] = unnamed
  if (ports && mapping && others.length === 0 && name && isPortName(name)) {
    const title = say`Name container port ${mapping.mapping.containerPort ?? ''} “${name}”`
    return { fix: setMembers(title, ports.taskDefinition, { [`${mapping.at}/name`]: name }) }
  }
  const [only] = names
  if (only === undefined || names.length > 1 || unnamed.length > 0) return {}
  return { fix: setMembers(say`Refer to port “${only}”`, service, { [at]: only }) }
}
