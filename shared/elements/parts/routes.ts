/** The lines from a subnet to what its traffic leaves by. */

import { valueAt } from '../../basics/json'
import type { MutableSpec, Relation } from '../kind'
import { append, dropItem } from './editing'
import { above, objectsAt, textAt } from './reading'

/** Everything that no other route is for. */
export const EVERYWHERE = '0.0.0.0/0'

/** A line is the default route: a route table has one only. */
function routesTo(member: 'GatewayId' | 'NatGatewayId'): NonNullable<Relation['connect']> {
  return (spec: MutableSpec, { reference }) => {
    const taken = objectsAt(spec, '/Routes').some(([, route]) => route.DestinationCidrBlock === EVERYWHERE)
    if (taken) return 'It has a default route already. Remove that one first.'
    return append(spec, 'Routes', { DestinationCidrBlock: EVERYWHERE, [member]: reference })
  }
}

const common = { meaning: 'routes', draw: 'line', disconnect: dropItem, label: destination } as const

export const routeRelations: readonly Relation[] = [
  { ...common, path: '/Routes/*/GatewayId', to: ['internet-gateway'], connect: routesTo('GatewayId') },
  { ...common, path: '/Routes/*/NatGatewayId', to: ['nat-gateway'], connect: routesTo('NatGatewayId') },
  { ...common, path: '/Routes/*/GatewayId', to: ['vpc-endpoint'], drawable: false },
  { ...common, path: '/Routes/*/VpcEndpointId', to: ['vpc-endpoint'], drawable: false },
]

/** Where the route leads, unless that is everywhere. */
function destination(spec: Readonly<Record<string, unknown>>, pointer: string): string | undefined {
  const route = valueAt(spec, above(pointer))
  const range = textAt(route, '/DestinationCidrBlock') ?? textAt(route, '/DestinationIpv6CidrBlock')
  return range === EVERYWHERE ? undefined : range
}
