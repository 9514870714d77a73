/** The target groups of `http` and `nlb`, with their health checks. */
import { toNumber, toText } from '../../basics/convert'
import { own } from '../../basics/own'
import { cut } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { escapeText, refer } from '../../design/references'
import { member, type Node, takeFlag, takeText, textOf } from '../containers/node'
import { networkOf, type Stack } from '../containers/stack'
import { seconds } from '../containers/values'
import type { Reading } from './reading'

/** Where a load balancer finds a service. */
export interface Target {
  readonly container: string
  readonly port: number
  readonly protocol?: 'udp'
}

const VERSIONS: Readonly<Record<string, string>> = { http1: 'HTTP1', http2: 'HTTP2', grpc: 'GRPC' }

/** The target group of a rule of `http`, by its place among the rules. */
export function targetGroup(reading: Reading, rule: Node, { port }: Target, i: number): string {
  const { stack, name } = reading
  const check = member(rule, 'healthcheck')
  const stickiness = takeFlag(member(rule, 'stickiness'))
  const delay = seconds(takeText(member(rule, 'deregistration_delay')) ?? '') ?? 60
  const version = own(VERSIONS, (takeText(member(rule, 'version')) ?? '').toLowerCase())
  const path = takeText(check) ?? takeText(member(check, 'path'))
  const codes = takeText(member(check, 'success_codes'))
  const called = `${name}${i === 0 ? '' : `-${i + 1}`}`
  return made(stack, called, {
    Protocol: 'HTTP',
    Port: port,
    ProtocolVersion: version,
    VpcId: refer(networkOf(stack)),
    HealthCheckPath: path === undefined ? undefined : escapeText(path),
    ...healthOf(check),
    Matcher: codes === undefined ? undefined : { HttpCode: escapeText(codes) },
    Attributes: [
      { Key: 'deregistration_delay.timeout_seconds', Value: toText(delay) },
      ...(stickiness === undefined
        ? []
        : [
            { Key: 'stickiness.enabled', Value: toText(stickiness) },
            { Key: 'stickiness.type', Value: 'lb_cookie' },
          ]),
    ],
  })
}

/** The target group of a listener of `nlb`, by its place among the listeners. */
export function nlbTargets(
  reading: Reading,
  listener: Node,
  { port }: Target,
  Protocol: string,
  i: number,
): string {
  const { stack, name } = reading
  const called = `${name}-nlb${i === 0 ? '' : `-${i + 1}`}`
  return made(stack, called, {
    Protocol,
    Port: port,
    VpcId: refer(networkOf(stack)),
    HealthCheckProtocol: 'TCP',
    ...healthOf(member(listener, 'healthcheck')),
  })
}

/** What a health check asks for by HTTP and by TCP alike; what is no number of seconds or of checks is not taken. */
function healthOf(check: Node | undefined): Spec {
  const taken = (key: string, meaning: (text: string) => number | undefined) => {
    const node = member(check, key)
    const value = meaning(textOf(node) ?? '')
    if (value !== undefined) takeText(node)
    return value
  }
  const count = (text: string) => (/^\d+$/.test(text) ? toNumber(text) : undefined)
  const port = takeText(member(check, 'port'))
  return {
    HealthCheckPort: port === undefined ? undefined : escapeText(port),
    HealthCheckIntervalSeconds: taken('interval', seconds),
    HealthCheckTimeoutSeconds: taken('timeout', seconds),
    HealthyThresholdCount: taken('healthy_threshold', count),
    UnhealthyThresholdCount: taken('unhealthy_threshold', count),
  }
}

/** Makes a target group of what its spec has a value for, and refers to it. */
function made(stack: Stack, called: string, members: Spec): string {
  const spec = { Name: shortName(called), TargetType: 'ip', ...members }
  return refer(
    stack.make(`target group ${called}`, `${called} targets`, {
      kind: 'target-group',
      spec: Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== undefined)),
    }),
  )
}

/** Names of load balancers and target groups have 32 characters: letters, digits and hyphens. */
export function shortName(text: string): string {
  return cut(text.replace(/[^A-Za-z0-9-]+/g, '-'), 32).replace(/…$|^-+|(?<!-)-+$/g, '')
}
