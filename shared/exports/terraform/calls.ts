/** What each call of a deployment is in Terraform: a resource, several, or arguments of one that is there already. */

import { snake } from '../../aws/terraform/casing'
import { Encoded, toTerraformValue } from '../../aws/terraform/conversions'
import type { Counterpart } from '../../aws/terraform/counterpart'
import { counterparts } from '../../aws/terraform/counterparts'
import { parts } from '../../aws/terraform/parts'
import { prepared } from '../../aws/terraform/prepared'
import type { TerraformType } from '../../aws/terraform/resource-types'
import { type Body, toTerraform } from '../../aws/terraform/translate'
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import { own } from '../../basics/own'
import { quote } from '../../basics/quote'
import { fromBase64 } from '../../deployment/base64'
import type { Resource } from '../../deployment/deployment'
import { referTo } from '../../deployment/pieces'
import type { ResourceType } from '../../deployment/resource-types'
import type { Design } from '../../design/design'
import { escapeText } from '../../design/references'
import { say } from '../../texts/text'
import type { Workbench } from './made'

interface Call {
  readonly bench: Workbench
  readonly design: Design
  readonly call: Resource
  readonly input: Body
}

type Writer = (call: Call) => void

/** Puts a call on the workbench. */
export function writeCall(bench: Workbench, design: Design, call: Resource): void {
  const writer = writers[call.type] ?? ownCall
  writer({ bench, design, call, input: call.input as Body })
}

/** The element's own call. */
const ownCall: Writer = ({ bench, design, call, input }) => {
  const kind = design.elements[call.element]?.kind ?? ''
  const counterpart = own(counterparts, kind)
  if (!counterpart) return leftOut(bench, call)
  bench.add(call, counterpart.type, translated(bench, call, counterpart, prepared(kind, input)))
}

/** A part of an element that is a resource of its own. */
function part(counterpart: Counterpart): Writer {
  return ({ bench, call, input }) => {
    bench.add(call, counterpart.type, translated(bench, call, counterpart, input))
  }
}

/** A resource of few arguments, by AWS's members. */
function simple(type: TerraformType, names: Readonly<Record<string, string>>): Writer {
  return ({ bench, call, input }) => {
    bench.add(call, type, renamed(input, names))
  }
}

function renamed(input: Body, names: Readonly<Record<string, string>>): Body {
  const entries = Object.entries(names).flatMap(([member, name]) =>
    input[member] === undefined ? [] : [[name, input[member]] as const],
  )
  return Object.fromEntries(entries)
}

/** Arguments of the element's own resource. */
function merge(arguments_: (input: Body, call: Call) => Body): Writer {
  return (call) => {
    const owner = call.bench.byCall.get(call.call.element)
    if (owner) Object.assign(owner.body, arguments_(call.input, call))
    else leftOut(call.bench, call.call)
  }
}

function translated(bench: Workbench, call: Resource, counterpart: Counterpart, input: Body): Body {
  return toTerraform(counterpart, input, (pointer) => {
    const name = pointer.replace(/^\//, '').replaceAll('/', '.')
    bench.note(
      'left-out',
      call.element,
      say`Terraform’s ${counterpart.type} has no argument for ${quote(name)}. Set it after in AWS.`,
    )
  })
}

function leftOut(bench: Workbench, { element, type }: Resource): void {
  const [service = '', operation = ''] = type.split(':')
  bench.note(
    'left-out',
    element,
    say`Terraform’s AWS provider has no resource for ${operation} of ${service}. Make the call yourself.`,
  )
}

const document = (value: unknown) => toTerraformValue('json', value)

const rule =
  (type: TerraformType): Writer =>
  ({ bench, call, input }) => {
    const permissions = Array.isArray(input.IpPermissions) ? input.IpPermissions.filter(isObject) : []
    for (const { IpProtocol, FromPort, ToPort, ...sources } of permissions) {
      const isAll = toText(IpProtocol) === '-1'
      const ports = isAll ? {} : { from_port: FromPort, to_port: ToPort }
      for (const source of sourcesOf(sources)) {
        bench.add(call, type, {
          security_group_id: input.GroupId,
          ip_protocol: IpProtocol,
          ...ports,
          ...source,
        })
      }
    }
  }

const SOURCES = [
  ['IpRanges', 'CidrIp', 'cidr_ipv4'],
  ['Ipv6Ranges', 'CidrIpv6', 'cidr_ipv6'],
  ['UserIdGroupPairs', 'GroupId', 'referenced_security_group_id'],
  ['PrefixListIds', 'PrefixListId', 'prefix_list_id'],
] as const

function sourcesOf(permission: Body): Body[] {
  return SOURCES.flatMap(([list, member, argument]) => {
    const items = Array.isArray(permission[list]) ? (permission[list] as unknown[]).filter(isObject) : []
    return items.map(({ [member]: source, UserId, Description }) => ({
      [argument]: UserId === undefined ? source : `${toText(UserId)}/${toText(source)}`,
      ...(Description === undefined ? {} : { description: Description }),
    }))
  })
}

const attributeValues = (input: Body): Body =>
  Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) =>
      isObject(value) && 'Value' in value ? [[snake(name), value.Value] as const] : [],
    ),
  )

