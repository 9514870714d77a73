/**
 * The ways that requests take through a design, derived from its lines: from users or the internet over load balancers
 * and target groups to tasks, and on to what these use. For presentations: each station says what happens there.
 */
import { memo } from '../basics/memo'
import { push } from '../basics/push'
import { type Graph, incoming, nameOf } from '../graph/graph'
import { say, type Text, term } from '../texts/text'
import { entryName, entryStep } from './request-path/front'
import { type PathStep, stepAt } from './request-path/step'
import { answered, isAsked, newWalk, requestsOf, walkFed, walkWay } from './request-path/walk'
import { type Way, waysFrom } from './request-path/ways'

export type { PathStep } from './request-path/step'

export interface RequestPath {
  /** Of the elements that it leads over, so that it stays the same while the design is edited elsewhere. */
  readonly id: string
  /** `customers → orders-api` */
  readonly title: Text
  readonly steps: readonly PathStep[]
}

/** Longer ones nobody would follow. */
const MOST_STEPS = 60

interface Found {
  readonly id: string
  readonly from: Text
  readonly to: Text
  /** What lies between, to tell two ways between the same ends apart. */
  readonly over: string | undefined
  readonly steps: readonly PathStep[]
}

/** Every way in, by whoever asks: users and other systems first, then load balancers that no line leads to, then queues. */
export const requestPathsOf: (graph: Graph) => readonly RequestPath[] = memo((graph) => {
  const found = [...drawnEntries(graph), ...openEntries(graph), ...queueEntries(graph)]
  const named = new Map<string, Found[]>()
  const nameIn = ({ from, to }: Found) => JSON.stringify([from, to])
  for (const one of found) push(named, nameIn(one), one)
  return found.map((one) => {
    const alone = named.get(nameIn(one))?.length === 1
    const { id, from, to, over, steps } = one
    const title = alone || over === undefined ? say`${from} → ${to}` : say`${from} → ${over} → ${to}`
    return { id, title, steps: steps.slice(0, MOST_STEPS) }
  })
})

const ENTRIES = ['users', 'external-system', 'vpc-endpoint'] as const

function drawnEntries(graph: Graph): readonly Found[] {
  return ENTRIES.flatMap((kind) => graph.byKind.get(kind) ?? []).flatMap((entry) =>
    requestsOf(graph, entry).flatMap(({ id: line, to, label = '' }) =>
      answered(graph, waysFrom(graph, to, [line], label)).map((way) => pathOf(graph, entry, way, label)),
    ),
  )
}

const OPEN = [
  'application-load-balancer',
  'network-load-balancer',
  'classic-load-balancer',
  'kubernetes-ingress',
] as const

/** Load balancers and Ingresses that nothing drawn sends requests to. */
function openEntries(graph: Graph): readonly Found[] {
  return OPEN.flatMap((kind) => graph.byKind.get(kind) ?? [])
    .filter((id) => !isAsked(graph, id))
    .flatMap((id) => answered(graph, waysFrom(graph, id, [])).map((way) => pathOf(graph, undefined, way, '')))
}

function pathOf(graph: Graph, entry: string | undefined, way: Way, label: string): Found {
  const [first = { id: '', lines: [] }] = way
  const last = way.at(-1) ?? first
  const walk = newWalk(graph)
  walk.steps.push(entryStep(graph, entry, first, label))
  walkWay(walk, way)
  return {
    id: [entry ?? 'entry', ...way.map((hop) => hop.id)].join('>'),
    from: entry === undefined ? entryName(graph, first.id) : nameOf(graph, entry),
    to: nameOf(graph, last.id),
    over: first.id === last.id ? undefined : nameOf(graph, first.id),
    steps: walk.steps,
  }
}

/** Queues and streams that feed tasks although nothing drawn puts anything into them. */
function queueEntries(graph: Graph): readonly Found[] {
  const lines = graph.connections.filter(({ meaning }) => meaning === 'feeds')
  const sources = new Set(lines.map(({ from }) => from))
  return [...sources]
    .filter((id) => incoming(graph, id, 'calls').length === 0 && incoming(graph, id, 'feeds').length === 0)
    .map((id) => {
      const walk = newWalk(graph)
      walk.steps.push(stepAt(graph, id, { says: [term('What comes in waits here until a task takes it.')] }))
      walkFed(walk, id)
      const to = walk.steps[1]?.elements[0]
      return {
        id,
        from: nameOf(graph, id),
        to: to === undefined ? term('Nobody') : nameOf(graph, to),
        over: undefined,
        steps: walk.steps,
      }
    })
}
