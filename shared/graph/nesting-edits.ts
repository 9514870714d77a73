/**
 * Dropping an element into a frame, in either nesting. Among networks that means to name other subnets: what runs what,
 * and so what an element is drawn in otherwise, stays as it is.
 */
import type { DesignDraft } from '../design/edit'
import type { Kind, Relation } from '../elements/kind'
import { kindOf } from '../elements/kinds'
import { subnet } from '../elements/subnet'
import { vpc } from '../elements/vpc'
import { say, type Text } from '../texts/text'
import { connect, disconnect, link, type Placement, placement, reparent } from './connect'
import { elementsOfKind, type Graph, nameOf, outgoing } from './graph'
import { isNetworkPlace } from './nesting-network'
import { isWithin, type NestingName, parentsIn } from './nestings'

interface Child {
  readonly id: string
  readonly kind: string
}

/** What a drop in the network nesting does: name these places of the network, be drawn as in the other nesting, or nothing. */
type Move = { readonly names: readonly string[] } | { readonly ordinary: true } | { readonly refused: Text }

/** May an element be drawn in that frame, in this nesting? */
export function placementIn(nesting: NestingName, graph: Graph, child: Child, frame: string): Placement {
  if (nesting === 'logical') return placement(graph, child, frame)
  const move = moveTo(graph, child, frame)
  if ('refused' in move) return { ok: false, reason: move.refused }
  return 'names' in move ? { ok: true } : placement(graph, child, frame)
}

/** Draws an element in another frame of this nesting, or in none; returns the reason when that can't be. */
export function reparentIn(
  nesting: NestingName,
  draft: DesignDraft,
  graph: Graph,
  id: string,
  frame: string | undefined,
): Text | undefined {
  const element = draft.elements[id]
  if (nesting === 'logical' || !element) return reparent(draft, graph, id, frame)
  if (parentsIn(graph, nesting).get(id) === frame) return undefined
  const move = moveTo(graph, { id, kind: element.kind }, frame)
  if ('refused' in move) return move.refused
  return 'names' in move ? name(draft, graph, id, move.names) : reparent(draft, graph, id, frame)
}

function moveTo(graph: Graph, child: Child, frame: string | undefined): Move {
  const kind = kindOf(child.kind)
  const parents = parentsIn(graph, 'network')
  const named = namedPlaces(graph, child.id)
  if (frame !== undefined && kind && isNetworkPlace(graph, frame)) {
    if (isNetworkPlace(graph, child.id)) return { ordinary: true }
    const frameKind = graph.element(frame)?.kind ?? ''
    if (relationTo(kind, frameKind)) return { names: [frame] }
    if (relationTo(kind, subnet.kind)) return subnetsFor(graph, frame, named)
    return { ordinary: true }
  }
  if (frame === undefined && named.length > 0 && !isNetworkPlace(graph, child.id)) return { names: [] }
  // Another frame says nothing about networks: it holds here what it holds in the other nesting.
  if (parents.get(child.id) === graph.parent.get(child.id)) return { ordinary: true }
  return {
    refused:
      named.length > 0
        ? say`The subnets of ${nameOf(graph, child.id)} say where it is drawn here.`
        : say`${nameOf(graph, child.id)} names no subnet, so it stands beside the network.`,
  }
}

/** In a zone or a VPC: of the subnets that are named those that are in it, else the only one there is. */
function subnetsFor(graph: Graph, frame: string, named: readonly string[]): Move {
  const parents = parentsIn(graph, 'network')
  const subnets = elementsOfKind(graph, subnet.kind).filter((id) => isWithin(parents, id, frame))
  const before = named.filter((id) => graph.element(id)?.kind === subnet.kind)
  const kept = before.filter((id) => subnets.includes(id))
  if (kept.length > 0 && kept.length < before.length) return { names: kept }
  if (kept.length === 0 && subnets.length === 1) return { names: subnets }
  const where = nameOf(graph, frame)
  return {
    refused:
      subnets.length === 0
        ? say`There is no subnet in ${where} yet.`
        : say`Drop it into one of the subnets of ${where}.`,
  }
}

/** Makes an element name these places of the network and no others; lines that are right already stay as they are. */
function name(draft: DesignDraft, graph: Graph, id: string, places: readonly string[]): Text | undefined {
  const kind = kindOf(draft.elements[id]?.kind ?? '')
  const element = draft.elements[id]
  if (!kind || !element) return undefined
  const parents = parentsIn(graph, 'network')
  const around = (place: string) => places.some((one) => one === place || isWithin(parents, one, place))
  const wrong = outgoing(graph, id, 'in-network').filter(({ to }) => isNetworkPlace(graph, to) && !around(to))
  // Later places of a list first, so that removing one does not move the next.
  for (const connection of [...wrong].reverse()) disconnect(draft, connection)
  const { inside } = element
  if (inside !== undefined && isNetworkPlace(graph, inside) && !around(inside)) delete element.inside
  const leftVpc = wrong.some(({ to }) => graph.element(to)?.kind === vpc.kind)
  const missing = places.filter((place) => !namedPlaces(graph, id).includes(place))
  for (const place of [...(leftVpc ? vpcsAround(graph, places) : []), ...missing]) {
    const relation = relationTo(kind, graph.element(place)?.kind ?? '')
    const refused = relation && connect(draft, link(id, place, relation))
    if (refused !== undefined) return refused
  }
  return undefined
}

function vpcsAround(graph: Graph, places: readonly string[]): readonly string[] {
  const parents = parentsIn(graph, 'network')
  const vpcs = elementsOfKind(graph, vpc.kind)
  return vpcs.filter((id) => places.some((place) => isWithin(parents, place, id)))
}

/** Every subnet, zone and VPC that an element names. */
function namedPlaces(graph: Graph, id: string): readonly string[] {
  return outgoing(graph, id, 'in-network')
    .map(({ to }) => to)
    .filter((to) => isNetworkPlace(graph, to))
}

function relationTo(kind: Kind, place: string): Relation | undefined {
  return kind.relations.find(
    (each) => each.meaning === 'in-network' && each.drawable !== false && each.to.includes(place),
  )
}
