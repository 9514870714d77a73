/** The modules of load balancers, security groups and VPCs, of repositories and queues. */
import type { Body } from '../../../aws/terraform/translate'
import { isObject } from '../../../basics/json'
import {
  blocks,
  defined,
  entries,
  groupOf,
  inModule,
  type KnownModule,
  type Made,
  type ModuleCall,
  pick,
  THIS,
} from './module'

function newerRules(value: unknown, type: 'ingress' | 'egress'): [string, Body][] {
  return entries(value).map(([key, rule]) => [
    `${type}_${key}`,
    defined({
      type,
      ...pick(rule, 'from_port', 'to_port', 'description'),
      protocol: rule.ip_protocol ?? 'tcp',
      cidr_blocks: rule.cidr_ipv4 === undefined ? undefined : [rule.cidr_ipv4],
      ipv6_cidr_blocks: rule.cidr_ipv6 === undefined ? undefined : [rule.cidr_ipv6],
      source_security_group_id: rule.referenced_security_group_id,
    }),
  ])
}

/** `alb/aws` */
export const balancer: KnownModule = {
  make: (call) => {
    const { body } = call
    const rules = [
      ...newerRules(body.security_group_ingress_rules, 'ingress'),
      ...newerRules(body.security_group_egress_rules, 'egress'),
    ]
    const groups = Array.isArray(body.security_groups) ? body.security_groups : []
    const isKeyed = isObject(body.target_groups) || isObject(body.listeners)
    return [
      {
        type: 'aws_lb',
        name: THIS,
        body: defined({
          ...pick(
            body,
            'name',
            'internal',
            'subnets',
            'load_balancer_type',
            'tags',
            'enable_deletion_protection',
            'idle_timeout',
          ),
          security_groups:
            rules.length > 0 ? [...groups, inModule(call, 'aws_security_group', THIS, 'id')] : groups,
        }),
      },
      ...(rules.length > 0 ? groupOf(call, body.name, rules) : []),
      ...(isKeyed ? keyedTargets(call) : []),
    ]
  },
  outputs: {
    arn: () => ['aws_lb', THIS, 'arn'],
    id: () => ['aws_lb', THIS, 'id'],
    security_group_id: () => ['aws_security_group', THIS, 'id'],
    target_groups: (key) => ['aws_lb_target_group', key ?? THIS, 'arn'],
  },
}

function keyedTargets(call: ModuleCall): Made[] {
  const { body } = call
  const targets = entries(body.target_groups).map(([key, target]) => ({
    type: 'aws_lb_target_group',
    name: key,
    body: defined({
      ...pick(target, 'name', 'target_type', 'protocol_version', 'deregistration_delay', 'slow_start'),
      protocol: target.backend_protocol ?? target.protocol,
      port: target.backend_port ?? target.port,
      vpc_id: target.vpc_id ?? body.vpc_id,
      health_check: isObject(target.health_check) ? [target.health_check] : undefined,
      stickiness: isObject(target.stickiness) ? [target.stickiness] : undefined,
    }),
  }))
  const listeners = entries(body.listeners).map(([key, listener]) => ({
    type: 'aws_lb_listener',
    name: key,
    body: defined({
      ...pick(listener, 'port', 'protocol', 'ssl_policy', 'certificate_arn'),
      load_balancer_arn: inModule(call, 'aws_lb', THIS, 'arn'),
      default_action: defaultAction(call, listener),
    }),
  }))
  return [...targets, ...listeners]
}

function defaultAction(call: ModuleCall, { forward, redirect, fixed_response }: Body): Body[] {
  if (isObject(forward) && typeof forward.target_group_key === 'string') {
    return [
      {
        type: 'forward',
        target_group_arn: inModule(call, 'aws_lb_target_group', forward.target_group_key, 'arn'),
      },
    ]
  }
  if (isObject(redirect)) return [{ type: 'redirect', redirect: [redirect] }]
  return isObject(fixed_response) ? [{ type: 'fixed-response', fixed_response: [fixed_response] }] : []
}

/** `ecr/aws` */
export const repository: KnownModule = {
  make: ({ body }) => [
    {
      type: 'aws_ecr_repository',
      name: THIS,
      body: defined({
        name: body.repository_name,
        image_tag_mutability: body.repository_image_tag_mutability,
        tags: body.tags,
      }),
    },
  ],
  outputs: {
    repository_url: () => ['aws_ecr_repository', THIS, 'repository_url'],
    repository_arn: () => ['aws_ecr_repository', THIS, 'arn'],
    repository_name: () => ['aws_ecr_repository', THIS, 'name'],
  },
}

/** `sqs/aws` */
export const queue: KnownModule = {
  make: ({ body }) => [
    {
      type: 'aws_sqs_queue',
      name: THIS,
      body: pick(
        body,
        'name',
        'fifo_queue',
        'visibility_timeout_seconds',
        'message_retention_seconds',
        'delay_seconds',
        'receive_wait_time_seconds',
        'tags',
      ),
    },
  ],
  outputs: {
    queue_arn: () => ['aws_sqs_queue', THIS, 'arn'],
    queue_url: () => ['aws_sqs_queue', THIS, 'url'],
    queue_id: () => ['aws_sqs_queue', THIS, 'url'],
    queue_name: () => ['aws_sqs_queue', THIS, 'name'],
  },
}

/** `vpc/aws` */
export const vpc: KnownModule = {
  make: ({ body }) => [
    {
      type: 'aws_vpc',
      name: THIS,
      body: defined({
        cidr_block: body.cidr,
        tags: body.name === undefined ? undefined : { Name: body.name },
      }),
    },
  ],
  outputs: { vpc_id: () => ['aws_vpc', THIS, 'id'] },
}

/** `security-group/aws` */
export const group: KnownModule = {
  make: (call) => {
    const { body } = call
    const listed = (value: unknown, type: string) =>
      blocks(value).map((rule, index): [string, Body] => [
        `${type}_${index}`,
        {
          ...rule,
          type,
          cidr_blocks: typeof rule.cidr_blocks === 'string' ? rule.cidr_blocks.split(',') : rule.cidr_blocks,
        },
      ])
    return groupOf(call, body.name, [
      ...listed(body.ingress_with_cidr_blocks, 'ingress'),
      ...listed(body.ingress_with_source_security_group_id, 'ingress'),
      ...listed(body.egress_with_cidr_blocks, 'egress'),
    ])
  },
  outputs: { security_group_id: () => ['aws_security_group', THIS, 'id'] },
}
