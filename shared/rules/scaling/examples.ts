/** Drawings for the examples of rules about scaling. */
import type { Design, Element, Spec, StoredConnection } from '../../design/design'
import { element, link } from '../examples'

/** A policy of the service `web` that keeps its CPU at 70 percent, with 2 to 10 tasks. */
export function cpuPolicy(spec: Spec = {}): Element {
  return element('scaling-policy', {
    PolicyName: 'cpu',
    ResourceId: '@{web.resourceId}',
    MinCapacity: 2,
    MaxCapacity: 10,
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingScalingPolicyConfiguration: tracking('ECSServiceAverageCPUUtilization'),
    ...spec,
  })
}

/** Target tracking of a metric that AWS reports. */
export function tracking(PredefinedMetricType: string, TargetValue = 70): Spec {
  return { TargetValue, PredefinedMetricSpecification: { PredefinedMetricType } }
}

/** Target tracking of the messages that wait in the queue `jobs`. */
export const queueDepthTracking: Spec = {
  TargetValue: 10,
  CustomizedMetricSpecification: {
    Namespace: 'AWS/SQS',
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Dimensions: [{ Name: 'QueueName', Value: '@{jobs.name}' }],
    Statistic: 'Average',
  },
}

/** The same drawing, its service `web` scaled by that policy. */
export function scaled(design: Design, spec: Spec = {}): Design {
  return { ...design, elements: { ...design.elements, policy: cpuPolicy(spec) } }
}

/** The same drawing, its task definition `task` fed by the queue `jobs`. */
export function fed(design: Design, more: Readonly<Record<string, StoredConnection>> = {}): Design {
  return {
    ...design,
    elements: { ...design.elements, jobs: element('sqs-queue', { QueueName: 'jobs' }) },
    connections: { ...design.connections, feed: link('jobs', 'feeds', 'task'), ...more },
  }
}
