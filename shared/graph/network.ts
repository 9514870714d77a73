/** Where elements are: zones, VPCs and subnets, and what is reached from there. Undefined is "the drawing does not say". */
import { push } from '../basics/push'
import { referencesIn } from '../design/references'
import { efsFileSystem } from '../elements/efs-file-system'
import { writtenName } from '../elements/kinds'
import { textAt } from '../elements/parts/reading'
import { EVERYWHERE } from '../elements/parts/routes'
import { subnet } from '../elements/subnet'
import { hasPlaceholder } from '../elements/view'
import { vpcEndpoint } from '../elements/vpc-endpoint'
import { elementsOfKind, type Graph, resolveReference } from './graph'
import { namedBy } from './named'
import { query } from './query'
import { specOf } from './spec'
import { sameItems, table } from './table'

/** The nearest frame of a kind that an element is drawn in. */
export function frameOf(graph: Graph, id: string, kind: string): string | undefined {
  let frame = graph.parent.get(id)
  while (frame !== undefined && graph.element(frame)?.kind !== kind) frame = graph.parent.get(frame)
  return frame
}

/**
 * The Availability Zone of a subnet: its name or id as AWS has it, else the id of the zone's element. Good for telling
 * zones apart, and for messages.
 */
export function zoneOf(graph: Graph, subnetId: string): string | undefined {
  const spec = specOf(graph, subnet, subnetId)
  const written = spec?.AvailabilityZone || spec?.AvailabilityZoneId
  if (!written) return zoneName(graph, frameOf(graph, subnetId, 'availability-zone'))
  const reference = referencesIn(written)[0]
  if (reference) return zoneName(graph, reference.id)
  return hasPlaceholder(written) ? undefined : written
}

function zoneName(graph: Graph, id: string | undefined): string | undefined {
  const element = id === undefined ? undefined : graph.element(id)
  const name = element && writtenName(element)
  return name === undefined || hasPlaceholder(name) ? id : name
}

/** The drawn subnets that an element names; one that names none is in the subnet that it is drawn in. */
export const subnetsOf = query((graph, id: string): readonly string[] => {
  const { ids, others } = namedBy(graph, id, subnet.kind)
  if (ids.length > 0 || others.length > 0) return ids
  const frame = frameOf(graph, id, subnet.kind)
  return frame === undefined ? [] : [frame]
})

/**
 * The zones that an element is in: its own for a subnet, else those of its subnets, else that of the frame it is drawn
 * in. Undefined when there are none, or one of them is not known.
 */
export const zonesOf = query((graph, id: string): ReadonlySet<string> | undefined => {
  const isSubnet = graph.element(id)?.kind === subnet.kind
  const subnets = isSubnet ? [id] : subnetsOf(graph, id)
  if (namedBy(graph, id, subnet.kind).others.length > 0) return undefined
  const zones =
    subnets.length > 0
      ? subnets.map((one) => zoneOf(graph, one))
      : [zoneName(graph, frameOf(graph, id, 'availability-zone'))]
  const known = zones.filter((zone) => zone !== undefined)
  return known.length === zones.length ? new Set(known) : undefined
})

/** The VPC of an element: the id of its element, else the identifier as AWS has it. */
export function vpcOf(graph: Graph, id: string): string | undefined {
  const element = graph.element(id)
  const written = textAt(element?.spec, '/VpcId')
  const reference = referencesIn(written ?? '')[0]
  if (reference) return reference.id
  if (written !== undefined) return hasPlaceholder(written) ? undefined : written
  const frame = frameOf(graph, id, 'vpc')
  if (frame !== undefined || element?.kind === subnet.kind) return frame
  const first = subnetsOf(graph, id)[0]
  return first === undefined ? undefined : vpcOf(graph, first)
}

/** Are two VPCs, as `vpcOf` gives them, surely not the same? A drawn one may have any ID, unless it exists already. */
export function areDifferentVpcs(graph: Graph, a: string, b: string): boolean {
  const drawn = [a, b].filter((one) => graph.element(one)?.kind === 'vpc').length
  if (drawn !== 1) return a !== b
  const [one, other] = [a, b].map((vpc) => resolveReference(graph, { id: vpc, attribute: 'vpcId' }) ?? vpc)
  return one !== other && !graph.element(one ?? '') && !graph.element(other ?? '')
}

