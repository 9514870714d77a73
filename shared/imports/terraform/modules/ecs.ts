/** The modules of clusters and services. */
import { unsnake } from '../../../aws/terraform/casing'
import type { Body } from '../../../aws/terraform/translate'
import { isObject } from '../../../basics/json'
import { own } from '../../../basics/own'
import {
  blocks,
  defined,
  entries,
  groupOf,
  inModule,
  type KnownModule,
  type Made,
  pick,
  THIS,
} from './module'

/** `ecs/aws//modules/cluster` */
export const cluster: KnownModule = {
  make: (call) => {
    const { body } = call
    const providers = entries(body.autoscaling_capacity_providers)
    const fargate = Object.keys(
      isObject(body.fargate_capacity_providers) ? body.fargate_capacity_providers : {},
    )
    const strategy = providers.flatMap(([key, { default_capacity_provider_strategy: item }]) =>
      isObject(item)
        ? [{ ...item, capacity_provider: inModule(call, 'aws_ecs_capacity_provider', key, 'name') }]
        : [],
    )
    return [
      {
        type: 'aws_ecs_cluster',
        name: THIS,
        body: defined({
          name: body.cluster_name ?? body.name,
          tags: body.tags,
          setting: blocks(body.cluster_settings ?? body.setting),
        }),
      },
      ...providers.map(([key, provider]) => ({
        type: 'aws_ecs_capacity_provider',
        name: key,
        body: {
          name: provider.name ?? key,
          auto_scaling_group_provider: [
            defined({
              ...pick(
                provider,
                'auto_scaling_group_arn',
                'managed_termination_protection',
                'managed_draining',
              ),
              managed_scaling: isObject(provider.managed_scaling) ? [provider.managed_scaling] : undefined,
            }),
          ],
        },
      })),
      ...(providers.length + fargate.length > 0
        ? [
            {
              type: 'aws_ecs_cluster_capacity_providers',
              name: THIS,
              body: {
                cluster_name: inModule(call, 'aws_ecs_cluster', THIS, 'name'),
                capacity_providers: [
                  ...fargate,
                  ...providers.map(([key]) => inModule(call, 'aws_ecs_capacity_provider', key, 'name')),
                ],
                default_capacity_provider_strategy: strategy,
              },
            },
          ]
        : []),
    ]
  },
  outputs: {
    arn: () => ['aws_ecs_cluster', THIS, 'arn'],
    id: () => ['aws_ecs_cluster', THIS, 'id'],
    name: () => ['aws_ecs_cluster', THIS, 'name'],
    cluster_arn: () => ['aws_ecs_cluster', THIS, 'arn'],
    cluster_id: () => ['aws_ecs_cluster', THIS, 'id'],
    cluster_name: () => ['aws_ecs_cluster', THIS, 'name'],
    autoscaling_capacity_providers: (key) => ['aws_ecs_capacity_provider', key ?? THIS, 'name'],
  },
}

/** `ecs/aws//modules/service` */
export const service: KnownModule = {
  make: (call) => {
    const { body } = call
    const rules = entries(body.security_group_rules)
    const groups = Array.isArray(body.security_group_ids) ? body.security_group_ids : []
    const network = {
      ...pick(body, 'assign_public_ip'),
      subnets: body.subnet_ids,
      security_groups:
        rules.length > 0 ? [...groups, inModule(call, 'aws_security_group', THIS, 'id')] : groups,
    }
    const strategies = blocks(body.capacity_provider_strategy)
    const taskDefinition =
      body.create_task_definition === false
        ? body.task_definition_arn
        : inModule(call, 'aws_ecs_task_definition', THIS, 'arn')
    const made: Made[] = [
      {
        type: 'aws_ecs_service',
        name: THIS,
        body: defined({
          ...pick(
            body,
            'name',
            'desired_count',
            'enable_execute_command',
            'platform_version',
            'scheduling_strategy',
            'deployment_minimum_healthy_percent',
            'deployment_maximum_percent',
            'health_check_grace_period_seconds',
            'tags',
          ),
          cluster: body.cluster_arn,
          task_definition: taskDefinition,
          launch_type: strategies.length > 0 ? undefined : (body.launch_type ?? 'FARGATE'),
          network_configuration: [network],
          load_balancer: blocks(body.load_balancer),
          capacity_provider_strategy: strategies,
        }),
      },
    ]
    if (body.create_task_definition !== false) made.push(taskOf(body))
    return rules.length > 0 ? [...made, ...groupOf(call, body.name, rules)] : made
  },
  outputs: {
    name: () => ['aws_ecs_service', THIS, 'name'],
    id: () => ['aws_ecs_service', THIS, 'id'],
    security_group_id: () => ['aws_security_group', THIS, 'id'],
    task_definition_arn: () => ['aws_ecs_task_definition', THIS, 'arn'],
  },
}

function taskOf(body: Body): Made {
  return {
    type: 'aws_ecs_task_definition',
    name: THIS,
    body: defined({
      ...pick(body, 'network_mode', 'requires_compatibilities', 'runtime_platform', 'tags'),
      family: body.family ?? body.name,
      // What the module takes when it is told nothing.
      cpu: body.cpu ?? 1024,
      memory: body.memory ?? 2048,
      network_mode: body.network_mode ?? 'awsvpc',
      requires_compatibilities: body.requires_compatibilities ?? ['FARGATE'],
      execution_role_arn: body.task_exec_iam_role_arn,
      task_role_arn: body.tasks_iam_role_arn,
      container_definitions: JSON.stringify(
        entries(body.container_definitions).map(([name, one]) => ({ name, ...camel(one) })),
      ),
      volume: entries(body.volume).map(([name, volume]) => ({ name, ...nestedBlocks(volume) })),
    }),
  }
}

/** Of a module, one block is an object. */
function nestedBlocks(body: Body): Body {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, isObject(value) ? [nestedBlocks(value)] : value]),
  )
}

/** What the module itself does with a container. */
const OF_MODULE = new Set([
  'create',
  'createCloudwatchLogGroup',
  'enableCloudwatchLogging',
  'cloudwatchLogGroupName',
  'cloudwatchLogGroupRetentionInDays',
  'service',
])
const NAMES: Readonly<Record<string, string>> = {
  entrypoint: 'entryPoint',
  dependencies: 'dependsOn',
  readonlyRootFilesystem: 'readonlyRootFilesystem',
}

function camel(value: unknown, key = ''): Body {
  const said = Object.entries(isObject(value) ? value : {}).map(([name, item]) => {
    const member = unsnake(name, false)
    return [own(NAMES, member) ?? member, camelValue(item, member)] as const
  })
  return Object.fromEntries(key === '' ? said.filter(([name]) => !OF_MODULE.has(name)) : said)
}

/** Names in maps are people's own. */
function camelValue(value: unknown, member: string): unknown {
  if (member === 'options' || member === 'dockerLabels') return value
  if (Array.isArray(value)) return value.map((item) => camelValue(item, member))
  return isObject(value) ? camel(value, member) : value
}
