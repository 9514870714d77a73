/** What AWS fills in where a file says nothing: its answers hold it, so it is no change. */
import { parseCpu, parseMemory } from '../../../aws/facts/task-size'
import { toText } from '../../../basics/convert'
import { isObject, type Json, matches } from '../../../basics/json'
import { own } from '../../../basics/own'
import type { Field } from '../../../elements/schema-fields'

/** A place in a spec, as a pattern: a star stands for an item of a list. */
export interface At {
  readonly kind: string
  readonly pattern: string
  /** What the kind's schema knows of it. */
  readonly field: Field | undefined
  /** The object that holds the member. */
  readonly holder: Readonly<Record<string, unknown>>
  readonly spec: Readonly<Record<string, unknown>>
}

/**
 * Values that AWS's answers hold beside the defaults of the schemas, by kind and place.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTaskDefinition.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html
 */
const filledIn: Readonly<Record<string, Readonly<Record<string, readonly Json[]>>>> = {
  'task-definition': {
    '/containerDefinitions/*/cpu': [0],
    '/containerDefinitions/*/healthCheck/startPeriod': [0],
    '/containerDefinitions/*/firelensConfiguration/options/enable-ecs-log-metadata': ['true'],
    '/volumes/*/efsVolumeConfiguration/rootDirectory': ['/'],
    '/volumes/*/efsVolumeConfiguration/transitEncryption': ['DISABLED'],
    '/volumes/*/efsVolumeConfiguration/authorizationConfig/iam': ['DISABLED'],
    '/volumes/*/dockerVolumeConfiguration/scope': ['task'],
    '/proxyConfiguration/type': ['APPMESH'],
  },
  service: {
    '/availabilityZoneRebalancing': ['ENABLED', 'DISABLED'],
    '/deploymentConfiguration/bakeTimeInMinutes': [0],
    '/deploymentConfiguration/maximumPercent': [200],
    '/deploymentConfiguration/minimumHealthyPercent': [100],
    '/deploymentConfiguration/strategy': ['ROLLING'],
    '/deploymentController/type': ['ECS'],
    '/healthCheckGracePeriodSeconds': [0],
    '/networkConfiguration/awsvpcConfiguration/assignPublicIp': ['DISABLED'],
    '/platformVersion': ['LATEST'],
    '/propagateTags': ['NONE'],
  },
}

/** Would AWS answer with this where nothing was said? */
export function isImplied(value: unknown, at: At): boolean {
  if (value === null) return true
  if (Array.isArray(value)) return value.length === 0
  if (isObject(value))
    return Object.entries(value).every(([key, member]) => isImplied(member, memberAt(at, key, value)))
  // What can be switched on is off, unless its default says otherwise.
  if (value === false) return at.field?.default !== 'true'
  if (at.field?.default !== undefined && toText(value) === at.field.default) return true
  return isFilledIn(value, at)
}

function isFilledIn(value: unknown, { kind, pattern, holder, spec }: At): boolean {
  if (kind === 'task-definition' && pattern === '/containerDefinitions/*/portMappings/*/hostPort') {
    // With a network interface of the task's own, or the host's, it is the container's port; 0 stands for any.
    const isSame = spec.networkMode === 'awsvpc' || spec.networkMode === 'host'
    return value === (isSame ? holder.containerPort : 0)
  }
  const known = own(filledIn, kind)
  return known?.[pattern]?.some((one) => one === value) ?? false
}

/** The place of a member. */
export function memberAt(at: At, key: string, holder: Readonly<Record<string, unknown>>): At {
  const { field } = at
  const inner = field?.type === 'object' ? field.fields.find((one) => one.key === key) : undefined
  return {
    ...at,
    holder,
    field: inner,
    pattern: `${at.pattern}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  }
}

/** The place of any item of a list. */
export function itemAt(at: At): At {
  return { ...at, field: at.field?.type === 'list' ? at.field.item : undefined, pattern: `${at.pattern}/*` }
}

/** Values that AWS writes in another way than people do: `1 vCPU` is `1024`. */
const written: readonly {
  readonly kind: string
  readonly pattern: string
  readonly read: (text: string) => unknown
}[] = [
  { kind: 'task-definition', pattern: '/cpu', read: parseCpu },
  { kind: 'task-definition', pattern: '/memory', read: parseMemory },
]

/** Are two texts or numbers the same to AWS at that place? */
export function isSameScalar(a: unknown, b: unknown, { kind, pattern }: At): boolean {
  if (typeof a === 'object' || typeof b === 'object') return false
  if (toText(a) === toText(b)) return true
  const read = written.find((one) => one.kind === kind && matches(one.pattern, pattern))?.read
  const value = read?.(toText(a))
  return value !== undefined && value === read?.(toText(b))
}
