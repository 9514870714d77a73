/**
 * The network nesting: VPC ▸ Availability Zone ▸ subnet ▸ what has its addresses there. It follows from the same lines
 * as the other one, so an element in several subnets is drawn in the innermost frame that holds all of them. What is in
 * no network stays in the frame it is drawn in otherwise, but never in a cluster, which is no place in a network.
 */
import { push } from '../basics/push'
import { availabilityZone } from '../elements/availability-zone'
import { capacityProvider } from '../elements/capacity-provider'
import { cluster } from '../elements/cluster'
import { service } from '../elements/service'
import { subnet } from '../elements/subnet'
import { task } from '../elements/task'
import { vpc } from '../elements/vpc'
import { elementsOfKind, type Graph, outgoing } from './graph'
import { homesOf, homesOfInstances } from './homes'
import { withoutLoops } from './nesting'

/** The kinds that are places in a network, the innermost first: of what an element names, the first one counts. */
const places = [subnet.kind, availabilityZone.kind, vpc.kind] as const

/** Kinds that have tasks and instances in networks, and are in none themselves. */
const nowhere: ReadonlySet<string> = new Set([cluster.kind, capacityProvider.kind])

// An edit that changes no line keeps the map of parents, so it keeps this answer too.
const known = new WeakMap<Graph['parent'], ReadonlyMap<string, string>>()

/** What each element is drawn in, in the network nesting. */
export function networkParents(graph: Graph): ReadonlyMap<string, string> {
  const old = known.get(graph.parent)
  if (old) return old
  const fresh = derive(graph)
  known.set(graph.parent, fresh)
  return fresh
}

/** The subnets that an element names, else its Availability Zones, else its VPCs; nothing for what is in no network. */
export function networkPlaces(graph: Graph, id: string): readonly string[] {
  const named = outgoing(graph, id, 'in-network').map(({ to }) => to)
  for (const kind of places) {
    const found = named.filter((to) => graph.element(to)?.kind === kind)
    if (found.length > 0) return [...new Set(found)]
  }
  return []
}

/** Is it one of the frames that a network consists of? */
export function isNetworkPlace(graph: Graph, id: string): boolean {
  return (places as readonly string[]).includes(graph.element(id)?.kind ?? '')
}

function derive(graph: Graph): ReadonlyMap<string, string> {
  const frames = framesOf(graph)
  const wanted = new Map<string, string>()
  const instances = instancesByCluster(graph)
  for (const id of Object.keys(graph.design.elements)) {
    const parent = graph.rows.has(id)
      ? graph.parent.get(id)
      : isNetworkPlace(graph, id)
        ? frames.get(id)
        : parentOf(graph, id, frames, instances)
    if (parent !== undefined) wanted.set(id, parent)
  }
  return withoutLoops(wanted)
}

function parentOf(
  graph: Graph,
  id: string,
  frames: ReadonlyMap<string, string>,
  instances: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const otherwise = outsideClusters(graph, id)
  if (nowhere.has(graph.element(id)?.kind ?? '')) return besideNetworks(graph, otherwise)
  const there = innermost(networkPlaces(graph, id), frames) ?? amongInstances(graph, id, frames, instances)
  if (there === undefined) return otherwise
  // Somebody may have said more exactly where: in a group within the VPC.
  return otherwise !== undefined && chain(graph.parent, otherwise).includes(there) ? otherwise : there
}

/** The frames of the network, each with what it is in; zones are told apart by the VPC whose subnets they hold. */
function framesOf(graph: Graph): ReadonlyMap<string, string> {
  const frames = new Map<string, string>()
  const put = (id: string, frame: string | undefined) => frame !== undefined && frames.set(id, frame)
  for (const id of elementsOfKind(graph, vpc.kind)) put(id, outsideClusters(graph, id))
  const vpcOf = (id: string) =>
    outgoing(graph, id, 'in-network').find(({ to }) => graph.element(to)?.kind === vpc.kind)?.to
  for (const id of elementsOfKind(graph, availabilityZone.kind)) {
    const drawnIn = outsideClusters(graph, id)
    const inVpc = chain(graph.parent, drawnIn).some((frame) => graph.element(frame)?.kind === vpc.kind)
    const members = (graph.children.get(id) ?? []).map(vpcOf).filter((one) => one !== undefined)
    put(id, !inVpc && new Set(members).size === 1 ? members[0] : drawnIn)
  }
  for (const id of elementsOfKind(graph, subnet.kind)) {
    const drawnIn = outsideClusters(graph, id)
    const own = vpcOf(id)
    // A zone that several VPCs share can be drawn in one of them only.
    const elsewhere = own !== undefined && drawnIn !== undefined && !chain(frames, drawnIn).includes(own)
    put(id, elsewhere && !chain(graph.parent, drawnIn).includes(own) ? own : drawnIn)
  }
  return frames
}

/** The frame of the other nesting, or around the cluster that it is. */
function outsideClusters(graph: Graph, id: string): string | undefined {
  let frame = graph.parent.get(id)
  while (frame !== undefined && graph.element(frame)?.kind === cluster.kind) frame = graph.parent.get(frame)
  return frame
}

/** The frame around the networks: a cluster that somebody drew in a VPC is not in it. */
function besideNetworks(graph: Graph, frame: string | undefined): string | undefined {
  let around = frame
  while (around !== undefined && isNetworkPlace(graph, around)) around = graph.parent.get(around)
  return around
}

/** The innermost frame that is one of these or holds all of them. */
function innermost(ids: readonly string[], frames: ReadonlyMap<string, string>): string | undefined {
  const [first, ...others] = ids
  if (first === undefined) return undefined
  const chains = others.map((id) => new Set(chain(frames, id)))
  return chain(frames, first).find((frame) => chains.every((one) => one.has(frame)))
}

/** An element and the frames around it, the innermost first. */
function chain(parents: ReadonlyMap<string, string>, id: string | undefined): readonly string[] {
  const above: string[] = []
  for (let at = id; at !== undefined && !above.includes(at); at = parents.get(at)) above.push(at)
  return above
}

/** Tasks without addresses of their own (bridge and host mode) are where the instances of their cluster are. */
function amongInstances(
  graph: Graph,
  id: string,
  frames: ReadonlyMap<string, string>,
  instances: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const { kind } = graph.element(id) ?? {}
  if (kind !== service.kind && kind !== task.kind) return undefined
  const there = homesOf(graph, id).flatMap((home) => instances.get(home) ?? [])
  return innermost([...new Set(there.flatMap((one) => networkPlaces(graph, one)))], frames)
}

function instancesByCluster(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const kind of ['container-instance', 'auto-scaling-group']) {
    for (const id of elementsOfKind(graph, kind)) {
      for (const home of homesOfInstances(graph, id)) push(found, home, id)
    }
  }
  return found
}
