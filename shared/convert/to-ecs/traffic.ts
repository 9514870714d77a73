/** Services and Ingresses become target groups and a load balancer. */
import { toNumber, toText } from '../../basics/convert'
import { isObject, setAt, valueAt } from '../../basics/json'
import { referencesIn } from '../../design/references'
import type { MutableSpec } from '../../elements/kind'
import { annotation } from '../../elements/parts/manifest'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { incoming, sourcesOf } from '../../graph/graph'
import { vpcIdFor } from '../../rules/fixes-load-balancing'
import { became, implied, lost, type Source, source } from '../conversion'
import { addMade, type Making } from './making'

const ALB = 'alb.ingress.kubernetes.io/'
const NLB = 'service.beta.kubernetes.io/aws-load-balancer-'
const IP = 'ip'

/** By object: the load balancer that is reached in its place. */
export type Reached = Readonly<Record<string, string>>

/** Makes what stands in front of the tasks. */
export function traffic(making: Making): Reached {
  const { graph, workload, runner } = making
  const reached: Record<string, string> = {}
  if (runner.kind !== 'service') return reached
  for (const service of sourcesOf(graph, workload.element, 'forwards', 'kubernetes-service')) {
    const from = owned(making, service)
    implied(making.tracker, from, '/spec/selector')
    const balancer = isBalanced(from) ? network(making, from) : undefined
    for (const ingress of sourcesOf(graph, service, 'forwards', 'kubernetes-ingress')) {
      const made = application(making, from, ingress)
      if (made !== undefined) reached[ingress] = made
    }
    if (balancer !== undefined) reached[service] = balancer
    internal(making, from)
  }
  return reached
}

/** A Service that picks these pods only goes with them; so does an Ingress that leads to nothing else. */
function owned(making: Making, id: string): Source {
  const { graph, tracker, workload, replaced } = making
  const spec = graph.element(id)?.spec ?? {}
  const others = (graph.outgoing.get(id) ?? []).some(
    ({ meaning, to }) => meaning === 'forwards' && to !== workload.element && !replaced.includes(to),
  )
  if (others) return { element: id, spec }
  if (!replaced.includes(id)) replaced.push(id)
  const made = source(tracker, id, spec)
  implied(tracker, made, '/apiVersion', '/kind', '/metadata/name', '/metadata/namespace', '/metadata/labels')
  return made
}

function isBalanced({ spec }: Source): boolean {
  return textAt(spec, '/spec/type') === 'LoadBalancer'
}

interface Port {
  readonly port: number
  readonly containerPort: number
  readonly containerName: string
}

/** The ports of a Service, each with the container that listens. */
function portsOf({ definition }: Making, { spec }: Source): readonly Port[] {
  const containers = objectsAt(definition.spec, '/containerDefinitions')
  const mappings = containers.flatMap(([, one]) =>
    objectsAt(one, '/portMappings').map(([, mapping]) => ({ one, mapping })),
  )
  return objectsAt(spec, '/spec/ports').flatMap(([, { port, targetPort }]) => {
    const wanted = targetPort ?? port
    const found = mappings.find(({ mapping }) => mapping.containerPort === wanted || mapping.name === wanted)
    const one = found?.one ?? containers.at(-1)?.[1]
    const containerPort = found?.mapping.containerPort ?? wanted
    if (typeof port !== 'number' || typeof containerPort !== 'number' || typeof one?.name !== 'string')
      return []
    if (!found) setAt(one, '/portMappings/-', { containerPort, protocol: 'tcp' })
    return [{ port, containerPort, containerName: one.name }]
  })
}

function targetGroup(
  making: Making,
  { containerPort, containerName }: Port,
  protocol: string,
  health: MutableSpec,
): string {
  const { name, runner } = making
  const group = addMade(making, `${name}-targets`, 'target-group', {
    Name: name.slice(0, 32),
    TargetType: IP,
    Protocol: protocol,
    Port: containerPort,
    VpcId: vpcIdFor(making.graph, subnetsOf(runner.spec)),
    ...health,
  })
  setAt(runner.spec, '/loadBalancers/-', { targetGroupArn: group, containerName, containerPort })
  return group
}

