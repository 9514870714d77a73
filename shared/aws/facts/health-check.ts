/** What a container's health check may say, in seconds (`retries`: how often). */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
  checked: '2026-11-26',
}

export interface HealthCheckRange {
  readonly min: number
  readonly max: number
  /** What ECS takes when the member is left out. */
  readonly default: number
}

export const healthCheckRanges = {
  interval: { min: 5, max: 300, default: 30 },
  timeout: { min: 2, max: 60, default: 5 },
  retries: { min: 1, max: 10, default: 3 },
  startPeriod: { min: 0, max: 300, default: 0 },
} as const satisfies Readonly<Record<string, HealthCheckRange>>

/** AWS's CDK lets timeouts pass up to here, although the API's documentation ends at the maximum above. */
export const TOLERATED_TIMEOUT = 120

/** How a command begins: with the program and its arguments, or with one line for the container's shell. */
export const healthCheckForms = ['CMD', 'CMD-SHELL'] as const
