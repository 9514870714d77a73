/** An Application Load Balancer's listeners and rules become an Ingress. */
import { isObject, valueAt } from '../../basics/json'
import { refer } from '../../design/references'
import type { MutableSpec } from '../../elements/kind'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { sourcesOf } from '../../graph/graph'
import { became, lost, type Source } from '../conversion'
import { attributes, given, healthAnnotations, joined } from './annotations'
import { balancerSource, tellBalancer } from './balancer'
import { type Entrance, HEALTH } from './entrance'
import { type Making, metadataOf, object } from './making'

const PREFIX = 'alb.ingress.kubernetes.io/'

/** Makes one Ingress for each load balancer, and tells which object is reached in its place. */
export function ingresses(
  making: Making,
  entrances: readonly Entrance[],
  service: string,
  replaced: string[],
): Readonly<Record<string, string>> {
  const reached: Record<string, string> = {}
  const balancers = new Set(entrances.flatMap(({ front }) => front.loadBalancers))
  for (const id of balancers) {
    const behind = entrances.filter(({ front }) => front.loadBalancers.includes(id))
    const reference = ingress(making, balancerSource(making, id, replaced), behind, service)
    reached[id] = reference.slice(2, -1)
  }
  return reached
}

function ingress(making: Making, balancer: Source, entrances: readonly Entrance[], service: string): string {
  const { tracker, graph } = making
  const rules = entrances.flatMap((entrance) => rulesFor(making, balancer, entrance, service))
  const [first] = entrances
  const acl = sourcesOf(graph, balancer.element, 'protects', 'web-acl')[0]
  const annotations = given({
    [`${PREFIX}scheme`]: textAt(balancer.spec, '/Scheme') === 'internal' ? 'internal' : 'internet-facing',
    [`${PREFIX}target-type`]: 'ip',
    [`${PREFIX}listen-ports`]: listenPorts(balancer),
    [`${PREFIX}certificate-arn`]: joined(certificates(balancer)),
    [`${PREFIX}ssl-policy`]: sslPolicy(balancer),
    [`${PREFIX}ssl-redirect`]: redirect(balancer),
    [`${PREFIX}subnets`]: joined(balancer.spec.Subnets),
    [`${PREFIX}security-groups`]: joined(balancer.spec.SecurityGroups),
    [`${PREFIX}load-balancer-attributes`]: attributes(balancer.spec, '/Attributes'),
    [`${PREFIX}wafv2-acl-arn`]: acl === undefined ? undefined : refer(acl, 'arn'),
    ...(first?.targetGroup ? healthAnnotations(PREFIX, first.targetGroup, HEALTH) : {}),
    [`${PREFIX}target-group-attributes`]:
      first?.targetGroup && attributes(first.targetGroup.spec, '/Attributes'),
    [`${PREFIX}backend-protocol-version`]:
      first?.targetGroup && textAt(first.targetGroup.spec, '/ProtocolVersion'),
  })
  const metadata = { ...metadataOf(making, making.name), annotations }
  tellBalancer(making, balancer, 'Ingress', PREFIX)
  tellRedirects(making, balancer)
  for (const [index] of objectsAt(balancer.spec, '/Listeners'))
    lost(
      tracker,
      balancer,
      `/Listeners/${index}/MutualAuthentication`,
      'Say it by the annotation “mutual-authentication”.',
    )
  return object(making, `${making.name}-ingress`, 'kubernetes-ingress', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata,
    spec: {
      ingressClassName: 'alb',
      rules: rules.length > 0 ? rules : [ruleTo(service, entrances[0], undefined, '/')],
    },
  })
}

function ruleTo(
  service: string,
  entrance: Entrance | undefined,
  host: string | undefined,
  path: string,
): MutableSpec {
  const number = entrance?.port.port ?? 80
  const backend = { service: { name: service, port: { number } } }
  return {
    ...(host === undefined ? {} : { host }),
    http: {
      paths: [
        {
          path,
          pathType: path.includes('*') || path.includes('?') ? 'ImplementationSpecific' : 'Prefix',
          backend,
        },
      ],
    },
  }
}