/** The drawn subnets of the tasks. */
function subnetsOf(runner: MutableSpec): readonly string[] {
  const subnets = valueAt(runner, '/networkConfiguration/awsvpcConfiguration/subnets')
  return Array.isArray(subnets) ? subnets.flatMap((one) => referencesIn(toText(one)).map(({ id }) => id)) : []
}

function application(making: Making, service: Source, ingress: string): string | undefined {
  const { tracker, graph, name } = making
  const from = owned(making, ingress)
  const [port] = portsOf(making, service)
  if (!port) return undefined
  const note = (key: string) => textAt(from.spec, annotation(ALB + key))
  const group = targetGroup(making, port, 'HTTP', healthOf(making, from, ALB))
  const forward = [{ Type: 'forward', TargetGroupArn: group }]
  const certificate = note('certificate-arn')
  const rules = rulesOf(from, service.element, forward)
  const balancer = addMade(making, `${name}-alb`, 'application-load-balancer', {
    Name: name.slice(0, 32),
    Type: 'application',
    Scheme: note('scheme') ?? 'internal',
    ...standing(making, note('scheme') === 'internet-facing'),
    ...lists(from, ALB),
    Listeners: [
      {
        Protocol: certificate === undefined ? 'HTTP' : 'HTTPS',
        Port: certificate === undefined ? 80 : 443,
        ...(certificate === undefined ? {} : { Certificates: [{ CertificateArn: certificate }] }),
        ...(note('ssl-policy') === undefined ? {} : { SslPolicy: note('ssl-policy') }),
        DefaultActions: forward,
        ...(rules.length === 0 ? {} : { Rules: rules }),
      },
    ],
  })
  for (const member of ['rules', 'defaultBackend'])
    became(tracker, from, `/spec/${member}`, ['Load balancer', '/Listeners/0', rules])
  implied(tracker, from, '/spec/ingressClassName')
  lost(tracker, from, '/spec/tls', 'Listeners take certificates of ACM, not Secrets.')
  tellAnnotations(making, from)
  became(tracker, service, '/spec/ports', ['Target group', '', graph.element(ingress)?.kind])
  return balancer.slice(2, -1)
}

/** Rules for hosts and paths; the one for all requests is the default action. */
function rulesOf({ spec }: Source, service: string, Actions: readonly object[]): readonly object[] {
  const rules = objectsAt(spec, '/spec/rules').flatMap(([, rule]) =>
    objectsAt(rule, '/http/paths').flatMap(([, path]) => {
      if (referencesIn(textAt(path, '/backend/service/name') ?? '')[0]?.id !== service) return []
      const host = typeof rule.host === 'string' ? [{ Field: 'host-header', Values: [rule.host] }] : []
      const at = typeof path.path === 'string' ? path.path : '/'
      const wide = at === '/' && path.pathType !== 'Exact'
      const Values = path.pathType === 'Exact' ? [at] : [at, `${at.replace(/\/$/, '')}/*`]
      const where = wide ? [] : [{ Field: 'path-pattern', Values }]
      return host.length + where.length === 0 ? [] : [{ Conditions: [...host, ...where], Actions }]
    }),
  )
  return rules.map((rule, index) => ({ Priority: index + 1, ...rule }))
}

function network(making: Making, from: Source): string | undefined {
  const { tracker, name } = making
  const ports = portsOf(making, from)
  if (ports.length === 0) return undefined
  const Listeners = ports.map((port) => ({
    Protocol: 'TCP',
    Port: port.port,
    DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroup(making, port, 'TCP', {}) }],
  }))
  const scheme = textAt(from.spec, annotation(`${NLB}scheme`)) ?? 'internal'
  const balancer = addMade(making, `${name}-nlb`, 'network-load-balancer', {
    Name: name.slice(0, 32),
    Type: 'network',
    Scheme: scheme,
    ...standing(making, scheme === 'internet-facing'),
    ...lists(from, NLB),
    Listeners,
  })
  for (const member of ['type', 'ports', 'loadBalancerClass'])
    became(tracker, from, `/spec/${member}`, ['Load balancer', '/Listeners', Listeners])
  tellAnnotations(making, from)
  return balancer.slice(2, -1)
}

