/** Clusters, their capacity, and what runs on it. */
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import { referencesIn } from '../../design/references'
import type { MutableSpec } from '../../elements/kind'
import { isPlaceholder } from '../../elements/parts/placeholders'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { incoming, outgoing } from '../../graph/graph'
import { frontsOf } from '../../graph/traffic'
import { say } from '../../texts/text'
import { type Maker, type Making, texts, without } from '../maker'
import { needsSubnets, subnetIdsOf } from '../network-places'
import { referTo } from '../pieces'
import { userDataOf } from '../user-data'
import { listenerPart } from './load-balancing'

export const cluster: Maker = ({ id, spec, add, specs }) => {
  const { capacityProviders, defaultCapacityProviderStrategy } = spec
  add('ecs:CreateCluster', without(spec, 'capacityProviders', 'defaultCapacityProviderStrategy'))
  const strategy = objectsAt(spec, '/defaultCapacityProviderStrategy').map(([, item]) => item)
  const providers = texts(capacityProviders)
  if (providers.length === 0 && strategy.length === 0) return
  const named = texts(strategy.map((item) => item.capacityProvider))
  // A provider may need its cluster, and so they are brought together when both are there.
  add(
    'ecs:PutClusterCapacityProviders',
    {
      cluster: specs.attribute(id, 'name'),
      capacityProviders: providers.length > 0 ? providers : [...new Set(named)],
      defaultCapacityProviderStrategy: defaultCapacityProviderStrategy ?? [],
    },
    'capacity-providers',
  )
}

export const capacityProvider: Maker = (making) => {
  const { id, spec, name, add, note } = making
  const network = spec.managedInstancesProvider?.instanceLaunchTemplate
  if (isObject(network)) {
    const configuration = isObject(network.networkConfiguration) ? network.networkConfiguration : {}
    if (texts(configuration.subnets).length === 0) {
      network.networkConfiguration = { ...configuration, subnets: subnetIdsOf(making, id) }
    }
  } else if (!textAt(spec, '/autoScalingGroupProvider/autoScalingGroupArn')) {
    note(
      'to-do',
      say`Capacity provider “${name}” has no Auto Scaling group. Connect it with one.`,
      '/autoScalingGroupProvider/autoScalingGroupArn',
    )
  }
  add('ecs:CreateCapacityProvider', spec)
}

export const autoScalingGroup: Maker = (making) => {
  const { graph, id, spec, add } = making
  if (!spec.VPCZoneIdentifier && texts(spec.AvailabilityZones).length === 0) {
    spec.VPCZoneIdentifier = subnetIdsOf(making, id).join(',')
  }
  spec.MinSize ??= 0
  spec.MaxSize ??= 1
  const data = isObject(spec.LaunchTemplateData) ? spec.LaunchTemplateData : undefined
  const input = without(spec, 'LaunchTemplateData')
  if (data) {
    const userData = userDataOf(making, graph.element(id)?.spec.LaunchTemplateData, '/LaunchTemplateData')
    const template = add(
      'ec2:CreateLaunchTemplate',
      {
        LaunchTemplateName: spec.AutoScalingGroupName,
        LaunchTemplateData: { ...data, ...(userData === undefined ? {} : { UserData: userData }) },
      },
      'launch-template',
    )
    takeTemplate(input, { LaunchTemplateId: referTo(template, 'launchTemplateId'), Version: '$Latest' })
  }
  add('autoscaling:CreateAutoScalingGroup', input)
}

function takeTemplate(input: MutableSpec, specification: MutableSpec): void {
  if (!isObject(input.MixedInstancesPolicy)) {
    input.LaunchTemplate ??= specification
    return
  }
  const policy = input.MixedInstancesPolicy
  const template = isObject(policy.LaunchTemplate) ? policy.LaunchTemplate : {}
  input.MixedInstancesPolicy = {
    ...policy,
    LaunchTemplate: { LaunchTemplateSpecification: specification, ...template },
  }
}

export const containerInstance: Maker = (making) => {
  const { graph, id, spec, name, add, specs, note } = making
  spec.MinCount ??= 1
  spec.MaxCount ??= spec.MinCount
  const userData = userDataOf(making, graph.element(id)?.spec, '')
  const input = without(spec, 'cluster', 'agentConnected', 'capacityProviderName')
  const [subnet] = spec.SubnetId ? [] : subnetIdsOf(making, id)
  add('ec2:RunInstances', {
    ...input,
    ...(subnet?.startsWith('@{input:') === false ? { SubnetId: subnet } : {}),
    ...(userData === undefined ? {} : { UserData: userData }),
  })
  for (const [index, { to }] of outgoing(graph, id, 'mounts').entries()) {
    const Device = `/dev/sd${'fghijklmnop'.charAt(index) || 'f'}`
    note('added', say`EBS volume “${to}” is attached to “${name}” as ${Device}.`)
    const ids = { InstanceId: specs.attribute(id, 'instanceId'), VolumeId: specs.attribute(to, 'volumeId') }
    add('ec2:AttachVolume', { Device, ...ids }, `volume-${to}`)
  }
}

