/** What rules ask about scaling policies and the services that they scale. */
import type { z } from 'zod'
import { REQUEST_COUNT, utilizationMetrics } from '../../aws/facts/scaling'
import { scalingPolicy } from '../../elements/scaling-policy'
import { service } from '../../elements/service'
import { sqsQueue } from '../../elements/sqs-queue'
import { removeElements } from '../../graph/connect'
import { type Graph, incoming, nameOf, outgoing, targetOf } from '../../graph/graph'
import { runOf, runsOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { say } from '../../texts/text'
import { type ServiceSpec, schedulingOf } from '../rollout'
import type { Fix } from '../rule'

export type PolicySpec = z.output<typeof scalingPolicy.spec>

const TRACKING = '/TargetTrackingScalingPolicyConfiguration'
export const PREDEFINED = `${TRACKING}/PredefinedMetricSpecification`
export const METRIC_TYPE = `${PREDEFINED}/PredefinedMetricType`
export const TARGET = `${TRACKING}/TargetValue`

export interface Policy {
  readonly id: string
  readonly spec: PolicySpec
}

/** The drawn policies of a service, in the order of the design. */
export function policiesOf(graph: Graph, serviceId: string): readonly Policy[] {
  const ids = new Set(incoming(graph, serviceId, 'scales').map(({ from }) => from))
  return [...ids].flatMap((id) => {
    const spec = specOf(graph, scalingPolicy, id)
    return spec ? [{ id, spec }] : []
  })
}

/** The most tasks that a service may have: the desired ones, or as many as its scaling goes up to. */
export function mostTasks(graph: Graph, serviceId: string): number {
  const spec = specOf(graph, service, serviceId)
  if (!spec || schedulingOf(spec) !== 'REPLICA') return 0
  const scaled = policiesOf(graph, serviceId).map((policy) => policy.spec.MaxCapacity ?? 0)
  return Math.max(spec.desiredCount ?? 0, ...scaled)
}

export interface Scaled {
  readonly id: string
  readonly spec: ServiceSpec
}

/** The drawn service that a policy scales. */
export function scaledBy(graph: Graph, policy: string): Scaled | undefined {
  const id = targetOf(graph, policy, 'scales')
  const spec = specOf(graph, service, id)
  return id === undefined || !spec ? undefined : { id, spec }
}

/** The predefined metric that a policy follows. */
export function predefinedMetric(spec: PolicySpec): string | undefined {
  return spec.TargetTrackingScalingPolicyConfiguration?.PredefinedMetricSpecification?.PredefinedMetricType
}

/** Does it follow CPU or memory? */
export function followsUtilization(spec: PolicySpec): boolean {
  return utilizationMetrics.includes(predefinedMetric(spec) ?? '')
}

/** Is its metric one that only running tasks give: a utilization, or something for each task? */
export function needsTasks(spec: PolicySpec): boolean {
  if (followsUtilization(spec) || predefinedMetric(spec) === REQUEST_COUNT) return true
  const own = spec.TargetTrackingScalingPolicyConfiguration?.CustomizedMetricSpecification
  return /per[-_ ]?task/i.test(own?.MetricName ?? '') || /TaskCount/.test(JSON.stringify(own?.Metrics ?? ''))
}

/** The queues from which a service's tasks get their work, by lines to it or to its task definition. */
export function queuesOf(graph: Graph, serviceId: string): readonly string[] {
  const definition = runOf(graph, serviceId)?.taskDefinition
  const fed = definition === undefined ? [serviceId] : [serviceId, definition]
  const feeders = fed.flatMap((id) => incoming(graph, id, 'feeds').map(({ from }) => from))
  return [...new Set(feeders)].filter((id) => graph.element(id)?.kind === sqsQueue.kind)
}

/** Takes a policy out of the drawing. */
export function removePolicy(graph: Graph, id: string): Fix {
  return {
    title: say`Remove scaling policy “${nameOf(graph, id)}”`,
    apply: (draft) => removeElements(draft, graph, new Set([id])),
  }
}

/** The services that work off a queue, by lines to them or to their task definitions. */
export function workersOf(graph: Graph, queue: string): readonly string[] {
  const fed = outgoing(graph, queue, 'feeds').flatMap(({ to }) =>
    graph.element(to)?.kind === service.kind
      ? [to]
      : runsOf(graph, to).flatMap((run) => (run.kind === 'service' ? [run.runner] : [])),
  )
  return [...new Set(fed)]
}
