/** What specs say in other words than properties do, kind by kind. */
import { isObject } from '../../basics/json'
import { own } from '../../basics/own'
import { referencesIn } from '../../design/references'
import type { MutableSpec } from '../../elements/kind'

/** Puts an input that was read from properties into the words of the kind's spec. */
export function reworded(kind: string, input: MutableSpec): MutableSpec {
  const reword = own(words, kind)
  return reword ? reword(input) : input
}

const words: Readonly<Record<string, (input: MutableSpec) => MutableSpec>> = {
  service: running,
  task: running,
  'application-load-balancer': (input) => ({ ...input, Type: input.Type ?? 'application' }),
  'efs-file-system': fileSystem,
  'eks-cluster': eksCluster,
  's3-bucket': bucket,
  'container-instance': instance,
}

/** What EC2 shows as a name is a tag; in a drawing it is the label. */
export function labelled(kind: string, { TagSpecifications, ...spec }: MutableSpec): MutableSpec {
  if (TagSpecifications === undefined) return spec
  const [only, ...others] = Array.isArray(TagSpecifications) ? TagSpecifications : []
  const tags: MutableSpec[] = others.length === 0 && Array.isArray(only?.Tags) ? only.Tags : []
  const [name] = tags
  const isName = tags.length === 1 && name?.Key === 'Name' && typeof name.Value === 'string'
  return isName && LABELLED.has(kind) && !name.Value.includes('${')
    ? { ...spec, label: name.Value }
    : { ...spec, TagSpecifications }
}

/** Kinds whose names are tags, and nothing else. */
const LABELLED: ReadonlySet<string> = new Set([
  'internet-gateway',
  'nat-gateway',
  'subnet',
  'vpc',
  'vpc-endpoint',
])

/** A service of a stack runs the revision that the stack makes; in a drawing it is the definition. */
function running(input: MutableSpec): MutableSpec {
  const { taskDefinition } = input
  const id =
    typeof taskDefinition === 'string' ? /^@\{([a-z0-9-]+)\.arn\}$/.exec(taskDefinition)?.[1] : undefined
  return id === undefined ? input : { ...input, taskDefinition: `@{${id}}` }
}

function fileSystem({ BackupPolicy, Tags, ...input }: MutableSpec): MutableSpec {
  const status =
    isObject(BackupPolicy) && Object.keys(BackupPolicy).length === 1 ? BackupPolicy.Status : undefined
  const Backup = status === 'ENABLED' ? true : status === 'DISABLED' ? false : undefined
  const tags: unknown[] = Array.isArray(Tags) ? Tags : []
  // CloudFormation sets the creation token itself, so the name that people see is a tag.
  const named = tags.find((tag) => isObject(tag) && tag.Key === 'Name' && typeof tag.Value === 'string')
  const others = tags.filter((tag) => tag !== named)
  return {
    ...(isObject(named) ? { CreationToken: named.Value } : {}),
    ...input,
    ...(Backup !== undefined ? { Backup } : BackupPolicy !== undefined ? { BackupPolicy } : {}),
    ...(others.length > 0 || (Tags !== undefined && !Array.isArray(Tags))
      ? { Tags: Array.isArray(Tags) ? others : Tags }
      : {}),
  }
}

function eksCluster(input: MutableSpec): MutableSpec {
  const types = input.logging?.clusterLogging?.enabledTypes
  if (!Array.isArray(types) || !types.every((type) => isObject(type) && typeof type.type === 'string')) {
    return input
  }
  const clusterLogging = [{ types: types.map(({ type }) => type), enabled: true }]
  return { ...input, logging: { ...input.logging, clusterLogging } }
}

const accessControls: readonly (readonly [api: string, cloudFormation: string])[] = [
  ['private', 'Private'],
  ['public-read', 'PublicRead'],
  ['public-read-write', 'PublicReadWrite'],
  ['authenticated-read', 'AuthenticatedRead'],
  ['aws-exec-read', 'AwsExecRead'],
  ['bucket-owner-read', 'BucketOwnerRead'],
  ['bucket-owner-full-control', 'BucketOwnerFullControl'],
  ['log-delivery-write', 'LogDeliveryWrite'],
]

function bucket(input: MutableSpec): MutableSpec {
  const ACL = accessControls.find(([, spelled]) => spelled === input.ACL)?.[0]
  return ACL === undefined ? input : { ...input, ACL }
}

function instance(input: MutableSpec): MutableSpec {
  const cluster = clusterIn(input.UserData)
  const profile = input.IamInstanceProfile
  return {
    ...(cluster === undefined ? {} : { cluster }),
    agentConnected: true,
    ...templateData(input),
    MinCount: 1,
    MaxCount: 1,
    ...(typeof profile === 'string' ? { IamInstanceProfile: { Name: profile } } : {}),
  }
}

/** The data of a launch template as the API takes it. */
export function templateData(data: MutableSpec): MutableSpec {
  const members = Object.entries(data).filter(
    ([member, value]) => !(member === 'UserData' && isJoining(value)),
  )
  return Object.fromEntries(
    members.map(([member, value]) => [member, member === 'ImageId' ? withoutBraces(value) : value]),
  )
}

/** EC2 itself looks up what CloudFormation would by `{{resolve:ssm:…}}`. */
function withoutBraces(image: unknown): unknown {
  if (typeof image !== 'string') return image
  return /^\{\{(resolve:ssm:[^}]+)\}\}$/.exec(image)?.[1] ?? image
}

const JOINING = [
  /^#!\/bin\/bash\necho ECS_CLUSTER=(@\{[a-z0-9-]+(?:\.name)?\}) >> \/etc\/ecs\/ecs\.config\n$/,
  /^<powershell>\nInitialize-ECSAgent -Cluster '(@\{[a-z0-9-]+(?:\.name)?\})' -EnableTaskIAMRole\n<\/powershell>\n$/,
  /^\[settings\.ecs\]\ncluster = "(@\{[a-z0-9-]+(?:\.name)?\})"\n$/,
]

/** Does a script nothing but join a drawn cluster? Then the drawing says so. */
function isJoining(script: unknown): boolean {
  return typeof script === 'string' && JOINING.some((pattern) => pattern.test(script))
}

function clusterIn(script: unknown): string | undefined {
  if (typeof script !== 'string') return undefined
  const name = /ECS_CLUSTER=["']?(@\{[a-z0-9-]+(?:\.name)?\})/.exec(script)?.[1]
  const cluster = referencesIn(name ?? '')[0]
  return cluster && `@{${cluster.id}}`
}
