/** Resources that are a part of an element: a listener of its load balancer, a mount target of its file system. */
import { isObject } from '../../basics/json'
import type { MutableSpec } from '../../elements/kind'
import { labelOf } from '../../elements/kinds'
import { say } from '../../texts/text'
import { connect } from '../collect/collector'
import { kindOfId, markPart, noteOn, type Reading, specOf } from './reading'
import type { TemplateResource } from './template'
import { inputOf, refersTo } from './values'

type PartReader = (reading: Reading, resource: TemplateResource) => boolean

/** The element that a property of a resource refers to, when it is of one of the kinds. */
export function ownerAt(
  { scope }: Reading,
  { properties }: TemplateResource,
  member: string,
  kinds: readonly string[],
): string | undefined {
  const value = properties[member]
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value
  const target = scope.targets.get(refersTo(only) ?? '')
  return target && kinds.includes(target.kind) ? target.id : undefined
}

function merged(reading: Reading, resource: TemplateResource, id: string): true {
  const kind = labelOf(kindOfId(reading, id))
  noteOn(reading, 'mapped', 'part', resource, [], say`It became a part of ${kind} “${id}”.`, id)
  return true
}

function without(input: MutableSpec, ...members: readonly string[]): MutableSpec {
  return Object.fromEntries(Object.entries(input).filter(([member]) => !members.includes(member)))
}

function push(spec: MutableSpec, member: string, item: unknown): number {
  const list: unknown[] = Array.isArray(spec[member]) ? spec[member] : []
  spec[member] = [...list, item]
  return list.length
}

const loadBalancers = ['application-load-balancer', 'network-load-balancer', 'gateway-load-balancer']

const listener: PartReader = (reading, resource) => {
  const id = ownerAt(reading, resource, 'LoadBalancerArn', loadBalancers)
  if (id === undefined) return false
  const spec = specOf(reading, id)
  const index = Array.isArray(spec.Listeners) ? spec.Listeners.length : 0
  const input = inputOf(reading, resource, 'elbv2:CreateListener', id, `/Listeners/${index}`)
  push(spec, 'Listeners', without(input, 'LoadBalancerArn'))
  markPart(reading, id, resource)
  reading.listeners.set(resource.logicalId, { id, index })
  return merged(reading, resource, id)
}

/** The listener of this template that a resource is for. */
function listenerOf(reading: Reading, { properties }: TemplateResource) {
  const found = reading.listeners.get(refersTo(properties.ListenerArn) ?? '')
  const spec = found && specOf(reading, found.id).Listeners?.[found.index]
  return isObject(spec) ? { ...found, spec: spec as MutableSpec } : undefined
}

const listenerRule: PartReader = (reading, resource) => {
  const found = listenerOf(reading, resource)
  if (found?.id === undefined) return false
  const { id, index, spec } = found
  const at = `/Listeners/${index}/Rules/${Array.isArray(spec.Rules) ? spec.Rules.length : 0}`
  push(spec, 'Rules', without(inputOf(reading, resource, 'elbv2:CreateRule', id, at), 'ListenerArn'))
  markPart(reading, id, resource)
  return merged(reading, resource, id)
}

const listenerCertificate: PartReader = (reading, resource) => {
  const found = listenerOf(reading, resource)
  const { Certificates } = resource.properties
  if (found?.id === undefined || !Array.isArray(Certificates)) return false
  // The first certificate of a listener is its default one: without it these can't follow.
  if (!Array.isArray(found.spec.Certificates) || found.spec.Certificates.length === 0) return false
  const at = `/Listeners/${found.index}`
  const input = inputOf(reading, resource, 'elbv2:AddListenerCertificates', found.id, at)
  for (const certificate of input.Certificates) push(found.spec, 'Certificates', certificate)
  markPart(reading, found.id, resource)
  return merged(reading, resource, found.id)
}

/** A part that is an item of a list in its owner's spec. */
function itemOf(owner: string, kind: string, member: string, call: string): PartReader {
  return (reading, resource) => {
    const id = ownerAt(reading, resource, owner, [kind])
    if (id === undefined) return false
    const spec = specOf(reading, id)
    const index = Array.isArray(spec[member]) ? spec[member].length : 0
    const input = without(inputOf(reading, resource, call, id, `/${member}/${index}`), owner)
    push(spec, member, input)
    markPart(reading, id, resource, { of: input })
    return merged(reading, resource, id)
  }
}

