/**
 * The ways a service can be rolled out: what may bring traffic to its tasks meanwhile, what else belongs to each way, and
 * the ranges of their settings.
 */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
  checked: '2026-11-26',
}

export const controllers = ['ECS', 'CODE_DEPLOY', 'EXTERNAL'] as const
export const strategies = ['ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'] as const

export type Controller = (typeof controllers)[number]
export type Strategy = (typeof strategies)[number]

/** A strategy of the ECS controller, or another controller. */
export type DeploymentType = Strategy | 'CODE_DEPLOY' | 'EXTERNAL'

/** What CreateService takes when controller, or strategy, is left out. */
export const defaultController: Controller = 'ECS'
export const defaultStrategy: Strategy = 'ROLLING'

interface DeploymentFact {
  /** At the beginning of a sentence. */
  readonly name: string
  /** Moves traffic from the old revision to the new one by itself. */
  readonly shiftsTraffic: boolean
  readonly classicLoadBalancer: boolean
  readonly serviceConnect: boolean
  readonly daemon: boolean
  /** A service that nothing sends traffic to: `pointless` where AWS takes it, but has nothing to shift. */
  readonly withoutTraffic: 'yes' | 'pointless' | 'no'
}

/**
 * Application and Network Load Balancers go with every type; with EXTERNAL they stand on the task sets. Rolling: a Classic
 * one has limits of its own, on the network mode.
 */
export const deploymentTypes: Readonly<Record<DeploymentType, DeploymentFact>> = {
  ROLLING: {
    name: 'A rolling update',
    shiftsTraffic: false,
    classicLoadBalancer: true,
    serviceConnect: true,
    daemon: true,
    withoutTraffic: 'yes',
  },
  BLUE_GREEN: {
    name: 'A blue/green deployment',
    shiftsTraffic: true,
    classicLoadBalancer: false,
    serviceConnect: true,
    daemon: false,
    withoutTraffic: 'pointless',
  },
  LINEAR: {
    name: 'A linear deployment',
    shiftsTraffic: true,
    classicLoadBalancer: false,
    serviceConnect: true,
    daemon: false,
    withoutTraffic: 'no',
  },
  CANARY: {
    name: 'A canary deployment',
    shiftsTraffic: true,
    classicLoadBalancer: false,
    serviceConnect: true,
    daemon: false,
    withoutTraffic: 'no',
  },
  CODE_DEPLOY: {
    name: 'A deployment by CodeDeploy',
    shiftsTraffic: true,
    classicLoadBalancer: false,
    serviceConnect: false,
    daemon: false,
    withoutTraffic: 'no',
  },
  EXTERNAL: {
    name: 'A deployment by a tool of your own',
    shiftsTraffic: false,
    classicLoadBalancer: false,
    serviceConnect: false,
    daemon: false,
    withoutTraffic: 'yes',
  },
}

/** Members of `DeploymentConfiguration` that one strategy has to itself. */
export const membersOfStrategy = {
  canaryConfiguration: 'CANARY',
  linearConfiguration: 'LINEAR',
  earlySuccessCriteria: 'ROLLING',
} as const satisfies Readonly<Record<string, Strategy>>

/** Percent of the desired count that must, and may, run during a rolling update, when the service does not say. */
export const defaultPercents = {
  REPLICA: { minimum: 100, maximum: 200 },
  DAEMON: { minimum: 0, maximum: 100 },
} as const

/** Where `minimumHealthyPercent` ends and `maximumPercent` begins. A daemon's maximum is always 100. */
export const percentLimits = { minimum: { from: 0, to: 100 }, maximum: { from: 100 } } as const

/** Shares of the traffic, in percent. */
export const trafficSteps = {
  canary: { from: 0.1, to: 100, step: 0.1 },
  linear: { from: 3, to: 100, step: 0.1 },
} as const

/** Time between two steps, in minutes. */
export const stepBakeMinutes = { from: 0, to: 1440 } as const

/** `DeploymentLifecycleHook`: what a hook is, when it runs, and what happens when it takes too long. */
export const hookTargets = ['AWS_LAMBDA', 'PAUSE'] as const
export const lifecycleStages = [
  'RECONCILE_SERVICE',
  'PRE_SCALE_UP',
  'POST_SCALE_UP',
  'TEST_TRAFFIC_SHIFT',
  'POST_TEST_TRAFFIC_SHIFT',
  'PRE_PRODUCTION_TRAFFIC_SHIFT',
  'PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
] as const
export const timeoutActions = ['CONTINUE', 'ROLLBACK'] as const

/** `ThresholdConfiguration`: how the circuit breaker counts failures. */
export const thresholdTypes = ['BOUNDED_PERCENT', 'UNBOUNDED_PERCENT', 'COUNT'] as const

/** `ServiceRevisionCleanup`: whether the end of a deployment waits for the old tasks. */
export const revisionCleanups = ['BLOCKING', 'DEFERRED'] as const

/** Where a PAUSE hook can't stop a deployment. */
export const stagesWithoutPause: readonly string[] = ['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT']

/** What a service with the EXTERNAL controller leaves to its task sets (`CreateTaskSet`). */
export const membersOfTaskSets = [
  'taskDefinition',
  'launchType',
  'capacityProviderStrategy',
  'platformVersion',
  'networkConfiguration',
  'loadBalancers',
  'serviceRegistries',
] as const

/** CodeDeploy's configuration for ECS that moves all traffic at once; behind a Network Load Balancer it knows no other. */
export const ALL_AT_ONCE = 'CodeDeployDefault.ECSAllAtOnce'

/** Parts of the names of CodeDeploy's configurations that move traffic step by step. */
export const stepwiseConfigs: readonly string[] = ['Canary', 'Linear']
