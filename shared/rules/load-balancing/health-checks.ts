/** Health checks of target groups. */
import { balancerProtocols, healthProtocols, targetHealthRanges } from '../../aws/facts/load-balancers'
import { toText } from '../../basics/convert'
import { targetGroup } from '../../elements/target-group'
import { type Graph, nameOf } from '../../graph/graph'
import { balancerKind, frontsOf, targetGroupServices } from '../../graph/traffic'
import { say } from '../../texts/text'
import { behindBalancer, marked } from '../examples'
import { setMembers } from '../fixes'
import { checkTrafficPort } from '../fixes-load-balancing'
import { wholeBetween } from '../limits'
import { isAbsent, isKnown, isWritten } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { behindNetworkBalancer, bridgeBehindBalancer, differing, ELSEWHERE } from './examples'
import { hasDynamicPort } from './served'
import { checksTrafficPort } from './target-groups'

const INTERVAL = '/HealthCheckIntervalSeconds'
const TIMEOUT = '/HealthCheckTimeoutSeconds'
const PROTOCOL = '/HealthCheckProtocol'
const PATH = '/HealthCheckPath'

/** A path that many applications answer cheaply; people put theirs in. */
const CHEAP_PATH = '/health'

const createTargetGroup = {
  ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html',
  checked: '2026-11-26',
}

