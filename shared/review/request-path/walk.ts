/** Following a request beyond what answers it: to what that mounts and calls, and to what works on in the background. */

import type { Connection } from '../../graph/connection'
import { type Graph, incoming, nameOf, outgoing } from '../../graph/graph'
import { runsOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { deadEnd, frontSteps } from './front'
import { type Arrival, holdersOf, mountSteps, runnerSteps } from './runner'
import { type PathStep, stepAt } from './step'
import { RUNNERS, type Way, waysFrom } from './ways'

export interface Walk {
  readonly graph: Graph
  readonly steps: PathStep[]
  /** What was followed: a circle of calls is walked once. */
  readonly seen: Set<string>
}

/** A walk that has not begun. */
export function newWalk(graph: Graph): Walk {
  return { graph, steps: [], seen: new Set() }
}

/** Along a way to what answers, and on from there. */
export function walkWay(walk: Walk, way: Way, arrival: Omit<Arrival, 'lines'> = {}): void {
  const { graph, steps } = walk
  const last = way.at(-1)
  if (!last) return
  const front = frontSteps(graph, way)
  // A sentence of how it came stands at the first station.
  const [first, ...others] = front
  if (first)
    steps.push({ ...first, says: [...(arrival.says ? [arrival.says] : []), ...first.says] }, ...others)
  const says = first ? {} : arrival
  if (!isAnswer(graph, last.id)) steps.push(deadEnd(graph, last))
  else walkRunner(walk, last.id, { ...says, lines: last.lines, ...through(way) })
}

function through(way: Way): Pick<Arrival, 'through'> {
  const before = way.at(-2)
  return before ? { through: before.id } : {}
}

/** Is it something that answers a request? */
export function isAnswer(graph: Graph, id: string): boolean {
  return RUNNERS.has(graph.element(id)?.kind ?? '')
}

function walkRunner(walk: Walk, id: string, arrival: Arrival): void {
  const { graph, steps, seen } = walk
  if (seen.has(id)) return
  seen.add(id)
  steps.push(...runnerSteps(graph, id, arrival), ...mountSteps(graph, id))
  for (const line of holdersOf(graph, id).flatMap((holder) => requestsOf(graph, holder))) walkCall(walk, line)
}

/** Lines by which an element asks another one for something. */
export function requestsOf(graph: Graph, from: string): readonly Connection[] {
  return [...outgoing(graph, from, 'traffic'), ...outgoing(graph, from, 'calls')]
}

function walkCall(walk: Walk, { id: line, from, to, label }: Connection): void {
  const { graph, steps } = walk
  const caller = nameOf(graph, from)
  const says = label ? say`${caller} calls it: ${label}.` : say`${caller} calls it.`
  const ways = answered(graph, waysFrom(graph, to, [line], label))
  if (ways.some((way) => way.length > 1 || isAnswer(graph, to))) {
    for (const way of ways) if (!walk.seen.has(way.at(-1)?.id ?? '')) walkWay(walk, way, { says })
    return
  }
  steps.push(stepAt(graph, to, { key: line, lines: [line], says: [says] }))
  walkFed(walk, to)
}

/** On to the tasks that take what waits in a queue or a stream, and to the queues behind a topic. */
export function walkFed(walk: Walk, id: string): void {
  const { graph, steps, seen } = walk
  for (const { id: line, to } of outgoing(graph, id, 'feeds')) {
    const says = say`It takes what waits in ${nameOf(graph, id)}, as soon as it can.`
    const runners =
      graph.element(to)?.kind === 'task-definition' ? runsOf(graph, to).map(({ runner }) => runner) : [to]
    for (const runner of runners) {
      if (isAnswer(graph, runner)) walkRunner(walk, runner, { lines: [line], says })
      else if (!seen.has(runner)) {
        seen.add(runner)
        steps.push(stepAt(graph, runner, { key: line, lines: [line], says: [says] }))
        walkFed(walk, runner)
      }
    }
  }
}

/** One way for each answer, the one that most requests take; where nothing answers, those that lead nowhere. */
export function answered(graph: Graph, ways: readonly Way[]): readonly Way[] {
  const ends = new Map<string, Way>()
  for (const way of ways) {
    const end = way.at(-1)
    if (end && !ends.has(end.id)) ends.set(end.id, way)
  }
  const all = [...ends.values()]
  const good = all.filter((way) => isAnswer(graph, way.at(-1)?.id ?? ''))
  return good.length > 0 ? good : all
}

/** Does a line lead to it that a request could come by? */
export function isAsked(graph: Graph, id: string): boolean {
  return ['traffic', 'calls', 'forwards'].some((meaning) => incoming(graph, id, meaning).length > 0)
}
