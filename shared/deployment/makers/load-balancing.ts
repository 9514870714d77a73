/** Load balancers with their listeners and rules, target groups, and what protects them. */
import { toNumber } from '../../basics/convert'
import { isObject } from '../../basics/json'
import type { MutableSpec } from '../../elements/kind'
import { objectsAt } from '../../elements/parts/reading'
import { outgoing } from '../../graph/graph'
import { say } from '../../texts/text'
import { type Maker, type Making, texts, without } from '../maker'
import { subnetIdsOf, vpcIdOf } from '../network-places'
import { referTo } from '../pieces'

const TYPES: Readonly<Record<string, string>> = {
  'application-load-balancer': 'application',
  'network-load-balancer': 'network',
  'gateway-load-balancer': 'gateway',
}

export const loadBalancer: Maker = (making) => {
  const { id, element, spec, add, specs } = making
  spec.Type ||= TYPES[element.kind]
  if (texts(spec.Subnets).length === 0 && objectsAt(spec, '/SubnetMappings').length === 0) {
    spec.Subnets = subnetIdsOf(making, id)
  }
  add('elbv2:CreateLoadBalancer', without(spec, 'Listeners', 'LoadBalancerAttributes'))
  const LoadBalancerArn = specs.attribute(id, 'arn')
  // CloudFormation's templates say them with the load balancer; the API has a further call.
  const Attributes = objectsAt(spec, '/LoadBalancerAttributes').map(([, attribute]) => attribute)
  if (Attributes.length > 0) {
    add('elbv2:ModifyLoadBalancerAttributes', { LoadBalancerArn, Attributes }, 'attributes')
  }
  for (const [index, listener] of objectsAt(spec, '/Listeners')) {
    addListener(making, index, listener, LoadBalancerArn)
  }
}

function addListener(making: Making, index: number, listener: MutableSpec, LoadBalancerArn: string): void {
  const { add, note, name } = making
  const certificates = objectsAt(listener, '/Certificates').map(([, { CertificateArn }]) => ({
    CertificateArn,
  }))
  const [first, ...others] = certificates
  if (objectsAt(listener, '/DefaultActions').length === 0) {
    note(
      'to-do',
      say`A listener of “${name}” has no default action. Connect it with a target group.`,
      `/Listeners/${index}`,
    )
  }
  const id = add(
    'elbv2:CreateListener',
    {
      LoadBalancerArn,
      ...without(listener, 'Rules'),
      ...(first ? { Certificates: [first] } : {}),
    },
    listenerPart(listener, index),
  )
  const ListenerArn = referTo(id, 'arn')
  const part = id.slice(id.indexOf('/') + 1)
  // A listener is made with its default certificate; the others are added.
  if (others.length > 0) {
    add('elbv2:AddListenerCertificates', { ListenerArn, Certificates: others }, `${part}-certificates`)
  }
  const taken = new Set(objectsAt(listener, '/Rules').map(([, { Priority }]) => toNumber(Priority)))
  for (const [at, rule] of objectsAt(listener, '/Rules')) {
    let Priority = toNumber(rule.Priority)
    if (!Number.isInteger(Priority)) {
      Priority = 1
      while (taken.has(Priority)) Priority++
      taken.add(Priority)
      note(
        'added',
        say`A rule of “${name}” has no priority, so it gets ${Priority}.`,
        `/Listeners/${index}/Rules/${at}`,
      )
    }
    add('elbv2:CreateRule', { ListenerArn, ...rule, Priority }, `${part}-rule-${Priority}`)
  }
}

/** What the part is called: by its port. */
export function listenerPart({ Port }: MutableSpec, index: number): string {
  return typeof Port === 'number' ? `listener-${Port}` : `listener-n${index + 1}`
}

export const classicLoadBalancer: Maker = (making) => {
  const { id, spec, add } = making
  if (texts(spec.Subnets).length === 0 && texts(spec.AvailabilityZones).length === 0) {
    spec.Subnets = subnetIdsOf(making, id)
  }
  add('elb:CreateLoadBalancer', spec)
}

export const targetGroup: Maker = (making) => {
  const { id, spec, add, specs } = making
  if (spec.TargetType !== 'lambda') spec.VpcId ||= vpcIdOf(making, id)
  add('elbv2:CreateTargetGroup', without(spec, 'Attributes'))
  const Attributes = objectsAt(spec, '/Attributes').map(([, attribute]) => attribute)
  if (Attributes.length === 0) return
  const TargetGroupArn = specs.attribute(id, 'arn')
  add('elbv2:ModifyTargetGroupAttributes', { TargetGroupArn, Attributes }, 'attributes')
}

export const webAcl: Maker = ({ graph, id, spec, add, specs }) => {
  spec.Scope ||= 'REGIONAL'
  if (!isObject(spec.DefaultAction)) spec.DefaultAction = { Allow: {} }
  spec.VisibilityConfig ??= {
    SampledRequestsEnabled: true,
    CloudWatchMetricsEnabled: true,
    MetricName: spec.Name,
  }
  add('wafv2:CreateWebACL', spec)
  for (const { to } of outgoing(graph, id, 'protects')) {
    const input = { WebACLArn: specs.attribute(id, 'arn'), ResourceArn: specs.attribute(to, 'arn') }
    add('wafv2:AssociateWebACL', input, `protects-${to}`)
  }
}