export const taskDefinition: Maker = ({ graph, id, spec, isMade, add }) => {
  for (const [index, volume] of objectsAt(spec, '/volumes')) {
    const written = textAt(graph.element(id)?.spec, `/volumes/${index}/efsVolumeConfiguration/fileSystemId`)
    const files = referencesIn(written ?? '')[0]?.id
    const authorization = volume.efsVolumeConfiguration?.authorizationConfig
    if (files === undefined || !isMade(files) || !isObject(authorization)) continue
    // An open access point is the one that the file system has.
    const points = objectsAt(graph.element(files)?.spec, '/AccessPoints')
    const isOpen = toText(authorization.accessPointId ?? '').startsWith('@{input:')
    if (isOpen && points.length === 1) {
      authorization.accessPointId = referTo(`${files}/access-point-1`, 'accessPointId')
    }
  }
  add('ecs:RegisterTaskDefinition', spec)
}

/** Tasks with network interfaces of their own need to be told where these are. */
function inNetwork(making: Making): void {
  const { graph, id, spec } = making
  if (texts(spec.networkConfiguration?.awsvpcConfiguration?.subnets).length > 0 || !needsSubnets(graph, id))
    return
  spec.networkConfiguration = {
    ...spec.networkConfiguration,
    awsvpcConfiguration: {
      ...spec.networkConfiguration?.awsvpcConfiguration,
      subnets: subnetIdsOf(making, id),
    },
  }
}

export const service: Maker = (making) => {
  const { spec, name, add, note } = making
  inNetwork(making)
  if (spec.schedulingStrategy !== 'DAEMON' && spec.desiredCount === undefined) {
    spec.desiredCount = 1
    note(
      'added',
      say`Service “${name}” does not say how many tasks it wants, so it gets one.`,
      '/desiredCount',
    )
  }
  meetListenerRules(making)
  add('ecs:CreateService', spec)
}

/** The rule that a blue/green rollout changes is drawn: the one that forwards to both of its target groups. */
function meetListenerRules({ graph, id, spec }: Making): void {
  const written = graph.element(id)?.spec
  for (const front of frontsOf(graph, id)) {
    const at = `${front.pointer}/advancedConfiguration`
    const production = textAt(written, `${at}/productionListenerRule`)
    const advanced = spec.loadBalancers?.[front.index]?.advancedConfiguration
    if (!isObject(advanced) || (production !== undefined && !isPlaceholder(production))) continue
    const rules = front.listeners.filter(({ rule }) => rule !== undefined)
    const [only, ...others] = [
      ...new Map(rules.map((rule) => [`${rule.listener} ${rule.rule}`, rule])).values(),
    ]
    if (!only || others.length > 0) continue
    const listener = objectsAt(graph.element(only.loadBalancer)?.spec, '/Listeners').find(
      ([index]) => index === only.listener,
    )
    if (!listener) continue
    const priority = objectsAt(listener[1], '/Rules').find(([index]) => index === only.rule)?.[1].Priority
    if (typeof priority !== 'number') continue
    const part = listenerPart(listener[1], only.listener)
    advanced.productionListenerRule = referTo(`${only.loadBalancer}/${part}-rule-${priority}`, 'arn')
  }
}

export const task: Maker = (making) => {
  const { spec, name, add, note } = making
  inNetwork(making)
  const starts = texts(spec.containerInstances).length > 0
  if (starts) {
    const refused = [
      'count',
      'launchType',
      'capacityProviderStrategy',
      'placementConstraints',
      'placementStrategy',
      'platformVersion',
    ]
    add('ecs:StartTask', without(spec, ...refused))
  } else {
    add('ecs:RunTask', without(spec, 'containerInstances'))
  }
  note(
    'to-do',
    say`Task “${name}” runs when somebody starts it. A schedule, such as EventBridge Scheduler’s, is not drawn.`,
  )
}

const TARGET_MEMBERS = ['MinCapacity', 'MaxCapacity'] as const

