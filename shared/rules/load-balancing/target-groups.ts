/** What rules ask about the target groups that a service's tasks are registered with. */
import type { z } from 'zod'
import { TRAFFIC_PORT } from '../../aws/facts/load-balancers'
import { defaultTargetType } from '../../aws/facts/target-types'
import type { Element } from '../../design/design'
import { targetGroup } from '../../elements/target-group'
import { type Graph, incoming } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { type Front, frontsOf } from '../../graph/traffic'
import { givesOwnInterface, isAbsent, isKnown, isWritten } from '../reading'

export type TargetGroupSpec = z.output<typeof targetGroup.spec>

export interface RegisteredGroup {
  readonly id: string
  /** JSON pointer of the reference in the service's spec. */
  readonly at: string
}

/** The drawn target groups of a service, with the alternates that a deployment registers new tasks with. */
export function registeredGroups(graph: Graph, service: string): readonly RegisteredGroup[] {
  return frontsOf(graph, service).flatMap(({ pointer, targetGroup, alternate }) => [
    ...(targetGroup === undefined ? [] : [{ id: targetGroup, at: `${pointer}/targetGroupArn` }]),
    ...(alternate === undefined
      ? []
      : [{ id: alternate, at: `${pointer}/advancedConfiguration/alternateTargetGroupArn` }]),
  ])
}

/** The type of a target group; undefined for a placeholder, and for a group in AWS that is drawn without its type. */
export function targetTypeOf(graph: Graph, id: string): string | undefined {
  const element = graph.element(id)
  if (element?.kind !== targetGroup.kind) return undefined
  const type = specOf(graph, targetGroup, id)?.TargetType
  if (isAbsent(type)) return element.existing ? undefined : defaultTargetType
  return isKnown(type) ? type : undefined
}

/** Does every service that registers in a target group register addresses, or instances? */
export function registersOnly(graph: Graph, group: string, what: 'addresses' | 'instances'): boolean {
  return incoming(graph, group, 'registers').every(
    ({ from }) => givesOwnInterface(graph, from) === (what === 'addresses'),
  )
}

/** The value of an attribute; undefined when it is not set, or is not known. */
export function attributeOf({ Attributes }: TargetGroupSpec, key: string): string | undefined {
  const value = Attributes?.find((one) => one.Key === key)?.Value
  return isKnown(value) ? value : undefined
}

/** Is the attribute surely not set? */
export function lacksAttribute(group: Element, { Attributes }: TargetGroupSpec, key: string): boolean {
  return Attributes
    ? Attributes.every((one) => isKnown(one.Key) && one.Key !== key)
    : !isWritten(group, '/Attributes')
}

/** Are targets checked where they get their traffic? So it is when the group does not say. */
export function checksTrafficPort({ HealthCheckPort }: TargetGroupSpec): boolean {
  return isAbsent(HealthCheckPort) || HealthCheckPort === TRAFFIC_PORT
}

/**
 * Does somebody count on the host port that traffic comes to? So does a Classic Load Balancer, which knows no other, and
 * a target group that checks health on a port of its own.
 */
export function wantsFixedPort(graph: Graph, { kind, classic, targetGroup: id }: Front): boolean {
  if (kind === 'classic' || classic !== undefined) return true
  const group = specOf(graph, targetGroup, id)
  return group !== undefined && !checksTrafficPort(group)
}
