/** `http` and `nlb`: load balancers, listeners and rules. */
import { toNumber } from '../../basics/convert'
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { escapeText } from '../../design/references'
import { say } from '../../texts/text'
import { connect } from '../collect/collector'
import { itemsOf, member, type Node, takeFlag, takeText, textOf } from '../containers/node'
import { admitFrom, networkOf, securityGroup, subnets } from '../containers/stack'
import { drop, kept, mapped } from '../containers/telling'
import { ecsName, seconds } from '../containers/values'
import type { Reading } from './reading'
import { nlbTargets, shortName, type Target, targetGroup } from './target-groups'

export interface Balanced {
  readonly loadBalancers: readonly Spec[]
  readonly graceSeconds: number | undefined
  /** What the containers have to listen on. */
  readonly targets: readonly Target[]
}

/** A target with the target group that its tasks are registered with. */
interface Registered extends Target {
  readonly group: string
}

/** Puts a service behind the load balancers that its manifest asks for. */
export function balance(reading: Reading, main: Target, groups: readonly string[]): Balanced {
  const http = member(reading.root, 'http')
  const wanted =
    reading.type === 'Load Balanced Web Service' ? textOf(http) !== 'false' : http?.members !== undefined
  if (http && textOf(http) === 'false')
    mapped(reading, 'http', http, 'The service stands behind no Application Load Balancer.', reading.runner)
  const rules = http?.members && wanted ? [http, ...itemsOf(member(http, 'additional_rules'))] : []
  const byHttp = rules.map((rule, i) => ruleOf(reading, rule, main, groups, i))
  const nlb = member(reading.root, 'nlb')
  const listeners = nlb?.members ? [nlb, ...itemsOf(member(nlb, 'additional_listeners'))] : []
  const byNlb = listeners.flatMap((listener, i) => nlbListener(reading, listener, main, groups, i))
  const [grace] = rules.flatMap((rule) => graceOf(reading, member(rule, 'healthcheck')) ?? [])
  const targets = [...byHttp, ...byNlb]
  const loadBalancers = targets.map(({ group, container, port }) => ({
    targetGroupArn: group,
    containerName: container,
    containerPort: port,
  }))
  return { loadBalancers, graceSeconds: grace, targets }
}

function graceOf(reading: Reading, check: Node | undefined): number | undefined {
  const node = member(check, 'grace_period')
  const time = seconds(textOf(node) ?? '')
  if (!node || time === undefined) return undefined
  mapped(reading, 'health-check', node, say`${quote('grace_period')} is ${time} seconds.`, reading.runner)
  return time
}

/** One rule: a target group of its own, and the conditions that lead there. */
function ruleOf(
  reading: Reading,
  rule: Node,
  main: Target,
  groups: readonly string[],
  i: number,
): Registered {
  const internal = reading.type !== 'Load Balanced Web Service'
  const target = targetOf(rule, main)
  const group = targetGroup(reading, rule, target, i)
  const aliases = aliasesOf(rule)
  const balancer = applicationBalancer(reading, internal, groups)
  admitFrom(reading.stack, groups[0] ?? '', {
    IpProtocol: 'tcp',
    FromPort: target.port,
    ToPort: target.port,
    SourceSecurityGroupId: balancer.group,
    Description: 'Requests from the load balancer',
  })
  addRule(reading, balancer.id, { rule, group, aliases })
  return { ...target, group }
}

function targetOf(rule: Node, main: Target): Target {
  const [container, port] = [
    takeText(member(rule, 'target_container')),
    takeText(member(rule, 'target_port')),
  ]
  const number = toNumber(port ?? Number.NaN)
  return {
    container: container === undefined ? main.container : ecsName(container),
    port: Number.isInteger(number) ? number : main.port,
  }
}

function aliasesOf(rule: Node): readonly string[] {
  return itemsOf(member(rule, 'alias')).flatMap((item) => {
    takeText(member(item, 'hosted_zone'))
    return takeText(item) ?? takeText(member(item, 'name')) ?? []
  })
}

interface Balancer {
  readonly id: string
  /** Its security group. */
  readonly group: string
}

