/** Finds services and runs of tasks in a file: in the answers and inputs of the ECS API. */
import { isObject, toPointer } from '../../basics/json'
import { service } from '../../elements/service'
import { task } from '../../elements/task'
import type { Document } from '../reading/documents'

/** `answer`: what AWS tells of a service. `input`: CreateService. `update`: UpdateService. `run`: RunTask or StartTask. */
export type ServiceShape = 'answer' | 'input' | 'update' | 'run'

export interface ServiceDocument {
  readonly file: string
  readonly pointer: string
  readonly shape: ServiceShape
  readonly body: Readonly<Record<string, unknown>>
  /** Members beside the service in its wrapper. */
  readonly beside?: { readonly pointer: string; readonly members: readonly string[] }
}

/** The services of a document; undefined where it is something else. */
export function servicesIn({ value, file, pointer }: Document): readonly ServiceDocument[] | undefined {
  if (Array.isArray(value)) {
    const all = value.map((item, index) => oneIn(item, file, pointer + toPointer([index])))
    const found = all.filter((one) => one !== undefined)
    return found.length > 0 && found.length === all.length ? found : undefined
  }
  if (!isObject(value)) return undefined
  if (Array.isArray(value.services) && value.services.length > 0 && value.services.every(isAnswer)) {
    const members = Object.keys(value).filter((member) => member !== 'services')
    return value.services.map((body, index) => ({
      ...{ file, pointer: `${pointer}/services/${index}`, shape: 'answer' as const, body },
      ...(index === 0 ? { beside: { pointer, members } } : {}),
    }))
  }
  const one = oneIn(value, file, pointer)
  return one && [one]
}

function oneIn(value: unknown, file: string, pointer: string): ServiceDocument | undefined {
  if (!isObject(value)) return undefined
  if (isAnswer(value.service)) {
    const members = Object.keys(value).filter((member) => member !== 'service')
    const place = { file, pointer: `${pointer}/service`, beside: { pointer, members } }
    return { ...place, shape: 'answer', body: value.service }
  }
  if (isAnswer(value) && hasAny(value, ['serviceArn', 'deployments', 'runningCount'])) {
    return { file, pointer, shape: 'answer', body: value }
  }
  const shape = shapeOf(value)
  return shape && { file, pointer, shape, body: value }
}

function isAnswer(value: unknown): value is Record<string, unknown> {
  return isObject(value) && (typeof value.serviceName === 'string' || typeof value.serviceArn === 'string')
}

const UPDATE = ['service', 'forceNewDeployment']

/** Members of services that no other input of AWS has. */
const STRONG = [
  'serviceName',
  'schedulingStrategy',
  'deploymentConfiguration',
  'deploymentController',
  'forceNewDeployment',
  'healthCheckGracePeriodSeconds',
  'serviceRegistries',
  'serviceConnectConfiguration',
  'availabilityZoneRebalancing',
]

/** Members of runs that say more than which definition is meant. */
const RUNNING = [
  ...['cluster', 'count', 'overrides', 'startedBy', 'group', 'launchType', 'networkConfiguration'],
  ...['capacityProviderStrategy', 'containerInstances', 'platformVersion', 'referenceId'],
]

/** By members that only one of them has, and hardly any that none has: other tools know services, too. */
function shapeOf(value: Record<string, unknown>): ServiceShape | undefined {
  if (hasAny(value, ['containerDefinitions', 'apiVersion', 'Resources', 'resource', 'image', 'type']))
    return undefined
  const members = Object.keys(value)
  const isKnown = (shape: object, member: string) => Object.hasOwn(shape, member)
  const ofService = members.filter((member) => isKnown(service.spec.shape, member) || UPDATE.includes(member))
  const mostly = (known: readonly string[]) => known.length * 2 > members.length
  if (
    typeof value.service === 'string' &&
    hasAny(value, ['taskDefinition', 'desiredCount', ...STRONG]) &&
    mostly(ofService)
  ) {
    return 'update'
  }
  if (
    hasAny(value, STRONG) &&
    (value.services === undefined || typeof value.serviceName === 'string') &&
    mostly(ofService)
  ) {
    return typeof value.serviceName === 'string' ? 'input' : 'update'
  }
  if (value.desiredCount !== undefined && typeof value.taskDefinition === 'string') return 'input'
  const ofTask = members.filter((member) => isKnown(task.spec.shape, member))
  const runs = typeof value.taskDefinition === 'string' && hasAny(value, RUNNING) && mostly(ofTask)
  return runs ? 'run' : undefined
}

function hasAny(value: object, members: readonly string[]): boolean {
  return members.some((member) => Object.hasOwn(value, member))
}
