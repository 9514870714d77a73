/** One container of a task definition as a service of Compose. */
import { own } from '../../basics/own'
import { quote } from '../../basics/quote'
import { objectsAt } from '../../elements/parts/reading'
import { listed, say } from '../../texts/text'
import type { Container, Group } from './groups'
import { type Members, membersOf } from './members'
import { portsOf } from './network'
import { devicesOf, resourcesOf, swapOf, type TaskSize, ulimitsOf } from './resources'
import { mountsOf, type Source, tmpfsOf } from './storage'
import { environmentOf } from './variables'
import { compact, type Writing } from './writing'

export interface Surroundings {
  readonly group: Group
  readonly volumes: ReadonlyMap<string, Source>
  readonly size: TaskSize
  readonly platform: string | undefined
  /** What belongs to the task: `pid`, `ipc`. */
  readonly shared: (key: string) => object
}

export interface Written {
  readonly service: Record<string, unknown>
  /** They are published by whoever holds the network. */
  readonly ports: readonly (object | string)[]
  /** Kernel parameters of the network, which whoever holds it has to set. */
  readonly sysctls: Readonly<Record<string, string>>
}

/** The members of one service, and what its network needs of it. */
export function containerService(writing: Writing, around: Surroundings, container: Container): Written {
  const { group } = around
  const members = membersOf(container.spec)
  const text = (value: string) => writing.text(value, group.definition)
  const name = members.text('name') ?? container.name
  const linux = members.group('linuxParameters')
  const size = group.containers.length === 1 ? around.size : {}
  const joined = group.network !== undefined && group.network !== container.key
  const sysctls = sysctlsOf(members, text)
  const { net, own } = apart(sysctls)
  const ports = portsOf(writing, group, members)
  const service = compact({
    image: imageOf(writing, group, container, members),
    platform: around.platform,
    profiles: group.kind === 'task' ? ['tasks'] : [],
    depends_on: dependenciesOf(writing, group, name, members),
    ...networkOf(group, joined, members, text),
    ...around.shared(container.key),
    init: linux.flag('initProcessEnabled'),
    entrypoint: members.texts('entryPoint').map(text),
    command: members.texts('command').map(text),
    working_dir: optional(members.text('workingDirectory'), text),
    user: optional(members.text('user'), text),
    ...environmentOf(writing, group, container.key, name, members),
    volumes: mountsOf(writing, group, name, members, around.volumes),
    volumes_from: volumesFrom(group, members),
    tmpfs: tmpfsOf(writing, linux),
    healthcheck: healthCheckOf(members, text),
    restart: restartOf(group, members),
    stop_grace_period: seconds(members.number('stopTimeout')),
    deploy: resourcesOf(members, size),
    ulimits: ulimitsOf(members),
    shm_size: optional(linux.number('sharedMemorySize'), (mib) => `${mib}m`),
    ...swapOf(members, linux),
    ...securityOf(members, linux, text),
    sysctls: joined ? own : sysctls,
    stdin_open: members.flag('interactive'),
    tty: members.flag('pseudoTerminal'),
    labels: Object.fromEntries(members.map('dockerLabels').map(([key, value]) => [key, text(value)])),
    logging: loggingOf(writing, group, name, members, text),
  })
  const left = members.left()
  if (left.length > 0) {
    const said = say`Compose has no counterpart to these settings of container ${quote(name)}: ${listed(left)}.`
    writing.note('not-mapped', said, group.definition)
  }
  return { service, ports, sysctls: joined ? net : {} }
}

function optional<T, U>(value: T | undefined, change: (value: T) => U): U | undefined {
  return value === undefined ? undefined : change(value)
}

function seconds(value: number | undefined): string | undefined {
  return optional(value, (n) => `${n}s`)
}

/** A container without an image is one that a pipeline fills in. */
function imageOf(writing: Writing, group: Group, { key, name }: Container, members: Members): string {
  const image = members.text('image')
  if (image !== undefined) return variablesAsSuch(writing.text(image, group.definition))
  return writing.variable(
    `${key} image`,
    `image ${key}`,
    (variable) =>
      say`${quote(variable)} must be set in the shell or in .env: container ${quote(name)} has no image.`,
    group.definition,
  )
}

/** No image’s name holds a dollar: a placeholder is a variable here, which the shell fills in. */
function variablesAsSuch(image: string): string {
  return image.replace(/\$(?=\$\{[A-Za-z_]\w{0,80}(?::?[-?][\w ./:@-]*)?\})/g, '')
}

const CONDITIONS: Readonly<Record<string, string>> = {
  START: 'service_started',
  HEALTHY: 'service_healthy',
  SUCCESS: 'service_completed_successfully',
  COMPLETE: 'service_completed_successfully',
}

function dependenciesOf(writing: Writing, group: Group, name: string, members: Members): object {
  const entries = members.items('dependsOn').flatMap((item) => {
    const [on, condition = 'START'] = [item.text('containerName'), item.text('condition')]
    const other = group.containers.find((container) => container.name === on)
    const waits = own(CONDITIONS, condition)
    if (!other || waits === undefined || other.name === name) {
      const text = say`What container ${quote(name)} waits for is left out: the task has no container ${quote(on ?? '')}.`
      writing.note('dependency', text, group.definition)
      return []
    }
    if (condition === 'COMPLETE') {
      const text = say`Container ${quote(name)} waits for the end of ${quote(other.name)}; Compose asks that it end without a failure.`
      writing.note('dependency', text, group.definition)
    }
    return [[other.key, { condition: waits }] as const]
  })
  return Object.fromEntries(entries)
}

