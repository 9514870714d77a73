/** One entry for each answer that is imported: how its items are known, and what they become. */
import { toText } from '../../basics/convert'
import { isObject, toPointer } from '../../basics/json'
import { own } from '../../basics/own'
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { escapeText } from '../../design/references'
import { say } from '../../texts/text'
import { type Collector, note } from '../collect/collector'
import { parseArn } from '../collect/named'
import { suffixed } from '../collect/named-ecs'
import { addConfigured, withReferences } from '../collect/resources'
import type { Origin } from '../report'
import { asInput } from './described'

interface Answer {
  /** The member that holds the list of them. */
  readonly key: string
  /** Members that each of them has. */
  readonly marks: readonly string[]
  readonly add: (collector: Collector, body: Spec, origin: Origin) => void
}

export const answers: Readonly<Record<string, Answer>> = {
  'load-balancers': { key: 'LoadBalancers', marks: ['LoadBalancerArn', 'Type'], add: addLoadBalancer },
  'target-groups': { key: 'TargetGroups', marks: ['TargetGroupArn', 'TargetGroupName'], add: addTargetGroup },
  listeners: { key: 'Listeners', marks: ['ListenerArn', 'LoadBalancerArn'], add: addListener },
  'capacity-providers': {
    key: 'capacityProviders',
    marks: ['capacityProviderArn', 'name'],
    add: addCapacityProvider,
  },
  repositories: { key: 'repositories', marks: ['repositoryArn', 'repositoryName'], add: addRepository },
  'file-systems': { key: 'FileSystems', marks: ['FileSystemId', 'CreationToken'], add: addFileSystem },
  'mount-targets': { key: 'MountTargets', marks: ['MountTargetId', 'FileSystemId'], add: addMountTarget },
}

interface Known {
  readonly kind: string
  readonly called: string
  readonly identities: readonly string[]
  readonly existing: Readonly<Record<string, unknown>>
  readonly body: Spec
}

/** Adds what exists with the identifiers that AWS gave it. */
function addExisting(collector: Collector, known: Known, origin: Origin): string {
  const { kind, called, identities, body } = known
  const existing = Object.fromEntries(
    Object.entries(known.existing).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, escapeText(value)]] : [],
    ),
  )
  const arn = identities.map(parseArn).find((one) => one !== undefined)
  if (arn) collector.hints.push({ region: arn.region, account: arn.account, rank: 2 })
  return addConfigured(collector, { kind, called, identities, body, origin, rest: { existing } })
}

const BALANCERS: Readonly<Record<string, string>> = {
  application: 'application-load-balancer',
  network: 'network-load-balancer',
  gateway: 'gateway-load-balancer',
}

function addLoadBalancer(collector: Collector, body: Spec, origin: Origin): void {
  const name = text(body.LoadBalancerName) ?? 'load balancer'
  const zones = Array.isArray(body.AvailabilityZones) ? body.AvailabilityZones.filter(isObject) : []
  const subnets = zones.flatMap((zone) => text(zone.SubnetId) ?? [])
  for (const [index, zone] of zones.entries()) {
    const at = { ...origin, pointer: `${origin.pointer}/AvailabilityZones/${index}` }
    note(
      collector,
      'mapped',
      'subnet',
      at,
      say`The zone ${quote(text(zone.ZoneName) ?? '')} of the load balancer became its subnet.`,
    )
  }
  renamed(collector, origin, 'LoadBalancerName', 'Name')
  const used = ['LoadBalancerName', 'AvailabilityZones']
  addExisting(
    collector,
    {
      kind: own(BALANCERS, toText(body.Type)) ?? 'application-load-balancer',
      called: name,
      identities: [toText(body.LoadBalancerArn)],
      existing: { arn: body.LoadBalancerArn, dnsName: body.DNSName },
      body: {
        Name: name,
        ...asInput(collector, 'load-balancer', body, origin, used),
        ...(subnets.length > 0 ? { Subnets: subnets } : {}),
      },
    },
    origin,
  )
}

function addTargetGroup(collector: Collector, body: Spec, origin: Origin): void {
  const name = toText(body.TargetGroupName)
  renamed(collector, origin, 'TargetGroupName', 'Name')
  addExisting(
    collector,
    {
      kind: 'target-group',
      called: suffixed(name, 'targets'),
      identities: [toText(body.TargetGroupArn)],
      existing: { arn: body.TargetGroupArn },
      body: { Name: name, ...asInput(collector, 'target-group', body, origin, ['TargetGroupName']) },
    },
    origin,
  )
}

