/** VPCs, subnets, and the ways out of them. */

import { toText } from '../../basics/convert'
import type { MutableSpec } from '../../elements/kind'
import { isPlaceholder } from '../../elements/parts/placeholders'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { elementsOfKind, type Graph } from '../../graph/graph'
import { subnetsIn, subnetsOf, vpcOf } from '../../graph/network'
import { say } from '../../texts/text'
import { type Maker, type Making, texts, without } from '../maker'
import { subnetIdOf, subnetIdsOf, vpcIdOf } from '../network-places'
import { referTo } from '../pieces'

/**
 * Does the drawing tell how a VPC is built, or only what is in it? Only one with ranges, and with a way out of it or
 * endpoints, could be used as it is drawn; any other is taken for one that is there.
 */
export function isNetworkDrawn(graph: Graph, vpc: string): boolean {
  const subnets = subnetsIn(graph, vpc) ?? []
  const hasRange = (id: string) =>
    ['CidrBlock', 'Ipv4IpamPoolId', 'Ipv6IpamPoolId', 'Ipv6CidrBlock'].some(
      (member) => textAt(graph.element(id)?.spec, `/${member}`) !== undefined,
    )
  if (![vpc, ...subnets].every(hasRange)) return false
  const gateways = ['internet-gateway', 'nat-gateway', 'vpc-endpoint'].flatMap((kind) =>
    elementsOfKind(graph, kind),
  )
  const hasRoutes = subnets.some((id) => objectsAt(graph.element(id)?.spec, '/Routes').length > 0)
  return hasRoutes || gateways.some((id) => vpcOf(graph, id) === vpc && !graph.element(id)?.existing)
}

export const vpc: Maker = (making) => {
  const { graph, id, add, specs } = making
  add('ec2:CreateVpc', named(making, 'vpc'))
  const VpcId = specs.attribute(id, 'vpcId')
  const endpoints = elementsOfKind(graph, 'vpc-endpoint').filter((one) => vpcOf(graph, one) === id)
  const byName = endpoints.some((one) => graph.element(one)?.spec.PrivateDnsEnabled === true)
  if (!byName && elementsOfKind(graph, 'efs-file-system').length === 0) return
  // Private names of endpoints, and those of file systems, are answered in a VPC with host names only.
  add('ec2:ModifyVpcAttribute', { VpcId, EnableDnsHostnames: { Value: true } }, 'dns-hostnames')
}

export const subnet: Maker = (making) => {
  const { graph, id, spec, add, specs } = making
  spec.VpcId ||= vpcIdOf(making, id)
  const zone = graph.parent.get(id)
  if (!spec.AvailabilityZone && !spec.AvailabilityZoneId && zone !== undefined) {
    if (graph.element(zone)?.kind === 'availability-zone') spec.AvailabilityZone = specs.attribute(zone)
  }
  add('ec2:CreateSubnet', without(named(making, 'subnet'), 'MapPublicIpOnLaunch', 'Routes'))
  const SubnetId = specs.attribute(id, 'subnetId')
  if (typeof spec.MapPublicIpOnLaunch === 'boolean') {
    const input = { SubnetId, MapPublicIpOnLaunch: { Value: spec.MapPublicIpOnLaunch } }
    add('ec2:ModifySubnetAttribute', input, 'public-addresses')
  }
  const routes = objectsAt(spec, '/Routes')
  if (routes.length === 0 && !leadsToEndpoint(graph, id)) return
  const table = add(
    'ec2:CreateRouteTable',
    { VpcId: spec.VpcId, ...tagged(making, 'route-table') },
    'route-table',
  )
  const RouteTableId = referTo(table, 'routeTableId')
  add('ec2:AssociateRouteTable', { RouteTableId, SubnetId }, 'route-table-association')
  for (const [index, route] of routes) {
    add('ec2:CreateRoute', { ...route, RouteTableId }, `route-${index + 1}`)
  }
}

/** A gateway endpoint of the VPC works by the route tables of its subnets. */
function leadsToEndpoint(graph: Graph, subnetId: string): boolean {
  const vpcId = vpcOf(graph, subnetId)
  return elementsOfKind(graph, 'vpc-endpoint').some((id) => {
    const spec = graph.element(id)?.spec ?? {}
    return isGatewayEndpoint(spec) && areTablesOpen(spec) && vpcOf(graph, id) === vpcId
  })
}

/** Are no route tables named, or only by placeholders? */
function areTablesOpen(spec: Readonly<Record<string, unknown>>): boolean {
  return texts(spec.RouteTableIds).every((table) => isPlaceholder(table) || table.startsWith('@{input:'))
}

export const internetGateway: Maker = (making) => {
  const { id, spec, add, specs } = making
  add('ec2:CreateInternetGateway', without(named(making, 'internet-gateway'), 'VpcId'))
  const InternetGatewayId = specs.attribute(id, 'internetGatewayId')
  add(
    'ec2:AttachInternetGateway',
    { InternetGatewayId, VpcId: spec.VpcId || vpcIdOf(making, id) },
    'attachment',
  )
}

export const natGateway: Maker = (making) => {
  const { id, spec, add } = making
  const regional = spec.AvailabilityMode === 'regional'
  if (regional) spec.VpcId ||= vpcIdOf(making, id)
  else if (!spec.SubnetId) spec.SubnetId = subnetIdOf(making, id, spec.ConnectivityType !== 'private')
  if (spec.ConnectivityType !== 'private' && !regional && !spec.AllocationId) {
    const address = add('ec2:AllocateAddress', { Domain: 'vpc', ...tagged(making, 'elastic-ip') }, 'address')
    spec.AllocationId = referTo(address, 'allocationId')
  }
  add('ec2:CreateNatGateway', named(making, 'natgateway'))
}

