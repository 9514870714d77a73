/** One Compose service as a container definition. */
import { toNumber } from '../../basics/convert'
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { escapeText, refer } from '../../design/references'
import { imageName } from '../../elements/parts/image-name'
import { say } from '../../texts/text'
import { reference } from '../collect/collector'
import { image as imageReader } from '../collect/images'
import { itemsOf, member, type Node, spot, takeFlag, takeText, textOf, within } from '../containers/node'
import { logging } from '../containers/stack'
import { drop, kept, mapped, specText } from '../containers/telling'
import { mebibytes, plainText, seconds, shellWords, withDefaults } from '../containers/values'
import { asMap, entriesOf } from './merge'
import { type Port, portsOf } from './ports'
import type { Reading } from './reading'
import { mountsOf, type Storage, tmpfsOf } from './storage'
import { variablesOf } from './variables'

export interface Limits {
  /** CPU units. */
  readonly cpu: number
  /** MiB. */
  readonly memory: number
}

export interface Container {
  readonly spec: Spec
  readonly ports: readonly Port[]
  readonly limits: Limits
}

export interface Around {
  /** The name of the container in its task. */
  readonly name: string
  /** The Compose service’s own name. */
  readonly key: string
  readonly id: string
  readonly storage: Storage
  readonly groups: readonly string[]
  readonly essential: boolean
  readonly dependsOn: readonly Spec[]
}

/** The container definition, what it listens on, and how much it may use. */
export function containerOf(reading: Reading, service: Node, around: Around): Container {
  const { id, name } = around
  const ports = portsOf(reading, service, id)
  const { limits, spec: resources } = resourcesOf(reading, service, id)
  const mountPoints = mountsOf(reading, service, around.storage, around.groups, id)
  const linuxParameters = linuxOf(reading, service, id)
  const ulimits = ulimitsOf(service)
  const labels = labelsOf(service)
  const spec: Spec = {
    name,
    ...imageOf(reading, service, around),
    essential: around.essential,
    ...resources,
    ...list('portMappings', ports.map(portMapping)),
    ...list('entryPoint', wordsOf(reading, member(service, 'entrypoint'), id)),
    ...list('command', wordsOf(reading, member(service, 'command'), id)),
    ...text('workingDirectory', takeText(member(service, 'working_dir'))),
    ...text('user', takeText(member(service, 'user'))),
    ...variablesOf(reading, service, id),
    ...list('dependsOn', around.dependsOn),
    ...stopOf(reading, service, id),
    ...healthCheckOf(reading, service, id),
    ...list('mountPoints', mountPoints),
    ...flag('readonlyRootFilesystem', takeFlag(member(service, 'read_only'))),
    ...flag('interactive', takeFlag(member(service, 'stdin_open'))),
    ...flag('pseudoTerminal', takeFlag(member(service, 'tty'))),
    ...(Object.keys(linuxParameters).length > 0 ? { linuxParameters } : {}),
    ...list('ulimits', ulimits),
    ...(Object.keys(labels).length > 0 ? { dockerLabels: labels } : {}),
    logConfiguration: loggingOf(reading, service, around),
  }
  return { spec, ports, limits }
}

function list(key: string, items: readonly unknown[]): Spec {
  return items.length > 0 ? { [key]: items } : {}
}

function text(key: string, value: string | undefined): Spec {
  return value === undefined ? {} : { [key]: specText(value) }
}

function flag(key: string, value: boolean | undefined): Spec {
  return value === undefined ? {} : { [key]: value }
}