/** The load balancer of the environment: one for the internet and one inside, each shared by all services. */
function applicationBalancer(reading: Reading, internal: boolean, groups: readonly string[]): Balancer {
  const { stack } = reading
  const kind = internal ? 'internal' : 'public'
  const group = securityGroup(stack, `${stack.name}-${kind}-alb`, `Requests to the ${kind} load balancer`)
  const from = internal ? { SourceSecurityGroupId: groups[0] } : { CidrIp: '0.0.0.0/0' }
  admitFrom(stack, group, { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, ...from, Description: 'HTTP' })
  const id = stack.make(`alb ${kind}`, `${stack.name} ${kind} alb`, {
    kind: 'application-load-balancer',
    inside: networkOf(stack),
    spec: {
      Name: shortName(`${stack.name}-${kind}`),
      Scheme: internal ? 'internal' : 'internet-facing',
      Subnets: subnets(stack, internal ? reading.access : 'public'),
      SecurityGroups: [group],
      Listeners: [{ Protocol: 'HTTP', Port: 80, DefaultActions: [NOTHING] }],
    },
  })
  if (!internal && stack.made('users') === undefined) {
    const users = stack.make('users', 'users', { kind: 'users', label: 'Users', spec: {} })
    connect(stack.collector, { from: users, to: id, meaning: 'traffic' })
  }
  return { id, group }
}

const NOTHING = {
  Type: 'fixed-response',
  FixedResponseConfig: { StatusCode: '404', ContentType: 'text/plain', MessageBody: 'Nothing is here.' },
}

interface Wanted {
  readonly rule: Node
  readonly group: string
  readonly aliases: readonly string[]
}

/** Requests with an alias come encrypted; those to all paths of no host are what the listener does by default. */
function addRule(reading: Reading, balancer: string, { rule, group, aliases }: Wanted): void {
  const { stack, runner } = reading
  const path = member(rule, 'path')
  const written = takeText(path) ?? '/'
  const forward = { Type: 'forward', TargetGroupArn: group }
  const sources = itemsOf(member(rule, 'allowed_source_ips')).flatMap((item) => takeText(item) ?? [])
  const secure = aliases.length > 0
  const listener = secure ? secureListener(reading, balancer, rule) : 0
  takeFlag(member(rule, 'redirect_to_https'))
  if (
    written === '/' &&
    !secure &&
    sources.length === 0 &&
    becomesDefault(stack.collector, balancer, forward)
  ) {
    if (path)
      mapped(reading, 'http', path, 'Requests that no other rule takes are forwarded to the service.', runner)
    return
  }
  const paths = written === '/' ? ['/*'] : pathsOf(written)
  const Conditions = [
    { Field: 'path-pattern', PathPatternConfig: { Values: paths } },
    ...(secure ? [{ Field: 'host-header', HostHeaderConfig: { Values: aliases.map(escapeText) } }] : []),
    ...(sources.length > 0
      ? [{ Field: 'source-ip', SourceIpConfig: { Values: sources.map(escapeText) } }]
      : []),
  ]
  editListener(stack.collector, balancer, listener, (old) => {
    const rules = (old.Rules as readonly Spec[] | undefined) ?? []
    return { ...old, Rules: [...rules, { Priority: rules.length + 1, Conditions, Actions: [forward] }] }
  })
  if (path)
    mapped(reading, 'http', path, say`Requests to ${quote(written)} are forwarded to the service.`, runner)
}

/** `my-svc` means `/my-svc` and all below it. */
function pathsOf(written: string): readonly string[] {
  const bare = escapeText(`/${written.replace(/^\/+|(?<!\/)\/+$/g, '')}`)
  return [bare, `${bare}/*`]
}

type Collector = Reading['stack']['collector']

function editListener(collector: Collector, id: string, index: number, edit: (listener: Spec) => Spec): void {
  const element = collector.elements[id]
  if (!element) return
  const listeners = element.spec.Listeners as readonly Spec[]
  const Listeners = listeners.map((one, i) => (i === index ? edit(one) : one))
  collector.elements[id] = { ...element, spec: { ...element.spec, Listeners } }
}

function becomesDefault(collector: Collector, id: string, forward: Spec): boolean {
  const [first] = (collector.elements[id]?.spec.Listeners as readonly Spec[] | undefined) ?? []
  if ((first?.DefaultActions as readonly Spec[] | undefined)?.[0] !== NOTHING) return false
  editListener(collector, id, 0, (old) => ({ ...old, DefaultActions: [forward] }))
  return true
}