/** One for each host and path that leads to the target group; the same of several listeners once. */
function rulesFor(
  making: Making,
  balancer: Source,
  entrance: Entrance,
  service: string,
): readonly MutableSpec[] {
  const made = new Map<string, MutableSpec>()
  const add = (host: string | undefined, path: string) => {
    const rule = ruleTo(service, entrance, host, path)
    if (!made.has(JSON.stringify([host, path]))) made.set(JSON.stringify([host, path]), rule)
    return rule
  }
  for (const { loadBalancer, listener, rule } of entrance.front.listeners) {
    if (loadBalancer !== balancer.element) continue
    const at = `/Listeners/${listener}`
    if (rule === undefined) {
      const to = add(undefined, '/')
      became(making.tracker, balancer, `${at}/DefaultActions`, ['Ingress', '/spec/rules', to])
      continue
    }
    const conditions = `${at}/Rules/${rule}/Conditions`
    const hosts = valuesOf(balancer, conditions, 'host-header')
    const paths = valuesOf(balancer, conditions, 'path-pattern')
    for (const host of hosts.length > 0 ? hosts : [undefined]) {
      for (const path of paths.length > 0 ? paths : ['/']) {
        const to = add(host, path.replace(/\/\*$/, '') || '/')
        became(making.tracker, balancer, `${at}/Rules/${rule}/Actions`, ['Ingress', '/spec/rules', to])
      }
    }
    tellConditions(making, balancer, conditions)
    lost(
      making.tracker,
      balancer,
      `${at}/Rules/${rule}/Priority`,
      'The controller orders rules by itself: exact paths first, then longer ones.',
    )
  }
  return [...made.values()]
}

function tellConditions({ tracker }: Making, balancer: Source, at: string): void {
  for (const [index, { Field }] of objectsAt(balancer.spec, at)) {
    if (Field === 'host-header' || Field === 'path-pattern')
      became(tracker, balancer, `${at}/${index}`, ['Ingress', '/spec/rules', Field])
    else lost(tracker, balancer, `${at}/${index}`, 'Say it by the annotation “conditions” of the Ingress.')
  }
}

function valuesOf(balancer: Source, at: string, field: string): readonly string[] {
  return objectsAt(balancer.spec, at)
    .filter(([, { Field }]) => Field === field)
    .flatMap(([, condition]) => {
      const config = field === 'host-header' ? condition.HostHeaderConfig : condition.PathPatternConfig
      const values: unknown = condition.Values ?? (isObject(config) ? config.Values : undefined)
      return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
    })
}

function listenPorts({ spec }: Source): string | undefined {
  const ports = objectsAt(spec, '/Listeners').flatMap(([, { Protocol, Port }]) =>
    typeof Protocol === 'string' && typeof Port === 'number' ? [{ [Protocol]: Port }] : [],
  )
  return ports.length === 0 ? undefined : JSON.stringify(ports)
}

function certificates({ spec }: Source): readonly unknown[] {
  return objectsAt(spec, '/Listeners')
    .flatMap(([, listener]) => objectsAt(listener, '/Certificates'))
    .map(([, { CertificateArn }]) => CertificateArn)
}

function sslPolicy({ spec }: Source): string | undefined {
  return objectsAt(spec, '/Listeners')
    .map(([, listener]) => textAt(listener, '/SslPolicy'))
    .find((text) => text !== undefined)
}

/** The port of HTTPS that plain HTTP is sent to. */
function redirect({ spec }: Source): string | undefined {
  const redirects = objectsAt(spec, '/Listeners').flatMap(([, listener]) =>
    objectsAt(listener, '/DefaultActions').filter(([, { Type }]) => Type === 'redirect'),
  )
  const port = redirects.map(([, action]) => valueAt(action, '/RedirectConfig/Port'))[0]
  return redirects.length === 0 ? undefined : typeof port === 'string' && /^\d+$/.test(port) ? port : '443'
}

function tellRedirects({ tracker }: Making, balancer: Source): void {
  const place = '/metadata/annotations/alb.ingress.kubernetes.io~1ssl-redirect'
  for (const [index, listener] of objectsAt(balancer.spec, '/Listeners')) {
    const [action] = objectsAt(listener, '/DefaultActions')
    if (action?.[1].Type === 'redirect')
      became(tracker, balancer, `/Listeners/${index}/DefaultActions`, ['Ingress', place, redirect(balancer)])
  }
}