/** Policies that name the queue or topic itself, or its neighbour. */
const queuePolicies: Writer = ({ bench, call, input }) => {
  const attributes = isObject(input.Attributes) ? input.Attributes : {}
  const { Policy, RedriveAllowPolicy } = attributes
  const queue_url = input.QueueUrl
  if (Policy !== undefined) bench.add(call, 'aws_sqs_queue_policy', { queue_url, policy: document(Policy) })
  if (RedriveAllowPolicy !== undefined) {
    const body = { queue_url, redrive_allow_policy: document(RedriveAllowPolicy) }
    bench.add(call, 'aws_sqs_queue_redrive_allow_policy', body, 'redrive-allow')
  }
}

const topicAttribute: Writer = (call) => {
  const { AttributeName, AttributeValue, TopicArn } = call.input
  if (AttributeName === 'Policy') {
    call.bench.add(call.call, 'aws_sns_topic_policy', { arn: TopicArn, policy: document(AttributeValue) })
  } else {
    merge(() =>
      translated(call.bench, call.call, counterparts['sns-topic'] as Counterpart, {
        Attributes: { [toText(AttributeName)]: AttributeValue },
      }),
    )(call)
  }
}

const certificates: Writer = ({ bench, call, input }) => {
  const list = Array.isArray(input.Certificates) ? input.Certificates.filter(isObject) : []
  for (const { CertificateArn } of list) {
    bench.add(call, 'aws_lb_listener_certificate', {
      listener_arn: input.ListenerArn,
      certificate_arn: CertificateArn,
    })
  }
}

const later: Writer = ({ bench, call }) => {
  bench.note(
    'left-out',
    call.element,
    'Terraform keeps what lasts; a task that runs to its end is started by a schedule, a pipeline or the AWS CLI.',
  )
}

const targetGroupAttributes: Writer = (call) =>
  merge((input) =>
    translated(call.bench, call.call, counterparts['target-group'] as Counterpart, {
      Attributes: input.Attributes,
    }),
  )(call)

const loadBalancerAttributes: Writer = (call) =>
  merge((input) =>
    translated(call.bench, call.call, counterparts['application-load-balancer'] as Counterpart, {
      LoadBalancerAttributes: input.Attributes,
    }),
  )(call)

/** What instances run at their start, as people read it. */
function readableUserData(bench: Workbench, { id }: Resource, argument: string): void {
  const body = bench.byCall.get(id)?.body
  const written = body?.[argument]
  const script = typeof written === 'string' ? fromBase64(written) : undefined
  if (body && script !== undefined) body[argument] = new Encoded('base64encode', escapeText(script))
}

