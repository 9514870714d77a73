/** What tasks use: storage, queues, tables, secrets, repositories and logs. */
import type { MutableSpec } from '../../elements/kind'
import { objectsAt } from '../../elements/parts/reading'
import { outgoing, sourcesOf } from '../../graph/graph'
import { say } from '../../texts/text'
import { type Maker, type Making, texts, without } from '../maker'
import { subnetIdsOf } from '../network-places'
import { referencedIn } from '../pieces'
import type { ResourceType } from '../resource-types'
import { documentText } from './identity'

/** A kind whose spec is the input of one call. */
export function plain(type: ResourceType): Maker {
  return ({ spec, add }) => {
    add(type, spec)
  }
}

export const ecrRepository: Maker = ({ id, spec, name, add, specs, note }) => {
  add('ecr:CreateRepository', without(spec, 'lifecyclePolicyText', 'policyText'))
  const repositoryName = specs.attribute(id, 'name')
  const registry = spec.registryId ? { registryId: spec.registryId } : {}
  const { lifecyclePolicyText, policyText } = spec
  if (lifecyclePolicyText) {
    const input = { ...registry, repositoryName, lifecyclePolicyText: documentText(lifecyclePolicyText) }
    add('ecr:PutLifecyclePolicy', input, 'lifecycle-policy')
  }
  if (policyText) {
    const input = { ...registry, repositoryName, policyText: documentText(policyText) }
    add('ecr:SetRepositoryPolicy', input, 'policy')
  }
  note('to-do', say`Repository “${name}” is empty when it is made. Push the images that tasks pull from it.`)
}

export const logGroup: Maker = ({ id, spec, add, specs }) => {
  add('logs:CreateLogGroup', without(spec, 'retentionInDays'))
  const { retentionInDays } = spec
  if (retentionInDays === undefined) return
  add(
    'logs:PutRetentionPolicy',
    { logGroupName: specs.attribute(id, 'logGroupName'), retentionInDays },
    'retention',
  )
}

export const efsFileSystem: Maker = ({ graph, id, spec, name, add, specs, note }) => {
  add('efs:CreateFileSystem', without(spec, 'MountTargets', 'AccessPoints', 'FileSystemPolicy'))
  const FileSystemId = specs.attribute(id, 'fileSystemId')
  const targets = objectsAt(spec, '/MountTargets')
  for (const [index, target] of targets) {
    add('efs:CreateMountTarget', { FileSystemId, ...target }, `mount-target-${index + 1}`)
  }
  if (targets.length === 0) {
    const { to } = outgoing(graph, id, 'in-network')[0] ?? {}
    note(
      'to-do',
      say`File system “${name}” has no mount target, so nothing can mount it. Connect it with a subnet of each Availability Zone.`,
      to === undefined ? '/MountTargets' : undefined,
    )
  }
  for (const [index, point] of objectsAt(spec, '/AccessPoints')) {
    const ClientToken = point.ClientToken || `${id}-access-point-${index + 1}`.slice(-64)
    add('efs:CreateAccessPoint', { FileSystemId, ...point, ClientToken }, `access-point-${index + 1}`)
  }
  if (spec.FileSystemPolicy !== undefined) {
    add('efs:PutFileSystemPolicy', { FileSystemId, Policy: documentText(spec.FileSystemPolicy) }, 'policy')
  }
}

const FSX_TYPES: Readonly<Record<string, string>> = {
  'fsx-lustre': 'LUSTRE',
  'fsx-ontap': 'ONTAP',
  'fsx-openzfs': 'OPENZFS',
  'fsx-windows': 'WINDOWS',
}

export const fsxFileSystem: Maker = (making) => {
  const { id, element, spec, add } = making
  spec.FileSystemType ||= FSX_TYPES[element.kind]
  if (texts(spec.SubnetIds).length === 0) spec.SubnetIds = subnetIdsOf(making, id)
  add('fsx:CreateFileSystem', spec)
}

export const s3filesFileSystem: Maker = ({ spec, add }) => {
  add('s3files:CreateFileSystem', spec)
}

export const s3Bucket: Maker = ({ graph, spec, name, add, note }) => {
  const { region } = graph.design
  // Outside us-east-1 a bucket must say where it is made, although the request goes there.
  if (
    region !== undefined &&
    region !== 'us-east-1' &&
    spec.CreateBucketConfiguration?.LocationConstraint === undefined
  ) {
    spec.CreateBucketConfiguration = { ...spec.CreateBucketConfiguration, LocationConstraint: region }
  }
  if (region === undefined && spec.CreateBucketConfiguration?.LocationConstraint === undefined) {
    note(
      'to-do',
      say`Bucket “${name}” is made in us-east-1 only, since the design has no Region. Set the design’s Region.`,
    )
  }
  add('s3api:CreateBucket', spec)
}

