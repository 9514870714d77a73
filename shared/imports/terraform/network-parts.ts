/** Routes of subnets, rules of security groups, and how gateways are attached. */
import { parts } from '../../aws/terraform/parts'
import { type Body, toAws } from '../../aws/terraform/translate'
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import { quote } from '../../basics/quote'
import { say } from '../../texts/text'
import { withoutKeys } from './json'
import type { TerraformResource } from './resource'
import { elementNamed, pushTo, putPart, report, setIn, type Work } from './work'

type Attach = (work: Work, resource: TerraformResource, body: Body) => boolean

function done(work: Work, resource: TerraformResource, id: string, at: string): true {
  putPart(work, resource, id, at)
  report(work, 'mapped', 'part', resource, say`${quote(resource.address)} is part of “${id}”.`, id)
  return true
}

/** The subnets that use a route table. */
function subnetsOf(work: Work, table: TerraformResource): string[] {
  const ids = work.resources.flatMap((resource) => {
    if (resource.type !== 'aws_route_table_association') return []
    const { route_table_id, subnet_id } = resource.body
    const subnet = elementNamed(work, subnet_id)
    return subnet !== undefined && isNamed(work, route_table_id, table) ? [subnet] : []
  })
  return [...new Set(ids)]
}

function isNamed({ tokens }: Work, value: unknown, resource: TerraformResource): boolean {
  const open = tokens.only(value)
  if (open) return open.address === resource.address || open.address === withoutKeys(resource.address)
  return typeof value === 'string' && value !== '' && value === resource.identifiers?.id
}

/** Terraform's route in a table, in AWS's words. */
const IN_TABLE: Readonly<Record<string, string>> = {
  cidr_block: 'DestinationCidrBlock',
  ipv6_cidr_block: 'DestinationIpv6CidrBlock',
  destination_prefix_list_id: 'DestinationPrefixListId',
  gateway_id: 'GatewayId',
  nat_gateway_id: 'NatGatewayId',
  vpc_endpoint_id: 'VpcEndpointId',
  transit_gateway_id: 'TransitGatewayId',
  egress_only_gateway_id: 'EgressOnlyInternetGatewayId',
  network_interface_id: 'NetworkInterfaceId',
  vpc_peering_connection_id: 'VpcPeeringConnectionId',
}

const routeTable: Attach = (work, resource, { route }) => {
  const subnets = subnetsOf(work, resource)
  if (subnets.length === 0) return false
  for (const item of Array.isArray(route) ? route.filter(isObject) : []) {
    const said = Object.entries(IN_TABLE).flatMap(([name, member]) =>
      item[name] === undefined || item[name] === '' || item[name] === null
        ? []
        : [[member, item[name]] as const],
    )
    for (const id of subnets) pushTo(work, id, '/Routes', Object.fromEntries(said))
  }
  for (const id of subnets) done(work, resource, id, '/Routes')
  return true
}

const route: Attach = (work, resource, { route_table_id, ...body }) => {
  const table = work.resources.find(
    (one) => one.type === 'aws_route_table' && isNamed(work, route_table_id, one),
  )
  const subnets = table ? subnetsOf(work, table) : []
  const item = toAws(parts.route, withoutEmpty(body), undefined, () => undefined)
  for (const id of subnets) done(work, resource, id, pushTo(work, id, '/Routes', pascal(item)))
  return subnets.length > 0
}

function pascal(item: Body): Body {
  return Object.fromEntries(
    Object.entries(item)
      .filter(([name]) => !['state', 'origin', 'instanceOwnerId', 'instanceId'].includes(name))
      .map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]),
  )
}

function withoutEmpty(body: Body): Body {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== '' && value !== null))
}

const association: Attach = (work, resource, { subnet_id }) => {
  const id = elementNamed(work, subnet_id)
  return id !== undefined && done(work, resource, id, '/Routes')
}

type Direction = 'Ingress' | 'Egress'

/** A rule as CloudFormation spells it, which is how a security group keeps it. */
function ruleOf(body: Body, direction: Direction): Body {
  const { ip_protocol, protocol = ip_protocol, from_port, to_port, description } = body
  const isAll = toText(protocol) === '-1' || protocol === 'all'
  const other = direction === 'Ingress' ? 'SourceSecurityGroupId' : 'DestinationSecurityGroupId'
  const prefixes = direction === 'Ingress' ? 'SourcePrefixListId' : 'DestinationPrefixListId'
  const said: Body = {
    IpProtocol: isAll ? '-1' : protocol,
    ...(isAll ? {} : { FromPort: from_port, ToPort: to_port }),
    CidrIp: body.cidr_ipv4,
    CidrIpv6: body.cidr_ipv6,
    [other]: body.referenced_security_group_id,
    [prefixes]: body.prefix_list_id,
    Description: description,
  }
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )
}

