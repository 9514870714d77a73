/** What has to be there before a call although the call does not name it. */
import { toText } from '../basics/convert'
import { push } from '../basics/push'
import { objectsAt } from '../elements/parts/reading'
import { type Graph, outgoing } from '../graph/graph'
import { subnetsOf, vpcOf } from '../graph/network'
import { frontsOf } from '../graph/traffic'
import type { Draft } from './maker'
import { listenerPart } from './makers/load-balancing'
import { referencedIn } from './pieces'
import type { ResourceType } from './resource-types'

/** Calls that make an element fit for use. */
const COMPLETING: ReadonlySet<ResourceType> = new Set([
  'efs:CreateMountTarget',
  'iam:AddRoleToInstanceProfile',
  'iam:AttachRolePolicy',
  'iam:PutRolePolicy',
])

/** Calls that use what they name at once. */
const USING: ReadonlySet<ResourceType> = new Set([
  'autoscaling:CreateAutoScalingGroup',
  'codedeploy:CreateDeploymentGroup',
  'ec2:RunInstances',
  'ecs:CreateCapacityProvider',
  'ecs:CreateService',
  'ecs:RunTask',
  'ecs:StartTask',
  'eks:CreateCluster',
  'eks:CreateFargateProfile',
  'eks:CreateNodegroup',
  'eks:CreatePodIdentityAssociation',
  's3files:CreateFileSystem',
])

const RUNS: ReadonlySet<ResourceType> = new Set(['ecs:CreateService', 'ecs:RunTask', 'ecs:StartTask'])

/** Calls that fail as long as their VPC has no internet gateway. */
const OUTSIDE: ReadonlySet<ResourceType> = new Set([
  'ec2:AllocateAddress',
  'ec2:CreateNatGateway',
  'ec2:CreateRoute',
  'elb:CreateLoadBalancer',
  'elbv2:CreateLoadBalancer',
])

/** By call, those that it would be well to make before. */
export function waitsIn(graph: Graph, drafts: readonly Draft[]): ReadonlyMap<string, readonly string[]> {
  const waits = new Map<string, string[]>()
  const completing = new Map<string, string[]>()
  const parts = new Map<string, Draft[]>()
  for (const draft of drafts) {
    if (COMPLETING.has(draft.type)) push(completing, draft.element, draft.id)
    push(parts, draft.element, draft)
  }
  const gateways = drafts.filter(({ type }) => type === 'ec2:AttachInternetGateway')
  for (const draft of drafts) {
    const { id, element, type, input } = draft
    const wait = (ids: readonly string[]) => {
      for (const one of ids) if (one !== id) push(waits, id, one)
    }
    if (USING.has(type)) {
      for (const used of usedBy(graph, element, input)) wait(completing.get(used) ?? [])
    }
    if (RUNS.has(type)) wait(beforeTasks(graph, element, parts))
    if (OUTSIDE.has(type)) {
      wait(
        gateways.filter((gateway) => sameVpc(graph, gateway.element, element)).map((gateway) => gateway.id),
      )
    }
    if (type === 'autoscaling:CreateAutoScalingGroup' || type === 'ec2:RunInstances') {
      wait((graph.byKind.get('cluster') ?? []).filter((cluster) => parts.has(cluster)))
    }
  }
  return waits
}

/** Elements that a call names, and those that the task definition or instance profile behind it names. */
function usedBy(graph: Graph, element: string, input: unknown): ReadonlySet<string> {
  const direct = referencedIn(input).flatMap((one) =>
    'resource' in one ? [one.resource.split('/')[0] ?? ''] : [],
  )
  const all = new Set([...direct, ...outgoing(graph, element).map(({ to }) => to)])
  for (const one of [...all]) {
    const kind = graph.element(one)?.kind
    if (kind !== 'task-definition' && kind !== 'instance-profile') continue
    for (const { to } of outgoing(graph, one)) all.add(to)
  }
  return all
}

/** A service registers with target groups that a listener knows, on capacity of its cluster, in subnets with routes. */
function beforeTasks(graph: Graph, runner: string, parts: ReadonlyMap<string, readonly Draft[]>): string[] {
  const found: string[] = []
  for (const front of frontsOf(graph, runner)) {
    for (const { loadBalancer, listener, rule } of front.listeners) {
      found.push(...listenerCalls(graph, loadBalancer, listener, rule))
    }
  }
  for (const { to } of outgoing(graph, runner, 'in-cluster')) found.push(`${to}/capacity-providers`)
  for (const subnet of subnetsOf(graph, runner)) {
    for (const { id, type } of parts.get(subnet) ?? []) {
      if (type === 'ec2:CreateRoute' || type === 'ec2:AssociateRouteTable') found.push(id)
    }
  }
  return found
}

function listenerCalls(graph: Graph, balancer: string, index: number, rule: number | undefined): string[] {
  const listener = objectsAt(graph.element(balancer)?.spec, '/Listeners').find(([at]) => at === index)
  if (!listener) return [balancer]
  const id = `${balancer}/${listenerPart(listener[1], index)}`
  const priority = objectsAt(listener[1], '/Rules').find(([at]) => at === rule)?.[1].Priority
  return rule === undefined ? [id] : [id, `${id}-rule-${toText(priority)}`]
}

function sameVpc(graph: Graph, gateway: string, other: string): boolean {
  const of = (id: string) => vpcOf(graph, id) ?? graph.byKind.get('vpc')?.[0]
  return of(gateway) === of(other)
}
