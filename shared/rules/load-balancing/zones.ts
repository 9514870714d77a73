/** The subnets and zones in which load balancers stand. */
import { LEAST_ZONES } from '../../aws/facts/load-balancers'
import type { Element } from '../../design/design'
import { refer, referencesIn } from '../../design/references'
import { subnet } from '../../elements/subnet'
import { elementsOfKind, type Graph } from '../../graph/graph'
import { areDifferentVpcs, routing, subnetsOf, vpcOf, zoneOf } from '../../graph/network'
import { specOf } from '../../graph/spec'
import { isUnknown, isWritten } from '../reading'

export interface BalancerSpec {
  readonly Subnets?: readonly string[] | undefined
  readonly SubnetMappings?: readonly { readonly SubnetId?: string | undefined }[] | undefined
  readonly CustomerOwnedIpv4Pool?: string | undefined
}

export interface Place {
  /** JSON pointer of the subnet in the load balancer's spec; undefined for the frame that it is drawn in. */
  readonly at: string | undefined
  /** The drawn subnet. */
  readonly subnet: string | undefined
  readonly zone: string | undefined
}

/** Where a load balancer stands, in the order of its spec; undefined where a placeholder may be any number of subnets. */
export function placesOf(
  graph: Graph,
  id: string,
  element: Element,
  { Subnets, SubnetMappings }: BalancerSpec,
): readonly Place[] | undefined {
  if (!Subnets && isWritten(element, '/Subnets')) return undefined
  if (!SubnetMappings && isWritten(element, '/SubnetMappings')) return undefined
  const written = [
    ...(Subnets ?? []).map((text, index) => ({ text, at: `/Subnets/${index}` })),
    ...(SubnetMappings ?? []).map(({ SubnetId: text = '' }, index) => ({
      text,
      at: `/SubnetMappings/${index}/SubnetId`,
    })),
  ]
  if (written.length === 1 && isUnknown(written[0]?.text)) return undefined
  if (written.length === 0) {
    return subnetsOf(graph, id).map((one) => ({ at: undefined, subnet: one, zone: zoneOf(graph, one) }))
  }
  return written.map(({ text, at }) => {
    const drawn = referencesIn(text)[0]?.id
    return { at, subnet: drawn, zone: drawn === undefined ? undefined : zoneOf(graph, drawn) }
  })
}

/** A Local Zone or a Wavelength Zone, by name (`us-west-2-lax-1a`) or ID (`usw2-lax1-az1`); others have no place in it. */
const NEAR_ZONE = /^(?:[a-z]{2}(?:-[a-z]+)+-\d+-[a-z]|[a-z]+\d+-[a-z]+\d+-)/

/** AWS wants no two zones on an Outpost, nor in a Local Zone. */
export function mayStandInOneZone(
  graph: Graph,
  places: readonly Place[],
  { CustomerOwnedIpv4Pool }: BalancerSpec,
): boolean {
  return (
    Boolean(CustomerOwnedIpv4Pool) ||
    places.some(
      ({ subnet: id, zone }) =>
        Boolean(specOf(graph, subnet, id)?.OutpostArn) || (zone !== undefined && NEAR_ZONE.test(zone)),
    )
  )
}

/** Do the places surely fall short of the zones that an Application Load Balancer needs? */
export function lacksZones(places: readonly Place[]): boolean {
  if (places.length < LEAST_ZONES) return true
  const zones = new Set(places.map(({ zone }) => zone))
  return !zones.has(undefined) && zones.size < LEAST_ZONES
}

/** The first place whose zone an earlier one has already: a load balancer takes one subnet of a zone. */
export function secondInZone(places: readonly Place[]): Place | undefined {
  return places.find(
    ({ zone }, index) => zone !== undefined && places.slice(0, index).some((one) => one.zone === zone),
  )
}

/**
 * A drawn subnet in a zone that the load balancer does not stand in yet, of the same VPC and with the same way to the
 * internet; in one of the wanted zones when some are wanted.
 */
export function freeSubnet(
  graph: Graph,
  id: string,
  places: readonly Place[],
  wanted?: ReadonlySet<string>,
): string | undefined {
  const vpc = vpcOf(graph, places.find(({ subnet }) => subnet !== undefined)?.subnet ?? id)
  const taken = new Set(places.map(({ zone }) => zone))
  const first = places[0]?.subnet
  const way = first === undefined ? undefined : routing(graph, first)
  return elementsOfKind(graph, subnet.kind).find((one) => {
    const zone = zoneOf(graph, one)
    const itsVpc = vpcOf(graph, one)
    if (zone === undefined || taken.has(zone) || (wanted && !wanted.has(zone))) return false
    if (vpc === undefined || itsVpc === undefined || areDifferentVpcs(graph, vpc, itsVpc)) return false
    return first === undefined || routing(graph, one) === way
  })
}

/** Appends a subnet to a mutable spec, once, in the list that it has. */
export function addSubnet(spec: Record<string, unknown>, subnetId: string): void {
  const reference = refer(subnetId)
  const { SubnetMappings: mappings, Subnets: plain } = spec
  if (Array.isArray(mappings) && mappings.length > 0) {
    if (!mappings.some((one) => one?.SubnetId === reference)) mappings.push({ SubnetId: reference })
    return
  }
  const list = Array.isArray(plain) ? plain : []
  if (!list.includes(reference)) spec.Subnets = [...list, reference]
}
