/** What App2Container’s template for ECS makes: cluster, service, task definition, load balancer. */
import { toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { escapeText, refer } from '../../design/references'
import { knownKind } from '../../elements/kinds'
import { say } from '../../texts/text'
import { connect, reference } from '../collect/collector'
import { vpc as vpcReader } from '../collect/named-ecs'
import { cpuOf, environmentOf, imageOf, type Port, portsOf } from './container'
import type { Source } from './reading'

const AT = '/ecsParameters'

/** Adds them all. */
export function addEcs(source: Source): void {
  source.use(`${AT}/createEcsArtifacts`)
  const app = source.text('/applicationId') ?? source.text('/imageName') ?? 'app'
  const target = source.text(`${AT}/deployTarget`)?.toUpperCase() === 'EC2' ? 'EC2' : 'FARGATE'
  const tags = tagsOf(source, `${AT}/resourceTags`)
  const ports = portsOf(source)
  const { definition, container } = addDefinition(source, target, ports, tags)
  const network = networkOf(source)
  const clusterName = source.text(`${AT}/stackName`) ?? app
  const cluster = source.add(
    'cluster',
    `${clusterName} cluster`,
    { spec: { clusterName: escapeText(clusterName), ...tags }, ...network.inside },
    `${AT}/stackName`,
  )
  source.say(
    'mapped',
    'cluster',
    `${AT}/stackName`,
    say`The cluster is called ${quote(clusterName)}, like the stack.`,
    cluster,
  )
  const front = frontOf(source, { app, container, ports, network, target })
  const spec = {
    ...{ serviceName: escapeText(app), cluster: refer(cluster), taskDefinition: refer(definition) },
    ...{ desiredCount: 1, launchType: target, ...front, ...tags },
  }
  const service = source.add('service', app, { spec }, '/applicationId')
  source.say(
    'mapped',
    'service',
    '/applicationId',
    say`The application ${quote(app)} became a service of one task.`,
    service,
  )
  source.say(
    'mapped',
    'launch-type',
    `${AT}/deployTarget`,
    say`Its tasks run with launch type ${target}.`,
    service,
  )
  if (target === 'EC2') addInstances(source, cluster)
  addDependents(source, service)
  sayWhatIsTheirs(source)
}

function addDefinition(
  source: Source,
  target: 'EC2' | 'FARGATE',
  ports: readonly Port[],
  tags: Spec,
): { readonly definition: string; readonly container: string } {
  const { name: container, image } = imageOf(source)
  const family = source.text(`${AT}/ecsFamily`) ?? container
  const cpu = cpuOf(source)
  const memory = source.number(`${AT}/memory`)
  if (memory !== undefined) {
    source.say('mapped', 'memory', `${AT}/memory`, say`The memory of the task is ${memory} MiB.`)
  }
  const environment = environmentOf(source)
  const options = source.text(`${AT}/dockerSecurityOption`)
  const logs = logsOf(source, family)
  const spec = {
    family: escapeText(family),
    requiresCompatibilities: [target],
    ...(target === 'FARGATE' ? { networkMode: 'awsvpc' } : {}),
    ...(cpu === undefined ? {} : { cpu }),
    ...(memory === undefined ? {} : { memory: toText(memory) }),
    containerDefinitions: [
      {
        ...{ name: escapeText(container), image, essential: true },
        ...(ports.length > 0 ? { portMappings: ports.map(({ mapping }) => mapping) } : {}),
        ...(environment.length > 0 ? { environment } : {}),
        ...(options === undefined ? {} : { dockerSecurityOptions: [escapeText(options)] }),
        ...logs,
      },
    ],
    ...tags,
  }
  const definition = source.add('task-definition', `${family} task`, { spec }, `${AT}/ecsFamily`)
  source.say(
    'mapped',
    'task-definition',
    `${AT}/ecsFamily`,
    say`Task definition ${quote(family)} became an element.`,
    definition,
  )
  return { definition, container }
}

function logsOf(source: Source, family: string): Spec {
  if (!source.flag(`${AT}/enableCloudwatchLogging`)) return {}
  const id = source.add(
    'log-group',
    `${family} logs`,
    { spec: { logGroupName: escapeText(`/ecs/${family}`) } },
    `${AT}/enableCloudwatchLogging`,
  )
  source.say(
    'mapped',
    'log-group',
    `${AT}/enableCloudwatchLogging`,
    say`The container logs to log group ${quote(`/ecs/${family}`)}.`,
    id,
  )
  const region = source.collector.hints.find((hint) => hint.region)?.region
  const options = {
    'awslogs-group': refer(id),
    ...(region === undefined ? {} : { 'awslogs-region': region }),
    'awslogs-stream-prefix': 'ecs',
  }
  return { logConfiguration: { logDriver: 'awslogs', options } }
}

interface Network {
  /** Ready to be written where a VPC is named. */
  readonly vpc: string | undefined
  readonly inside: { readonly inside?: string }
}

function networkOf(source: Source): Network {
  const pointer = `${AT}/reuseResources/vpcId`
  const id = source.text(pointer)
  const resource = id === undefined ? undefined : vpcReader(id, () => undefined)
  if (id !== undefined && !resource) {
    source.say('dropped', 'vpc', pointer, say`${quote(id)} is no VPC ID, so it is left out.`)
  }
  if (!resource) return { vpc: undefined, inside: {} }
  const vpc = reference(source.collector, resource, { file: source.file, pointer: source.at + pointer })
  const element = /^@\{([a-z0-9-]+)/.exec(vpc)?.[1]
  return { vpc, inside: element === undefined ? {} : { inside: element } }
}

interface Behind {
  readonly app: string
  readonly container: string
  readonly ports: readonly Port[]
  readonly network: Network
  readonly target: 'EC2' | 'FARGATE'
}

/** `publicApp`: an internet-facing load balancer before the first port. */
function frontOf(source: Source, { app, container, ports, network, target }: Behind): Spec {
  const pointer = `${AT}/publicApp`
  const certificate = source.text(`${AT}/reuseResources/acmCertificateArn`)
  const [first] = ports
  if (!source.flag(pointer)) return {}
  if (!first) {
    source.say(
      'kept',
      'public-app',
      pointer,
      'The application is public but exposes no port, so no load balancer is drawn.',
    )
    return {}
  }
  const health = {
    spec: {
      Name: nameFor(app),
      TargetType: target === 'FARGATE' ? 'ip' : 'instance',
      Protocol: 'HTTP',
      Port: first.port,
      ...(network.vpc === undefined ? {} : { VpcId: network.vpc }),
    },
  }
  const targets = source.add('target-group', `${app} targets`, health, pointer)
  const listener = {
    ...(certificate === undefined
      ? { Protocol: 'HTTP', Port: 80 }
      : { Protocol: 'HTTPS', Port: 443, Certificates: [{ CertificateArn: escapeText(certificate) }] }),
    DefaultActions: [{ Type: 'forward', TargetGroupArn: refer(targets, 'arn') }],
  }
  const spec = { Name: nameFor(app), Type: 'application', Scheme: 'internet-facing', Listeners: [listener] }
  const balancer = source.add('application-load-balancer', `${app} alb`, { spec, ...network.inside }, pointer)
  const users = source.add('users', 'users', { label: 'Internet', spec: {} }, pointer)
  connect(source.collector, { from: users, to: balancer, meaning: 'traffic' })
  source.say(
    'mapped',
    'public-app',
    pointer,
    say`The application is public: an internet-facing load balancer forwards to port ${first.port}.`,
    balancer,
  )
  for (const { port } of ports.slice(1)) {
    source.say(
      'kept',
      'port',
      '/exposedPorts',
      say`Port ${port} is exposed by the container; the load balancer forwards to port ${first.port} only.`,
    )
  }
  return {
    loadBalancers: [
      {
        targetGroupArn: refer(targets, 'arn'),
        containerName: escapeText(container),
        containerPort: first.port,
      },
    ],
  }
}

/** Load balancers have names of at most 32 letters, digits and hyphens. */
function nameFor(app: string): string {
  return (
    app
      .replace(/[^A-Za-z0-9-]+/g, '-')
      .slice(0, 32)
      .replace(/^-+|(?<!-)-+$/g, '') || 'app'
  )
}

function addInstances(source: Source, cluster: string): void {
  const pointer = `${AT}/reuseResources/sshKeyPairName`
  const key = source.text(pointer)
  const defaults = knownKind('container-instance').defaults('instances')
  const spec = {
    cluster: refer(cluster),
    ...defaults,
    ...(key === undefined ? {} : { KeyName: escapeText(key) }),
  }
  const id = source.add('container-instance', 'instances', { spec }, `${AT}/deployTarget`)
  source.say(
    'mapped',
    'container-instance',
    `${AT}/deployTarget`,
    'The tasks need instances, which the file does not describe; one of an ordinary type stands for them.',
    id,
  )
}

/** `dependentApps`: other applications that this one calls. */
function addDependents(source: Source, service: string): void {
  for (const [index, item] of source.list(`${AT}/dependentApps`).entries()) {
    if (!isObject(item)) continue
    const name = toText(item.appId ?? item.dnsRecordName ?? 'application')
    const host = [item.dnsRecordName, item.privateRootDomain]
      .filter((part) => typeof part === 'string' && part !== '')
      .join('.')
    const element = { label: host === '' ? name : `${name} (${host})`, spec: { type: 'App2Container' } }
    const pointer = `${AT}/dependentApps/${index}`
    const id = source.add('external-system', name, element, pointer)
    connect(source.collector, { from: service, to: id, meaning: 'traffic' })
    source.say(
      'mapped',
      'dependent-app',
      pointer,
      say`The application ${quote(name)}, which it depends on, became an external system.`,
      id,
    )
  }
}

/** What App2Container sets up around the task, which no member of AWS's inputs holds in this form. */
function sayWhatIsTheirs(source: Source): void {
  if (source.flag(`${AT}/gMSAParameters/createGMSA`)) {
    const text =
      'A group managed service account is set up outside of ECS; name its credential specification in the container’s “credentialSpecs”.'
    source.use(`${AT}/gMSAParameters`)
    source.say('dropped', 'gmsa', `${AT}/gMSAParameters`, text)
  }
  if (!source.flag('/fireLensParameters/enableFireLensLogging')) return
  source.use('/fireLensParameters')
  const text =
    'App2Container brings a log router of its own for these destinations; add a FireLens log router to the task definition for them.'
  source.say('dropped', 'firelens', '/fireLensParameters', text)
}

/** `resourceTags`, which ECS spells alike. */
export function tagsOf(source: Source, pointer: string): Spec {
  const tags = source
    .list(pointer)
    .flatMap((item) =>
      isObject(item) && typeof item.key === 'string'
        ? [{ key: escapeText(item.key), value: escapeText(toText(item.value ?? '')) }]
        : [],
    )
  if (tags.length === 0) return {}
  source.say(
    'mapped',
    'tags',
    pointer,
    'The tags are those of the cluster, the service and the task definition.',
  )
  return { tags }
}
