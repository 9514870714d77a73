/** How ECS picks a container instance for a task. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementStrategy.html',
  checked: '2026-11-26',
}

/** `PlacementStrategyType`. */
export const placementStrategies = ['spread', 'binpack', 'random'] as const

/** What tasks can be packed by. Letter case is free. */
export const packedBy: readonly string[] = ['cpu', 'memory']

/** What tasks can be spread over, besides attributes of the instances. */
export const spreadOver: readonly string[] = ['instanceid', 'host']

/** An attribute of container instances, such as `attribute:ecs.availability-zone`. */
export const ATTRIBUTE = 'attribute:'

export const MAX_STRATEGIES = 5

/** `PlacementConstraintType`. */
export const placementConstraints = ['distinctInstance', 'memberOf'] as const

/** Characters of an expression in the cluster query language. */
export const EXPRESSION_LENGTH = 2000
