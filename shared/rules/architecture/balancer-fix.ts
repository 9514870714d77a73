/** An Application Load Balancer before a service that outsiders call by the addresses of its tasks. */
import { targetTypes } from '../../aws/facts/target-types'
import type { DesignDraft } from '../../design/edit'
import { refer } from '../../design/references'
import { applicationLoadBalancer } from '../../elements/application-load-balancer'
import { externalSystem } from '../../elements/external-system'
import { targetGroup } from '../../elements/target-group'
import { users } from '../../elements/users'
import { type Graph, nameOf } from '../../graph/graph'
import { vpcOf } from '../../graph/network'
import { say } from '../../texts/text'
import { addElement } from '../fixes'
import { balancerName } from '../load-balancing/names'
import { listenerTo, subnetsFor } from '../load-balancing/new-balancer'
import { portMappingsOf } from '../ports'
import { definitionOf, givesOwnInterface } from '../reading'
import type { Fix } from '../rule'

/** Those who don't learn of a new task's address. */
export const OUTSIDE: readonly string[] = [users.kind, externalSystem.kind]

interface Plan {
  readonly service: string
  readonly name: string
  readonly vpc: string | undefined
  readonly subnets: readonly string[]
  readonly targetType: string
  readonly container: string
  readonly port: number
}

/** Nothing where somebody has to decide which port is meant. */
export function balancerFix(graph: Graph, service: string): { readonly fix?: Fix } {
  const plan = planFor(graph, service)
  if (!plan) return {}
  return {
    fix: {
      title: say`Put an Application Load Balancer in front of “${nameOf(graph, service)}”`,
      apply: (draft) => putBefore(draft, plan),
    },
  }
}

function planFor(graph: Graph, service: string): Plan | undefined {
  const definition = definitionOf(graph, service)?.spec
  const [mapping, ...others] = definition ? portMappingsOf(definition) : []
  const port = mapping?.mapping.containerPort
  const container = mapping?.container.name
  const own = givesOwnInterface(graph, service)
  const name = balancerName(nameOf(graph, service))
  if (others.length > 0 || port === undefined || !container || own === undefined || name === '') return
  const targetType = own ? targetTypes.awsvpc : targetTypes.bridge
  const vpc = vpcOf(graph, service)
  return { service, name, vpc, subnets: subnetsFor(graph, service), targetType, container, port }
}

function putBefore(draft: DesignDraft, plan: Plan): void {
  const { service, name, vpc = '<vpc-id>', targetType, container, port } = plan
  const spec = draft.elements[service]?.spec
  if (!spec || spec.loadBalancers !== undefined) return
  const targets = addElement(draft, `${service}-targets`, {
    kind: targetGroup.kind,
    spec: {
      Name: name,
      TargetType: targetType,
      Protocol: 'HTTP',
      Port: port,
      VpcId: Object.hasOwn(draft.elements, vpc) ? refer(vpc) : vpc,
    },
  })
  const balancer = addElement(draft, `${service}-alb`, {
    kind: applicationLoadBalancer.kind,
    spec: {
      ...applicationLoadBalancer.defaults(name),
      Subnets: [...plan.subnets],
      Listeners: [listenerTo(targets, 'HTTP', 80)],
    },
  })
  spec.loadBalancers = [{ targetGroupArn: refer(targets), containerName: container, containerPort: port }]
  for (const connection of Object.values(draft.connections)) {
    const outside = OUTSIDE.includes(draft.elements[connection.from]?.kind ?? '')
    if (connection.to === service && connection.meaning === 'traffic' && outside) connection.to = balancer
  }
}
