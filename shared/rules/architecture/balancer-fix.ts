/** An Application Load Balancer before a service whose VPC has the subnets for one. */
import { targetTypes } from '../../aws/facts/target-types'
import type { DesignDraft } from '../../design/edit'
import { refer } from '../../design/references'
import { applicationLoadBalancer } from '../../elements/application-load-balancer'
import { externalSystem } from '../../elements/external-system'
import { subnet } from '../../elements/subnet'
import { targetGroup } from '../../elements/target-group'
import { users } from '../../elements/users'
import { elementsOfKind, type Graph, nameOf } from '../../graph/graph'
import { routing, vpcOf, zoneOf } from '../../graph/network'
import { addElement } from '../fixes'
import { portMappingsOf } from '../ports'
import { definitionOf, givesOwnInterface } from '../reading'
import type { Fix } from '../rule'

/** Those who don't learn of a new task's address. */
export const OUTSIDE: readonly string[] = [users.kind, externalSystem.kind]

interface Plan {
  readonly service: string
  /** Of load balancer and target group: at most 32 letters, digits and hyphens. */
  readonly name: string
  readonly vpc: string
  readonly subnets: readonly string[]
  readonly container: string
  readonly port: number
}

/** Nothing where somebody has to decide which port is meant, or where the load balancer stands. */
export function balancerFix(graph: Graph, service: string): { readonly fix?: Fix } {
  const plan = planFor(graph, service)
  if (!plan) return {}
  return {
    fix: {
      title: `Put an Application Load Balancer in front of “${nameOf(graph, service)}”`,
      apply: (draft) => putBefore(draft, plan),
    },
  }
}

function planFor(graph: Graph, service: string): Plan | undefined {
  const definition = definitionOf(graph, service)?.spec
  const [mapping, ...others] = definition ? portMappingsOf(definition) : []
  const port = mapping?.mapping.containerPort
  const container = mapping?.container.name
  const vpc = vpcOf(graph, service)
  if (others.length > 0 || port === undefined || !container || givesOwnInterface(graph, service) !== true)
    return
  const subnets = vpc === undefined ? [] : publicSubnets(graph, vpc)
  const name = nameOf(graph, service)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 32)
    .replace(/^-+|-+$/g, '')
  if (vpc === undefined || subnets.length < 2 || name === '') return
  return { service, name, vpc, subnets, container, port }
}

/** One public subnet of each zone; fewer than two are no place for an Application Load Balancer. */
function publicSubnets(graph: Graph, vpc: string): readonly string[] {
  const byZone = new Map<string, string>()
  for (const id of elementsOfKind(graph, subnet.kind)) {
    if (vpcOf(graph, id) !== vpc || routing(graph, id) !== 'public') continue
    const zone = zoneOf(graph, id)
    if (zone !== undefined && !byZone.has(zone)) byZone.set(zone, id)
  }
  return [...byZone.values()]
}

function putBefore(draft: DesignDraft, { service, name, vpc, subnets, container, port }: Plan): void {
  const spec = draft.elements[service]?.spec
  if (!spec || spec.loadBalancers !== undefined) return
  const targets = addElement(draft, `${service}-targets`, {
    kind: targetGroup.kind,
    spec: {
      Name: name,
      TargetType: targetTypes.awsvpc,
      Protocol: 'HTTP',
      Port: port,
      VpcId: Object.hasOwn(draft.elements, vpc) ? refer(vpc) : vpc,
    },
  })
  const forward = { Type: 'forward', TargetGroupArn: refer(targets) }
  const balancer = addElement(draft, `${service}-alb`, {
    kind: applicationLoadBalancer.kind,
    spec: {
      ...applicationLoadBalancer.defaults(name),
      Subnets: subnets.map((one) => refer(one)),
      Listeners: [{ Protocol: 'HTTP', Port: 80, DefaultActions: [forward] }],
    },
  })
  spec.loadBalancers = [{ targetGroupArn: refer(targets), containerName: container, containerPort: port }]
  for (const connection of Object.values(draft.connections)) {
    const outside = OUTSIDE.includes(draft.elements[connection.from]?.kind ?? '')
    if (connection.to === service && connection.meaning === 'traffic' && outside) connection.to = balancer
  }
}