/** Older rules name several sources at once; each is a rule of its own. */
function rulesOf(body: Body, self: unknown, direction: Direction): Body[] {
  const {
    cidr_blocks,
    ipv6_cidr_blocks,
    prefix_list_ids,
    security_groups,
    source_security_group_id,
    ...rest
  } = body
  const list = (value: unknown) =>
    Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
  const groups = [
    ...list(security_groups),
    ...list(source_security_group_id),
    ...(body.self === true ? [self] : []),
  ]
  const sources: Body[] = [
    ...list(cidr_blocks).map((cidr_ipv4) => ({ cidr_ipv4 })),
    ...list(ipv6_cidr_blocks).map((cidr_ipv6) => ({ cidr_ipv6 })),
    ...list(prefix_list_ids).map((prefix_list_id) => ({ prefix_list_id })),
    ...groups.map((referenced_security_group_id) => ({ referenced_security_group_id })),
  ]
  return (sources.length > 0 ? sources : [{}]).map((source) => ruleOf({ ...rest, ...source }, direction))
}

/** The mark for a group itself. */
function itself(work: Work, id: string): string {
  const address = [...work.elements].find(([, element]) => element === id)?.[0] ?? ''
  return work.tokens.put({ written: `\${${address}.id}`, address, path: ['id'], reason: 'reference' })
}

function rule(direction: Direction): Attach {
  return (work, resource, { security_group_id, ...body }) => {
    const id = elementNamed(work, security_group_id)
    if (id === undefined) return false
    return done(work, resource, id, pushTo(work, id, `/SecurityGroup${direction}`, ruleOf(body, direction)))
  }
}

const olderRule: Attach = (work, resource, { security_group_id, type, ...body }) => {
  const id = elementNamed(work, security_group_id)
  if (id === undefined || (type !== 'ingress' && type !== 'egress')) return false
  const direction = type === 'ingress' ? 'Ingress' : 'Egress'
  let at = ''
  for (const one of rulesOf(body, itself(work, id), direction))
    at = pushTo(work, id, `/SecurityGroup${direction}`, one)
  return done(work, resource, id, at)
}

/** Rules that stand in the group itself. */
export function ownRules(work: Work): void {
  for (const resource of work.resources) {
    const id = work.elements.get(resource.address)
    if (id === undefined || resource.isData || work.collector.elements[id]?.kind !== 'security-group')
      continue
    for (const [name, direction] of [
      ['ingress', 'Ingress'],
      ['egress', 'Egress'],
    ] as const) {
      const rules = resource.body[name]
      for (const one of Array.isArray(rules) ? rules.filter(isObject) : []) {
        for (const said of rulesOf(one, itself(work, id), direction))
          pushTo(work, id, `/SecurityGroup${direction}`, said)
      }
    }
    openAgain(work.specs.get(id))
  }
}

/** The rule that AWS gives every new group needs no words. */
export function openAgain(spec: Body | undefined): void {
  const rules = spec?.SecurityGroupEgress
  if (!spec || !Array.isArray(rules) || rules.length !== 1 || !isObject(rules[0])) return
  const { IpProtocol, CidrIp, ...rest } = rules[0]
  if (IpProtocol === '-1' && CidrIp === '0.0.0.0/0' && Object.keys(rest).length === 0)
    delete spec.SecurityGroupEgress
}

/** An address that a NAT gateway gets anyway. */
const address: Attach = (work, resource) => {
  const gateways = work.resources.filter(
    ({ type, body }) => type === 'aws_nat_gateway' && isNamed(work, body.allocation_id, resource),
  )
  const ids = gateways.flatMap((gateway) => work.elements.get(gateway.address) ?? [])
  for (const id of ids) {
    const spec = work.specs.get(id)
    if (spec) delete spec.AllocationId
    done(work, resource, id, '')
  }
  return ids.length > 0
}

const gatewayAttachment: Attach = (work, resource, { internet_gateway_id, vpc_id }) => {
  const id = elementNamed(work, internet_gateway_id)
  if (id === undefined) return false
  setIn(work, id, { VpcId: vpc_id })
  return done(work, resource, id, '/VpcId')
}

export const networkParts: Readonly<Record<string, Attach>> = {
  aws_eip: address,
  aws_internet_gateway_attachment: gatewayAttachment,
  aws_route: route,
  aws_route_table: routeTable,
  aws_route_table_association: association,
  aws_security_group_rule: olderRule,
  aws_vpc_security_group_egress_rule: rule('Egress'),
  aws_vpc_security_group_ingress_rule: rule('Ingress'),
}
