/** A group of Compose services as an ECS service, or a task that runs once, with its task definition. */
import { sizeThatHolds } from '../../aws/facts/fargate-sizes'
import { toNumber, toText } from '../../basics/convert'
import { own } from '../../basics/own'
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { refer } from '../../design/references'
import { say } from '../../texts/text'
import { define } from '../collect/collector'
import { itemsOf, member, type Node, spot, take, textOf, within } from '../containers/node'
import { closedGroup, clusterOf, executionRole, inSubnets } from '../containers/stack'
import { drop, kept, mapped, specText } from '../containers/telling'
import { ecsName, withDefaults } from '../containers/values'
import { type Container, containerOf } from './container'
import type { Group, Member } from './groups'
import { entriesOf, namedMap } from './merge'
import type { Port } from './ports'
import type { Reading } from './reading'
import type { Storage } from './storage'
import { usualPort } from './usual-ports'

export interface Made {
  readonly group: Group
  /** The service or task. */
  readonly id: string
}

/** The smallest task that Fargate runs. */
const SMALLEST = { cpu: 256, memory: 512 }

/** Adds the elements of a group. */
export function addGroup(reading: Reading, group: Group, mentioned: ReadonlyMap<string, number>): Made {
  const { stack } = reading
  const { main, others, once } = group
  const name = ecsName(main.key)
  const origin = { ...main.service.at, within: '/containerDefinitions/0' }
  const definition = define(
    stack.collector,
    { called: `${name} task`, element: { kind: 'task-definition', spec: {} } },
    origin,
  )
  const kind = once ? 'task' : 'service'
  const id = define(
    stack.collector,
    { called: once ? `${name} run` : name, element: { kind, spec: {} } },
    { ...main.service.at, within: '/-' },
  )
  const groups = networksOf(reading, group, definition)
  const storage: Storage = { volumes: new Map() }
  const containers = [main, ...others].map((one) => {
    const spec = containerOf(reading, one.service, {
      name: containerName(main, one),
      key: one.key,
      id: definition,
      storage,
      groups,
      essential: one === main || !endsIn(group, one),
      dependsOn: dependsOn(reading, group, one, definition),
    })
    return withUsualPort(reading, one, spec, mentioned, definition)
  })
  const size = sizeOf(containers)
  stack.collector.elements[definition] = {
    kind: 'task-definition',
    spec: {
      family: name,
      requiresCompatibilities: ['FARGATE'],
      networkMode: 'awsvpc',
      ...size,
      ...platformOf(reading, main, definition),
      executionRoleArn: refer(executionRole(stack)),
      containerDefinitions: containers.map(({ spec }) => held(spec, size)),
      ...(storage.volumes.size > 0 ? { volumes: [...storage.volumes.values()] } : {}),
    },
    ...(once ? { traits: ['batch'] } : {}),
  }
  const network = inSubnets(stack, 'private', groups)
  const run = { cluster: refer(clusterOf(stack, true)), taskDefinition: refer(definition) }
  stack.collector.elements[id] = once
    ? { kind, label: name, spec: { ...run, count: 1, launchType: 'FARGATE', networkConfiguration: network } }
    : { kind, spec: serviceSpec(reading, { group, name, id, run, network, containers }) }
  told(reading, group, id, once)
  return { group, id }
}

/** What became of the services themselves, and of all in them that nobody asked for. */
function told(reading: Reading, group: Group, id: string, once: boolean): void {
  const { main, others, holders } = group
  const place = spot(main.service.at)
  const text = once
    ? say`Service ${quote(main.key)} became a task that is run when it is needed, because it runs to an end.`
    : say`Service ${quote(main.key)} became an ECS service with a task definition of its own.`
  mapped(reading, 'service', place, text, id)
  for (const { key, service } of holders) {
    drop(reading, 'pause', service, say`${quote(key)} only holds a network; ECS does that by itself.`, id)
  }
  for (const { key, service } of others) {
    const said = say`Service ${quote(key)} became a container of the same task, because it joins the network of another.`
    mapped(reading, 'container', spot(service.at), said, id)
  }
  for (const { key, service } of [main, ...others]) {
    for (const known of [
      'network_mode',
      'container_name',
      'hostname',
      'restart',
      'profiles',
      ...ON_INSTANCES,
    ])
      sayKnown(reading, { service: key, once }, known, member(service, known), id)
  }
}

/** What only container instances can do. */
const ON_INSTANCES = ['privileged', 'devices', 'gpus']

