/** The task definition of a manifest: its main container, sidecars, log router and tracing. */
import { toNumber, toText } from '../../basics/convert'
import { own } from '../../basics/own'
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { escapeText, refer } from '../../design/references'
import { say } from '../../texts/text'
import { member, type Node, takeFlag, takeText, textOf } from '../containers/node'
import { executionRole, logging } from '../containers/stack'
import { drop, kept, mapped } from '../containers/telling'
import { ecsName } from '../containers/values'
import { commonOf, credentialsOf, imageOf, mountPointsOf, portMapping } from './container'
import { publish, subscribe } from './messaging'
import { overridden } from './overrides'
import type { Reading } from './reading'
import { type Storage, storageOf } from './storage'
import type { Target } from './target-groups'
import { secretsOf, variablesOf } from './variables'

/** The name of the port by which Service Connect knows a service, as Copilot calls it. */
export const TARGET = 'target'

/** The task definition’s spec; `port` is what the main container listens on. */
export function taskOf(
  reading: Reading,
  groups: readonly string[],
  port: string | undefined,
  targets: readonly Target[] = [],
): Spec {
  const { root, stack, name } = reading
  const storage = storageOf(reading, groups)
  const router = logRouter(reading)
  const containers = [
    mainContainer(reading, storage, port, router),
    ...sidecars(reading),
    ...(router ? [router.container] : []),
    ...tracing(reading),
  ]
  const [cpu, memory] = [sizeOf(member(root, 'cpu'), '256'), sizeOf(member(root, 'memory'), '512')]
  const executionRoleArn = refer(executionRole(stack))
  const role = stack.made(`task role ${name}`)
  const spec = {
    family: ecsName(name),
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu,
    memory,
    ...platformOf(reading, member(root, 'platform')),
    executionRoleArn,
    ...(role === undefined ? {} : { taskRoleArn: refer(role) }),
    containerDefinitions: containers.map((container) => listening(container, targets)),
    ...storage.task,
  }
  return overridden(reading, spec)
}

/** A container with the ports that load balancers send requests to, as Copilot opens them. */
function listening(container: Spec, targets: readonly Target[]): Spec {
  const mappings = (container.portMappings as readonly Spec[] | undefined) ?? []
  const own = targets.filter((target) => target.container === container.name)
  const lacking = own.filter(({ port }) => !mappings.some(({ containerPort }) => containerPort === port))
  if (lacking.length === 0) return container
  const more = lacking.map(({ port, protocol = 'tcp' }) => ({
    name: `port-${port}`,
    containerPort: port,
    protocol,
  }))
  return { ...container, portMappings: [...mappings, ...more] }
}

function sizeOf(node: Node | undefined, usual: string): string {
  return escapeText(takeText(node) ?? usual)
}

function mainContainer(
  reading: Reading,
  storage: Storage,
  port: string | undefined,
  router: Router | undefined,
): Spec {
  const { root, name } = reading
  const image = member(root, 'image')
  const mapping = portMapping(port, TARGET)
  const copilot = [...publish(reading), ...subscribe(reading)]
  return {
    name: ecsName(name),
    ...imageOf(reading, image, name),
    essential: true,
    ...(mapping ? { portMappings: [mapping] } : {}),
    ...commonOf(reading, root, image),
    ...variablesOf(reading, root, copilot),
    ...storage.container,
    logConfiguration: router?.configuration ?? logging(reading.stack, ecsName(name), undefined),
  }
}

function sidecars(reading: Reading): readonly Spec[] {
  return [...(member(reading.root, 'sidecars')?.members ?? [])].map(([key, node]) => {
    const image = member(node, 'image')
    const mapping = portMapping(takeText(member(node, 'port')), `${ecsName(key)}-port`)
    return {
      name: ecsName(key),
      ...imageOf(reading, image, `${reading.name}-${key}`),
      ...credentialsOf(reading, member(node, 'credentialsParameter')),
      essential: takeFlag(member(node, 'essential')) ?? true,
      ...(mapping ? { portMappings: [mapping] } : {}),
      ...commonOf(reading, node, undefined),
      ...variablesOf(reading, node),
      ...mountPointsOf(node),
      logConfiguration: logging(reading.stack, ecsName(key), undefined),
    }
  })
}

interface Router {
  readonly container: Spec
  /** Of the main container. */
  readonly configuration: Spec
}

