/** What stands in front of a service's pods. */
import type { Front } from '../../graph/traffic'
import type { Source } from '../conversion'

export interface Port {
  readonly name: string
  readonly port: number
  readonly targetPort: number
  readonly protocol: string
}

export interface Entrance {
  readonly front: Front
  readonly port: Port
  readonly targetGroup: Source | undefined
}

/** Members of a target group and the annotations that stand for them, after the controller's prefix. */
export const HEALTH: readonly (readonly [string, string])[] = [
  ['HealthCheckPath', 'healthcheck-path'],
  ['HealthCheckPort', 'healthcheck-port'],
  ['HealthCheckProtocol', 'healthcheck-protocol'],
  ['HealthCheckIntervalSeconds', 'healthcheck-interval-seconds'],
  ['HealthCheckTimeoutSeconds', 'healthcheck-timeout-seconds'],
  ['HealthyThresholdCount', 'healthy-threshold-count'],
  ['UnhealthyThresholdCount', 'unhealthy-threshold-count'],
  ['Matcher', 'success-codes'],
]