/** The controller finds subnets by their tags; inside, the tasks' own will do. */
function standing({ runner }: Making, facing: boolean): MutableSpec {
  const subnets = valueAt(runner.spec, '/networkConfiguration/awsvpcConfiguration/subnets')
  if (!facing && Array.isArray(subnets)) return { Subnets: subnets }
  return { Subnets: ['<public-subnet-1>', '<public-subnet-2>'] }
}

/** Subnets and security groups, with commas between them. */
function lists({ spec }: Source, prefix: string): MutableSpec {
  const list = (key: string) =>
    textAt(spec, annotation(prefix + key))
      ?.split(',')
      .map((one) => one.trim())
  const [Subnets, SecurityGroups] = [list('subnets'), list('security-groups')]
  return { ...(Subnets ? { Subnets } : {}), ...(SecurityGroups ? { SecurityGroups } : {}) }
}

const NUMBERS: Readonly<Record<string, string>> = {
  'healthcheck-interval-seconds': 'HealthCheckIntervalSeconds',
  'healthcheck-timeout-seconds': 'HealthCheckTimeoutSeconds',
  'healthy-threshold-count': 'HealthyThresholdCount',
  'unhealthy-threshold-count': 'UnhealthyThresholdCount',
}

/** How the load balancer checks: by the annotations, else as the pods are asked whether they are ready. */
function healthOf({ workload, pod, tracker }: Making, from: Source, prefix: string): MutableSpec {
  const note = (key: string) => textAt(from.spec, annotation(prefix + key))
  const probe = `${pod}/containers/0/readinessProbe`
  const ready = textAt(workload.spec, `${probe}/httpGet/path`)
  const path = note('healthcheck-path') ?? ready
  if (isObject(valueAt(workload.spec, probe)) && ready !== undefined) {
    const row = tracker.rows.findIndex(
      ({ element, pointer }) => element === workload.element && pointer === probe,
    )
    if (row >= 0) tracker.rows.splice(row, 1)
    became(tracker, workload, probe, ['Target group', '/HealthCheckPath', ready])
  }
  const numbers = Object.entries(NUMBERS).flatMap(([key, member]) => {
    const text = note(key)
    return text !== undefined && /^\d+$/.test(text) ? [[member, toNumber(text)] as const] : []
  })
  const codes = note('success-codes')
  return {
    ...(path === undefined ? {} : { HealthCheckPath: path }),
    ...Object.fromEntries(numbers),
    ...(codes === undefined ? {} : { Matcher: { HttpCode: codes } }),
  }
}

const TOLD = [
  'scheme',
  'subnets',
  'security-groups',
  'certificate-arn',
  'ssl-policy',
  'healthcheck-path',
  'success-codes',
  ...Object.keys(NUMBERS),
]

function tellAnnotations({ tracker }: Making, from: Source): void {
  for (const key of TOLD) {
    for (const prefix of [ALB, NLB])
      became(tracker, from, annotation(prefix + key), [
        'Load balancer',
        '',
        textAt(from.spec, annotation(prefix + key)),
      ])
  }
  for (const key of ['target-type', 'listen-ports', 'ssl-redirect'])
    implied(tracker, from, annotation(ALB + key))
  implied(tracker, from, annotation(`${NLB}nlb-target-type`))
  lost(tracker, from, '/metadata/annotations', 'The load balancer has attributes of its own for this.')
}

/** Within a cluster of ECS, Service Connect gives a name in place of the Service's. */
function internal({ tracker, graph }: Making, from: Source): void {
  const fronted = isBalanced(from) || incoming(graph, from.element, 'forwards').length > 0
  if (fronted) return
  lost(
    tracker,
    from,
    '/spec/ports',
    'Turn Service Connect on in a Cloud Map namespace, so that other services find this one by name.',
  )
}