/** Who joins another’s network has none of these settings of its own. */
function networkOf(group: Group, joined: boolean, members: Members, text: (text: string) => string): object {
  if (joined) return { network_mode: `service:${group.network}` }
  if (group.networkMode === 'host') return { network_mode: 'host' }
  if (group.networkMode === 'none' || members.flag('disableNetworking') === true)
    return { network_mode: 'none' }
  if (group.networkMode === 'awsvpc') return {}
  return {
    hostname: optional(members.text('hostname'), text),
    links: members.texts('links').flatMap((link) => linkOf(group, link)),
    dns: members.texts('dnsServers').map(text),
    dns_search: members.texts('dnsSearchDomains').map(text),
    extra_hosts: members.items('extraHosts').flatMap((host) => {
      const [name, address] = [host.text('hostname'), host.text('ipAddress')]
      return name === undefined || address === undefined ? [] : [text(`${name}:${address}`)]
    }),
  }
}

/** `name` or `name:alias`, by the key that the other container has here. */
function linkOf(group: Group, link: string): readonly string[] {
  const [name, alias] = link.split(':')
  const other = group.containers.find((container) => container.name === name)
  return other ? [`${other.key}:${alias || name}`] : []
}

function volumesFrom(group: Group, members: Members): readonly string[] {
  return members.items('volumesFrom').flatMap((item) => {
    const from = item.text('sourceContainer')
    const other = group.containers.find((container) => container.name === from)
    const readOnly = item.flag('readOnly') === true
    return other ? [readOnly ? `${other.key}:ro` : other.key] : []
  })
}

/** ECS waits five seconds for a check, Compose thirty, so what is left out is said. */
function healthCheckOf(members: Members, text: (text: string) => string): object | undefined {
  const check = members.group('healthCheck')
  const [first, ...others] = check.texts('command')
  if (first === undefined) return undefined
  const known = ['CMD', 'CMD-SHELL', 'NONE'].includes(first)
  return compact({
    test: (known ? [first, ...others] : ['CMD-SHELL', [first, ...others].join(' ')]).map(text),
    interval: seconds(check.number('interval')),
    timeout: seconds(check.number('timeout') ?? 5),
    retries: check.number('retries'),
    start_period: seconds(check.number('startPeriod')),
  })
}

/** A service's tasks are replaced when an essential container stops; a task's are not. */
function restartOf(group: Group, members: Members): string | undefined {
  const policy = members.group('restartPolicy')
  const restarts = policy.flag('enabled') === true
  const essential = members.flag('essential') !== false
  if (restarts) return 'always'
  return group.kind === 'service' && essential && !awaited(group, members.text('name'))
    ? 'unless-stopped'
    : undefined
}

/** Does another container wait for its end? */
function awaited(group: Group, name: string | undefined): boolean {
  return group.containers.some(({ spec }) =>
    objectsAt(spec, '/dependsOn').some(
      ([, item]) =>
        item.containerName === name && (item.condition === 'SUCCESS' || item.condition === 'COMPLETE'),
    ),
  )
}

function securityOf(members: Members, linux: Members, text: (text: string) => string): object {
  const capabilities = linux.group('capabilities')
  return {
    privileged: members.flag('privileged'),
    read_only: members.flag('readonlyRootFilesystem'),
    cap_add: [...new Set(capabilities.texts('add').map(text))],
    cap_drop: [...new Set(capabilities.texts('drop').map(text))],
    devices: devicesOf(linux, text),
    security_opt: [...new Set(members.texts('dockerSecurityOptions').map(text))],
  }
}

function sysctlsOf(members: Members, text: (text: string) => string): Record<string, string> {
  const entries = members.items('systemControls').flatMap((item) => {
    const [name, value] = [item.text('namespace'), item.text('value')]
    return name === undefined || value === undefined ? [] : [[name, text(value)] as const]
  })
  return Object.fromEntries(entries)
}

function apart(sysctls: Readonly<Record<string, string>>) {
  const entries = Object.entries(sysctls)
  return {
    net: Object.fromEntries(entries.filter(([name]) => name.startsWith('net.'))),
    own: Object.fromEntries(entries.filter(([name]) => !name.startsWith('net.'))),
  }
}

/** Drivers that Docker has everywhere and that need nothing of AWS. */
const LOCAL_DRIVERS = ['json-file', 'journald', 'syslog', 'gelf', 'fluentd']

function loggingOf(
  writing: Writing,
  group: Group,
  name: string,
  members: Members,
  text: (text: string) => string,
): object | undefined {
  const logging = members.group('logConfiguration')
  const driver = logging.text('logDriver')
  if (driver === undefined) return undefined
  const options = logging.map('options')
  if (!LOCAL_DRIVERS.includes(driver)) {
    for (const option of logging.items('secretOptions')) {
      option.text('name')
      option.text('valueFrom')
    }
    const said = say`The logs of container ${quote(name)} stay on this computer: the log driver ${quote(driver)} is left out.`
    writing.note('logging', said, group.definition)
    return undefined
  }
  return compact({ driver, options: Object.fromEntries(options.map(([key, value]) => [key, text(value)])) })
}
