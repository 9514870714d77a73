import { own } from '../../basics/own'
import type { Element } from '../../design/design'
import { referencesIn } from '../../design/references'
import { targetGroup } from '../../elements/target-group'
import { type Graph, nameOf } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { type Text, term } from '../../texts/text'
import type { FigureContext } from '../figure'
import type { Figure } from '../mark'
import { count } from './marks'
import { type NodeRow, node } from './node'

interface ListenerSpec {
  readonly Port?: number | undefined
  readonly Protocol?: string | undefined
  readonly DefaultActions?:
    | readonly { readonly Type?: string | undefined; readonly TargetGroupArn?: string | undefined }[]
    | undefined
}

interface LoadBalancerSpec {
  readonly Scheme?: string | undefined
  readonly Listeners?: readonly ListenerSpec[] | undefined
}

interface TargetGroupSpec {
  readonly Protocol?: string | undefined
  readonly Port?: number | undefined
  readonly TargetType?: string | undefined
}

/**
 * A load balancer of the current generation: its listeners, and the target groups that only it forwards to. `reach`
 * says who can reach it; absent: as the scheme says.
 */
export function loadBalancer(
  context: FigureContext<LoadBalancerSpec & Element['spec']>,
  reach = schemeText(context.spec.Scheme),
): Figure {
  const { spec, ask } = context
  const listeners = spec.Listeners ?? []
  return node(context, {
    facts: [reach, count(listeners.length, 'listener')],
    rows: [
      ...listeners.map((listener, i) => listenerRow(context, listener, i)),
      ...ask(absorbedTargetGroups),
    ],
  })
}

/** `HTTP 8080 · ip`, for a target group that stands alone or as a row. */
export function targetGroupFact(spec: TargetGroupSpec): string {
  return [protocolAndPort(spec), spec.TargetType ?? ''].filter(Boolean).join(' · ')
}

/** Who can reach a load balancer. */
export function schemeText(scheme = 'internet-facing'): Text {
  return scheme === 'internet-facing' || scheme === 'internal' ? term(scheme) : scheme
}

function listenerRow(context: FigureContext, listener: ListenerSpec, index: number): NodeRow {
  const action = listener.DefaultActions?.[0]
  const target =
    action?.TargetGroupArn === undefined ? undefined : context.ask(targetName(action.TargetGroupArn))
  const way = target ?? actionText(action?.Type)
  return {
    glyph: 'listener',
    name: protocolAndPort(listener) || term('Listener'),
    fact: way === undefined ? undefined : `→ ${context.say(way)}`,
    pointer: `/Listeners/${index}`,
  }
}

const actions: Readonly<Record<string, Text>> = {
  redirect: term('redirect'),
  'fixed-response': term('fixed response'),
  'authenticate-oidc': term('sign-in by OIDC'),
  'authenticate-cognito': term('sign-in by Cognito'),
}

/** What a listener does that forwards to nothing in the drawing. */
function actionText(type: string | undefined): Text | undefined {
  return type === undefined ? undefined : (own(actions, type) ?? type)
}

function protocolAndPort({
  Protocol,
  Port,
}: {
  Protocol?: string | undefined
  Port?: number | undefined
}): string {
  return [Protocol, Port].filter((part) => part !== undefined).join(' ')
}

/** The name of what an action forwards to: the element's, or the one inside a literal ARN. */
function targetName(arn: string): (graph: Graph) => string {
  return (graph) => {
    const reference = referencesIn(arn)[0]
    return reference ? nameOf(graph, reference.id) : (/targetgroup\/([^/]+)/.exec(arn)?.[1] ?? arn)
  }
}

function absorbedTargetGroups(graph: Graph, id: string): NodeRow[] {
  return (graph.children.get(id) ?? [])
    .filter((child) => graph.rows.has(child))
    .map((child) => ({
      glyph: 'target',
      name: nameOf(graph, child),
      fact: targetGroupFact(specOf(graph, targetGroup, child) ?? {}),
      element: child,
    }))
}