const rolePolicy: PartReader = (reading, resource) => {
  const { Users, Groups } = resource.properties
  const owner = resource.type === 'AWS::IAM::RolePolicy' ? 'RoleName' : 'Roles'
  const id = ownerAt(reading, resource, owner, ['iam-role'])
  if (id === undefined || Users !== undefined || Groups !== undefined) return false
  const spec = specOf(reading, id)
  if (spec.Policies !== undefined && !Array.isArray(spec.Policies)) return false
  const index = spec.Policies?.length ?? 0
  const input = inputOf(reading, resource, 'iam:PutRolePolicy', id, `/Policies/${index}`)
  const policy = without(input, 'Roles', 'RoleName')
  push(spec, 'Policies', policy)
  markPart(reading, id, resource, { of: policy.PolicyName })
  return merged(reading, resource, id)
}

const capacityProviders: PartReader = (reading, resource) => {
  const id = ownerAt(reading, resource, 'Cluster', ['cluster'])
  if (id === undefined) return false
  const input = inputOf(reading, resource, 'ecs:PutClusterCapacityProviders', id)
  const { capacityProviders: providers, defaultCapacityProviderStrategy: strategy } = input
  const spec = specOf(reading, id)
  if (providers !== undefined) spec.capacityProviders = providers
  if (!Array.isArray(strategy) || strategy.length > 0) spec.defaultCapacityProviderStrategy = strategy
  markPart(reading, id, resource)
  return merged(reading, resource, id)
}

const gatewayAttachment: PartReader = (reading, resource) => {
  const id = ownerAt(reading, resource, 'InternetGatewayId', ['internet-gateway'])
  if (id === undefined) return false
  const { VpcId } = inputOf(reading, resource, 'ec2:AttachInternetGateway', id)
  specOf(reading, id).VpcId = VpcId
  markPart(reading, id, resource)
  return merged(reading, resource, id)
}

const vpcRange: PartReader = (reading, resource) => {
  const id = ownerAt(reading, resource, 'VpcId', ['vpc'])
  const { VpcId: _, ...rest } = resource.properties
  if (id === undefined || rest.AmazonProvidedIpv6CidrBlock !== true || Object.keys(rest).length > 1)
    return false
  specOf(reading, id).AmazonProvidedIpv6CidrBlock = true
  markPart(reading, id, resource)
  return merged(reading, resource, id)
}

const webAclAssociation: PartReader = (reading, resource) => {
  const from = ownerAt(reading, resource, 'WebACLArn', ['web-acl'])
  const to = ownerAt(reading, resource, 'ResourceArn', ['application-load-balancer'])
  if (from === undefined || to === undefined) return false
  return line(reading, resource, from, to, 'protects')
}

const subscription: PartReader = (reading, resource) => {
  const from = ownerAt(reading, resource, 'TopicArn', ['sns-topic'])
  const to = ownerAt(reading, resource, 'Endpoint', ['sqs-queue'])
  const plain = Object.keys(resource.properties).every((key) =>
    ['TopicArn', 'Endpoint', 'Protocol'].includes(key),
  )
  if (from === undefined || to === undefined || !plain || resource.properties.Protocol !== 'sqs') return false
  return line(reading, resource, from, to, 'feeds')
}

const volumeAttachment: PartReader = (reading, resource) => {
  const from = ownerAt(reading, resource, 'InstanceId', ['container-instance'])
  const to = ownerAt(reading, resource, 'VolumeId', ['ebs-volume'])
  if (from === undefined || to === undefined) return false
  const { Device } = resource.properties
  return line(reading, resource, from, to, 'mounts', Device === undefined ? {} : { Device })
}

/** A resource that is a line of the drawing. */
function line(
  reading: Reading,
  resource: TemplateResource,
  from: string,
  to: string,
  meaning: string,
  properties?: Readonly<Record<string, unknown>>,
): boolean {
  connect(reading.collector, { from, to, meaning })
  markPart(reading, from, resource, properties ? { properties } : {})
  const text = say`It became the line from “${from}” to “${to}”.`
  noteOn(reading, 'mapped', 'line', resource, [], text, from)
  return true
}

