/** Service auto scaling: the metrics that it follows by itself, and limits. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html',
  checked: '2026-11-26',
}

/** In percent of what the tasks reserve. */
export const utilizationMetrics: readonly string[] = [
  'ECSServiceAverageCPUUtilization',
  'ECSServiceAverageMemoryUtilization',
  'ECSServiceAverageCPUUtilizationHighResolution',
  'ECSServiceAverageMemoryUtilizationHighResolution',
]

/** Where a target for a utilization lies: above the first, up to the second. */
export const utilizationTarget = { above: 0, max: 100 } as const

/** Requests in a minute that each target of an Application Load Balancer gets. */
export const REQUEST_COUNT = 'ALBRequestCountPerTarget'

/** Metrics of a finer grain, and what the service must collect so often for them. */
export const highResolution: Readonly<Record<string, string>> = {
  ECSServiceAverageCPUUtilizationHighResolution: 'CPUUtilization',
  ECSServiceAverageMemoryUtilizationHighResolution: 'MemoryUtilization',
}

/** Seconds between two values of such a metric. */
export const HIGH_RESOLUTION = 20

/** Messages that wait in a queue: SQS counts them also while no task runs. */
export const queueDepth = { namespace: 'AWS/SQS', metric: 'ApproximateNumberOfMessagesVisible' } as const

/** The policy types of a service, and the member that holds the configuration of each. */
export const policyConfigurations: Readonly<Record<string, string>> = {
  TargetTrackingScaling: 'TargetTrackingScalingPolicyConfiguration',
  StepScaling: 'StepScalingPolicyConfiguration',
  PredictiveScaling: 'PredictiveScalingPolicyConfiguration',
}

/**
 * Tasks of a service that AWS Cloud Map can find, by service discovery or Service Connect.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html
 */
export const DISCOVERED_TASKS = 1000
