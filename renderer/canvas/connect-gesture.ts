/** Drawing a line from a port: which elements are possible ends, what the pointer is over, and what dropping does. */

import type { Scene } from '../../shared/figures/scene'
import { type Candidate, candidates, refusal } from '../../shared/graph/connect'
import { type Graph, graphOf } from '../../shared/graph/graph'
import { type App, designOf } from '../store'
import { toCanvas } from './camera'
import { type Connecting, gestures, type Point } from './gesture'
import { itemAt, rowAt } from './hit'

/** Begins a line at an element, or at one of its rows. */
export function beginConnecting(app: App, from: string, start: Point, row?: string): void {
  const graph = graphOf(designOf(app.store.getState()))
  const possible = new Set(
    Object.keys(graph.design.elements).filter((id) => drawable(graph, from, id).length > 0),
  )
  gestures.setState({
    connecting: { from, start, end: start, at: start, possible, ...(row === undefined ? {} : { row }) },
  })
}

/** Follows the pointer, given in window coordinates. */
export function moveConnecting(app: App, scene: Scene, at: Point): void {
  const point = toCanvas(at)
  const { connecting } = gestures.getState()
  if (!connecting) return
  const graph = graphOf(designOf(app.store.getState()))
  const hit = itemAt(scene, point)
  const row = hit && rowAt(hit, point)
  const over = row?.element ?? hit?.id
  const { target: _, targetRow: __, reason: ___, ...rest } = connecting
  gestures.setState({
    connecting: { ...rest, at, end: point, ...aim(graph, connecting, over, row?.pointer) },
  })
}

function aim(
  graph: Graph,
  connecting: Connecting,
  over: string | undefined,
  row: string | undefined,
): Pick<Connecting, 'target' | 'targetRow' | 'reason'> {
  if (over === undefined || over === connecting.from) return {}
  if (connecting.possible.has(over)) return { target: over, ...(row === undefined ? {} : { targetRow: row }) }
  const reason = refusal(graph, connecting.from, over)
  return { reason: reason ?? 'These are drawn inside each other: drag one into the other instead.' }
}

/** What a dropped line could mean; the caller asks when there are several. */
export function endConnecting(
  app: App,
): { choices: readonly Candidate[]; connecting: Connecting } | undefined {
  const { connecting } = gestures.getState()
  gestures.setState({ connecting: undefined })
  if (!connecting?.target) return undefined
  const graph = graphOf(designOf(app.store.getState()))
  return { choices: drawable(graph, connecting.from, connecting.target), connecting }
}

/**
 * The meanings of a line. Nesting is included: dragging a line from a service to a cluster puts it there, which is what
 * the person meant.
 */
function drawable(graph: Graph, from: string, to: string): readonly Candidate[] {
  const all = inDirection(candidates(graph, from, to), from)
  const lines = all.filter((c) => c.relation?.draw === undefined || c.relation.draw === 'line')
  return lines.length > 0 ? lines : all
}

/**
 * Traffic and calls go where the hand went; only a reference may stand at either end. So a line from a load balancer to a
 * service is never asked whether the service calls the load balancer.
 */
function inDirection(all: readonly Candidate[], from: string): readonly Candidate[] {
  const goes = (candidate: Candidate) => candidate.relation === undefined && candidate.from === from
  return all.some(goes) ? all.filter((c) => c.relation !== undefined || c.from === from) : all
}
