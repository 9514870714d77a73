/** Capacity providers, and the strategies that spread tasks over them: names, ranges, and what Fargate Spot runs. */
import type { FactSource } from './fact'
import type { Architecture } from './instance-types'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html',
  checked: '2026-11-26',
}

/** The two that everybody has. They are associated with a cluster like any other, but never made. */
export const FARGATE = 'FARGATE'
export const FARGATE_SPOT = 'FARGATE_SPOT'

/** `CapacityProviderStrategyItem`. */
export const strategyLimits = {
  providers: 20,
  base: { min: 0, max: 100_000 },
  weight: { min: 0, max: 1000 },
} as const

/** Names of one's own: characters at most, which ones, and how none may begin. */
export const providerName = {
  max: 255,
  character: /[A-Za-z0-9_-]/,
  reserved: ['aws', 'ecs', 'fargate'],
} as const

/** `ManagedScaling`: percent of the group that is used, and seconds until a new instance counts. */
export const managedScalingLimits = {
  targetCapacity: { min: 1, max: 100 },
  instanceWarmupPeriod: { min: 0, max: 10_000 },
} as const

/** `InfrastructureOptimization.scaleInAfter` in seconds; -1 is never. */
export const scaleInAfter = { min: -1, max: 3600 } as const

/** The oldest Linux platform version on which Fargate Spot runs tasks of an architecture. Windows it does not run. */
export const spotPlatform: Readonly<Record<Architecture, string>> = { X86_64: '1.3.0', ARM64: '1.4.0' }
