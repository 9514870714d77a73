/** The EC2 instances that a cluster's tasks may be placed on. */
import type { OperatingSystem } from '../aws/facts/fargate-sizes'
import {
  type Architecture,
  architectureOf,
  type InstanceType,
  instanceType,
} from '../aws/facts/instance-types'
import { referencesIn } from '../design/references'
import { autoScalingGroup } from '../elements/auto-scaling-group'
import { capacityProvider } from '../elements/capacity-provider'
import { containerInstance } from '../elements/container-instance'
import { hasPlaceholder } from '../elements/view'
import { type Graph, incoming, outgoing, sourcesOf, targetOf } from './graph'
import { zonesOf } from './network'
import { query } from './query'
import { runOf } from './runs'
import { specOf } from './spec'

/** Instances of one make: undefined members are not said. */
export interface InstanceGroup {
  /** The element whose spec describes the instances. */
  readonly id: string
  /** Container instances, an Auto Scaling group, or a capacity provider whose group is not drawn or that is managed. */
  readonly kind: 'container-instance' | 'auto-scaling-group' | 'capacity-provider'
  /** The capacity provider that they come by. */
  readonly provider: string | undefined
  /** ECS picks and patches them (ECS Managed Instances). */
  readonly managed: boolean
  /** Names of the instance types; empty where none is said, or only a pattern. */
  readonly types: readonly string[]
  readonly count: { readonly min: number; readonly max: number } | undefined
  readonly os: OperatingSystem | undefined
  /** Of Windows Server, such as `2022`. */
  readonly release: string | undefined
  readonly architecture: Architecture | undefined
  readonly zones: ReadonlySet<string> | undefined
  /** The drawn instance profile. */
  readonly profile: string | undefined
  /** Is an instance profile named at all, drawn or not? */
  readonly hasProfile: boolean
}

/** The instances of a cluster: container instances first, then those that capacity providers bring. */
export const instancesIn = query((graph, clusterId: string): readonly InstanceGroup[] => {
  const inside = incoming(graph, clusterId, 'in-cluster').map(({ from }) => from)
  const instances = new Set(inside.filter((id) => graph.element(id)?.kind === containerInstance.kind))
  const providers = new Set([
    ...outgoing(graph, clusterId, 'provides').map(({ to }) => to),
    ...inside.filter((id) => graph.element(id)?.kind === capacityProvider.kind),
  ])
  const groups: InstanceGroup[] = []
  for (const provider of providers) {
    const drawn = sourcesOf(graph, provider, 'provides', containerInstance.kind)
    // Where the provider's instances are drawn they say more than the provider does.
    for (const id of drawn) instances.add(id)
    const group = drawn.length > 0 ? undefined : groupOf(graph, provider)
    if (group) groups.push(group)
  }
  const own = [...instances].map((id) => groupOf(graph, id))
  return [...own.filter((group) => group !== undefined), ...groups]
})

/** How many instances some groups have at most; undefined when one of them does not say. */
export function mostInstances(groups: readonly InstanceGroup[]): number | undefined {
  let most = 0
  for (const { count } of groups) {
    if (!count) return undefined
    most += count.max
  }
  return most
}

/** What is said about the instances of a container instance, Auto Scaling group or capacity provider. */
export const groupOf = query((graph, id: string): InstanceGroup | undefined => {
  switch (graph.element(id)?.kind) {
    case containerInstance.kind:
      return ofContainerInstance(graph, id)
    case autoScalingGroup.kind:
      return ofAutoScalingGroup(graph, id, undefined)
    case capacityProvider.kind:
      return ofProvider(graph, id)
  }
})

function ofContainerInstance(graph: Graph, id: string): InstanceGroup {
  const spec = specOf(graph, containerInstance, id) ?? {}
  const min = spec.MinCount ?? 1
  return {
    id,
    kind: 'container-instance',
    provider: targetOf(graph, id, 'provides'),
    count: { min, max: Math.max(min, spec.MaxCount ?? min) },
    ...machines([spec.InstanceType], spec.ImageId),
    zones: zonesOf(graph, id),
    ...profileOf(graph, id, spec.IamInstanceProfile ?? {}, spec.LaunchTemplate),
    managed: false,
  }
}

function ofAutoScalingGroup(graph: Graph, id: string, provider: string | undefined): InstanceGroup {
  const spec = specOf(graph, autoScalingGroup, id) ?? {}
  const { LaunchTemplateData: data } = spec
  const mixed = spec.MixedInstancesPolicy?.LaunchTemplate?.Overrides?.map((one) => one.InstanceType) ?? []
  const { MinSize: min, MaxSize: max } = spec
  return {
    id,
    kind: 'auto-scaling-group',
    provider: provider ?? providersOf(graph, id)[0],
    count: max === undefined ? undefined : { min: min ?? 0, max },
    ...machines(mixed.length > 0 ? mixed : [data?.InstanceType], data?.ImageId),
    zones: zonesOf(graph, id),
    ...profileOf(graph, id, data?.IamInstanceProfile ?? {}, spec.LaunchTemplate ?? spec.MixedInstancesPolicy),
    managed: false,
  }
}