/** The drawn subnets of a VPC, as `vpcOf` gives it. */
export const subnetsIn = table((graph): ReadonlyMap<string, readonly string[]> => {
  const subnets = new Map<string, string[]>()
  for (const id of elementsOfKind(graph, subnet.kind)) {
    const vpc = vpcOf(graph, id)
    if (vpc !== undefined) push(subnets, vpc, id)
  }
  return subnets
}, sameItems)

/** Where traffic from a subnet to the internet goes. */
export type Routing = 'public' | 'nat' | 'isolated'

/**
 * `public`: to an internet gateway. `nat`: out by a NAT gateway. `isolated`: its routes lead nowhere else. A subnet
 * without routes that gives its instances public addresses is taken for a public one.
 */
export function routing(graph: Graph, subnetId: string): Routing | undefined {
  const spec = specOf(graph, subnet, subnetId)
  const routes = spec?.Routes ?? []
  if (routes.length === 0) return spec?.MapPublicIpOnLaunch === true ? 'public' : undefined
  const route =
    routes.find((one) => one.DestinationCidrBlock === EVERYWHERE) ??
    routes.find((one) => one.DestinationIpv6CidrBlock === '::/0')
  if (!route)
    return routes.some((one) => hasPlaceholder(one.DestinationCidrBlock ?? '')) ? undefined : 'isolated'
  if (route.NatGatewayId || route.EgressOnlyInternetGatewayId) return 'nat'
  const gateway = route.GatewayId ?? ''
  const drawn = graph.element(referencesIn(gateway)[0]?.id ?? '')
  return drawn?.kind === 'internet-gateway' || gateway.startsWith('igw-') ? 'public' : undefined
}

/**
 * The AWS services that a VPC has endpoints for, by the end of their names: `ecr.api`, `s3`, `logs`. Undefined when one
 * of the endpoints does not say for which service it is, or in which VPC.
 */
export const endpointsIn = query((graph, vpcId: string): ReadonlySet<string> | undefined => {
  const services = new Set<string>()
  for (const id of elementsOfKind(graph, vpcEndpoint.kind)) {
    const { VpcId = '', ServiceName = '' } = specOf(graph, vpcEndpoint, id) ?? {}
    const isThere = vpcOf(graph, id) === vpcId
    if (!isThere && !hasPlaceholder(VpcId)) continue
    const service = serviceOf(ServiceName)
    if (!isThere || service === undefined) return undefined
    services.add(service)
  }
  return services
})

/** `com.amazonaws.eu-west-1.ecr.api` is `ecr.api`, whatever stands for the Region; others' services keep their name. */
export function serviceOf(serviceName: string): string | undefined {
  const ofAws = /^(?:cn\.)?com\.amazonaws\.(?:[a-z0-9-]+|\$\{[^}]*\}|<[^>]*>)\.([a-z0-9.-]+)$/.exec(
    serviceName,
  )
  if (ofAws) return ofAws[1]
  return serviceName === '' || hasPlaceholder(serviceName) ? undefined : serviceName
}

export interface MountTarget {
  /** JSON pointer in the file system's spec. */
  readonly pointer: string
  /** The drawn subnet, if it is one. */
  readonly subnet: string | undefined
  readonly zone: string | undefined
  /** The drawn security groups; undefined when none or others are named. */
  readonly securityGroups: readonly string[] | undefined
}

/** The mount targets of an EFS file system; undefined when nothing is said about them. */
export function mountTargetsOf(graph: Graph, efsId: string): readonly MountTarget[] | undefined {
  return specOf(graph, efsFileSystem, efsId)?.MountTargets?.map((target, index) => {
    const at = referencesIn(target.SubnetId ?? '')[0]?.id
    const groups = (target.SecurityGroups ?? []).map((group) => referencesIn(group)[0]?.id)
    const known = groups.filter((group) => group !== undefined)
    return {
      pointer: `/MountTargets/${index}`,
      subnet: at,
      zone: at === undefined ? undefined : zoneOf(graph, at),
      securityGroups: known.length > 0 && known.length === groups.length ? known : undefined,
    }
  })
}
