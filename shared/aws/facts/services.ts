/** Limits of a service's own members, such as its name and its metrics. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  checked: '2026-11-26',
}

export const schedulingStrategies = ['REPLICA', 'DAEMON'] as const

/** Characters at most, and which ones. */
export const serviceName = { max: 255, character: /[A-Za-z0-9_-]/ } as const

/** The attribute of container instances that says in which Availability Zone they are. */
export const ZONE_ATTRIBUTE = 'attribute:ecs.availability-zone'

/** `MetricConfiguration`: what can be measured more often, and how often in seconds. */
export const serviceMetrics = {
  names: ['CPUUtilization', 'MemoryUtilization'],
  resolutions: [20, 60],
} as const

/** Cloud Map services that one ECS service can be registered with, and gateways that it can be connected to. */
export const MAX_REGISTRIES = 1
export const MAX_GATEWAY_CONNECTORS = 1
