import { TRAFFIC_PORT } from '../aws/facts/load-balancers'
import { defaultTargetType, targetTypes } from '../aws/facts/target-types'
import { toNumber } from '../basics/convert'
import { refer } from '../design/references'
import { service } from '../elements/service'
import { targetGroup } from '../elements/target-group'
import { incoming, nameOf } from '../graph/graph'
import { vpcOf } from '../graph/network'
import { runOf } from '../graph/runs'
import { specOf } from '../graph/spec'
import { setMembers } from '../rules/fixes'
import { giveGracePeriod, mapPort, setTargetType } from '../rules/fixes-load-balancing'
import { definitionOf, givesOwnInterface, networkModeOf } from '../rules/reading'
import { say } from '../texts/text'
import { type Consequence, type Drawn, defineConsequences } from './consequence'

const CREATE_SERVICE = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html'
const CREATE_TARGET_GROUP =
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html'

/** A service behind a target group: the group fits the tasks, and checks the port that they serve. */
export const targetGroupConsequences = defineConsequences({
  meanings: ['registers'],
  follow(drawn) {
    const { graph, line } = drawn
    if (line.pointer === undefined || graph.element(line.to)?.kind !== targetGroup.kind) return []
    const index = toNumber(line.pointer.split('/')[2])
    const entry = specOf(graph, service, line.from)?.loadBalancers?.[index]
    if (!entry) return []
    return [
      ...portMapping(drawn, entry.containerName, entry.containerPort),
      ...targetType(drawn),
      ...groupPort(drawn, entry.containerPort),
      ...groupVpc(drawn),
      ...healthCheck(drawn),
      ...gracePeriod(drawn),
    ]
  },
})

/** A container that maps no port gets one, or the load balancer has nothing to send to. */
function portMapping(
  { graph, line }: Drawn,
  containerName: string | undefined,
  containerPort: number | undefined,
): readonly Consequence[] {
  const definition = definitionOf(graph, line.from)
  const containers = definition?.spec.containerDefinitions ?? []
  const index = containers.findIndex(({ name }) => name === containerName)
  const container = containers[index]
  if (!definition || !container || containerPort === undefined) return []
  const mapped = container.portMappings?.some(
    (mapping) => mapping.containerPort === containerPort || mapping.containerPortRange !== undefined,
  )
  if (mapped) return []
  const name = containerName ?? ''
  return [
    {
      id: 'port-mapping',
      reason: 'ECS registers a task only with a port that its container maps.',
      source: CREATE_SERVICE,
      ...mapPort({ taskDefinition: definition.id, container: index, name, port: containerPort }),
    },
  ]
}

function targetType({ graph, line }: Drawn): readonly Consequence[] {
  const own = givesOwnInterface(graph, line.from)
  const spec = specOf(graph, targetGroup, line.to)
  if (own === undefined || !spec || usedByOthers({ graph, line })) return []
  const wanted = own ? targetTypes.awsvpc : targetTypes.bridge
  if ((spec.TargetType ?? defaultTargetType) === wanted) return []
  return [
    {
      id: 'target-type',
      reason: own
        ? 'Tasks in awsvpc mode have addresses of their own, so they are registered by IP address.'
        : 'Without a network interface of its own a task is registered by its container instance and a host port.',
      source: CREATE_SERVICE,
      ...setTargetType(graph, line.to, wanted),
    },
  ]
}

/** Only a group that came with the line: a port that somebody chose stays. */
function groupPort({ graph, line }: Drawn, containerPort: number | undefined): readonly Consequence[] {
  const spec = specOf(graph, targetGroup, line.to)
  if (!spec || containerPort === undefined || usedByOthers({ graph, line })) return []
  if (spec.Port !== undefined && (spec.Port === containerPort || spec.Port !== 80)) return []
  const title = say`Set the port of “${nameOf(graph, line.to)}” to ${containerPort}`
  return [
    {
      id: 'target-port',
      title,
      reason:
        'The port of a target group is where targets are reached unless they are registered with another.',
      source: CREATE_TARGET_GROUP,
      apply: setMembers(title, line.to, { '/Port': containerPort }).apply,
    },
  ]
}

/** A group of addresses or instances must say in which VPC they are. */
function groupVpc({ graph, line }: Drawn): readonly Consequence[] {
  const spec = specOf(graph, targetGroup, line.to)
  const vpc = vpcOf(graph, line.from) ?? balancersOf({ graph, line }).map((id) => vpcOf(graph, id))[0]
  if (!spec || spec.VpcId || vpc === undefined || !graph.element(vpc)) return []
  const title = say`Put “${nameOf(graph, line.to)}” in VPC “${nameOf(graph, vpc)}”`
  return [
    {
      id: 'target-vpc',
      title,
      reason: 'Targets by address or by instance belong to one VPC, and the load balancer must be in it.',
      source: CREATE_TARGET_GROUP,
      apply: setMembers(title, line.to, { '/VpcId': refer(vpc) }).apply,
    },
  ]
}

function healthCheck({ graph, line }: Drawn): readonly Consequence[] {
  const spec = specOf(graph, targetGroup, line.to)
  if (!spec || usedByOthers({ graph, line })) return []
  const http = spec.Protocol === 'HTTP' || spec.Protocol === 'HTTPS'
  const run = runOf(graph, line.from)
  const definition = definitionOf(graph, line.from)
  const bridge = definition && networkModeOf(definition.spec, run?.launch) === 'bridge'
  const members = {
    ...(http && spec.HealthCheckPath === undefined ? { '/HealthCheckPath': '/' } : {}),
    ...(bridge && spec.HealthCheckPort === undefined ? { '/HealthCheckPort': TRAFFIC_PORT } : {}),
  }
  if (Object.keys(members).length === 0) return []
  const name = nameOf(graph, line.to)
  const title = http
    ? say`Check the health of “${name}” at path / of the port that gets the traffic`
    : say`Check the health of “${name}” at the port that gets the traffic`
  return [
    {
      id: 'health-check',
      title,
      reason:
        'A task gets traffic only while its health check succeeds; change the path to one that tells more.',
      source:
        'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
      apply: setMembers(title, line.to, members).apply,
    },
  ]
}

/** Not needed, but without it ECS stops slow starters again and again. */
function gracePeriod({ graph, line }: Drawn): readonly Consequence[] {
  const spec = specOf(graph, service, line.from)
  if (!spec || (spec.healthCheckGracePeriodSeconds ?? 0) > 0) return []
  return [
    {
      id: 'grace-period',
      reason: 'ECS ends a task that fails the load balancer’s checks, also while it is still starting.',
      source: CREATE_SERVICE,
      offered: true,
      ...giveGracePeriod(graph, line.from),
    },
  ]
}

function usedByOthers({ graph, line }: Drawn): boolean {
  return incoming(graph, line.to, 'registers').some(({ from }) => from !== line.from)
}

function balancersOf({ graph, line }: Drawn): readonly string[] {
  return incoming(graph, line.to, 'forwards').map(({ from }) => from)
}