/** `logging` with a destination: a log router beside the main container. */
function logRouter(reading: Reading): Router | undefined {
  const { root, stack, definition } = reading
  const node = member(root, 'logging')
  const retention = member(node, 'retention')
  const days = toNumber(textOf(retention) ?? Number.NaN)
  const logs = logging(stack, 'firelens', undefined)
  if (retention && Number.isInteger(days)) {
    const id = stack.made('logs')
    const element = id === undefined ? undefined : stack.collector.elements[id]
    if (id !== undefined && element)
      stack.collector.elements[id] = { ...element, spec: { ...element.spec, retentionInDays: days } }
    mapped(reading, 'retention', retention, say`Logs are kept for ${days} days.`, definition)
  }
  const destination = member(node, 'destination')
  const config = takeText(member(node, 'configFilePath'))
  const image = takeText(member(node, 'image'))
  if (!node || (!destination && config === undefined && image === undefined)) return undefined
  const options = [...(destination?.members ?? [])].map(
    ([key, value]) => [key, escapeText(takeText(value) ?? '')] as const,
  )
  const secretOptions = secretsOf(reading, member(node, 'secretOptions') ?? member(node, 'secrets'))
  const metadata = takeFlag(member(node, 'enableMetadata')) ?? true
  const container = {
    name: 'firelens_log_router',
    image: escapeText(image ?? 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable'),
    essential: true,
    firelensConfiguration: {
      type: 'fluentbit',
      options: {
        'enable-ecs-log-metadata': toText(metadata),
        ...(config === undefined
          ? {}
          : { 'config-file-type': 'file', 'config-file-value': escapeText(config) }),
      },
    },
    ...variablesOf(reading, withoutSecrets(node)),
    logConfiguration: logs,
  }
  return {
    container,
    configuration: {
      logDriver: 'awsfirelens',
      ...(options.length > 0 ? { options: Object.fromEntries(options) } : {}),
      ...(secretOptions.length > 0 ? { secretOptions } : {}),
    },
  }
}

/** The secrets of a log destination belong to the containers that log. */
function withoutSecrets(node: Node): Node {
  return { ...node, members: new Map([...(node.members ?? [])].filter(([key]) => key !== 'secrets')) }
}

/** `observability.tracing`: the collector of AWS Distro for OpenTelemetry as a sidecar. */
function tracing(reading: Reading): readonly Spec[] {
  const node = member(member(reading.root, 'observability'), 'tracing')
  const vendor = textOf(node)
  if (!node || vendor === undefined) return []
  if (vendor !== 'awsxray') {
    drop(
      reading,
      'tracing',
      node,
      say`Tracing by ${quote(vendor)} is left out: add a sidecar that collects traces.`,
      reading.definition,
    )
    return []
  }
  mapped(
    reading,
    'tracing',
    node,
    'The OpenTelemetry collector sends traces to X-Ray; its task role may write them.',
    reading.definition,
  )
  return [
    {
      name: 'aws-otel-collector',
      image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3',
      command: ['--config=/etc/ecs/ecs-default-config.yaml'],
      essential: true,
      logConfiguration: logging(reading.stack, 'otel', undefined),
    },
  ]
}

const ARCHITECTURES: Readonly<Record<string, string>> = {
  amd64: 'X86_64',
  x86_64: 'X86_64',
  arm: 'ARM64',
  arm64: 'ARM64',
}

/** `linux/arm64`, or `{osfamily, architecture}`. */
function platformOf(reading: Reading, node: Node | undefined): Spec {
  if (!node) return {}
  const [system = 'linux', architecture = 'x86_64'] = node.members
    ? [textOf(member(node, 'osfamily')), textOf(member(node, 'architecture'))]
    : (textOf(node) ?? '').split('/')
  const cpuArchitecture = own(ARCHITECTURES, architecture.toLowerCase())
  const family = system.toLowerCase() === 'windows' ? 'WINDOWS_SERVER_2019_CORE' : system.toUpperCase()
  if (cpuArchitecture === undefined) {
    kept(
      reading,
      'platform',
      node,
      say`Architecture ${quote(architecture)} is none that ECS knows.`,
      reading.definition,
    )
    return {}
  }
  const text = say`Platform ${quote(`${system}/${architecture}`)} is the task’s operating system and architecture.`
  mapped(reading, 'platform', node, text, reading.definition)
  return { runtimePlatform: { operatingSystemFamily: family, cpuArchitecture } }
}
