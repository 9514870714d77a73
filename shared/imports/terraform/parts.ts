/** Resources that are parts of elements: listeners, mount targets, policies, rules, routes. */

import type { Counterpart } from '../../aws/terraform/counterpart'
import { counterparts } from '../../aws/terraform/counterparts'
import { parts as partCounterparts } from '../../aws/terraform/parts'
import { restored } from '../../aws/terraform/prepared'
import { type Body, toAws } from '../../aws/terraform/translate'
import { isObject, valueAt } from '../../basics/json'
import { own } from '../../basics/own'
import { quote } from '../../basics/quote'
import { knownKind } from '../../elements/kinds'
import { say } from '../../texts/text'
import { connect } from '../collect/collector'
import { withoutKeys } from './json'
import { typeOf } from './kinds'
import { withoutMeta } from './meta'
import { networkParts } from './network-parts'
import type { TerraformResource } from './resource'
import { elementNamed, partNamed, pushTo, putPart, report, setIn, type Work } from './work'

/** Puts a resource where it belongs; false when it does not tell where that is. */
export type Attach = (work: Work, resource: TerraformResource, body: Body) => boolean

/** Puts all parts into their elements. What belongs nowhere is handed to `other`. */
export function attachParts(work: Work, other: (resource: TerraformResource) => void): void {
  for (const type of ORDER) {
    for (const resource of work.resources) {
      if (resource.isData || typeOf(resource) !== type) continue
      const attach = own(attaches, type) as Attach
      const at = work.collector.notes.length
      const body = withoutMeta(work, resource)
      if (attach(work, resource, body)) continue
      work.collector.notes.length = at
      other(resource)
    }
  }
}

/** Is it a part of others? */
export function isPart(resource: TerraformResource): boolean {
  return Object.hasOwn(attaches, typeOf(resource))
}

/** The body of a part in AWS's words; what has no place is said. */
export function translatedPart(
  work: Work,
  resource: TerraformResource,
  counterpart: Counterpart,
  body: Body,
  schemaOf?: { readonly kind: string; readonly member: string },
): Body {
  const schema = schemaOf ? memberSchema(schemaOf.kind, schemaOf.member) : undefined
  return toAws(counterpart, body, schema, (pointer) => {
    if (/^\/(?:id|tags_all)$/.test(pointer)) return
    const place = { file: resource.file, pointer: resource.pointer + pointer }
    report(
      work,
      'dropped',
      'unknown-argument',
      place,
      say`${quote(pointer.slice(1))} of ${resource.type} has no place in a design.`,
    )
  })
}

/** The schema of a list's items in a kind's. */
function memberSchema(kind: string, member: string) {
  let schema = knownKind(kind).spec as never as { shape?: Record<string, unknown> }
  for (const name of member.split('/')) {
    let inner = schema.shape?.[name] as { unwrap?: () => unknown; element?: unknown } | undefined
    while (inner && typeof inner.unwrap === 'function' && inner.element === undefined)
      inner = inner.unwrap() as typeof inner
    schema = (inner?.element ?? inner) as never
  }
  return schema as never
}

/** Says that a part has become one of an element's, and remembers where. */
export function attached(work: Work, resource: TerraformResource, id: string, at: string): true {
  putPart(work, resource, id, at)
  report(work, 'mapped', 'part', resource, say`${quote(resource.address)} is part of “${id}”.`, id)
  return true
}

/** A part that is an item of a list in the element that an argument names. */
function listed(owner: string, list: string, counterpart: Counterpart, kind: string): Attach {
  return (work, resource, { [owner]: named, ...body }) => {
    const id = elementNamed(work, named)
    if (id === undefined) return false
    const item = translatedPart(work, resource, counterpart, body, { kind, member: list.slice(1) })
    return attached(work, resource, id, pushTo(work, id, list, item))
  }
}

/** Members of the element that an argument names. */
function merged(owner: string, members: (body: Body) => Body): Attach {
  return (work, resource, { [owner]: named, ...body }) => {
    const id = elementNamed(work, named)
    if (id === undefined) return false
    setIn(work, id, members(body))
    return attached(work, resource, id, '')
  }
}

/** Attributes of a queue or topic, which AWS keeps as texts. */
function attribute(owner: string, names: Readonly<Record<string, string>>): Attach {
  return (work, resource, { [owner]: named, ...body }) => {
    const id = elementNamed(work, named)
    if (id === undefined) return false
    const before = work.specs.get(id)?.Attributes
    const said = Object.entries(names).flatMap(([argument, member]) =>
      body[argument] === undefined ? [] : [[member, body[argument]] as const],
    )
    setIn(work, id, { Attributes: { ...(isObject(before) ? before : {}), ...Object.fromEntries(said) } })
    return attached(work, resource, id, '/Attributes')
  }
}

