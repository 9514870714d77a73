/** What ECS needs to move traffic from one revision to the next: what is missing of it, and adding that. */

import type { Strategy } from '../../aws/facts/deployments'
import { roleUses } from '../../aws/facts/role-uses'
import { toText } from '../../basics/convert'
import { isObject, setAt, valueAt } from '../../basics/json'
import type { Element } from '../../design/design'
import type { DesignDraft } from '../../design/edit'
import { refer, referencesIn } from '../../design/references'
import { applicationLoadBalancer } from '../../elements/application-load-balancer'
import { networkLoadBalancer } from '../../elements/network-load-balancer'
import { targetGroup } from '../../elements/target-group'
import { addElement } from '../fixes'
import { infrastructureRole } from '../fixes-roles'
import { isWritten } from '../reading'

export const BAKE_TIME = '/deploymentConfiguration/bakeTimeInMinutes'

/** Long enough for alarms to notice a bad revision. */
export const BAKE_MINUTES = 5

const MEMBERS = ['alternateTargetGroupArn', 'productionListenerRule', 'roleArn'] as const

const BALANCERS: readonly string[] = [applicationLoadBalancer.kind, networkLoadBalancer.kind]

type Member = (typeof MEMBERS)[number]

/** What the `advancedConfiguration` of an entry of `loadBalancers` leaves out. */
export function missingForShift(service: Element, index: number): readonly Member[] {
  return MEMBERS.filter((one) => !isWritten(service, `/loadBalancers/${index}/advancedConfiguration/${one}`))
}

/**
 * Gives an entry of `loadBalancers` what it lacks: a second target group like the first one, which the listener knows
 * with weight 0, and a role. Which rule of the listener it is only AWS can say, so that stays a placeholder.
 */
export function completeForShift(draft: DesignDraft, service: string, index: number): void {
  const element = draft.elements[service]
  const entry = valueAt(element?.spec, `/loadBalancers/${index}`)
  if (!element || !isObject(entry) || !entry.targetGroupArn) return
  const missing = missingForShift(element, index)
  const advanced = isObject(entry.advancedConfiguration) ? entry.advancedConfiguration : {}
  entry.advancedConfiguration = advanced
  for (const member of missing) advanced[member] = neededFor(draft, member, entry)
}

/** Makes ECS move the traffic with a strategy, and completes what it needs for that. */
export function shiftByEcs(draft: DesignDraft, service: string, strategy: Strategy): void {
  const element = draft.elements[service]
  if (!element) return
  const { spec } = element
  spec.deploymentController = { type: 'ECS' }
  setAt(spec, '/deploymentConfiguration/strategy', strategy)
  if (strategy === 'BLUE_GREEN' && !isWritten(element, BAKE_TIME)) setAt(spec, BAKE_TIME, BAKE_MINUTES)
  if (!Array.isArray(spec.loadBalancers)) return
  for (const index of spec.loadBalancers.keys()) completeForShift(draft, service, index)
}

function neededFor(draft: DesignDraft, member: Member, { targetGroupArn }: Record<string, unknown>): string {
  if (member === 'alternateTargetGroupArn') return alternateOf(draft, toText(targetGroupArn))
  if (member === 'productionListenerRule') return '<production-listener-rule-arn>'
  const policy = roleUses['load-balancer-changes'].policy ?? ''
  return refer(infrastructureRole(draft, 'ecsInfrastructureRoleForLoadBalancers', policy))
}

/** A second target group for one that is drawn; a placeholder for one that is known by its ARN only. */
function alternateOf(draft: DesignDraft, targetGroupArn: string): string {
  const first = referencesIn(targetGroupArn)[0]?.id ?? ''
  const element = draft.elements[first]
  if (element?.kind !== targetGroup.kind) return '<alternate-target-group-arn>'
  const { Name } = element.spec
  const spec = { ...element.spec, ...(typeof Name === 'string' && { Name: `${Name.slice(0, 28)}-alt` }) }
  const second = addElement(draft, `${first}-alternate`, { kind: targetGroup.kind, spec })
  for (const { kind, spec } of Object.values(draft.elements)) {
    if (BALANCERS.includes(kind)) forwardToBoth(spec.Listeners, first, second)
  }
  return refer(second)
}

/** Where a listener forwards to the one target group, it now also knows the other one, and sends it nothing yet. */
function forwardToBoth(node: unknown, first: string, second: string): void {
  if (typeof node !== 'object' || node === null) return
  if (!isObject(node) || node.Type !== 'forward') {
    for (const child of Object.values(node)) forwardToBoth(child, first, second)
    return
  }
  const other = { TargetGroupArn: refer(second), Weight: 0 }
  const groups = valueAt(node, '/ForwardConfig/TargetGroups')
  if (Array.isArray(groups)) {
    if (groups.some((one) => isObject(one) && namesIt(one.TargetGroupArn, first))) groups.push(other)
  } else if (namesIt(node.TargetGroupArn, first)) {
    node.ForwardConfig = { TargetGroups: [{ TargetGroupArn: node.TargetGroupArn, Weight: 1 }, other] }
    delete node.TargetGroupArn
  }
}

function namesIt(text: unknown, id: string): boolean {
  return typeof text === 'string' && referencesIn(text)[0]?.id === id
}
