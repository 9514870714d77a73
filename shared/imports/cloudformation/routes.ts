/** Route tables, whose routes a design keeps with the subnets that they are for. */
import { labelOf } from '../../elements/kinds'
import { say } from '../../texts/text'
import { markPart, noteOn, type Reading, specOf } from './reading'
import type { TemplateResource } from './template'
import { inputOf, refersTo } from './values'

const ROUTE = 'AWS::EC2::Route'
const ASSOCIATION = 'AWS::EC2::SubnetRouteTableAssociation'

interface Table {
  readonly table: TemplateResource
  readonly associations: readonly TemplateResource[]
  readonly routes: readonly TemplateResource[]
  /** The elements of its subnets. */
  readonly subnets: readonly string[]
}

/** Puts the routes of tables into the subnets that they are associated with, and lets endpoints follow the subnets. */
export function readRouteTables(reading: Reading): void {
  const tables = new Map(tablesOf(reading).map((table) => [table.table.logicalId, table]))
  const endpoints = [...reading.resources.values()].filter(({ type }) => type === 'AWS::EC2::VPCEndpoint')
  const following = endpoints.filter((endpoint) => followsSubnets(reading, endpoint, tables))
  const namedBy = (all: readonly TemplateResource[], logicalId: string) =>
    all.some(({ properties }) => idsIn(properties.RouteTableIds).includes(logicalId))
  const fixed = endpoints.filter((endpoint) => !following.includes(endpoint))
  for (const table of tables.values()) {
    const { logicalId } = table.table
    // A table without routes is made again only for an endpoint that follows the subnets.
    const isNeeded = table.routes.length > 0 || (namedBy(following, logicalId) && !namedBy(fixed, logicalId))
    if (isNeeded) addTable(reading, table)
  }
  for (const { logicalId } of following) {
    const id = reading.scope.targets.get(logicalId)?.id
    if (id !== undefined) delete specOf(reading, id).RouteTableIds
  }
}

/** The tables that are for subnets of this template, and for nothing else. */
function tablesOf(reading: Reading): readonly Table[] {
  const all = [...reading.resources.values()]
  const taken = new Set<string>()
  return all.flatMap((table) => {
    if (table.type !== 'AWS::EC2::RouteTable') return []
    const of = (type: string) =>
      all.filter((one) => one.type === type && refersTo(one.properties.RouteTableId) === table.logicalId)
    const associations = of(ASSOCIATION)
    const known = associations.map(({ properties }) => subnetOf(reading, properties.SubnetId))
    const subnets = known.filter((id) => id !== undefined && !taken.has(id)) as string[]
    if (subnets.length === 0 || subnets.length < associations.length) return []
    for (const id of subnets) taken.add(id)
    return [{ table, associations, routes: of(ROUTE), subnets }]
  })
}

function addTable(reading: Reading, { table, associations, routes, subnets }: Table): void {
  for (const [index, id] of subnets.entries()) {
    addRoutes(reading, id, table, routes)
    const association = associations[index]
    if (association) markPart(reading, id, association)
  }
  for (const resource of [table, ...associations, ...routes]) {
    const text = say`It became a part of ${labelOf('subnet')} “${subnets.join(', ')}”.`
    noteOn(reading, 'mapped', 'part', resource, [], text, subnets[0])
  }
}

function idsIn(tables: unknown): readonly string[] {
  return Array.isArray(tables) ? tables.map((table) => refersTo(table) ?? '') : []
}

function subnetOf({ scope }: Reading, value: unknown): string | undefined {
  const target = scope.targets.get(refersTo(value) ?? '')
  return target?.kind === 'subnet' ? target.id : undefined
}

function addRoutes(
  reading: Reading,
  id: string,
  table: TemplateResource,
  routes: readonly TemplateResource[],
): void {
  const { VpcId: _, ...rest } = table.properties
  markPart(reading, id, table, Object.keys(rest).length > 0 ? { properties: rest } : {})
  if (routes.length === 0) return
  specOf(reading, id).Routes = routes.map((route, index) => {
    const { RouteTableId: __, ...input } = inputOf(reading, route, 'ec2:CreateRoute', id, `/Routes/${index}`)
    markPart(reading, id, route)
    return input
  })
}

/** A gateway endpoint for the tables of all subnets of its VPC need not name them. */
function followsSubnets(
  reading: Reading,
  { logicalId, properties }: TemplateResource,
  tables: ReadonlyMap<string, Table>,
): boolean {
  const target = reading.scope.targets.get(logicalId)
  const ids = idsIn(properties.RouteTableIds)
  if (!target || ids.length === 0) return false
  const reached = new Set(ids.flatMap((id) => tables.get(id)?.subnets ?? []))
  const spec = specOf(reading, target.id)
  const inVpc = [...reading.scope.targets.values()].filter(
    ({ id, kind }) => kind === 'subnet' && specOf(reading, id).VpcId === spec.VpcId,
  )
  return ids.every((id) => tables.has(id)) && inVpc.length > 0 && inVpc.every(({ id }) => reached.has(id))
}