export const vpcEndpoint: Maker = (making) => {
  const { graph, id, spec, add, specs, isMade, inputs, note } = making
  spec.VpcId ||= vpcIdOf(making, id)
  if (!spec.ServiceName) {
    note(
      'to-do',
      say`VPC endpoint “${making.name}” does not say for which service it is. Set its service name.`,
      '/ServiceName',
    )
  }
  if (isGatewayEndpoint(spec) && areTablesOpen(spec)) {
    const vpcId = vpcOf(graph, id)
    const subnets = vpcId === undefined ? [] : (subnetsIn(graph, vpcId) ?? [])
    const tables = subnets.filter(isMade).map((one) => referTo(`${one}/route-table`, 'routeTableId'))
    const text = say`The route tables that lead to VPC endpoint “${making.name}”.`
    const asked = { name: `${id}-route-table-ids`, type: 'route-table-ids', text } as const
    if (tables.length > 0) spec.RouteTableIds = tables
    else if (texts(spec.RouteTableIds).length === 0) spec.RouteTableIds = [inputs.ask(asked)]
    // Only names of interface endpoints can be private.
    delete spec.PrivateDnsEnabled
  }
  if (spec.VpcEndpointType === 'Interface' && texts(spec.SubnetIds).length === 0) {
    spec.SubnetIds = subnetsOf(graph, id).length > 0 ? subnetIdsOf(making, id) : inVpc(making, specs)
  }
  add('ec2:CreateVpcEndpoint', named(making, 'vpc-endpoint'))
}

/** One subnet of each zone would do; which, only people know. */
function inVpc(making: Making, specs: Making['specs']): string[] {
  const vpcId = vpcOf(making.graph, making.id)
  const subnets = vpcId === undefined ? [] : (subnetsIn(making.graph, vpcId) ?? [])
  return subnets.length > 0
    ? subnets.map((one) => specs.attribute(one, 'subnetId'))
    : subnetIdsOf(making, making.id)
}

function isGatewayEndpoint(spec: Readonly<Record<string, unknown>>): boolean {
  return spec !== undefined && (spec.VpcEndpointType === 'Gateway' || spec.VpcEndpointType === undefined)
}

export const securityGroup: Maker = (making) => {
  const { id, spec, add, specs } = making
  spec.VpcId ||= vpcIdOf(making, id)
  spec.Description ||= spec.GroupName
  add('ec2:CreateSecurityGroup', without(spec, 'SecurityGroupIngress', 'SecurityGroupEgress'))
  const GroupId = specs.attribute(id, 'groupId')
  for (const [index, rule] of objectsAt(spec, '/SecurityGroupIngress')) {
    const IpPermissions = [permission(rule)]
    add('ec2:AuthorizeSecurityGroupIngress', { GroupId, IpPermissions }, `ingress-${index + 1}`)
  }
  const egress = objectsAt(spec, '/SecurityGroupEgress').filter(([, rule]) => !isEverything(rule))
  const all = objectsAt(spec, '/SecurityGroupEgress')
  if (all.length > 0 && egress.length === all.length) {
    // A new group lets everything out; rules of one’s own stand instead.
    add('ec2:RevokeSecurityGroupEgress', { GroupId, IpPermissions: [EVERYTHING] }, 'egress-of-aws')
  }
  for (const [index, rule] of egress) {
    const IpPermissions = [permission(rule)]
    add('ec2:AuthorizeSecurityGroupEgress', { GroupId, IpPermissions }, `egress-${index + 1}`)
  }
}

const EVERYTHING = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }

function isEverything(rule: MutableSpec): boolean {
  return toText(rule.IpProtocol) === '-1' && rule.CidrIp === '0.0.0.0/0'
}

/** One rule as CloudFormation spells it, as the `IpPermission` of the API. */
function permission(rule: MutableSpec): MutableSpec {
  const { IpProtocol, FromPort, ToPort, CidrIp, CidrIpv6 } = rule
  const described = rule.Description === undefined ? {} : { Description: rule.Description }
  const group = rule.SourceSecurityGroupId ?? rule.DestinationSecurityGroupId
  const prefixes = rule.SourcePrefixListId ?? rule.DestinationPrefixListId
  const owner = rule.SourceSecurityGroupOwnerId
  return {
    IpProtocol: IpProtocol === undefined ? '-1' : toText(IpProtocol),
    ...(FromPort === undefined ? {} : { FromPort }),
    ...(ToPort === undefined ? {} : { ToPort }),
    ...(CidrIp ? { IpRanges: [{ CidrIp, ...described }] } : {}),
    ...(CidrIpv6 ? { Ipv6Ranges: [{ CidrIpv6, ...described }] } : {}),
    ...(group
      ? { UserIdGroupPairs: [{ GroupId: group, ...(owner ? { UserId: owner } : {}), ...described }] }
      : {}),
    ...(prefixes ? { PrefixListIds: [{ PrefixListId: prefixes, ...described }] } : {}),
  }
}

/** The spec, with the name that people see as the tag by which EC2’s console shows it. */
function named(making: Making, type: string): MutableSpec {
  return { ...making.spec, ...tagged(making, type, making.spec.TagSpecifications) }
}

function tagged({ element, name }: Making, ResourceType: string, own?: unknown): MutableSpec {
  if (own !== undefined || element.label === undefined) return {}
  return { TagSpecifications: [{ ResourceType, Tags: [{ Key: 'Name', Value: name }] }] }
}