const listener: Attach = (work, resource, { load_balancer_arn, ...body }) => {
  const id = elementNamed(work, load_balancer_arn)
  if (id === undefined) return false
  const kind = work.collector.elements[id]?.kind ?? 'application-load-balancer'
  const item = translatedPart(work, resource, partCounterparts.listener, body, { kind, member: 'Listeners' })
  return attached(work, resource, id, pushTo(work, id, '/Listeners', item))
}

const listenerRule: Attach = (work, resource, { listener_arn, ...body }) => {
  const owner = partNamed(work, listener_arn)
  if (!owner) return false
  const schema = { kind: 'application-load-balancer', member: 'Listeners/Rules' }
  const item = restored('rule', translatedPart(work, resource, partCounterparts.rule, body, schema))
  return attached(work, resource, owner.id, pushTo(work, owner.id, `${owner.at}/Rules`, item))
}

const listenerCertificate: Attach = (work, resource, { listener_arn, certificate_arn }) => {
  const owner = partNamed(work, listener_arn)
  if (!owner) return false
  const item = { CertificateArn: certificate_arn }
  return attached(work, resource, owner.id, pushTo(work, owner.id, `${owner.at}/Certificates`, item))
}

const rolePolicy: Attach = (work, resource, { role, name, policy }) => {
  const id = elementNamed(work, role)
  if (id === undefined) return false
  const item = { PolicyName: name ?? resource.name, PolicyDocument: document(policy) }
  return attached(work, resource, id, pushTo(work, id, '/Policies', item))
}

/** A policy of one's own that is attached to a role is drawn as the role's. */
const attachment: Attach = (work, resource, { role, policy_arn }) => {
  const id = elementNamed(work, role)
  if (id === undefined) return false
  const open = work.tokens.only(policy_arn)
  const own = open?.address === undefined ? undefined : work.byAddress.get(open.address)
  if (own?.type !== 'aws_iam_policy') {
    return attached(work, resource, id, pushTo(work, id, '/ManagedPolicyArns', policy_arn))
  }
  const item = { PolicyName: own.body.name ?? own.name, PolicyDocument: document(own.body.policy) }
  const text = say`Policy ${quote(own.address)} stands in “${id}” as one of its own.`
  report(work, 'kept', 'managed-policy', own, text, id)
  putPart(work, own, id, '/Policies')
  return attached(work, resource, id, pushTo(work, id, '/Policies', item))
}

function document(policy: unknown): unknown {
  if (typeof policy !== 'string') return policy
  try {
    return JSON.parse(policy)
  } catch {
    return policy
  }
}

const clusterCapacity: Attach = (work, resource, { cluster_name, ...body }) => {
  const id = elementNamed(work, cluster_name)
  if (id === undefined) return false
  const counterpart = { ...partCounterparts.clusterCapacity, names: {} }
  setIn(
    work,
    id,
    toAws(counterpart, body, knownKind('cluster').spec, () => undefined),
  )
  return attached(work, resource, id, '/capacityProviders')
}

const launchTemplate: Attach = (work, resource, body) => {
  const users = [...work.specs].filter(([id, spec]) => {
    if (work.collector.elements[id]?.kind !== 'auto-scaling-group') return false
    const marks = work.tokens.in(spec.LaunchTemplate ?? spec.MixedInstancesPolicy ?? {})
    const names = [resource.identifiers?.id, resource.identifiers?.name]
    const said = JSON.stringify(spec.LaunchTemplate ?? spec.MixedInstancesPolicy ?? {})
    return (
      marks.some(
        ({ address }) => address === resource.address || address === withoutKeys(resource.address),
      ) || names.some((name) => name !== undefined && said.includes(`"${name}"`))
    )
  })
  if (users.length === 0) return false
  const input = translatedPart(work, resource, partCounterparts.launchTemplate, body, undefined)
  const { LaunchTemplateName, LaunchTemplateData, ...rest } = toLaunchTemplate(work, resource, body, input)
  for (const [id] of users) {
    const spec = work.specs.get(id) as Body
    delete spec.LaunchTemplate
    const mixed = valueAt(spec, '/MixedInstancesPolicy/LaunchTemplate')
    if (isObject(mixed)) delete (mixed as Body).LaunchTemplateSpecification
    spec.LaunchTemplateData = structuredCopy(LaunchTemplateData)
    attached(work, resource, id, '/LaunchTemplateData')
  }
  void LaunchTemplateName
  void rest
  return true
}

function toLaunchTemplate(work: Work, resource: TerraformResource, body: Body, first: Body): Body {
  void first
  const schema = memberSchema('auto-scaling-group', 'LaunchTemplateData')
  const counterpart: Counterpart = {
    ...partCounterparts.launchTemplate,
    names: Object.fromEntries(
      Object.entries(partCounterparts.launchTemplate.names)
        .filter(([api]) => api.startsWith('/LaunchTemplateData/'))
        .map(([api, terraform]) => [api.slice('/LaunchTemplateData'.length), terraform]),
    ),
  }
  const { name, name_prefix, ...rest } = body
  void name_prefix
  void work
  void resource
  return { LaunchTemplateName: name, LaunchTemplateData: toAws(counterpart, rest, schema, () => undefined) }
}