/** A listener is a part of its load balancer, which may stand in another file. */
function addListener(collector: Collector, body: Spec, origin: Origin): void {
  const arn = toText(body.LoadBalancerArn)
  const listener = asInput(collector, 'listener', body, origin)
  collector.later.push(() => {
    const id = Object.values(BALANCERS)
      .map((kind) => collector.known.get(`${kind} ${arn}`))
      .find(Boolean)
    if (id === undefined) {
      note(
        collector,
        'dropped',
        'no-load-balancer',
        origin,
        say`No file tells of the load balancer ${quote(arn)}, so its listener is left out. Import the answer of describe-load-balancers with it.`,
      )
      return
    }
    appendTo(
      collector,
      id,
      'Listeners',
      listener,
      origin,
      say`The listener became one of load balancer “${id}”.`,
    )
  })
}

function addCapacityProvider(collector: Collector, body: Spec, origin: Origin): void {
  const name = toText(body.name)
  if (name === 'FARGATE' || name === 'FARGATE_SPOT') {
    note(
      collector,
      'dropped',
      'fargate',
      origin,
      say`${quote(name)} is AWS’s own capacity provider; clusters name it.`,
    )
    return
  }
  addConfigured(collector, {
    ...{ kind: 'capacity-provider', called: suffixed(name, 'capacity'), identities: [name], origin },
    body: asInput(collector, 'capacity-provider', body, origin),
  })
}

function addRepository(collector: Collector, body: Spec, origin: Origin): void {
  const uri = text(body.repositoryUri)
  addExisting(
    collector,
    {
      kind: 'ecr-repository',
      called: toText(body.repositoryName),
      identities: [...(uri === undefined ? [] : [uri]), toText(body.repositoryArn)],
      existing: { uri: body.repositoryUri, arn: body.repositoryArn },
      body: asInput(collector, 'ecr-repository', body, origin),
    },
    origin,
  )
}

function addFileSystem(collector: Collector, body: Spec, origin: Origin): void {
  const id = toText(body.FileSystemId)
  addExisting(
    collector,
    {
      kind: 'efs-file-system',
      called: text(body.Name) ?? id,
      identities: [id],
      existing: { fileSystemId: body.FileSystemId, arn: body.FileSystemArn },
      body: asInput(collector, 'efs-file-system', body, origin),
    },
    origin,
  )
}

const OF_MOUNT_TARGET = ['SubnetId', 'IpAddress', 'Ipv6Address', 'SecurityGroups']

/** A mount target is a part of its file system. */
function addMountTarget(collector: Collector, body: Spec, origin: Origin): void {
  const files = toText(body.FileSystemId)
  const kept = Object.fromEntries(Object.entries(body).filter(([member]) => OF_MOUNT_TARGET.includes(member)))
  for (const member of Object.keys(body)) {
    if (OF_MOUNT_TARGET.includes(member)) continue
    const at = { ...origin, pointer: origin.pointer + toPointer([member]) }
    note(
      collector,
      'dropped',
      'read-only-member',
      at,
      say`${quote(member)} is what AWS tells of the one that exists, so it is left out.`,
    )
  }
  collector.later.push(() => {
    const id = collector.known.get(`efs-file-system ${files}`)
    if (id === undefined) {
      note(
        collector,
        'dropped',
        'no-file-system',
        origin,
        say`No file tells of the file system ${quote(files)}, so its mount target is left out. Import the answer of describe-file-systems with it.`,
      )
      return
    }
    appendTo(
      collector,
      id,
      'MountTargets',
      kept,
      origin,
      say`The mount target became one of file system “${id}”.`,
    )
  })
}

/** Puts what was told in an answer of its own into the element that it is a part of. */
function appendTo(
  collector: Collector,
  id: string,
  member: 'Listeners' | 'MountTargets',
  item: Spec,
  origin: Origin,
  said: ReturnType<typeof say>,
): void {
  const element = collector.elements[id]
  if (!element) return
  const list = Array.isArray(element.spec[member]) ? element.spec[member] : []
  const at = `/${member}/${list.length}`
  note(collector, 'mapped', member, origin, said, id)
  // Read at its place in the whole, so that the same texts are references there.
  const whole = { [member]: [...list.map(() => ({})), item] }
  const read = withReferences(collector, element.kind, whole, id, { ...origin, within: at })
  const added = (read[member] as unknown[]).at(-1)
  collector.elements[id] = { ...element, spec: { ...element.spec, [member]: [...list, added] } }
}

function renamed(collector: Collector, { file, pointer }: Origin, from: string, to: string): void {
  note(
    collector,
    'mapped',
    'name',
    { file, pointer: pointer + toPointer([from]) },
    say`${quote(from)} became ${quote(to)}, as the create call spells it.`,
  )
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
