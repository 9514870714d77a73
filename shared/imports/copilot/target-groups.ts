/** The target groups of `http` and `nlb`, with their health checks. */

import { toNumber, toText } from '../../basics/convert'
import { own } from '../../basics/own'
import { cut } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { escapeText, refer } from '../../design/references'
import { member, type Node, takeFlag, takeText, textOf } from '../containers/node'
import { networkOf } from '../containers/stack'
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
  const number = (key: string) => {
    const node = member(check, key)
    const value = toNumber(textOf(node) ?? Number.NaN)
    if (!Number.isInteger(value)) return undefined
    takeText(node)
    return value
  }
  const time = (key: string) => {
    const value = seconds(textOf(member(check, key)) ?? '')
    if (value !== undefined) takeText(member(check, key))
    return value
  }
  const stickiness = takeFlag(member(rule, 'stickiness'))
  const delay = seconds(takeText(member(rule, 'deregistration_delay')) ?? '') ?? 60
  const version = own(VERSIONS, (takeText(member(rule, 'version')) ?? '').toLowerCase())
  const path = takeText(check) ?? takeText(member(check, 'path'))
  const codes = takeText(member(check, 'success_codes'))
  const checkPort = takeText(member(check, 'port'))
  const called = `${name}${i === 0 ? '' : `-${i + 1}`}`
  return refer(
    stack.make(`target group ${called}`, `${called} targets`, {
      kind: 'target-group',
      spec: compact({
        Name: shortName(called),
        TargetType: 'ip',
        Protocol: 'HTTP',
        Port: port,
        ProtocolVersion: version,
        VpcId: refer(networkOf(stack)),
        HealthCheckPath: path === undefined ? undefined : escapeText(path),
        HealthCheckPort: checkPort,
        HealthCheckIntervalSeconds: time('interval'),
        HealthCheckTimeoutSeconds: time('timeout'),
        HealthyThresholdCount: number('healthy_threshold'),
        UnhealthyThresholdCount: number('unhealthy_threshold'),
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
      }),
    }),
  )
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
  const check = member(listener, 'healthcheck')
  const time = (key: string) => seconds(takeText(member(check, key)) ?? '')
  const whole = (key: string) => {
    const value = toNumber(takeText(member(check, key)) ?? Number.NaN)
    return Number.isInteger(value) ? value : undefined
  }
  const called = `${name}-nlb${i === 0 ? '' : `-${i + 1}`}`
  return refer(
    stack.make(`target group ${called}`, `${called} targets`, {
      kind: 'target-group',
      spec: compact({
        Name: shortName(called),
        TargetType: 'ip',
        Protocol,
        Port: port,
        VpcId: refer(networkOf(stack)),
        HealthCheckProtocol: 'TCP',
        HealthCheckPort: takeText(member(check, 'port')),
        HealthCheckIntervalSeconds: time('interval'),
        HealthCheckTimeoutSeconds: time('timeout'),
        HealthyThresholdCount: whole('healthy_threshold'),
        UnhealthyThresholdCount: whole('unhealthy_threshold'),
      }),
    }),
  )
}

function compact(spec: Readonly<Record<string, unknown>>): Spec {
  return Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== undefined))
}

/** Names of load balancers and target groups have 32 characters: letters, digits and hyphens. */
export function shortName(text: string): string {
  return cut(text.replace(/[^A-Za-z0-9-]+/g, '-'), 32).replace(/…$|^-+|(?<!-)-+$/g, '')
}
