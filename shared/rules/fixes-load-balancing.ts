/** Mends between a load balancer and the tasks behind it; a line that is drawn there brings the same ones. */
import { TRAFFIC_PORT } from '../aws/facts/load-balancers'
import { setAt } from '../basics/json'
import { refer } from '../design/references'
import { objectsAt } from '../elements/parts/reading'
import { type Graph, nameOf, onlyDrawn } from '../graph/graph'
import { vpcOf } from '../graph/network'
import { say } from '../texts/text'
import { setMembers } from './fixes'
import type { Fix } from './rule'

/** Time in which failed checks of new tasks don't count, in seconds: enough for most, to be adjusted. */
export const GRACE_PERIOD = 60

interface ContainerPort {
  readonly taskDefinition: string
  /** Index of the container. */
  readonly container: number
  readonly name: string
  readonly port: number
  /** `tcp` when left out. */
  readonly protocol?: 'tcp' | 'udp'
}

/** Gives a container a port mapping. */
export function mapPort({ taskDefinition, container, name, port, protocol = 'tcp' }: ContainerPort): Fix {
  const list = `/containerDefinitions/${container}/portMappings`
  return {
    title: say`Map container port ${port} of “${name}”`,
    apply: (draft) => {
      const spec = draft.elements[taskDefinition]?.spec
      const known = objectsAt(spec, list).some(([, mapping]) => mapping.containerPort === port)
      if (spec && !known) setAt(spec, `${list}/-`, { containerPort: port, protocol })
    },
  }
}

export function setTargetType(graph: Graph, group: string, type: string): Fix {
  return setMembers(say`Set the target type of “${nameOf(graph, group)}” to ${type}`, group, {
    '/TargetType': type,
  })
}

/** The health check follows the traffic, on whichever port that is. */
export function checkTrafficPort(graph: Graph, group: string): Fix {
  return setMembers(
    say`Check the health of “${nameOf(graph, group)}” on the port that gets the traffic`,
    group,
    {
      '/HealthCheckPort': TRAFFIC_PORT,
    },
  )
}

export function giveGracePeriod(graph: Graph, service: string): Fix {
  const title = say`Give new tasks of “${nameOf(graph, service)}” ${GRACE_PERIOD} seconds before failed checks count`
  return setMembers(title, service, { '/healthCheckGracePeriodSeconds': GRACE_PERIOD })
}

/** Registers the service's tasks with nothing any more; its role and grace period are for load balancers alone. */
export function leaveTargetGroups(graph: Graph, service: string): Fix {
  return {
    title: say`Take “${nameOf(graph, service)}” out of its target groups`,
    apply: (draft) => {
      const spec = draft.elements[service]?.spec
      for (const member of ['loadBalancers', 'role', 'healthCheckGracePeriodSeconds']) delete spec?.[member]
    },
  }
}

/**
 * What a `VpcId` is to hold: the VPC of the first of some elements whose VPC is known, else the only one of the drawing,
 * else a placeholder.
 */
export function vpcIdFor(graph: Graph, near: readonly string[]): string {
  const known = near.map((id) => vpcOf(graph, id)).find((vpc) => vpc !== undefined)
  const vpc = known ?? onlyDrawn(graph, 'vpc')
  if (vpc === undefined) return '<vpc-id>'
  return graph.element(vpc) ? refer(vpc) : vpc
}