/** A queue's or topic's policy is one of its attributes. */
function attributePolicy(member: string, kind: string): PartReader {
  return (reading, resource) => {
    const id = ownerAt(reading, resource, member, [kind])
    const call = kind === 'sqs-queue' ? 'sqs:SetQueueAttributes' : 'sns:SetTopicAttributes'
    if (id === undefined || specOf(reading, id).Attributes?.Policy !== undefined) return false
    const { PolicyDocument } = inputOf(reading, resource, call, id)
    const spec = specOf(reading, id)
    const Policy = isObject(PolicyDocument) ? JSON.stringify(PolicyDocument) : PolicyDocument
    spec.Attributes = { ...spec.Attributes, Policy }
    markPart(reading, id, resource)
    return merged(reading, resource, id)
  }
}

/** An address that only one NAT gateway uses comes with the gateway. */
const address: PartReader = (reading, resource) => {
  const users = [...reading.resources.values()].filter(({ properties }) =>
    JSON.stringify(properties).includes(`"${resource.logicalId}"`),
  )
  const [user] = users
  const target = user && reading.scope.targets.get(user.logicalId)
  if (users.length !== 1 || target?.kind !== 'nat-gateway') return false
  const { Domain, ...rest } = resource.properties
  if (refersTo(user?.properties.AllocationId) !== resource.logicalId || Object.keys(rest).length > 0)
    return false
  const spec = specOf(reading, target.id)
  delete spec.AllocationId
  markPart(reading, target.id, resource, Domain === 'vpc' ? {} : { properties: { Domain } })
  return merged(reading, resource, target.id)
}

/** The type of a deployment group's application is always ECS here. */
const application: PartReader = (reading, resource) => {
  const { ComputePlatform, ApplicationName, ...rest } = resource.properties
  if (ComputePlatform !== 'ECS' || Object.keys(rest).length > 0) return false
  const groups = [...reading.resources.values()].filter(
    ({ type, properties }) =>
      type === 'AWS::CodeDeploy::DeploymentGroup' &&
      (refersTo(properties.ApplicationName) === resource.logicalId ||
        properties.ApplicationName === ApplicationName),
  )
  const target = reading.scope.targets.get(groups[0]?.logicalId ?? '')
  if (!target || typeof ApplicationName !== 'string') return false
  for (const { logicalId } of groups) {
    const id = reading.scope.targets.get(logicalId)?.id
    if (id !== undefined) specOf(reading, id).applicationName = ApplicationName
  }
  markPart(reading, target.id, resource)
  return merged(reading, resource, target.id)
}

/** How resources of a type become parts; in this order, since rules need their listeners. */
export const partReaders: readonly (readonly [type: string, read: PartReader])[] = [
  ['AWS::ElasticLoadBalancingV2::Listener', listener],
  ['AWS::ElasticLoadBalancingV2::ListenerRule', listenerRule],
  ['AWS::ElasticLoadBalancingV2::ListenerCertificate', listenerCertificate],
  [
    'AWS::EFS::MountTarget',
    itemOf('FileSystemId', 'efs-file-system', 'MountTargets', 'efs:CreateMountTarget'),
  ],
  [
    'AWS::EFS::AccessPoint',
    itemOf('FileSystemId', 'efs-file-system', 'AccessPoints', 'efs:CreateAccessPoint'),
  ],
  [
    'AWS::EC2::SecurityGroupIngress',
    itemOf('GroupId', 'security-group', 'SecurityGroupIngress', 'ec2:AuthorizeSecurityGroupIngress'),
  ],
  [
    'AWS::EC2::SecurityGroupEgress',
    itemOf('GroupId', 'security-group', 'SecurityGroupEgress', 'ec2:AuthorizeSecurityGroupEgress'),
  ],
  ['AWS::IAM::Policy', rolePolicy],
  ['AWS::IAM::RolePolicy', rolePolicy],
  ['AWS::ECS::ClusterCapacityProviderAssociations', capacityProviders],
  ['AWS::EC2::VPCGatewayAttachment', gatewayAttachment],
  ['AWS::EC2::VPCCidrBlock', vpcRange],
  ['AWS::EC2::EIP', address],
  ['AWS::WAFv2::WebACLAssociation', webAclAssociation],
  ['AWS::SNS::Subscription', subscription],
  ['AWS::EC2::VolumeAttachment', volumeAttachment],
  ['AWS::SQS::QueuePolicy', attributePolicy('Queues', 'sqs-queue')],
  ['AWS::SNS::TopicPolicy', attributePolicy('Topics', 'sns-topic')],
  ['AWS::CodeDeploy::Application', application],
]
