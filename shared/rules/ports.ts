/** The port mappings of a task definition, as rules look at them. */
import { toNumber } from '../basics/convert'
import { memoLast } from '../basics/memo'
import type { Graph } from '../graph/graph'
import { runsOf } from '../graph/runs'
import { type Front, frontsOf } from '../graph/traffic'
import type { ContainerSpec, TaskDefinitionSpec } from './reading'
import { isUnknown } from './reading'

type PortMapping = NonNullable<ContainerSpec['portMappings']>[number]

export interface PlacedMapping {
  readonly mapping: PortMapping
  /** JSON pointer of the mapping. */
  readonly at: string
  readonly container: ContainerSpec
  /** The container's place among the others. */
  readonly index: number
}

/** Every port mapping of every container, in the order in which they are written. */
export const portMappingsOf: (spec: TaskDefinitionSpec) => readonly PlacedMapping[] = memoLast((spec) =>
  (spec.containerDefinitions ?? []).flatMap((container, index) =>
    (container.portMappings ?? []).map((mapping, place) => ({
      mapping,
      at: `/containerDefinitions/${index}/portMappings/${place}`,
      container,
      index,
    })),
  ),
)

/** The load balancers' entries by which services send traffic to a port of a container. */
export function frontsTo(
  graph: Graph,
  taskDefinition: string,
  container: number,
  port: number | undefined,
): readonly Front[] {
  if (port === undefined) return []
  return runsOf(graph, taskDefinition)
    .flatMap(({ runner }) => frontsOf(graph, runner))
    .filter((front) => front.container === container && front.containerPort === port)
}

/** What ECS makes of `protocol`: anything but `udp` is tcp. Undefined for a placeholder. */
export function protocolOf({ protocol }: PortMapping): 'tcp' | 'udp' | undefined {
  if (isUnknown(protocol)) return undefined
  return protocol === 'udp' ? 'udp' : 'tcp'
}

/** A port that a mapping fixes on its instance: one that is written, and not 0. */
export function staticHostPort({ hostPort }: PortMapping): number | undefined {
  return hostPort || undefined
}

interface Differing extends PlacedMapping {
  readonly mapping: PortMapping & { readonly containerPort: number; readonly hostPort: number }
}

/**
 * Mappings that name a host port other than the container port; 0, the dynamic port of bridge mode, is one. Beside a
 * range both are wrong, which port-range-exclusive says.
 */
export function hostPortsThatDiffer(spec: TaskDefinitionSpec): readonly Differing[] {
  return portMappingsOf(spec).filter((placed): placed is Differing => {
    const { containerPort, containerPortRange, hostPort } = placed.mapping
    if (containerPort === undefined || hostPort === undefined || containerPortRange) return false
    return hostPort !== containerPort
  })
}

export interface PortRange {
  readonly first: number
  readonly last: number
}

/** `8000-8010`; undefined for anything else, such as a placeholder. Whether the numbers make sense is not looked at. */
export function portRange(text: string | undefined): PortRange | undefined {
  const [, first, last] = /^(\d+)-(\d+)$/.exec(text ?? '') ?? []
  return first === undefined || last === undefined
    ? undefined
    : { first: toNumber(first), last: toNumber(last) }
}

/** The ports in a container that a mapping is about; undefined when they can't be told. */
export function containerPortsOf({ containerPort, containerPortRange }: PortMapping): PortRange | undefined {
  if (containerPortRange) return portRange(containerPortRange)
  return containerPort === undefined ? undefined : { first: containerPort, last: containerPort }
}

/** The first port that two ranges have in common. */
export function commonPort(a: PortRange, b: PortRange): number | undefined {
  const first = Math.max(a.first, b.first)
  return first <= Math.min(a.last, b.last) ? first : undefined
}
