/** Drawing and erasing the lines from a load balancer's listeners to target groups. */
import { joinTexts, toNumber } from '../../basics/convert'
import { removePruned, valueAt } from '../../basics/json'
import { slug } from '../../basics/slug'
import type { Element } from '../../design/design'
import { say, type Text } from '../../texts/text'
import type { ConnectRequest, MutableSpec, Relation, Row } from '../kind'
import { append, dropItem } from './editing'
import { above, ancestor, objectsAt, textAt } from './reading'

/** How a kind of load balancer takes a further target group. */
interface Manner {
  /** Protocol and port of a listener that the first target group brings with it; a gateway's has neither. */
  readonly protocol: string | undefined
  readonly port: (target: Element) => number | undefined
  /** What happens at a listener that already forwards. */
  readonly second: (spec: MutableSpec, listener: MutableSpec, request: ConnectRequest) => Text | undefined
}

/** The lines of an Application Load Balancer: a further target group gets a rule of its own. */
export const applicationForwards: readonly Relation[] = forwards({
  protocol: 'HTTP',
  port: () => 80,
  second: (_, listener, { name, reference }) => {
    const priorities = objectsAt(listener, '/Rules').map(([, rule]) => toNumber(rule.Priority) || 0)
    return append(listener, 'Rules', {
      Priority: Math.max(0, ...priorities) + 1,
      Conditions: [{ Field: 'path-pattern', Values: [`/${slug(name, 'path')}/*`] }],
      Actions: [forwardTo(reference)],
    })
  },
})

/** The lines of a Network Load Balancer, which has no rules: a further target group gets a listener of its own. */
export const networkForwards: readonly Relation[] = forwards({
  protocol: 'TCP',
  port: ({ spec }) => (typeof spec.Port === 'number' ? spec.Port : 80),
  second: (spec, _, request) => addListener(spec, 'TCP', networkPort(request.target), request.reference),
})

/** The line of a Gateway Load Balancer, whose one listener takes all ports and has one target group behind it. */
export const gatewayForwards: readonly Relation[] = forwards({
  protocol: undefined,
  port: () => undefined,
  second: () => 'A Gateway Load Balancer forwards to one target group only. Erase the other line first.',
})

function networkPort({ spec }: Element): number {
  return typeof spec.Port === 'number' ? spec.Port : 80
}

function forwards(manner: Manner): readonly Relation[] {
  const common = { to: ['target-group'], meaning: 'forwards', draw: 'row', label: listenerLabel } as const
  const found = { ...common, drawable: false } as const
  return [
    {
      ...common,
      path: '/Listeners/*/DefaultActions/*/TargetGroupArn',
      connect: (spec, request) => forward(spec, request, manner),
      disconnect: (spec, pointer) => forwardNoMore(spec, pointer, manner),
    },
    {
      ...found,
      path: '/Listeners/*/DefaultActions/*/ForwardConfig/TargetGroups/*/TargetGroupArn',
      disconnect: dropItem,
    },
    { ...found, path: '/Listeners/*/Rules/*/Actions/*/TargetGroupArn', disconnect: forwardRuleNoMore },
    {
      ...found,
      path: '/Listeners/*/Rules/*/Actions/*/ForwardConfig/TargetGroups/*/TargetGroupArn',
      disconnect: dropItem,
    },
  ]
}

function forward(spec: MutableSpec, request: ConnectRequest, manner: Manner): Text | undefined {
  const listeners = objectsAt(spec, '/Listeners')
  const chosen = listeners.find(([index]) => request.row === `/Listeners/${index}`)
  const [, listener] = chosen ?? listeners.find(([, l]) => answers(l) === undefined) ?? listeners[0] ?? []
  if (!listener) return addListener(spec, manner.protocol, manner.port(request.target), request.reference)
  if (answers(listener) !== undefined) return manner.second(spec, listener, request)
  return append(listener, 'DefaultActions', forwardTo(request.reference))
}

/** The action that ends a listener's default actions, if there is one. */
function answers(listener: MutableSpec): MutableSpec | undefined {
  return objectsAt(listener, '/DefaultActions').find(([, { Type }]) =>
    ['forward', 'redirect', 'fixed-response'].includes(Type),
  )?.[1]
}

function addListener(
  spec: MutableSpec,
  Protocol: string | undefined,
  Port: number | undefined,
  reference: string,
): Text | undefined {
  const taken = objectsAt(spec, '/Listeners').some(([, listener]) => listener.Port === Port)
  if (taken) return say`There is a listener on port ${Port ?? ''} already. Add one on another port first.`
  return append(spec, 'Listeners', {
    ...(Protocol !== undefined && { Protocol }),
    ...(Port !== undefined && { Port }),
    DefaultActions: [forwardTo(reference)],
  })
}

function forwardTo(reference: string): MutableSpec {
  return { Type: 'forward', TargetGroupArn: reference }
}

/** A listener that came with the line goes with it; one with a port or settings of its own stays. */
function forwardNoMore(spec: MutableSpec, pointer: string, { protocol }: Manner): void {
  removePruned(spec, above(pointer))
  const at = ancestor(pointer, 2)
  const listener = valueAt(spec, at) as MutableSpec | undefined
  if (!listener) return
  const bare = Object.keys(listener).every((key) => key === 'Protocol' || key === 'Port')
  const made = listener.Protocol === protocol && (protocol !== 'HTTP' || listener.Port === 80)
  if (bare && made) removePruned(spec, at)
}

/** Without an action a rule is nothing: it goes with its last one. */
function forwardRuleNoMore(spec: MutableSpec, pointer: string): void {
  removePruned(spec, above(pointer))
  const rule = ancestor(pointer, 4)
  if (objectsAt(spec, `${rule}/Actions`).length === 0) removePruned(spec, rule)
}

/** `HTTPS 443`; with a rule also what it matches: `HTTPS 443 /orders/*`. */
function listenerLabel(spec: Readonly<Record<string, unknown>>, pointer: string): string | undefined {
  const listener = valueAt(spec, ancestor(pointer, 2)) as MutableSpec | undefined
  const rule = pointer.split('/')[3] === 'Rules' ? valueAt(spec, ancestor(pointer, 4)) : undefined
  const [, condition] = objectsAt(rule, '/Conditions')[0] ?? []
  const matched = ['/Values/0', '/PathPatternConfig/Values/0', '/HostHeaderConfig/Values/0']
    .map((at) => textAt(condition, at))
    .find((value) => value !== undefined)
  return joinTexts([listener?.Protocol, listener?.Port, matched], ' ') || undefined
}

/** One row for each listener. */
export function listenerRows(spec: Readonly<Record<string, unknown>>): Row[] {
  return objectsAt(spec, '/Listeners').map(([index, { Protocol, Port }]) => ({
    pointer: `/Listeners/${index}`,
    name: joinTexts([Protocol, Port], ' ') || `listener ${index + 1}`,
  }))
}