/** Settings that need another word than that they have no counterpart. */
function sayKnown(
  reading: Reading,
  { service, once }: { readonly service: string; readonly once: boolean },
  key: string,
  node: Node | undefined,
  id: string,
): void {
  const value = textOf(node)
  if (!node || node.mark.read) return
  if (key === 'network_mode') {
    const joins = value?.startsWith('service:')
    const text = joins
      ? say`${quote(value ?? '')} is how containers of one task share their network.`
      : say`Network mode ${quote(value ?? '')} is left out: on Fargate every task has a network interface of its own.`
    if (joins) mapped(reading, 'network-mode', node, text, id)
    else drop(reading, 'network-mode', node, text, id)
  }
  if (key === 'container_name' || key === 'hostname') {
    if (value === undefined || value === service) take(node)
    else
      drop(
        reading,
        'name',
        node,
        say`Name ${quote(value)} is left out; others call the service ${quote(service)}.`,
        id,
      )
  }
  if (key === 'restart') {
    const text = once
      ? 'A task that has ended is not started again.'
      : 'ECS replaces what stops, as long as its service is there.'
    mapped(reading, 'restart', node, text, id)
  }
  if (ON_INSTANCES.includes(key)) {
    const text = say`${quote(key)} is left out: Fargate does not have it, so run the service on EC2 if it needs it.`
    drop(reading, 'on-instances', node, text, id)
  }
  if (key === 'profiles')
    kept(
      reading,
      'profiles',
      node,
      'Profiles are left out: the service is in the design whether they are active or not.',
      id,
    )
}

/** `web-envoy` in the task `web` is `envoy`. */
function containerName(main: Member, one: Member): string {
  if (one === main || !one.key.startsWith(`${main.key}-`)) return ecsName(one.key)
  return ecsName(one.key.slice(main.key.length + 1))
}

/** Does another container of the group wait for its end? */
function endsIn(group: Group, one: Member): boolean {
  return [group.main, ...group.others].some(
    ({ service }) =>
      textOf(within(service, 'depends_on', one.key, 'condition')) === 'service_completed_successfully',
  )
}

const CONDITIONS: Readonly<Record<string, string>> = {
  service_started: 'START',
  service_healthy: 'HEALTHY',
  service_completed_successfully: 'SUCCESS',
}

/** What a container waits for within its task. */
function dependsOn(reading: Reading, group: Group, one: Member, id: string): readonly Spec[] {
  const all = [group.main, ...group.others]
  const waits = member(one.service, 'depends_on')
  return (waits ? entriesOf(namedMap(waits)) : []).flatMap(([key, node]) => {
    const other = all.find((candidate) => candidate.key === key)
    if (!other) return []
    const asked = own(CONDITIONS, textOf(member(node, 'condition')) ?? '') ?? 'START'
    const unchecked = asked === 'HEALTHY' && !member(member(other.service, 'healthcheck'), 'test')
    const condition = unchecked ? 'START' : asked
    const name = containerName(group.main, other)
    if (unchecked) {
      const text = say`It waits only until ${quote(name)} has started: ECS knows no health check of images, so add one to the container.`
      kept(reading, 'depends-on', node, text, id)
    } else mapped(reading, 'depends-on', node, say`It waits for container ${quote(name)}.`, id)
    return [{ containerName: containerName(group.main, other), condition }]
  })
}

/** A port that no line names but that others surely call: one that they mention, or the image’s usual one. */
function withUsualPort(
  reading: Reading,
  { key, service }: Member,
  container: Container,
  mentioned: ReadonlyMap<string, number>,
  id: string,
): Container {
  if (container.ports.length > 0) return container
  const written = member(service, 'image')
  const port = mentioned.get(key) ?? usualPort(textOf(written) ?? '')
  if (port === undefined) return container
  const place = spot(service.at)
  const text = say`Port ${port} of ${quote(key)} is added: others call it there, although no line of the file says so.`
  mapped(reading, 'usual-port', place, text, id)
  const added: Port = { port, protocol: 'tcp' }
  const portMappings = [{ name: `port-${port}`, containerPort: port, protocol: 'tcp' }]
  return { ...container, ports: [added], spec: { ...container.spec, portMappings } }
}

/** No container gets more than the largest task has. */
function held(spec: Spec, task: Size): Spec {
  const limits = { cpu: toNumber(task.cpu), memory: toNumber(task.memory) }
  const over = (['cpu', 'memory'] as const).filter((key) => toNumber(spec[key]) > limits[key])
  return over.length === 0 ? spec : { ...spec, ...Object.fromEntries(over.map((key) => [key, limits[key]])) }
}

interface Size {
  readonly cpu: string
  readonly memory: string
}

function sizeOf(containers: readonly Container[]): Size {
  const sum = (key: 'cpu' | 'memory') => containers.reduce((all, { limits }) => all + limits[key], 0)
  const wanted = { cpu: Math.max(sum('cpu'), SMALLEST.cpu), memory: Math.max(sum('memory'), SMALLEST.memory) }
  const size = sizeThatHolds(wanted.cpu, wanted.memory, 'LINUX') ?? { cpu: 16384, memory: 122880 }
  return { cpu: toText(size.cpu), memory: toText(size.memory) }
}

const ARCHITECTURES: Readonly<Record<string, string>> = {
  amd64: 'X86_64',
  x86_64: 'X86_64',
  arm64: 'ARM64',
  aarch64: 'ARM64',
}

