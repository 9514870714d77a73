/** The resources of a stack while they are put together from the calls of a deployment. */

import { toProperties } from '../../aws/cloudformation/convert'
import { elementMark } from '../../aws/cloudformation/marks'
import { resourceNames } from '../../aws/cloudformation/names'
import type { ResourceNames } from '../../aws/cloudformation/resource-names'
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import { own } from '../../basics/own'
import type { Resource } from '../../deployment/deployment'
import { listenerPart } from '../../deployment/makers/load-balancing'
import { referTo } from '../../deployment/pieces'
import type { Design } from '../../design/design'
import type { MutableSpec } from '../../elements/kind'
import { objectsAt } from '../../elements/parts/reading'

/** Texts in its properties are in a deployment's words: references name resources and inputs. */
export interface Draft {
  /** That of the deployment's resource: an element's id, or that of a part. */
  readonly id: string
  readonly element: string
  readonly type: string
  /** The call that its properties are for. */
  readonly call: string
  properties: MutableSpec
  /** Ids of resources that must be there before. */
  after: string[]
  /** Members of the call's input, by pointer, that CloudFormation does not have. */
  readonly left: readonly string[]
}

export interface Drafts {
  readonly all: Map<string, Draft>
  /** Calls that became a member of another resource, and which. */
  readonly folded: Map<string, string>
  /** Calls that CloudFormation can't make. */
  readonly unmade: Resource[]
}

/** Draws up the resources of a deployment's calls. */
export function draftsOf(resources: readonly Resource[], design: Design): Drafts {
  const drafts: Drafts = { all: new Map(), folded: new Map(), unmade: [] }
  for (const resource of asDrawn(resources, design)) {
    const fold = own(folds, resource.type)
    const owner = drafts.all.get(resource.element)
    if (fold && owner && fold(owner, resource.input as MutableSpec, drafts, resource)) {
      drafts.folded.set(resource.id, owner.id)
    } else if (isNotMade(resource, design)) drafts.unmade.push(resource)
    else if (!fold || SEPARATE.has(resource.type)) draw(drafts, resource)
  }
  // Some calls became a resource of another type.
  for (const id of drafts.all.keys()) drafts.folded.delete(id)
  return drafts
}

const LISTENING = ['elbv2:CreateListener', 'elbv2:CreateRule'] as const

/** Listeners and rules of a load balancer in the order in which it has them, not in that in which they can be made. */
function asDrawn(resources: readonly Resource[], { elements }: Design): readonly Resource[] {
  const sorted = [...resources]
  for (const type of LISTENING) {
    const owners = new Set(sorted.filter((one) => one.type === type).map(({ element }) => element))
    for (const owner of owners) {
      const places = sorted.flatMap((one, at) => (one.type === type && one.element === owner ? [at] : []))
      const parts = listeningParts(elements[owner]?.spec ?? {})
      const rank = ({ id }: Resource) => {
        const at = parts.indexOf(id.slice(owner.length + 1))
        return at < 0 ? parts.length : at
      }
      const inOrder = places.flatMap((at) => sorted[at] ?? []).sort((a, b) => rank(a) - rank(b))
      for (const [index, at] of places.entries()) sorted[at] = inOrder[index] as Resource
    }
  }
  return sorted
}

function listeningParts(spec: MutableSpec): readonly string[] {
  return objectsAt(spec, '/Listeners').flatMap(([index, listener]) => {
    const part = listenerPart(listener, index)
    return [
      part,
      ...objectsAt(listener, '/Rules').map(([, { Priority }]) => `${part}-rule-${toText(Priority)}`),
    ]
  })
}

/** A call that stands for itself where it can't be folded. */
const SEPARATE: ReadonlySet<string> = new Set(['ecs:PutClusterCapacityProviders'])

const NOT_MADE: ReadonlySet<string> = new Set(['ecs:RunTask', 'ecs:StartTask'])

/** CloudFormation makes parameters in plain text only; a template that was imported keeps what it had. */
export function isSecureString({ type, input }: Resource): boolean {
  return type === 'ssm:PutParameter' && input.Type === 'SecureString'
}

function isNotMade(resource: Resource, { elements }: Design): boolean {
  return isSecureString(resource) && elementMark(elements[resource.element]).logicalId === undefined
}

function draw(drafts: Drafts, resource: Resource): void {
  const { id, element, type, input, after } = resource
  const names = resourceNames[type]
  if (!names || NOT_MADE.has(type)) {
    drafts.unmade.push(resource)
    return
  }
  const { properties, left } = toProperties(names, input)
  drafts.all.set(id, { id, element, type: names.type, call: type, properties, after: [...after], left })
  const policy = (input as MutableSpec).Attributes?.Policy
  if (type === 'sqs:CreateQueue' && policy !== undefined) {
    addPolicy(drafts, resource, 'AWS::SQS::QueuePolicy', 'Queues', referTo(id, 'url'), policy)
  }
  if (type === 'sns:CreateTopic' && policy !== undefined) {
    addPolicy(drafts, resource, 'AWS::SNS::TopicPolicy', 'Topics', referTo(id, 'arn'), policy)
  }
}

