/** How a request comes from an entry to what answers it: through load balancers, target groups, Ingresses. */
import { toText } from '../../basics/convert'
import { isObject, valueAt } from '../../basics/json'
import { type Graph, incoming, outgoing } from '../../graph/graph'
import { type Forward, kindOfBalancer, targetGroupUsers } from '../../graph/traffic'

/** What stands on the way, and how the request came to it. */
export interface Hop {
  readonly id: string
  /** Ids of the lines from the one before. */
  readonly lines: readonly string[]
  /** By which of a load balancer's listeners and rules it goes on. */
  readonly forward?: Forward
}

/** All ways from an element to what answers, each with the element itself first. */
export type Way = readonly Hop[]

/** Kinds that answer requests. */
export const RUNNERS: ReadonlySet<string> = new Set(['service', 'task', 'kubernetes-workload'])

/** No request passes more. */
const MOST_HOPS = 8

/**
 * The ways from an element on. `asked` are words of the line that leads to it, such as `HTTPS 8443`: they tell which
 * listener is meant.
 */
export function waysFrom(graph: Graph, id: string, lines: readonly string[], asked = ''): readonly Way[] {
  return from(graph, { id, lines }, asked, [])
}

function from(graph: Graph, hop: Hop, asked: string, before: Way): readonly Way[] {
  const way = [...before, hop]
  const kind = graph.element(hop.id)?.kind ?? ''
  if (RUNNERS.has(kind) || way.length > MOST_HOPS || before.some(({ id }) => id === hop.id)) return [way]
  const next = nextOf(graph, hop.id, kind, asked)
  if (next.length === 0) return [way]
  return next.flatMap(({ forward, ...to }) => {
    const here = forward ? [...before, { ...hop, forward }] : way
    return from(graph, to, '', here)
  })
}

function nextOf(graph: Graph, id: string, kind: string, asked: string): readonly Hop[] {
  if (kind === 'target-group') return registered(graph, id)
  const balancer = kindOfBalancer(graph, id)
  if (balancer === 'classic') return registered(graph, id)
  if (balancer !== undefined) return forwarded(graph, id, asked)
  const further = outgoing(graph, id, 'forwards')
  return unique(further.map((line) => ({ id: line.to, lines: [line.id] })))
}

/** The services that register with it; of those where it is only the other side of a rollout, none if there are others. */
function registered(graph: Graph, id: string): readonly Hop[] {
  const all = incoming(graph, id, 'registers')
  const own = all.filter(({ pointer }) => !pointer?.includes('/advancedConfiguration/'))
  return unique((own.length > 0 ? own : all).map((line) => ({ id: line.from, lines: [line.id] })))
}

/** The target groups of the listeners that are meant, each by the way that most requests take. */
function forwarded(graph: Graph, id: string, asked: string): readonly Hop[] {
  const lines = outgoing(graph, id, 'forwards')
  const groups = unique(lines.map((line) => ({ id: line.to, lines: [line.id] })))
  const all = groups.flatMap((group) =>
    targetGroupUsers(graph, group.id)
      .filter(({ loadBalancer, pointer }) => loadBalancer === id && weightAt(graph, id, pointer) !== 0)
      .map((forward) => ({ group, forward })),
  )
  const meant = meantBy(asked, all, ({ forward }) => forward)
  return groups.flatMap(({ id: to }) => {
    const ways = meant.filter(({ group }) => group.id === to)
    // The default action of a listener before its rules, and what is encrypted before what is not.
    const [best] = ways.sort(({ forward: a }, { forward: b }) => rank(a) - rank(b))
    const line = best && lines.find(({ pointer }) => pointer === best.forward.pointer)
    return best ? [{ id: to, lines: line ? [line.id] : best.group.lines, forward: best.forward }] : []
  })
}

/** Its share where several target groups have one; undefined where it has all. */
function weightAt(graph: Graph, id: string, pointer: string): number | undefined {
  const holder = valueAt(graph.element(id)?.spec, pointer.slice(0, pointer.lastIndexOf('/')))
  return isObject(holder) && typeof holder.Weight === 'number' ? holder.Weight : undefined
}

function rank({ rule, protocol }: Forward): number {
  return (rule === undefined ? 0 : 2) + (protocol === 'HTTPS' || protocol === 'TLS' ? 0 : 1)
}

const USUAL: Readonly<Record<string, number>> = { HTTP: 80, HTTPS: 443, TLS: 443 }

/** Those whose listener the words name, by port or by protocol; all where they name none. */
function meantBy<T>(asked: string, all: readonly T[], of: (one: T) => Forward): readonly T[] {
  const words = new Set(asked.toUpperCase().split(/[^A-Z0-9_]+/))
  const byPort = all.filter((one) => words.has(toText(of(one).port)))
  if (byPort.length > 0) return byPort
  const byProtocol = all.filter((one) => words.has(of(one).protocol ?? '-'))
  const usual = byProtocol.filter((one) => of(one).port === USUAL[of(one).protocol ?? ''])
  if (usual.length > 0) return usual
  return byProtocol.length > 0 ? byProtocol : all
}

function unique(hops: readonly Hop[]): readonly Hop[] {
  return [...new Map(hops.map((hop) => [hop.id, hop])).values()]
}