function platformOf(reading: Reading, { service }: Member, id: string): Spec {
  const node = member(service, 'platform')
  const [system, architecture = ''] = (textOf(node) ?? '').split('/')
  const cpuArchitecture = own(ARCHITECTURES, architecture)
  if (!node || system !== 'linux' || cpuArchitecture === undefined) return {}
  mapped(
    reading,
    'platform',
    node,
    say`Platform ${quote(textOf(node) ?? '')} is the task’s architecture.`,
    id,
  )
  return { runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture } }
}

/** What a network interface takes. https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const MOST_GROUPS = 5

/** Each network of the project is a security group whose members may call each other. */
function networksOf(reading: Reading, group: Group, id: string): readonly string[] {
  const { stack, project } = reading
  const found = [group.main, ...group.holders, ...group.others].flatMap(({ service }) => {
    const written = member(service, 'networks')
    return written ? entriesOf(namedMap(written)) : []
  })
  const joined = found.length > 0 ? found : [['default', undefined] as const]
  const refs = joined.map(([key, node], i) => {
    if (i >= MOST_GROUPS && node) {
      const text = say`Network ${quote(key)} is left out: a task has at most ${MOST_GROUPS} security groups.`
      drop(reading, 'network', node, text, id)
      return undefined
    }
    const top = within(project.root, 'networks', key)
    const name = `${stack.name}-${key}`
    const before = stack.made(`group ${name}`)
    const ref = closedGroup(
      stack,
      name,
      `Network ${key} of ${stack.name}`.replace(/[^\w .:/()#,@[\]+=&;{}!$*-]+/g, '-'),
    )
    const place = top ?? node
    if (before === undefined && place) {
      const text = say`Network ${quote(key)} became a security group whose members may call each other.`
      mapped(reading, 'network', spot(place.at), text, id)
    }
    if (node) {
      const place = node.members ? spot(node.at) : node
      mapped(reading, 'member', place, say`It may call the other members of network ${quote(key)}.`, id)
    }
    return ref
  })
  return [...new Set(refs)].filter((ref) => ref !== undefined)
}

interface ServiceParts {
  readonly group: Group
  readonly name: string
  readonly id: string
  readonly run: Spec
  readonly network: Spec
  readonly containers: readonly Container[]
}

function serviceSpec(reading: Reading, parts: ServiceParts): Spec {
  const { group, name, id, run, network, containers } = parts
  const { service } = group.main
  return {
    serviceName: name,
    ...run,
    desiredCount: countOf(reading, service, id),
    launchType: 'FARGATE',
    deploymentConfiguration: {
      minimumHealthyPercent: 100,
      maximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
    },
    networkConfiguration: network,
    serviceConnectConfiguration: connectOf(reading, group, containers, id),
  }
}

function countOf(reading: Reading, service: Node, id: string): number {
  for (const node of [within(service, 'deploy', 'replicas'), member(service, 'scale')]) {
    const count = toNumber(withDefaults(textOf(node) ?? '') || Number.NaN)
    if (!node || !Number.isInteger(count) || count < 0) continue
    mapped(reading, 'replicas', node, say`The service keeps ${count} tasks.`, id)
    return count
  }
  return 1
}

/** Others call a service by its name and aliases, at the ports of its containers, as in Compose. */
function connectOf(reading: Reading, group: Group, containers: readonly Container[], id: string): Spec {
  // Names are the same in any case, and Service Connect wants them small.
  const names = [group.main.key, ...aliasesOf(reading, group, id)].map((name) => specText(name.toLowerCase()))
  const ports = containers.flatMap(({ spec }) => (spec.portMappings as readonly Spec[] | undefined) ?? [])
  const seen = new Set<unknown>()
  const services = ports
    .filter(({ protocol, name, containerPort }) => {
      if (protocol !== 'tcp' || name === undefined || seen.has(containerPort)) return false
      seen.add(containerPort)
      return true
    })
    .flatMap(({ name, containerPort }, i) =>
      // A service of Service Connect has one name, so each further name is one more.
      names.map((dnsName) => ({
        portName: name,
        discoveryName: ecsName(i === 0 ? dnsName : `${dnsName}-${toText(containerPort)}`).slice(0, 64),
        clientAliases: [{ port: containerPort, dnsName }],
      })),
    )
  return services.length > 0 ? { enabled: true, services } : { enabled: true }
}

function aliasesOf(reading: Reading, group: Group, id: string): readonly string[] {
  const found = [group.main, ...group.holders, ...group.others].flatMap(({ service }) =>
    entriesOf(member(service, 'networks')).flatMap(([, network]) =>
      itemsOf(member(network, 'aliases')).flatMap((item) => {
        const alias = textOf(item)
        if (alias === undefined) return []
        mapped(reading, 'alias', item, say`Others can call the service ${quote(alias)}, too.`, id)
        return [alias]
      }),
    ),
  )
  return [...new Set(found)].filter((alias) => alias !== group.main.key)
}