/** The capacity providers that an Auto Scaling group stands behind. */
export function providersOf(graph: Graph, groupId: string): readonly string[] {
  return sourcesOf(graph, groupId, 'provides', capacityProvider.kind)
}

function ofProvider(graph: Graph, id: string): InstanceGroup {
  const spec = specOf(graph, capacityProvider, id) ?? {}
  const drawn = referencesIn(spec.autoScalingGroupProvider?.autoScalingGroupArn ?? '')[0]?.id
  if (drawn !== undefined && graph.element(drawn)?.kind === autoScalingGroup.kind) {
    return ofAutoScalingGroup(graph, drawn, id)
  }
  const template = spec.managedInstancesProvider?.instanceLaunchTemplate
  const managed = spec.managedInstancesProvider !== undefined
  const { types, architecture } = machines(
    template?.instanceRequirements?.allowedInstanceTypes ?? [],
    undefined,
  )
  return {
    id,
    kind: 'capacity-provider',
    provider: id,
    count: undefined,
    types,
    architecture,
    os: managed ? 'LINUX' : undefined,
    release: undefined,
    zones: zonesOf(graph, id),
    ...profileOf(graph, id, { Arn: template?.ec2InstanceProfileArn }, managed ? undefined : spec),
    managed,
  }
}

/** Instance types, and what they and the AMI say about the machines. */
function machines(
  written: readonly (string | undefined)[],
  image: string | undefined,
): Pick<InstanceGroup, 'types' | 'os' | 'release' | 'architecture'> {
  const plain = written.filter((type) => type !== undefined && architectureOf(type) !== undefined) as string[]
  // With one of them unknown nothing can be said of all.
  const types = plain.length === written.length ? plain : []
  const architectures = new Set(types.map(architectureOf))
  const [only] = architectures
  return {
    types,
    os: osOfImage(image),
    release: /windows_server-(\d+)/i.exec(image ?? '')?.[1],
    architecture:
      architectures.size === 1 ? only : architectures.size === 0 ? architectureOfImage(image) : undefined,
  }
}

/** AWS's public parameters name the operating system and the architecture; an AMI's id says nothing. */
export function osOfImage(image: string | undefined): OperatingSystem | undefined {
  if (image === undefined || hasPlaceholder(image)) return undefined
  if (/windows/i.test(image)) return 'WINDOWS'
  return /amazon-linux|bottlerocket|al2023|amzn/i.test(image) ? 'LINUX' : undefined
}

function architectureOfImage(image: string | undefined): Architecture | undefined {
  if (image === undefined || hasPlaceholder(image)) return undefined
  return /arm64|aarch64/i.test(image) ? 'ARM64' : undefined
}

/** A launch template that is kept in EC2 may name a profile, too. */
function profileOf(
  graph: Graph,
  id: string,
  written: { readonly Arn?: string | undefined; readonly Name?: string | undefined },
  elsewhere: unknown,
): Pick<InstanceGroup, 'profile' | 'hasProfile'> {
  const profile = targetOf(graph, id, 'instance-profile')
  const named = Boolean(written.Arn || written.Name)
  return { profile, hasProfile: profile !== undefined || named || elsewhere !== undefined }
}

/** The role that the agent of an instance group uses: the one that its instance profile contains. */
export function instanceProfileRoleOf(graph: Graph, instanceId: string): string | undefined {
  const profile = targetOf(graph, instanceId, 'instance-profile')
  return profile === undefined ? undefined : targetOf(graph, profile, 'contains-role')
}

/** Of the types of a group the one with the most memory; undefined when one of them is not in the table of facts. */
export function largestType({ types }: InstanceGroup): InstanceType | undefined {
  const known = types.map(instanceType)
  if (known.includes(undefined)) return undefined
  return (known as InstanceType[]).reduce<InstanceType | undefined>(
    (best, type) => (best === undefined || type.memory > best.memory ? type : best),
    undefined,
  )
}

/** The zones that a service's tasks run in: those of its subnets, else those of the instances in its cluster. */
export const taskZones = query((graph, runner: string): ReadonlySet<string> | undefined => {
  const own = zonesOf(graph, runner)
  const run = runOf(graph, runner)
  if (own || run?.cluster === undefined || run.launch !== 'EC2') return own
  const zones = new Set<string>()
  for (const group of instancesIn(graph, run.cluster)) {
    if (!group.zones) return undefined
    for (const zone of group.zones) zones.add(zone)
  }
  return zones.size > 0 ? zones : undefined
})