export const scalingPolicy: Maker = (making) => {
  const { graph, id, spec, name, add, note } = making
  spec.ServiceNamespace ||= 'ecs'
  spec.ScalableDimension ||= 'ecs:service:DesiredCount'
  spec.PolicyType ||= 'TargetTrackingScaling'
  const scaled = outgoing(graph, id, 'scales')[0]?.to
  if (!spec.ResourceId) {
    note('to-do', say`Scaling policy “${name}” scales nothing yet. Connect it with a service.`, '/ResourceId')
  }
  const { ServiceNamespace, ScalableDimension } = spec
  const target = spec.ResourceId ? { ResourceId: spec.ResourceId } : {}
  // A service is registered once, however many policies scale it.
  const all = scaled === undefined ? [] : incoming(graph, scaled, 'scales').map(({ from }) => from)
  const first = all.find((one) => making.isMade(one)) ?? id
  if (first === id) {
    const limits = Object.fromEntries(
      TARGET_MEMBERS.map((member) => [
        member,
        spec[member] ?? (member === 'MinCapacity' ? 1 : (spec.MinCapacity ?? 1)),
      ]),
    )
    add(
      'application-autoscaling:RegisterScalableTarget',
      { ServiceNamespace, ...target, ScalableDimension, ...limits },
      'target',
    )
  } else if (TARGET_MEMBERS.some((member) => spec[member] !== graph.element(first)?.spec[member])) {
    note(
      'left-out',
      say`The limits of scaling policy “${name}” are not those of “${first}”, which is for the same service. Those of “${first}” count.`,
    )
  }
  labelTarget(making, scaled)
  add('application-autoscaling:PutScalingPolicy', without(spec, ...TARGET_MEMBERS), undefined, [
    `${first}/target`,
  ])
}

/** Requests are counted for one target group of one load balancer, which the drawing knows. */
function labelTarget({ graph, spec, specs }: Making, scaled: string | undefined): void {
  const metric = spec.TargetTrackingScalingPolicyConfiguration?.PredefinedMetricSpecification
  if (metric?.PredefinedMetricType !== 'ALBRequestCountPerTarget' || scaled === undefined) return
  if (metric.ResourceLabel !== undefined && !/^@\{input:[a-z0-9-]+\}$/.test(toText(metric.ResourceLabel)))
    return
  const front = frontsOf(graph, scaled).find(({ targetGroup }) => targetGroup !== undefined)
  const [balancer] = front?.loadBalancers ?? []
  if (front?.targetGroup === undefined || balancer === undefined) return
  const names = [balancer, front.targetGroup].map((one) =>
    specs.attribute(one, 'arn').replace('.arn}', '.fullName}'),
  )
  if (names.every((name) => name.endsWith('.fullName}'))) metric.ResourceLabel = names.join('/')
}

export const codedeployDeploymentGroup: Maker = (making) => {
  const { graph, id, spec, add } = making
  spec.applicationName ||= id
  const first = (graph.byKind.get('codedeploy-deployment-group') ?? []).find(
    (one) =>
      (graph.element(one)?.spec.applicationName || one) === (graph.element(id)?.spec.applicationName || id),
  )
  const { applicationName } = spec
  if (first === id)
    add('codedeploy:CreateApplication', { applicationName, computePlatform: 'ECS' }, 'application')
  add('codedeploy:CreateDeploymentGroup', spec, undefined, [`${first}/application`])
}

export const eksCluster: Maker = (making) => {
  const { id, spec, name, add, note } = making
  const network = isObject(spec.resourcesVpcConfig) ? spec.resourcesVpcConfig : {}
  if (texts(network.subnetIds).length === 0) network.subnetIds = subnetIdsOf(making, id)
  spec.resourcesVpcConfig = network
  if (!spec.roleArn)
    note('to-do', say`EKS cluster “${name}” has no cluster role. Connect it with one.`, '/roleArn')
  add('eks:CreateCluster', spec)
}

export const eksNodeGroup: Maker = (making) => {
  const { id, spec, name, add, note } = making
  if (texts(spec.subnets).length === 0) spec.subnets = subnetIdsOf(making, id)
  if (!spec.nodeRole)
    note('to-do', say`EKS node group “${name}” has no node role. Connect it with one.`, '/nodeRole')
  add('eks:CreateNodegroup', spec)
}

export const eksFargateProfile: Maker = (making) => {
  const { id, spec, name, add, note } = making
  if (texts(spec.subnets).length === 0) spec.subnets = subnetIdsOf(making, id)
  if (!spec.podExecutionRoleArn) {
    note(
      'to-do',
      say`EKS Fargate profile “${name}” has no pod execution role. Connect it with one.`,
      '/podExecutionRoleArn',
    )
  }
  add('eks:CreateFargateProfile', spec)
}
