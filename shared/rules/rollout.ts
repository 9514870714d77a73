/** How a service is rolled out, as far as its spec says. Undefined is a placeholder, or a value that AWS does not have. */
import type { z } from 'zod'
import {
  type Controller,
  controllers,
  type DeploymentType,
  defaultController,
  defaultPercents,
  defaultStrategy,
  percentLimits,
  type Strategy,
  strategies,
} from '../aws/facts/deployments'
import type { Element } from '../design/design'
import type { service } from '../elements/service'
import { isAbsent, isWritten } from './reading'

export type ServiceSpec = z.output<typeof service.spec>

export function controllerOf({ deploymentController }: ServiceSpec): Controller | undefined {
  const type = deploymentController?.type || defaultController
  return controllers.find((one) => one === type)
}

export function strategyOf({ deploymentConfiguration }: ServiceSpec): Strategy | undefined {
  const strategy = deploymentConfiguration?.strategy || defaultStrategy
  return strategies.find((one) => one === strategy)
}

/** The strategy of the ECS controller, else the controller. */
export function deploymentTypeOf(spec: ServiceSpec): DeploymentType | undefined {
  const controller = controllerOf(spec)
  return controller === 'ECS' ? strategyOf(spec) : controller
}

/** REPLICA is what AWS takes when the service does not say. */
export function schedulingOf({ schedulingStrategy }: ServiceSpec): 'REPLICA' | 'DAEMON' | undefined {
  return (['REPLICA', 'DAEMON'] as const).find((one) => one === (schedulingStrategy || 'REPLICA'))
}

export interface Percents {
  readonly minimum: number
  readonly maximum: number
}

/** The limits of a rolling update, with AWS's defaults; undefined also for those that `service-percent-range` reports. */
export function percentsOf(element: Element, spec: ServiceSpec): Percents | undefined {
  const scheduling = schedulingOf(spec)
  if (scheduling === undefined) return undefined
  const defaults = defaultPercents[scheduling]
  const { minimumHealthyPercent, maximumPercent } = spec.deploymentConfiguration ?? {}
  const written = (member: string) => isWritten(element, `/deploymentConfiguration/${member}`)
  const minimum = minimumHealthyPercent ?? (written('minimumHealthyPercent') ? undefined : defaults.minimum)
  const maximum = maximumPercent ?? (written('maximumPercent') ? undefined : defaults.maximum)
  if (minimum === undefined || maximum === undefined) return undefined
  if (minimum < percentLimits.minimum.from || minimum > percentLimits.minimum.to) return undefined
  return maximum < percentLimits.maximum.from ? undefined : { minimum, maximum }
}

/** Does anything bring traffic to the service's tasks: a load balancer, Service Connect, VPC Lattice or a gateway? */
export function getsTraffic(spec: ServiceSpec): boolean {
  const { loadBalancers, serviceConnectConfiguration, vpcLatticeConfigurations, gatewayConnectors } = spec
  return (
    serviceConnectConfiguration?.enabled === true ||
    [loadBalancers, vpcLatticeConfigurations, gatewayConnectors].some((one) => !isAbsent(one))
  )
}
