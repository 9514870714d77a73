/** What tasks must reach to start, and whether their VPC has endpoints for it. */
import { publicRegistries } from '../../aws/facts/image-registries'
import { endpointsForStart } from '../../aws/facts/vpc-endpoints'
import type { Graph } from '../../graph/graph'
import { endpointsIn } from '../../graph/network'
import { runOf } from '../../graph/runs'
import { usesOf } from '../../graph/usage'
import { imagesOf } from '../images'

export interface OutOfReach {
  /** AWS services without an endpoint: `ecr.api`, `logs`. */
  readonly services: readonly string[]
  /** Public registries, for which there is no endpoint. */
  readonly registries: readonly string[]
}

/** What the tasks of a service or task need that they reach over the internet only. Undefined where nobody can tell. */
export function outOfReach(graph: Graph, runner: string, vpc: string): OutOfReach | undefined {
  const definition = runOf(graph, runner)?.taskDefinition
  const endpoints = endpointsIn(graph, vpc)
  if (definition === undefined || endpoints === undefined) return undefined
  const services = usesOf(graph, definition).flatMap(({ use }) => endpointsForStart[use] ?? [])
  const registries = imagesOf(graph, definition).flatMap(({ registry }) => registry ?? [])
  return {
    services: [...new Set(services)].filter((service) => !endpoints.has(service)),
    registries: [...new Set(registries)].filter((host) => publicRegistries.includes(host)),
  }
}

/** All of it, for a message; empty where everything can be reached. */
export function inWords({ services, registries }: OutOfReach): string {
  return [...registries, ...services].join(', ')
}
