/** The ports that an entry of a service's `loadBalancers` serves. */
import { WINDOWS_NETWORK } from '../../aws/facts/network-modes'
import type { Graph } from '../../graph/graph'
import { runOf } from '../../graph/runs'
import type { Front } from '../../graph/traffic'
import { containerPortsOf, type PlacedMapping, portMappingsOf } from '../ports'
import { type ContainerSpec, definitionOf, isWritten, networkModeOf } from '../reading'

/** The container that gets the traffic; undefined when the task definition has none of that name, or is not known. */
export function servingContainer(graph: Graph, service: string, front: Front): ContainerSpec | undefined {
  if (front.container === undefined) return undefined
  return definitionOf(graph, service)?.spec.containerDefinitions?.[front.container]
}

/** Every port mapping of that container that covers the port, alone or in a range. */
export function servingMappings(graph: Graph, service: string, front: Front): readonly PlacedMapping[] {
  const { containerPort: port, container } = front
  const spec = definitionOf(graph, service)?.spec
  if (!spec || port === undefined || container === undefined) return []
  return portMappingsOf(spec).filter(({ index, mapping }) => {
    const ports = containerPortsOf(mapping)
    return index === container && ports !== undefined && ports.first <= port && port <= ports.last
  })
}

/** The network mode of a service's tasks; undefined where it can't be told. */
export function networkModeOfService(graph: Graph, service: string): string | undefined {
  const definition = definitionOf(graph, service)
  return definition && networkModeOf(definition.spec, runOf(graph, service)?.launch)
}

/** Does Docker surely pick the host port? It does behind a bridge, or the network that Windows has of its own. */
export function hasDynamicPort(graph: Graph, service: string, front: Front): boolean {
  const mode = networkModeOfService(graph, service)
  if (mode !== 'bridge' && mode !== WINDOWS_NETWORK) return false
  // These have no bridge, whatever the definition says.
  const launch = runOf(graph, service)?.launch
  if (launch === 'FARGATE' || launch === 'MANAGED_INSTANCES') return false
  const definition = graph.element(definitionOf(graph, service)?.id ?? '')
  const mappings = servingMappings(graph, service, front)
  if (!definition || mappings.length === 0) return false
  // A placeholder is written, too, and nobody knows which port it stands for.
  return mappings.every(
    ({ mapping, at }) => mapping.hostPort === 0 || !isWritten(definition, `${at}/hostPort`),
  )
}
