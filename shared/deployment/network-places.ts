/** Where elements are, for calls that ask for a VPC or for subnets: as the drawing says it, else as inputs. */
import { type Graph, incoming } from '../graph/graph'
import { subnetsOf, vpcOf } from '../graph/network'
import { runsOf } from '../graph/runs'
import { isInternetFacing } from '../graph/traffic'
import type { Making } from './maker'

type Place = Pick<Making, 'graph' | 'specs' | 'inputs'>

/** The ID of the VPC that an element is in. */
export function vpcIdOf({ graph, specs, inputs }: Place, id: string): string {
  const vpc = vpcFor(graph, id, new Set())
  if (vpc !== undefined) return graph.element(vpc) ? specs.attribute(vpc, 'vpcId') : vpc
  return inputs.ask({ name: 'vpc-id', type: 'vpc-id', text: 'The VPC that everything is made in.' })
}

/** That of the element; else of what it stands before or behind. */
function vpcFor(graph: Graph, id: string, seen: Set<string>): string | undefined {
  if (seen.has(id)) return undefined
  seen.add(id)
  const own = vpcOf(graph, id)
  if (own !== undefined) return own
  const kind = graph.element(id)?.kind
  const meanings = kind === 'target-group' ? ['forwards', 'registers'] : ['guarded-by', 'in-network']
  for (const meaning of meanings) {
    for (const { from } of incoming(graph, id, meaning)) {
      const found = vpcFor(graph, from, seen)
      if (found !== undefined) return found
    }
  }
  // A design with one VPC has everything in it.
  const drawn = graph.byKind.get('vpc') ?? []
  return drawn.length === 1 ? drawn[0] : undefined
}

/** The IDs of the subnets that an element is in; where the drawing has none, an input of several. */
export function subnetIdsOf({ graph, specs, inputs }: Place, id: string): string[] {
  const drawn = subnetsOf(graph, id)
  if (drawn.length > 0) return drawn.map((subnet) => specs.attribute(subnet, 'subnetId'))
  const isPublic = isInternetFacing(graph, id) === true
  return [
    inputs.ask({
      name: isPublic ? 'public-subnet-ids' : 'subnet-ids',
      type: 'subnet-ids',
      text: isPublic
        ? 'Public subnets in two Availability Zones at least, for what the internet reaches.'
        : 'Subnets in two Availability Zones at least, for tasks and what they use.',
    }),
  ]
}

/** The ID of the one subnet that an element is in; where the drawing has none, an input. */
export function subnetIdOf({ graph, specs, inputs }: Place, id: string, isPublic: boolean): string {
  const [drawn] = subnetsOf(graph, id)
  if (drawn !== undefined) return specs.attribute(drawn, 'subnetId')
  return inputs.ask({
    name: isPublic ? 'public-subnet-id' : 'subnet-id',
    type: 'subnet-id',
    text: isPublic ? 'A public subnet.' : 'A private subnet.',
  })
}

/** Do the tasks of a service or task get network interfaces of their own? */
export function needsSubnets(graph: Graph, runner: string): boolean {
  const definition = graph.outgoing.get(runner)?.find(({ meaning }) => meaning === 'runs')?.to
  if (definition === undefined) return graph.element(runner)?.spec.launchType === 'FARGATE'
  if (graph.element(definition)?.spec.networkMode === 'awsvpc') return true
  return runsOf(graph, definition).some((run) => run.runner === runner && run.launch === 'FARGATE')
}
