/** What CloudFormation takes in a form of its own, kind by kind. */

import { toProperties } from '../../aws/cloudformation/convert'
import { isIntrinsic } from '../../aws/cloudformation/intrinsics'
import { resourceNames } from '../../aws/cloudformation/names'
import { isObject } from '../../basics/json'
import { fromBase64 } from '../../deployment/base64'
import { referTo } from '../../deployment/pieces'
import type { Specs } from '../../deployment/specs'
import type { Design } from '../../design/design'
import type { MutableSpec } from '../../elements/kind'
import { writtenName } from '../../elements/kinds'
import type { Draft } from './drafts'
import { parametersOf, SCHEDULE } from './schedules'

/** Puts a draft's properties into CloudFormation's form, where that is no matter of names. */
export function reword(draft: Draft, design: Design, specs: Specs): void {
  const { call, element, properties } = draft
  const written = design.elements[element]?.spec ?? {}
  switch (call) {
    case SCHEDULE:
      draft.properties = runBy(draft, specs.of(element))
      return
    case 'ecs:CreateService':
      // A stack rolls out the revision that it makes.
      properties.TaskDefinition = ofThisStack(properties.TaskDefinition)
      if (properties.TaskDefinition === undefined) delete properties.TaskDefinition
      return
    case 'application-autoscaling:PutScalingPolicy':
      onTarget(draft)
      return
    case 'ssm:PutParameter':
      // A template may compute what a design does not hold.
      if (isComputed(written.Value)) properties.Value = specs.of(element).Value
      return
    case 'efs:CreateFileSystem':
      fileSystem(properties, written)
      return
    case 's3api:CreateBucket':
      if (typeof properties.AccessControl === 'string')
        properties.AccessControl = inCapitals(properties.AccessControl)
      return
    case 'eks:CreateCluster':
      logging(properties)
      return
    case 'ec2:RunInstances':
      machine(properties, specs.of(element), design)
      profileByName(properties)
      return
    case 'ec2:CreateLaunchTemplate':
      machine(properties.LaunchTemplateData, specs.of(element).LaunchTemplateData as MutableSpec, design)
      return
    case 'autoscaling:CreateAutoScalingGroup':
      newestVersion(properties)
      return
    case 'elbv2:CreateListener':
      certificates(properties, specs.of(element))
      return
    default:
  }
}