/** An image that Compose builds has to be pushed to a repository. */
function imageOf(reading: Reading, service: Node, { key, id }: Around): Spec {
  const { stack } = reading
  const [build, written] = [member(service, 'build'), member(service, 'image')]
  const called = textOf(written)
  const hosted = called !== undefined && imageName(called).host !== undefined
  if (build && !hosted) {
    const repositoryName = `${stack.name}/${key.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
    const repository = stack.make(`repo ${key}`, key, {
      kind: 'ecr-repository',
      spec: { repositoryName, imageScanningConfiguration: { scanOnPush: true } },
    })
    const said = say`The image is built by Compose: build it in your pipeline and push it to ECR repository ${quote(repositoryName)}.`
    mapped(reading, 'build', build, said, id)
    if (written)
      mapped(
        reading,
        'image',
        written,
        say`Image ${quote(called ?? '')} is one of ECR repository ${quote(repositoryName)}.`,
        id,
      )
    const tag = called === undefined ? undefined : imageName(called).tag
    return { image: `${refer(repository, 'uri')}:${specText(tag ?? 'latest')}` }
  }
  if (build)
    drop(
      reading,
      'build',
      build,
      say`How the image is built is left out: push it to ${quote(called ?? '')}.`,
      id,
    )
  if (!written || called === undefined) {
    const said = say`Service ${quote(key)} has neither an image nor a build here: import it together with the file that has.`
    kept(
      reading,
      'no-image',
      service.members?.size === 0 ? service : (member(service, 'image') ?? spot(service.at)),
      said,
      id,
    )
    return {}
  }
  written.mark.read = true
  const resource = imageReader(called)
  return { image: resource ? reference(stack.collector, resource, written.at) : escapeText(called) }
}

function portMapping({ port, last, protocol, name, app }: Port, index: number): Spec {
  if (last !== undefined) return { containerPortRange: `${port}-${last}`, protocol }
  return {
    // A name is what Service Connect knows a port by.
    name: name === undefined ? `port-${port}${protocol === 'udp' ? '-udp' : ''}` : specText(name),
    containerPort: port,
    protocol,
    ...(app !== undefined && ['http', 'http2', 'grpc'].includes(app) && index >= 0
      ? { appProtocol: app }
      : {}),
  }
}

/** A command line, in words or as a list of them. */
function wordsOf(reading: Reading, node: Node | undefined, id: string): readonly string[] {
  if (!node) return []
  if (node.items) {
    const words = node.items.map((item) => takeText(item) ?? '')
    node.mark.read = true
    return words.map(specText)
  }
  const line = textOf(node)
  if (line === undefined) return []
  const words = shellWords(line)
  if (!words) {
    kept(reading, 'command', node, 'The command has a quote that is not closed; it is kept as one word.', id)
    return [specText(line)]
  }
  mapped(reading, 'command', node, 'The command became words, as a shell takes it apart.', id)
  return words.map(specText)
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
const LONGEST_STOP = 120

function stopOf(reading: Reading, service: Node, id: string): Spec {
  const node = member(service, 'stop_grace_period')
  const signal = member(service, 'stop_signal')
  if (signal) {
    const said = say`Stop signal ${quote(textOf(signal) ?? '')} is left out: ECS sends the one that the image names, so set STOPSIGNAL in its Dockerfile.`
    drop(reading, 'stop-signal', signal, said, id)
  }
  const time = seconds(textOf(node) ?? '')
  if (!node || time === undefined) return {}
  const most = Math.min(Math.max(time, 1), LONGEST_STOP)
  const said = say`Containers get ${most} seconds to stop; on Fargate it can be at most ${LONGEST_STOP}.`
  if (most === time) mapped(reading, 'stop', node, said, id)
  else kept(reading, 'stop', node, said, id)
  return { stopTimeout: most }
}

/** What ECS takes: the least and the most of each. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
const BOUNDS = {
  interval: ['interval', 5, 300],
  timeout: ['timeout', 2, 60],
  start_period: ['startPeriod', 0, 300],
} as const

function healthCheckOf(reading: Reading, service: Node, id: string): Spec {
  const check = member(service, 'healthcheck')
  if (!check) return {}
  const test = member(check, 'test')
  const command = test?.items ? test.items.map((item) => textOf(item) ?? '') : shellTest(textOf(test))
  if (textOf(member(check, 'disable')) === 'true' || command.length === 0 || command[0] === 'NONE') {
    drop(
      reading,
      'health-check',
      check,
      'A health check that is turned off, or has no test, is left out; ECS looks at none of the image either.',
      id,
    )
    return {}
  }
  if (test) mapped(reading, 'health-check', test, 'The test became the command of the health check.', id)
  const healthCheck: Record<string, unknown> = { command: command.map(specText) }
  for (const [key, [name, least, most]] of Object.entries(BOUNDS)) {
    const node = member(check, key)
    const time = seconds(textOf(node) ?? '')
    if (!node || time === undefined) continue
    healthCheck[name] = Math.min(Math.max(time, least), most)
    if (healthCheck[name] === time)
      mapped(reading, 'health-check', node, say`${quote(key)} is ${time} seconds.`, id)
    else
      kept(
        reading,
        'health-check',
        node,
        say`${quote(key)} is ${time} seconds in Compose; ECS takes ${least} to ${most}.`,
        id,
      )
  }
  const retries = member(check, 'retries')
  const times = toNumber(withDefaults(textOf(retries) ?? ''))
  if (retries && Number.isInteger(times) && times > 0) {
    healthCheck.retries = Math.min(times, 10)
    if (times <= 10) takeText(retries)
    else
      kept(
        reading,
        'health-check',
        retries,
        say`${quote('retries')} is ${times} in Compose; ECS takes ${1} to ${10}.`,
        id,
      )
  }
  const { interval, timeout } = healthCheck
  // Compose waits 30 seconds between checks and for each; ECS waits 30 and 5.
  if (typeof timeout === 'number' && typeof interval === 'number' && timeout > interval)
    healthCheck.interval = timeout
  return { healthCheck }
}

function shellTest(line: string | undefined): readonly string[] {
  return line === undefined ? [] : ['CMD-SHELL', line]
}

function resourcesOf(
  reading: Reading,
  service: Node,
  id: string,
): { readonly limits: Limits; readonly spec: Spec } {
  const limits = within(service, 'deploy', 'resources', 'limits')
  const reserved = within(service, 'deploy', 'resources', 'reservations')
  const memory = sized(reading, [member(limits, 'memory'), member(service, 'mem_limit')], mebibytes, id)
  const soft = sized(reading, [member(reserved, 'memory'), member(service, 'mem_reservation')], mebibytes, id)
  const cpus = sized(reading, [member(limits, 'cpus'), member(service, 'cpus')], vcpus, id)
  const least = sized(reading, [member(reserved, 'cpus')], vcpus, id)
  return {
    limits: { cpu: cpus ?? least ?? 0, memory: memory ?? soft ?? 0 },
    spec: {
      ...(cpus === undefined && least === undefined ? {} : { cpu: least ?? cpus }),
      ...(memory === undefined ? {} : { memory: Math.max(memory, 6) }),
      ...(soft === undefined || (memory !== undefined && soft > memory)
        ? {}
        : { memoryReservation: Math.max(soft, 6) }),
    },
  }
}

function vcpus(text: string): number | undefined {
  const number = toNumber(text)
  return Number.isFinite(number) && number > 0 ? Math.ceil(number * 1024) : undefined
}

/** The first of several members that tells a size. */
function sized(
  reading: Reading,
  nodes: readonly (Node | undefined)[],
  read: (text: string) => number | undefined,
  id: string,
): number | undefined {
  for (const node of nodes) {
    const size = read(withDefaults(textOf(node) ?? '') ?? '')
    if (!node || size === undefined) continue
    mapped(reading, 'size', node, say`${quote(textOf(node) ?? '')} is ${size} as ECS counts it.`, id)
    return size
  }
  return undefined
}

function linuxOf(reading: Reading, service: Node, id: string): Spec {
  const add = capabilities(reading, service, 'cap_add', id)
  const drops = capabilities(reading, service, 'cap_drop', id)
  const tmpfs = tmpfsOf(reading, service, id)
  return {
    ...flag('initProcessEnabled', takeFlag(member(service, 'init'))),
    ...(add.length + drops.length > 0
      ? { capabilities: { ...list('add', add), ...list('drop', drops) } }
      : {}),
    ...list('tmpfs', tmpfs),
  }
}

function capabilities(reading: Reading, service: Node, key: string, id: string): readonly string[] {
  return itemsOf(member(service, key)).flatMap((item) => {
    const name = (textOf(item) ?? '').toUpperCase().replace(/^CAP_/, '')
    if (key === 'cap_add' && name !== 'SYS_PTRACE') {
      const said = say`Capability ${quote(name)} is left out: Fargate adds only SYS_PTRACE, so run the service on EC2 if it needs it.`
      drop(reading, 'capability', item, said, id)
      return []
    }
    mapped(reading, 'capability', item, say`Capability ${quote(name)} is as it was.`, id)
    return [name]
  })
}

/** A limit is one number for both, or `soft` and `hard`. Fargate sets only this one. */
function ulimitsOf(service: Node): readonly Spec[] {
  return entriesOf(member(service, 'ulimits')).flatMap(([name, node]) => {
    if (name !== 'nofile') return []
    const [softLimit, hardLimit] = ['soft', 'hard'].map((key) => toNumber(textOf(member(node, key) ?? node)))
    if (!Number.isInteger(softLimit) || !Number.isInteger(hardLimit)) return []
    node.mark.read = true
    return [{ name: specText(name), softLimit, hardLimit }]
  })
}

function labelsOf(service: Node): Spec {
  const written = member(service, 'labels')
  if (!written) return {}
  const labels = entriesOf(asMap(written, 'labels')).map(
    ([key, node]) => [key, specText(takeText(node) ?? '')] as const,
  )
  written.mark.read = true
  return Object.fromEntries(labels)
}

/** Drivers that Fargate has; all others give way to CloudWatch Logs. */
function loggingOf(reading: Reading, service: Node, { name, id }: Around): Spec {
  const node = member(service, 'logging')
  const driver = textOf(member(node, 'driver'))
  if (node && (driver === 'awslogs' || driver === 'splunk')) {
    const options = entriesOf(member(node, 'options')).map(
      ([key, value]) => [key, specText(takeText(value) ?? '')] as const,
    )
    node.mark.read = true
    return { logDriver: driver, options: Object.fromEntries(options) }
  }
  if (node) {
    const said = say`Log driver ${quote(driver ?? 'json-file')} is left out: Fargate does not have it, so logs go to CloudWatch Logs.`
    drop(reading, 'logging', node, said, id)
  }
  return logging(reading.stack, plainText(name), reading.region)
}