/** The listener for HTTPS; with it, what comes in the clear is sent there. */
function secureListener(reading: Reading, id: string, rule: Node): number {
  const { stack, runner } = reading
  const element = stack.collector.elements[id]
  const listeners = (element?.spec.Listeners as readonly Spec[] | undefined) ?? []
  const found = listeners.findIndex(({ Protocol }) => Protocol === 'HTTPS')
  if (found >= 0 || !element) return found
  const secure = {
    Protocol: 'HTTPS',
    Port: 443,
    Certificates: [{ CertificateArn: '<certificate-arn>' }],
    SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    DefaultActions: [NOTHING],
  }
  stack.collector.elements[id] = { ...element, spec: { ...element.spec, Listeners: [...listeners, secure] } }
  const [group] = element.spec.SecurityGroups as readonly string[]
  const [before] = (element.spec.Listeners as readonly Spec[]) ?? []
  if (group !== undefined) {
    const from = element.spec.Scheme === 'internal' ? { CidrIp: '10.0.0.0/16' } : { CidrIp: '0.0.0.0/0' }
    admitFrom(stack, group, { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, ...from, Description: 'HTTPS' })
  }
  if ((before?.DefaultActions as readonly Spec[] | undefined)?.[0] === NOTHING)
    editListener(stack.collector, id, 0, (old) => ({ ...old, DefaultActions: [TO_HTTPS] }))
  const text =
    'The alias needs a certificate of AWS Certificate Manager: fill in its ARN at the HTTPS listener.'
  kept(reading, 'alias', member(rule, 'alias') ?? rule, text, runner)
  return listeners.length
}

const TO_HTTPS = {
  Type: 'redirect',
  RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' },
}

/** `nlb`: a listener of the service’s own Network Load Balancer. */
function nlbListener(
  reading: Reading,
  listener: Node,
  main: Target,
  groups: readonly string[],
  i: number,
): readonly Registered[] {
  const { stack, name, runner } = reading
  const node = member(listener, 'port')
  const [, port = '', written = 'tcp'] = /^(\d+)(?:\/(\w+))?$/.exec(textOf(node) ?? '') ?? []
  if (!node || port === '') {
    drop(reading, 'nlb', node ?? listener, 'A listener without a port is left out.', runner)
    return []
  }
  const protocol = written.toUpperCase()
  const Protocol = ['TCP', 'UDP', 'TLS', 'TCP_UDP'].includes(protocol) ? protocol : 'TCP'
  const given = targetOf(listener, { ...main, port: Number.NaN })
  const target = { ...given, port: Number.isNaN(given.port) ? main.port || toNumber(port) : given.port }
  const group = nlbTargets(reading, listener, target, Protocol === 'TLS' ? 'TCP' : Protocol, i)
  const balancer = stack.make(`nlb ${name}`, `${name} nlb`, {
    kind: 'network-load-balancer',
    inside: networkOf(stack),
    spec: {
      Name: shortName(`${name}-nlb`),
      Scheme: 'internet-facing',
      Subnets: subnets(stack, 'public'),
      Listeners: [],
    },
  })
  const element = stack.collector.elements[balancer]
  if (element) {
    const listeners = element.spec.Listeners as readonly Spec[]
    const policy = takeText(member(listener, 'ssl_policy'))
    const secure =
      Protocol === 'TLS'
        ? {
            Certificates: [{ CertificateArn: '<certificate-arn>' }],
            SslPolicy: escapeText(policy ?? 'ELBSecurityPolicy-TLS13-1-2-2021-06'),
          }
        : {}
    const made = {
      Protocol,
      Port: toNumber(port),
      ...secure,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: group }],
    }
    stack.collector.elements[balancer] = {
      ...element,
      spec: { ...element.spec, Listeners: [...listeners, made] },
    }
  }
  admitFrom(stack, groups[0] ?? '', {
    IpProtocol: Protocol === 'UDP' ? 'udp' : 'tcp',
    FromPort: target.port,
    ToPort: target.port,
    CidrIp: '0.0.0.0/0',
    Description: 'Through the Network Load Balancer, which has no security group',
  })
  mapped(reading, 'nlb', node, say`Port ${toNumber(port)} is a listener of a Network Load Balancer.`, runner)
  for (const alias of aliasesOf(listener)) {
    const text = say`Name ${quote(alias)} needs a record in Route 53 that leads to the Network Load Balancer.`
    kept(reading, 'alias', member(listener, 'alias') ?? listener, text, runner)
  }
  return [{ ...target, group, ...(Protocol === 'UDP' ? { protocol: 'udp' } : {}) }]
}