function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/** The limits of a service's count are those of the policies that change it. */
const scalableTarget: Attach = (work, resource, { resource_id, min_capacity, max_capacity }) => {
  const policies = [...work.specs].filter(
    ([id, spec]) =>
      work.collector.elements[id]?.kind === 'scaling-policy' &&
      sameScalable(work, spec.ResourceId, resource_id),
  )
  for (const [id, spec] of policies) {
    if (min_capacity !== undefined) spec.MinCapacity = min_capacity
    if (max_capacity !== undefined) spec.MaxCapacity = max_capacity
    attached(work, resource, id, '/MinCapacity')
  }
  return policies.length > 0
}

function sameScalable({ tokens }: Work, a: unknown, b: unknown): boolean {
  const plain = (value: unknown) =>
    typeof value === 'string'
      ? tokens.resolve(
          value,
          ({ written }) => written,
          (text) => text,
        )
      : value
  return plain(a) === plain(b)
}

const webAcl: Attach = (work, resource, { resource_arn, web_acl_arn }) =>
  link(work, resource, web_acl_arn, 'protects', resource_arn)

const subscription: Attach = (work, resource, { topic_arn, protocol, endpoint }) =>
  protocol === 'sqs' && link(work, resource, topic_arn, 'feeds', endpoint)

const volumeAttachment: Attach = (work, resource, { instance_id, volume_id }) =>
  link(work, resource, instance_id, 'mounts', volume_id)

function link(
  work: Work,
  resource: TerraformResource,
  source: unknown,
  meaning: string,
  target: unknown,
): boolean {
  const [from, to] = [elementNamed(work, source), elementNamed(work, target)]
  if (from === undefined || to === undefined) return false
  connect(work.collector, { from, to, meaning })
  return attached(work, resource, from, '')
}

/** An application of CodeDeploy's is only a name. */
const application: Attach = (work, resource, { name }) => {
  const user = [...work.specs].find(
    ([id, spec]) =>
      work.collector.elements[id]?.kind === 'codedeploy-deployment-group' && spec.applicationName === name,
  )
  return user !== undefined && attached(work, resource, user[0], '/applicationName')
}

const attaches: Readonly<Record<string, Attach>> = {
  aws_appautoscaling_target: scalableTarget,
  aws_codedeploy_app: application,
  aws_ecr_lifecycle_policy: merged('repository', ({ policy }) => ({ lifecyclePolicyText: policy })),
  aws_ecr_repository_policy: merged('repository', ({ policy }) => ({ policyText: policy })),
  aws_ecs_cluster_capacity_providers: clusterCapacity,
  aws_efs_access_point: listed(
    'file_system_id',
    '/AccessPoints',
    partCounterparts.accessPoint,
    'efs-file-system',
  ),
  aws_efs_backup_policy: merged('file_system_id', ({ backup_policy }) => {
    const [policy] = Array.isArray(backup_policy) ? backup_policy : [backup_policy]
    return { Backup: isObject(policy) && policy.status === 'ENABLED' }
  }),
  aws_efs_file_system_policy: merged('file_system_id', ({ policy }) => ({
    FileSystemPolicy: document(policy),
  })),
  aws_efs_mount_target: listed(
    'file_system_id',
    '/MountTargets',
    partCounterparts.mountTarget,
    'efs-file-system',
  ),
  aws_iam_role_policy: rolePolicy,
  aws_iam_role_policy_attachment: attachment,
  aws_launch_template: launchTemplate,
  aws_lb_listener: listener,
  aws_lb_listener_rule: listenerRule,
  aws_lb_listener_certificate: listenerCertificate,
  aws_sns_topic_policy: attribute('arn', { policy: 'Policy' }),
  aws_sns_topic_subscription: subscription,
  aws_sqs_queue_policy: attribute('queue_url', { policy: 'Policy' }),
  aws_sqs_queue_redrive_allow_policy: attribute('queue_url', { redrive_allow_policy: 'RedriveAllowPolicy' }),
  aws_sqs_queue_redrive_policy: attribute('queue_url', { redrive_policy: 'RedrivePolicy' }),
  aws_volume_attachment: volumeAttachment,
  aws_wafv2_web_acl_association: webAcl,
  ...networkParts,
}

/** Listeners before their rules, route tables before their routes; everything else as it comes. */
const ORDER: readonly string[] = [
  ...['aws_lb_listener', 'aws_route_table', 'aws_route_table_association'].filter((type) => type in attaches),
  ...Object.keys(attaches).filter(
    (type) => !['aws_lb_listener', 'aws_route_table', 'aws_route_table_association'].includes(type),
  ),
]
void counterparts
