/** The way from load balancers to the containers behind them. */
import type { z } from 'zod'
import { toNumber } from '../basics/convert'
import { isObject, valueAt } from '../basics/json'
import { referencesIn } from '../design/references'
import { classicLoadBalancer } from '../elements/classic-load-balancer'
import { textAt } from '../elements/parts/reading'
import { service } from '../elements/service'
import { targetGroup } from '../elements/target-group'
import { taskDefinition } from '../elements/task-definition'
import { hasPlaceholder, viewOf } from '../elements/view'
import { elementKind, type Graph, incoming } from './graph'
import { query } from './query'
import { runOf } from './runs'
import { specOf } from './spec'

export type BalancerKind = 'application' | 'network' | 'classic' | 'gateway'

export type Container = NonNullable<z.output<typeof taskDefinition.spec>['containerDefinitions']>[number]
export type PortMapping = NonNullable<Container['portMappings']>[number]

/** A listener, or one of its rules, that forwards to a target group. */
export interface Forward {
  readonly loadBalancer: string
  /** JSON pointer of the reference in the load balancer's spec. */
  readonly pointer: string
  /** Index of the listener. */
  readonly listener: number
  /** Index of the rule; undefined for a default action. */
  readonly rule: number | undefined
  readonly protocol: string | undefined
  readonly port: number | undefined
}

/** One entry of a service's `loadBalancers`. */
export interface Front {
  readonly index: number
  /** JSON pointer of the entry: `/loadBalancers/0`. */
  readonly pointer: string
  readonly targetGroup: string | undefined
  /** The target group that a blue/green rollout registers the new revision with. */
  readonly alternate: string | undefined
  /** The drawn Classic Load Balancer. */
  readonly classic: string | undefined
  /** The load balancers that send traffic to it, each once. */
  readonly loadBalancers: readonly string[]
  readonly kind: BalancerKind | undefined
  readonly listeners: readonly Forward[]
  readonly containerName: string | undefined
  readonly containerPort: number | undefined
  /** Index of the container in the task definition; undefined when there is none of that name. */
  readonly container: number | undefined
  /** The port mapping for that container port; undefined when the container has none. */
  readonly mapping: PortMapping | undefined
  /** Index of the port mapping. */
  readonly mappingIndex: number | undefined
}

/** What stands in front of a service, in the order of its spec. */
export const frontsOf = query((graph, serviceId: string): readonly Front[] => {
  const entries = specOf(graph, service, serviceId)?.loadBalancers ?? []
  const definition = specOf(graph, taskDefinition, runOf(graph, serviceId)?.taskDefinition)
  return entries.map((entry, index) => {
    const group = drawn(graph, entry.targetGroupArn, targetGroup.kind)
    const classic = drawn(graph, entry.loadBalancerName, classicLoadBalancer.kind)
    const listeners = group === undefined ? [] : targetGroupUsers(graph, group)
    const balancers = new Set(listeners.map((forward) => forward.loadBalancer))
    return {
      index,
      pointer: `/loadBalancers/${index}`,
      targetGroup: group,
      alternate: drawn(graph, entry.advancedConfiguration?.alternateTargetGroupArn, targetGroup.kind),
      classic,
      loadBalancers: classic === undefined ? [...balancers] : [classic],
      kind: entry.loadBalancerName ? 'classic' : group === undefined ? undefined : balancerKind(graph, group),
      listeners,
      containerName: entry.containerName || undefined,
      containerPort: entry.containerPort,
      ...served(definition?.containerDefinitions ?? [], entry.containerName, entry.containerPort),
    }
  })
})

function drawn(graph: Graph, text: string | undefined, kind: string): string | undefined {
  const id = referencesIn(text ?? '')[0]?.id
  return id !== undefined && graph.element(id)?.kind === kind ? id : undefined
}

function served(
  containers: readonly Container[],
  name: string | undefined,
  port: number | undefined,
): Pick<Front, 'container' | 'mapping' | 'mappingIndex'> {
  const container = name ? containers.findIndex((one) => one.name === name) : -1
  const mappings = containers[container]?.portMappings ?? []
  const at = port === undefined ? -1 : mappings.findIndex((mapping) => mapping.containerPort === port)
  return {
    container: container < 0 ? undefined : container,
    mapping: mappings[at],
    mappingIndex: at < 0 ? undefined : at,
  }
}

/** The listeners and rules that forward to a target group, of every load balancer. */
export const targetGroupUsers = query((graph, targetGroupId: string): readonly Forward[] =>
  incoming(graph, targetGroupId, 'forwards').flatMap(({ from, pointer }) => {
    const place = /^\/Listeners\/(\d+)\/(?:Rules\/(\d+)\/)?/.exec(pointer ?? '')
    if (pointer === undefined || !place) return []
    const listener = toNumber(place[1])
    const kind = elementKind(graph, from)
    const spec = kind && viewOf(kind, graph.element(from)?.spec ?? {}).spec
    const members = valueAt(spec, `/Listeners/${listener}`)
    const { Protocol: protocol, Port: port } = isObject(members) ? members : {}
    return [
      {
        loadBalancer: from,
        pointer,
        listener,
        rule: place[2] === undefined ? undefined : toNumber(place[2]),
        protocol: typeof protocol === 'string' && protocol !== '' ? protocol : undefined,
        port: typeof port === 'number' ? port : undefined,
      },
    ]
  }),
)

/** The services that register their tasks with a target group, alternates included. */
export function targetGroupServices(graph: Graph, targetGroupId: string): readonly string[] {
  return [...new Set(incoming(graph, targetGroupId, 'registers').map(({ from }) => from))]
}

/** The kind of load balancer in front of a target group: by the one that forwards to it, else by its protocol. */
export function balancerKind(graph: Graph, targetGroupId: string): BalancerKind | undefined {
  const balancer = targetGroupUsers(graph, targetGroupId)[0]?.loadBalancer
  const kind = balancer === undefined ? undefined : kindOfBalancer(graph, balancer)
  return kind ?? byProtocol(specOf(graph, targetGroup, targetGroupId)?.Protocol)
}

/** What sort of load balancer an element is; undefined when it is none. */
export function kindOfBalancer(graph: Graph, id: string): BalancerKind | undefined {
  switch (graph.element(id)?.kind) {
    case 'application-load-balancer':
      return 'application'
    case 'network-load-balancer':
      return 'network'
    case 'classic-load-balancer':
      return 'classic'
    case 'gateway-load-balancer':
      return 'gateway'
    default:
      return undefined
  }
}

function byProtocol(protocol: string | undefined): BalancerKind | undefined {
  if (protocol === undefined || hasPlaceholder(protocol)) return undefined
  if (protocol === 'GENEVE') return 'gateway'
  return protocol === 'HTTP' || protocol === 'HTTPS' ? 'application' : 'network'
}

/** Can the internet reach a load balancer? AWS's own answer, when the scheme is left out, is yes. */
export function isInternetFacing(graph: Graph, id: string): boolean | undefined {
  if (kindOfBalancer(graph, id) === undefined) return undefined
  const scheme = textAt(graph.element(id)?.spec, '/Scheme')
  if (scheme !== undefined && hasPlaceholder(scheme)) return undefined
  return scheme !== 'internal'
}