/** Not the value of a secret itself, but where it comes from. */
function isComputed(value: unknown): boolean {
  return isIntrinsic(value) || (typeof value === 'string' && /@\{|\$\{|\{\{resolve:/.test(value))
}

/** By family it would be the newest revision, whoever made it. */
function ofThisStack(definition: unknown): unknown {
  return typeof definition === 'string'
    ? definition.replace(/^@\{([a-z0-9-]+)\.family\}$/, '@{$1.arn}')
    : definition
}

/** A schedule names the cluster by its ARN, and the very revision. */
function runBy({ type }: Draft, spec: MutableSpec): MutableSpec {
  const names = resourceNames[parametersOf(type) ?? '']
  if (!names) return {}
  const { properties } = toProperties(names, spec)
  const { Cluster, TaskDefinitionArn } = properties
  if (typeof Cluster === 'string')
    properties.Cluster = Cluster.replace(/^@\{([a-z0-9-]+)\.name\}$/, '@{$1.arn}')
  properties.TaskDefinitionArn = ofThisStack(TaskDefinitionArn)
  return properties
}

/** A policy names the target that it is for, which says the rest. */
function onTarget({ properties, after }: Draft): void {
  const target = after.find((id) => id.endsWith('/target'))
  if (target === undefined) return
  for (const member of ['ResourceId', 'ServiceNamespace', 'ScalableDimension']) delete properties[member]
  properties.ScalingTargetId = referTo(target, 'id')
}

/** CloudFormation makes the creation token itself; the name that people see is a tag. */
function fileSystem(properties: MutableSpec, written: MutableSpec): void {
  const { Backup, CreationToken } = written
  if (typeof Backup === 'boolean') properties.BackupPolicy = { Status: Backup ? 'ENABLED' : 'DISABLED' }
  const tags: unknown[] = Array.isArray(properties.FileSystemTags) ? properties.FileSystemTags : []
  const isNamed = tags.some((tag) => isObject(tag) && tag.Key === 'Name')
  if (typeof CreationToken !== 'string' || CreationToken === '' || isNamed) return
  properties.FileSystemTags = [{ Key: 'Name', Value: CreationToken }, ...tags]
}

/** `public-read` is `PublicRead`. */
function inCapitals(text: string): string {
  return text
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

function logging({ Logging }: MutableSpec): void {
  const list = Logging?.ClusterLogging
  if (!Array.isArray(list)) return
  const types = list.filter(({ Enabled }) => Enabled !== false).flatMap(({ Types }) => Types ?? [])
  Logging.ClusterLogging = { EnabledTypes: types.map((Type) => ({ Type })) }
}

/** Images that EC2 looks up are looked up by CloudFormation, and what instances run is written as people do. */
function machine(properties: MutableSpec | undefined, spec: MutableSpec | undefined, design: Design): void {
  if (!properties) return
  const { ImageId, UserData } = properties
  if (typeof ImageId === 'string' && /^resolve:ssm:[^{}@]+$/.test(ImageId))
    properties.ImageId = `{{${ImageId}}}`
  const own = spec?.UserData
  if (typeof own === 'string' && fromBase64(own) === undefined) properties.UserData = { [BASE64]: own }
  else if (own !== undefined) properties.UserData = own
  else if (typeof UserData === 'string') {
    const script = fromBase64(UserData)
    if (script !== undefined) properties.UserData = { [BASE64]: joiningDrawn(script, design) }
  }
}

/** Not yet a function of CloudFormation: its text is still in the design's words. */
export const BASE64 = 'Fn::Base64'

const CLUSTER = [/(ECS_CLUSTER=)(\S+)( >>)/, /(-Cluster ')([^']+)(')/, /(cluster = ")([^"]+)(")/]

/** The cluster that a script joins is one of the stack. */
function joiningDrawn(script: string, design: Design): string {
  const clusters = Object.entries(design.elements).filter(
    ([, { kind, existing }]) => kind === 'cluster' && existing === undefined,
  )
  return CLUSTER.reduce(
    (text, pattern) =>
      text.replace(pattern, (whole, before: string, name: string, after: string) => {
        const [id] =
          clusters.find(([one, element]) => [writtenName(element), `<${one}.name>`].includes(name)) ?? []
        return id === undefined ? whole : before + referTo(id, 'name') + after
      }),
    script,
  )
}

/** An instance of CloudFormation names its profile; only a launch template may also give the ARN. */
function profileByName(properties: MutableSpec): void {
  const profile = properties.IamInstanceProfile
  if (!isObject(profile) || isIntrinsic(profile)) return
  const { Arn, Name } = profile as MutableSpec
  if (Name !== undefined) properties.IamInstanceProfile = Name
  else if (typeof Arn === 'string') {
    properties.IamInstanceProfile = Arn.replace(/^@\{([a-z0-9-]+)\.arn\}$/, '@{$1.name}').replace(
      /^arn:.*\//,
      '',
    )
  }
}

/** CloudFormation updates a group when the number of its launch template's version changes. */
function newestVersion(properties: MutableSpec): void {
  const inMix = properties.MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification
  for (const used of [properties.LaunchTemplate, inMix]) {
    const template =
      typeof used?.LaunchTemplateId === 'string'
        ? /^@\{([^.}]+)\./.exec(used.LaunchTemplateId)?.[1]
        : undefined
    if (template !== undefined && used.Version === '$Latest')
      used.Version = referTo(template, 'latestVersionNumber')
  }
}

/** A certificate that a template chooses by a function. */
function certificates(properties: MutableSpec, { Listeners }: MutableSpec): void {
  const listeners: MutableSpec[] = Array.isArray(Listeners) ? Listeners : []
  const listener = listeners.find(
    ({ Port, Protocol }) => Port === properties.Port && Protocol === properties.Protocol,
  )
  const own: unknown = listener?.Certificates
  if (Array.isArray(own) && own.some(isIntrinsic)) properties.Certificates = own
}