const writers: Partial<Readonly<Record<ResourceType, Writer>>> = {
  'application-autoscaling:RegisterScalableTarget': part(parts.scalableTarget),
  'codedeploy:CreateApplication': simple('aws_codedeploy_app', {
    applicationName: 'name',
    computePlatform: 'compute_platform',
  }),
  'ec2:AllocateAddress': part(parts.address),
  'ec2:AssociateRouteTable': simple('aws_route_table_association', {
    SubnetId: 'subnet_id',
    RouteTableId: 'route_table_id',
  }),
  'ec2:AttachInternetGateway': merge(({ VpcId }) => ({ vpc_id: VpcId })),
  'ec2:AttachVolume': simple('aws_volume_attachment', {
    Device: 'device_name',
    InstanceId: 'instance_id',
    VolumeId: 'volume_id',
  }),
  'ec2:AuthorizeSecurityGroupEgress': rule('aws_vpc_security_group_egress_rule'),
  'ec2:AuthorizeSecurityGroupIngress': rule('aws_vpc_security_group_ingress_rule'),
  'ec2:CreateLaunchTemplate': (call) => {
    part(parts.launchTemplate)(call)
    readableUserData(call.bench, call.call, 'user_data')
  },
  'ec2:RunInstances': (call) => {
    ownCall(call)
    readableUserData(call.bench, call.call, 'user_data_base64')
  },
  'ec2:CreateRoute': part(parts.route),
  'ec2:CreateRouteTable': part(parts.routeTable),
  'ec2:ModifySubnetAttribute': merge(attributeValues),
  'ec2:ModifyVpcAttribute': merge(attributeValues),
  // Terraform takes the rule that AWS gives a new group away by itself; see `openEgress`.
  'ec2:RevokeSecurityGroupEgress': () => undefined,
  'ecr:PutLifecyclePolicy': ({ bench, call, input }) => {
    bench.add(call, 'aws_ecr_lifecycle_policy', {
      repository: input.repositoryName,
      policy: document(input.lifecyclePolicyText),
    })
  },
  'ecr:SetRepositoryPolicy': ({ bench, call, input }) => {
    bench.add(call, 'aws_ecr_repository_policy', {
      repository: input.repositoryName,
      policy: document(input.policyText),
    })
  },
  'ecs:PutClusterCapacityProviders': part(parts.clusterCapacity),
  'ecs:RunTask': later,
  'ecs:StartTask': later,
  'efs:CreateFileSystem': (call) => {
    ownCall(call)
    const { Backup } = call.input
    if (typeof Backup !== 'boolean') return
    const file_system_id = referTo(call.call.id, 'fileSystemId')
    const backup_policy = [{ status: Backup ? 'ENABLED' : 'DISABLED' }]
    call.bench.add(
      { ...call.call, after: [] },
      'aws_efs_backup_policy',
      { file_system_id, backup_policy },
      'backup',
    )
  },
  'efs:CreateAccessPoint': part(parts.accessPoint),
  'efs:CreateMountTarget': part(parts.mountTarget),
  'efs:PutFileSystemPolicy': ({ bench, call, input }) => {
    bench.add(call, 'aws_efs_file_system_policy', {
      file_system_id: input.FileSystemId,
      policy: document(input.Policy),
    })
  },
  'elbv2:AddListenerCertificates': certificates,
  'elbv2:CreateListener': part(parts.listener),
  'elbv2:CreateRule': ({ bench, call, input }) => {
    bench.add(call, parts.rule.type, translated(bench, call, parts.rule, prepared('rule', input)))
  },
  'elbv2:ModifyLoadBalancerAttributes': loadBalancerAttributes,
  'elbv2:ModifyTargetGroupAttributes': targetGroupAttributes,
  'iam:AddRoleToInstanceProfile': merge(({ RoleName }) => ({ role: RoleName })),
  'iam:AttachRolePolicy': simple('aws_iam_role_policy_attachment', {
    RoleName: 'role',
    PolicyArn: 'policy_arn',
  }),
  'iam:PutRolePolicy': ({ bench, call, input }) => {
    bench.add(call, 'aws_iam_role_policy', {
      name: input.PolicyName,
      role: input.RoleName,
      policy: document(input.PolicyDocument),
    })
  },
  'logs:PutRetentionPolicy': merge(({ retentionInDays }) => ({ retention_in_days: retentionInDays })),
  'sns:SetTopicAttributes': topicAttribute,
  'sns:Subscribe': simple('aws_sns_topic_subscription', {
    TopicArn: 'topic_arn',
    Protocol: 'protocol',
    Endpoint: 'endpoint',
  }),
  'sqs:SetQueueAttributes': queuePolicies,
  'wafv2:AssociateWebACL': simple('aws_wafv2_web_acl_association', {
    ResourceArn: 'resource_arn',
    WebACLArn: 'web_acl_arn',
  }),
}