export const targetHealthChecks = ruleFamily([
  defineRule({
    id: 'lb-dynamic-health-port',
    severity: 'error',
    on: [targetGroup],
    needs: ['/HealthCheckPort'],
    title: 'With dynamic host ports the health check follows the traffic',
    message:
      'Docker picks the host ports of “{service}”, and “{group}” checks health on port {port} only; use traffic-port.',
    why: 'A dynamic host port is another one for every task. A check of one fixed port of the instance meets none of them, so every task counts as unhealthy and is replaced for ever.',
    sources: [{ ref: 'E3049', checked: '2026-11-21' }, createTargetGroup],
    check({ id, spec, graph, report }) {
      const { HealthCheckPort: port } = spec
      if (!isKnown(port) || checksTrafficPort(spec)) return
      const service = targetGroupServices(graph, id).find((one) =>
        frontsOf(graph, one).some((front) => front.targetGroup === id && hasDynamicPort(graph, one, front)),
      )
      if (service === undefined) return
      report({
        at: '/HealthCheckPort',
        values: { service: nameOf(graph, service), group: nameOf(graph, id), port },
        fix: checkTrafficPort(graph, id),
      })
    },
    examples: () => ({
      valid: {
        'traffic-port': differing(bridgeBehindBalancer(), { targets: { HealthCheckPort: 'traffic-port' } }),
        'left out, which means the same': bridgeBehindBalancer(),
        'a fixed port beside a fixed host port': differing(
          bridgeBehindBalancer({ containerPort: 80, hostPort: 8080 }),
          { targets: { HealthCheckPort: '8081' } },
        ),
        'a fixed port of tasks with an address of their own': differing(behindBalancer(), {
          targets: { HealthCheckPort: '8081' },
        }),
        'a placeholder': differing(bridgeBehindBalancer(), { targets: { HealthCheckPort: '<port>' } }),
      },
      invalid: {
        'host port 0': {
          design: differing(bridgeBehindBalancer(), { targets: { HealthCheckPort: '8080' } }),
          element: 'targets',
          at: '/HealthCheckPort',
        },
        'no host port': {
          design: differing(bridgeBehindBalancer({ containerPort: 80 }), {
            targets: { HealthCheckPort: '80' },
          }),
          element: 'targets',
          at: '/HealthCheckPort',
        },
      },
    }),
  }),

  defineRule({
    id: 'lb-health-timing',
    severity: 'error',
    on: [targetGroup],
    title: 'The timing of a health check is within its limits',
    message: '{member} is {value}; give a whole number from {min} to {max}.',
    variants: {
      order:
        'A check of “{group}” may take {timeout} seconds and the next begins after {interval}; make the interval longer than the timeout.',
    },
    why: 'A check must end before the next one begins. Outside the limits, or with a timeout above the interval, CreateTargetGroup refuses the health check; it was seen to refuse equal times, too.',
    sources: [createTargetGroup, { ref: 'ERR:aws/aws-cdk#29062', checked: '2026-11-26' }],
    check({ id, spec, graph, report }) {
      let broken = false
      for (const [member, { min, max }] of Object.entries(targetHealthRanges)) {
        const value = spec[member as keyof typeof targetHealthRanges]
        const limit = wholeBetween(min, max)
        if (value === undefined || limit.allows(value)) continue
        broken = true
        const mended = limit.mend?.(value)
        const fix = setMembers(say`Set ${member} to ${toText(mended)}`, id, { [`/${member}`]: mended })
        report({ at: `/${member}`, values: { member, value, min, max }, fix })
      }
      const { HealthCheckIntervalSeconds: interval, HealthCheckTimeoutSeconds: timeout } = spec
      // AWS's defaults differ by protocol, and its pages on them from each other.
      if (broken || interval === undefined || timeout === undefined || interval > timeout) return
      const longer = Math.min(targetHealthRanges.HealthCheckIntervalSeconds.max, timeout + 5)
      report({
        at: INTERVAL,
        variant: 'order',
        values: { group: nameOf(graph, id), timeout, interval },
        ...(interval === timeout && { severity: 'warning' }),
        fix: setMembers(say`Check every ${longer} seconds`, id, { [INTERVAL]: longer }),
      })
    },
    examples: () => ({
      valid: {
        'nothing said': behindBalancer(),
        'the shortest check': timed({ [INTERVAL]: 5, [TIMEOUT]: 2 }),
        'one second between': timed({ [INTERVAL]: 11, [TIMEOUT]: 10 }),
        'a short interval without a timeout': timed({ [INTERVAL]: 5 }),
        placeholders: timed({ [INTERVAL]: '<interval>', [TIMEOUT]: 10 }),
      },
      invalid: {
        'a timeout above the interval': {
          design: timed({ [INTERVAL]: 5, [TIMEOUT]: 10 }),
          element: 'targets',
          at: INTERVAL,
        },
        'equal times': {
          design: timed({ [INTERVAL]: 10, [TIMEOUT]: 10 }),
          element: 'targets',
          at: INTERVAL,
          severity: 'warning',
        },
        'an interval that is too short': {
          design: timed({ [INTERVAL]: 4 }),
          element: 'targets',
          at: INTERVAL,
        },
        'a timeout that is too long': {
          design: timed({ [INTERVAL]: 300, [TIMEOUT]: 121 }),
          element: 'targets',
          at: TIMEOUT,
        },
        'a threshold of one': {
          design: timed({ '/HealthyThresholdCount': 1 }),
          element: 'targets',
          at: '/HealthyThresholdCount',
        },
        'a threshold of eleven': {
          design: timed({ '/UnhealthyThresholdCount': 11 }),
          element: 'targets',
          at: '/UnhealthyThresholdCount',
        },
      },
    }),
  }),

  defineRule({
    id: 'lb-health-protocol',
    severity: 'error',
    on: [targetGroup],
    needs: ['/HealthCheckProtocol', '/HealthCheckPath', '/Matcher'],
    title: 'A health check speaks a protocol that fits its target group',
    message: '{protocol} can’t be the protocol of a health check; use one of {protocols}.',
    variants: {
      web: 'A target group with {group} is checked by HTTP or HTTPS, not by TCP.',
      tcp: 'A TCP check only looks whether the port is open, so {member} makes no sense; check by HTTP, or leave it out.',
    },
    why: 'A check asks for a page by HTTP or HTTPS, or opens a TCP connection. What a load balancer sends as HTTP it also checks by HTTP; and a path or success codes need an answer that TCP does not give. CreateTargetGroup refuses other pairs.',
    sources: [createTargetGroup, { ref: 'E3684', checked: '2026-11-21' }],
    check({ id, element, spec, graph, report }) {
      const { HealthCheckProtocol: written, Protocol: group } = spec
      const web = balancerProtocols.application.group.some((one) => one === group)
      const member = (['HealthCheckPath', 'Matcher'] as const).find((one) => !isAbsent(spec[one]))
      const byHttp = setMembers('Check by HTTP', id, { [PROTOCOL]: 'HTTP' })
      if (isKnown(written) && !healthProtocols.some((one) => one === written)) {
        const values = { protocol: written, protocols: healthProtocols.join(', ') }
        report({
          at: PROTOCOL,
          values,
          fix: web || member !== undefined ? byHttp : setMembers('Check by TCP', id, { [PROTOCOL]: 'TCP' }),
        })
      } else if (written === 'TCP' && web) {
        report({ at: PROTOCOL, variant: 'web', values: { group: group ?? '' }, fix: byHttp })
      } else {
        // TCP is what a Network or Gateway Load Balancer does when nothing is said.
        const isDefault = !isWritten(element, PROTOCOL) && !web && fits(graph, id, group)
        if (member === undefined || (written !== 'TCP' && !isDefault)) return
        report({ at: `/${member}`, variant: 'tcp', values: { member }, fix: byHttp })
      }
    },
    examples: () => ({
      valid: {
        'an HTTP group with nothing said': behindBalancer(),
        'a TCP group that is checked by HTTP': network({
          HealthCheckProtocol: 'HTTP',
          HealthCheckPath: '/ready',
        }),
        'a TCP group with nothing said': behindNetworkBalancer(),
        'a placeholder': network({ HealthCheckProtocol: '<protocol>', HealthCheckPath: '/ready' }),
        'a Lambda function, whose group has no protocol': differing(behindBalancer(), {
          targets: { TargetType: 'lambda', Protocol: undefined, HealthCheckPath: '/ready' },
        }),
      },
      invalid: {
        'TCP for an HTTP group': {
          design: differing(behindBalancer(), { targets: { HealthCheckProtocol: 'TCP' } }),
          element: 'targets',
          at: PROTOCOL,
        },
        UDP: {
          design: differing(behindNetworkBalancer('UDP', 53), { targets: { HealthCheckProtocol: 'UDP' } }),
          element: 'targets',
          at: PROTOCOL,
        },
        'a path with TCP': {
          design: network({ HealthCheckProtocol: 'TCP', HealthCheckPath: '/ready' }),
          element: 'targets',
          at: PATH,
        },
        'success codes with the protocol left out, which means TCP': {
          design: network({ Matcher: { HttpCode: '200-299' } }),
          element: 'targets',
          at: '/Matcher',
        },
      },
    }),
  }),

  defineRule({
    id: 'lb-elb-health-missing',
    severity: 'advice',
    on: [targetGroup],
    title: 'A health check asks a cheap page that tells something',
    message:
      'The health of “{group}” is asked at its front page; point the check at a cheap path such as /health.',
    why: 'Without a path the load balancer asks for /. That page may be slow, redirect or need a sign-in, and it says little about what the application depends on.',
    sources: [createTargetGroup],
    check({ id, element, spec, graph, report }) {
      // A group that exists may have a path; GRPC has a path of its own when none is written.
      if (element.existing || isWritten(element, PATH) || spec.ProtocolVersion === 'GRPC') return
      if (spec.HealthCheckProtocol === 'TCP' || !isWeb(graph, id, spec.TargetType)) return
      report({
        at: PATH,
        values: { group: nameOf(graph, id) },
        fix: setMembers(say`Check the health at ${CHEAP_PATH}`, id, { [PATH]: CHEAP_PATH }),
      })
    },
    examples: () => ({
      valid: {
        'a path': differing(behindBalancer(), { targets: { HealthCheckPath: '/health' } }),
        'the front page, as somebody wrote it': differing(behindBalancer(), {
          targets: { HealthCheckPath: '/' },
        }),
        'behind a Network Load Balancer': behindNetworkBalancer(),
        'gRPC, which has its own': differing(behindBalancer(), { targets: { ProtocolVersion: 'GRPC' } }),
        'a group that exists': marked(behindBalancer(), 'targets', { existing: { arn: ELSEWHERE } }),
      },
      invalid: { 'no path': { design: behindBalancer(), element: 'targets', at: PATH } },
    }),
  }),
])

function isWeb(graph: Graph, id: string, type: string | undefined): boolean {
  return type !== 'lambda' && balancerKind(graph, id) === 'application'
}

function timed(members: Readonly<Record<string, unknown>>) {
  const named = Object.entries(members).map(([pointer, value]) => [pointer.slice(1), value])
  return differing(behindBalancer(), { targets: Object.fromEntries(named) })
}

function network(targets: Readonly<Record<string, unknown>>) {
  return differing(behindNetworkBalancer(), { targets })
}

/** Is it a protocol that the load balancer in front can send? Otherwise lb-listener-protocol has more to say. */
function fits(graph: Graph, id: string, protocol: string | undefined): boolean {
  const kind = balancerKind(graph, id)
  if (kind === undefined || kind === 'classic') return false
  return balancerProtocols[kind].group.some((one) => one === protocol)
}