export const ebsVolume: Maker = (making) => {
  const { id, spec, name, inputs, add } = making
  if (!spec.AvailabilityZone && !spec.AvailabilityZoneId) {
    spec.AvailabilityZone = inputs.ask({
      name: `${id}-availability-zone`,
      type: 'availability-zone',
      text: say`The Availability Zone of EBS volume “${name}”.`,
      element: id,
    })
  }
  add('ec2:CreateVolume', spec)
}

export const secret: Maker = ({ spec, name, add, note }) => {
  add('secretsmanager:CreateSecret', without(spec, 'RotationEnabled'))
  note(
    'to-do',
    say`Secret “${name}” is made without a value, since a design holds none. Put its value before tasks read it.`,
  )
  if (spec.RotationEnabled === true) {
    note(
      'to-do',
      say`The rotation of secret “${name}” needs a function and a schedule, which are not drawn. Set it up after.`,
      '/RotationEnabled',
    )
  }
}

export const ssmParameter: Maker = ({ id, spec, name, inputs, add }) => {
  spec.Type ||= 'SecureString'
  const Value = inputs.ask({
    name: `${id}-value`,
    type: 'secret-value',
    text: say`The value of SSM parameter “${name}”.`,
    element: id,
  })
  add('ssm:PutParameter', { ...spec, Value })
}

export const rdsDatabase: Maker = ({ id, spec, name, inputs, add }) => {
  const own = !spec.DBClusterIdentifier
  if (own && spec.ManageMasterUserPassword !== true && spec.MasterUserPassword === undefined) {
    spec.MasterUserPassword = inputs.ask({
      name: `${id}-master-password`,
      type: 'secret-value',
      text: say`The password of the master user of database “${name}”.`,
      element: id,
    })
  }
  if (own) spec.MasterUsername ||= 'dbadmin'
  if (own) {
    spec.DBSubnetGroupName ||= inputs.ask({
      name: 'db-subnet-group-name',
      type: 'name',
      text: 'The DB subnet group that databases are put in.',
    })
  }
  add('rds:CreateDBInstance', spec)
}

const LATER = ['Policy', 'RedriveAllowPolicy']

/** Policies of a queue or topic name its own ARN, or that of a queue which names this one: they are set after. */
function afterwards(attributes: unknown): { now: MutableSpec; later: MutableSpec } {
  const all = Object.entries((attributes ?? {}) as MutableSpec)
  const isLater = ([key, value]: [string, unknown]) => LATER.includes(key) && referencedIn(value).length > 0
  return {
    now: Object.fromEntries(all.filter((entry) => !isLater(entry))),
    later: Object.fromEntries(all.filter(isLater)),
  }
}

export const sqsQueue: Maker = (making) => {
  const { id, spec, add, specs } = making
  const { now, later } = afterwards(spec.Attributes)
  const { Attributes: _, ...rest } = spec
  add('sqs:CreateQueue', Object.keys(now).length > 0 ? { ...rest, Attributes: now } : rest)
  const open = now.Policy === undefined && later.Policy === undefined
  const policies = open ? { ...later, ...admittingTopics(making) } : later
  if (Object.keys(policies).length === 0) return
  add('sqs:SetQueueAttributes', { QueueUrl: specs.attribute(id, 'url'), Attributes: policies }, 'policies')
}

/** A topic that feeds a queue may send to it only if the queue’s policy says so. */
function admittingTopics({ graph, id, name, specs, note }: Making): MutableSpec {
  const topics = sourcesOf(graph, id, 'feeds', 'sns-topic')
  if (topics.length === 0) return {}
  note(
    'added',
    say`Queue “${name}” admits messages of the topics that feed it by a policy, which the drawing does not hold.`,
  )
  const Statement = {
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: specs.attribute(id, 'arn'),
    Condition: { ArnEquals: { 'aws:SourceArn': topics.map((topic) => specs.attribute(topic, 'arn')) } },
  }
  return { Policy: JSON.stringify({ Version: '2012-10-17', Statement: [Statement] }) }
}

export const snsTopic: Maker = ({ graph, id, spec, add, specs }) => {
  const { now, later } = afterwards(spec.Attributes)
  const { Attributes: _, ...rest } = spec
  add('sns:CreateTopic', Object.keys(now).length > 0 ? { ...rest, Attributes: now } : rest)
  const TopicArn = specs.attribute(id, 'arn')
  for (const [AttributeName, AttributeValue] of Object.entries(later)) {
    add('sns:SetTopicAttributes', { TopicArn, AttributeName, AttributeValue }, `attribute-${AttributeName}`)
  }
  for (const { to } of outgoing(graph, id, 'feeds')) {
    const Endpoint = specs.attribute(to, 'arn')
    add('sns:Subscribe', { TopicArn, Protocol: 'sqs', Endpoint, ReturnSubscriptionArn: true }, `feeds-${to}`)
  }
}
