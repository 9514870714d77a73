/** What AWS scales by: scalable targets with their policies, and Auto Scaling groups with their launch templates. */
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import type { MutableSpec } from '../../elements/kind'
import { labelOf } from '../../elements/kinds'
import { say } from '../../texts/text'
import { templateData } from './elements'
import { kindOfId, markPart, noteOn, type Reading, specOf } from './reading'
import type { TemplateResource } from './template'
import { inputOf, refersTo } from './values'

const TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget'
const POLICY = 'AWS::ApplicationAutoScaling::ScalingPolicy'

/** Do these properties scale an ECS service? */
export function scalesService(
  { type, properties }: TemplateResource,
  all: ReadonlyMap<string, TemplateResource>,
): boolean {
  if (type !== POLICY) return false
  const target = all.get(refersTo(properties.ScalingTargetId) ?? '')
  return (target?.type === TARGET ? target.properties : properties).ServiceNamespace === 'ecs'
}

/** Gives policies what their scalable target says. */
export function readScalableTargets(reading: Reading): void {
  const all = [...reading.resources.values()]
  for (const policy of all.filter(({ type }) => type === POLICY)) {
    const id = reading.scope.targets.get(policy.logicalId)?.id
    if (id === undefined) continue
    const spec = specOf(reading, id)
    const target = reading.resources.get(refersTo(policy.properties.ScalingTargetId) ?? '')
    if (target?.type === TARGET) {
      delete spec.ScalingTargetId
      takeTarget(reading, id, spec, target)
    }
    if (typeof spec.ResourceId === 'string') spec.ResourceId = serviceIn(reading, spec.ResourceId)
  }
}

const TAKEN = ['ResourceId', 'ServiceNamespace', 'ScalableDimension', 'MinCapacity', 'MaxCapacity']

function takeTarget(reading: Reading, id: string, spec: MutableSpec, target: TemplateResource): void {
  const taken = Object.fromEntries(
    Object.entries(target.properties).filter(([member]) => TAKEN.includes(member)),
  )
  const rest = Object.fromEntries(
    Object.entries(target.properties).filter(([member]) => !TAKEN.includes(member)),
  )
  const narrowed = { ...target, properties: taken }
  Object.assign(spec, inputOf(reading, narrowed, 'application-autoscaling:RegisterScalableTarget', id))
  if (!reading.done.has(target.logicalId)) {
    markPart(reading, id, target, Object.keys(rest).length > 0 ? { properties: rest } : {})
  }
  noteOn(
    reading,
    'mapped',
    'part',
    target,
    [],
    say`It became a part of ${labelOf('scaling-policy')} “${id}”.`,
    id,
  )
  for (const member of Object.keys(rest)) {
    noteOn(
      reading,
      'kept',
      'property',
      target,
      ['Properties', member],
      say`${member} is kept as it was written.`,
      id,
    )
  }
}

/** `service/@{cluster}/@{service}` names the service with its cluster, which is one of its identifiers. */
function serviceIn(reading: Reading, text: string): string {
  const id = /^service\/[^/]+\/@\{([a-z0-9-]+)(?:\.serviceName)?\}$/.exec(text)?.[1]
  return id !== undefined && kindOfId(reading, id) === 'service' ? `@{${id}.resourceId}` : text
}

const TEMPLATE = 'AWS::EC2::LaunchTemplate'
const LATEST = ['LatestVersionNumber', 'DefaultVersionNumber']

/** Puts launch templates that only one Auto Scaling group uses into it. */
export function readLaunchTemplates(reading: Reading): void {
  const all = [...reading.resources.values()]
  for (const template of all.filter(({ type }) => type === TEMPLATE)) {
    const users = all.filter(
      (one) => one !== template && JSON.stringify(one.written).includes(`"${template.logicalId}"`),
    )
    const [group] = users
    const target = group && reading.scope.targets.get(group.logicalId)
    if (users.length !== 1 || target?.kind !== 'auto-scaling-group') continue
    const spec = specOf(reading, target.id)
    const mixed = group?.properties.MixedInstancesPolicy
    const inMix = isObject(mixed) && isObject(mixed.LaunchTemplate) ? mixed.LaunchTemplate : undefined
    const used = inMix ? inMix.LaunchTemplateSpecification : group?.properties.LaunchTemplate
    if (!isObject(used) || refersTo(used.LaunchTemplateId) !== template.logicalId || !isLatest(used.Version))
      continue
    const { LaunchTemplateData, ...rest } = template.properties
    if (!isObject(LaunchTemplateData)) continue
    const narrowed = { ...template, properties: { LaunchTemplateData } }
    const input = inputOf(reading, narrowed, 'ec2:CreateLaunchTemplate', target.id)
    spec.LaunchTemplateData = templateData(input.LaunchTemplateData)
    if (inMix) delete spec.MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification
    else delete spec.LaunchTemplate
    markPart(reading, target.id, template, Object.keys(rest).length > 0 ? { properties: rest } : {})
    const text = say`It became a part of ${labelOf('auto-scaling-group')} “${target.id}”.`
    noteOn(reading, 'mapped', 'part', template, [], text, target.id)
  }
}

function isLatest(version: unknown): boolean {
  if (version === '$Latest' || version === '$Default') return true
  if (!isObject(version)) return false
  const attribute = version['Fn::GetAtt']
  const name = Array.isArray(attribute) ? attribute[1] : toText(attribute).split('.')[1]
  return LATEST.includes(toText(name))
}