/** Puts a call into its element's own resource; false: it stands for itself. */
type Fold = (owner: Draft, input: MutableSpec, drafts: Drafts, resource: Resource) => boolean

/** A policy document as an object. */
export function parsed(document: unknown): unknown {
  if (typeof document !== 'string') return document
  try {
    const value: unknown = JSON.parse(document)
    return isObject(value) ? value : document
  } catch {
    return document
  }
}

const folds: Readonly<Record<string, Fold>> = {
  'logs:PutRetentionPolicy': (owner, { retentionInDays }) => {
    owner.properties.RetentionInDays = retentionInDays
    return true
  },
  'ecr:PutLifecyclePolicy': (owner, { lifecyclePolicyText, registryId }) => {
    owner.properties.LifecyclePolicy = {
      LifecyclePolicyText: lifecyclePolicyText,
      ...(registryId === undefined ? {} : { RegistryId: registryId }),
    }
    return true
  },
  'ecr:SetRepositoryPolicy': (owner, { policyText }) => {
    owner.properties.RepositoryPolicyText = parsed(policyText)
    return true
  },
  'efs:PutFileSystemPolicy': (owner, { Policy }) => {
    owner.properties.FileSystemPolicy = parsed(Policy)
    return true
  },
  'ec2:ModifySubnetAttribute': (owner, { MapPublicIpOnLaunch }) => {
    owner.properties.MapPublicIpOnLaunch = MapPublicIpOnLaunch?.Value
    return true
  },
  'ec2:ModifyVpcAttribute': (owner, { EnableDnsHostnames }) => {
    owner.properties.EnableDnsHostnames ??= EnableDnsHostnames?.Value
    return true
  },
  // The specs of these hold all of it in CloudFormation's words, and are read as they are.
  'ec2:AuthorizeSecurityGroupIngress': () => true,
  'ec2:AuthorizeSecurityGroupEgress': () => true,
  'ec2:RevokeSecurityGroupEgress': () => true,
  'iam:AttachRolePolicy': () => true,
  'iam:PutRolePolicy': () => true,
  'iam:AddRoleToInstanceProfile': () => true,
  'elbv2:ModifyLoadBalancerAttributes': (owner, { Attributes }) => {
    owner.properties.LoadBalancerAttributes = Attributes
    return true
  },
  'elbv2:ModifyTargetGroupAttributes': (owner, { Attributes }) => {
    owner.properties.TargetGroupAttributes = Attributes
    return true
  },
  'ecs:PutClusterCapacityProviders': (owner, { capacityProviders, defaultCapacityProviderStrategy }) => {
    const providers: unknown[] = Array.isArray(capacityProviders) ? capacityProviders : []
    // Providers of one's own may need the cluster, and must be let go before them.
    if (!providers.every((provider) => provider === 'FARGATE' || provider === 'FARGATE_SPOT')) return false
    owner.properties.CapacityProviders = providers
    const strategy = toProperties(resourceNames['ecs:CreateCluster'] as ResourceNames, {
      defaultCapacityProviderStrategy,
    }).properties.DefaultCapacityProviderStrategy
    if (Array.isArray(strategy) && strategy.length > 0)
      owner.properties.DefaultCapacityProviderStrategy = strategy
    return true
  },
  'sqs:SetQueueAttributes': (owner, { QueueUrl, Attributes }, drafts, resource) => {
    const { Policy, ...others } = isObject(Attributes) ? Attributes : {}
    for (const [name, value] of Object.entries(others)) owner.properties[name] = parsed(value)
    if (Policy !== undefined) addPolicy(drafts, resource, 'AWS::SQS::QueuePolicy', 'Queues', QueueUrl, Policy)
    return true
  },
  'sns:SetTopicAttributes': (_, { TopicArn, AttributeName, AttributeValue }, drafts, resource) => {
    if (AttributeName === 'Policy') {
      addPolicy(drafts, resource, 'AWS::SNS::TopicPolicy', 'Topics', TopicArn, AttributeValue)
    }
    return true
  },
}

function addPolicy(
  { all }: Drafts,
  { id, element, type, after }: Resource,
  policyType: string,
  member: string,
  owner: unknown,
  document: unknown,
): void {
  const properties = { [member]: [owner], PolicyDocument: parsed(document) }
  const policyId = id === element ? `${id}/policy` : id
  all.set(policyId, {
    id: policyId,
    element,
    type: policyType,
    call: type,
    properties,
    after: [...after],
    left: [],
  })
}
