/** Drawing a line from a port: which elements are possible ends, what the pointer is over, and what dropping does. */

import { refusalOf, type Verdict, verdict } from '../../shared/consequences/verdict'
import type { Design } from '../../shared/design/design'
import type { Scene } from '../../shared/figures/scene'
import { type Candidate, candidates, refusal } from '../../shared/graph/connect'
import { type Graph, graphOf } from '../../shared/graph/graph'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { toCanvas } from './camera'
import { type Connecting, gestures, type Point } from './gesture'
import { itemAt, rowAt } from './hit'

/** How many elements, the nearest first, are looked at while the line is drawn; the others when the pointer gets there. */
const MOST_AHEAD = 80

/** Milliseconds of a frame that looking ahead may take. */
const SLICE = 6

/** Begins a line at an element, or at one of its rows. */
export function beginConnecting(app: App, scene: Scene, from: string, start: Point, row?: string): void {
  const graph = graphOf(designOf(app.store.getState()))
  const possible = new Set(
    Object.keys(graph.design.elements).filter((id) => drawable(graph, from, id).length > 0),
  )
  gestures.setState({
    connecting: { from, start, end: start, at: start, possible, ...(row === undefined ? {} : { row }) },
  })
  lookAhead(app, nearest(scene, start, possible).slice(0, MOST_AHEAD))
}

function nearest(scene: Scene, { x, y }: Point, possible: ReadonlySet<string>): string[] {
  const distance = (id: string) => {
    const rect = scene.byId.get(id)?.rect
    return rect
      ? Math.hypot(rect.x + rect.width / 2 - x, rect.y + rect.height / 2 - y)
      : Number.POSITIVE_INFINITY
  }
  return [...possible]
    .map((id) => [id, distance(id)] as const)
    .sort((a, b) => a[1] - b[1])
    .map(([id]) => id)
}

/** Asks the rules about possible ends, a few each frame, and takes out those that can't stand. */
function lookAhead(app: App, ids: string[]): void {
  const step = () => {
    const { connecting } = gestures.getState()
    if (!connecting || ids.length === 0) return
    const until = performance.now() + SLICE
    const refused: string[] = []
    while (ids.length > 0 && performance.now() < until) {
      const id = ids.shift()
      if (id !== undefined && verdictOn(app, connecting, id)) refused.push(id)
    }
    if (refused.length > 0) {
      const possible = new Set([...connecting.possible].filter((id) => !refused.includes(id)))
      gestures.setState({ connecting: { ...connecting, possible } })
    }
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
}

function verdictOn(app: App, connecting: Connecting, id: string, targetRow?: string): Verdict | undefined {
  const design = designOf(app.store.getState())
  const all = drawable(graphOf(design), connecting.from, id)
  return refusalOf(design, all, (one) => rowOf(one, connecting, targetRow))
}

/** The row that a line's reference goes into: the one at the end that holds it. */
function rowOf(
  candidate: Candidate,
  { from, row }: Connecting,
  targetRow: string | undefined,
): string | undefined {
  return candidate.from === from ? row : targetRow
}

/** Follows the pointer, given in window coordinates. */
export function moveConnecting(app: App, scene: Scene, at: Point): void {
  const point = toCanvas(at)
  const { connecting } = gestures.getState()
  if (!connecting) return
  const hit = itemAt(scene, point)
  const row = hit && rowAt(hit, point)
  const over = row?.element ?? hit?.id
  const { from, start, possible } = connecting
  gestures.setState({
    connecting: {
      from,
      start,
      possible,
      ...(connecting.row === undefined ? {} : { row: connecting.row }),
      at,
      end: point,
      ...aim(app, connecting, over, row?.pointer),
    },
  })
}

type Aim = Pick<Connecting, 'target' | 'targetRow' | 'refused'>

// The answer about what the pointer rests on: it moves many times over the same element.
let last: { readonly key: string; readonly design: Design; readonly aim: Aim } | undefined

function aim(app: App, connecting: Connecting, over: string | undefined, row: string | undefined): Aim {
  if (over === undefined || over === connecting.from) return {}
  const design = designOf(app.store.getState())
  const key = [connecting.from, connecting.row, over, row].join(' ')
  if (last?.key === key && last.design === design) return last.aim
  last = { key, design, aim: aimAt(app, connecting, over, row) }
  return last.aim
}

function aimAt(app: App, connecting: Connecting, over: string, row: string | undefined): Aim {
  const graph = graphOf(designOf(app.store.getState()))
  if (drawable(graph, connecting.from, over).length === 0) {
    const reason = refusal(graph, connecting.from, over) ?? t('connect.insideEachOther')
    return { refused: { reason } }
  }
  const refused = verdictOn(app, connecting, over, row)
  return refused ? { refused } : { target: over, ...(row === undefined ? {} : { targetRow: row }) }
}

/** One thing that a dropped line could mean. */
interface Meant {
  readonly candidate: Candidate
  /** The row that its reference goes into, as a JSON pointer. */
  readonly row: string | undefined
}

/** What a dropped line could mean; the caller asks when there are several. */
export function endConnecting(app: App): readonly Meant[] | undefined {
  const { connecting } = gestures.getState()
  gestures.setState({ connecting: undefined })
  if (!connecting?.target) return undefined
  const design = designOf(app.store.getState())
  const all = drawable(graphOf(design), connecting.from, connecting.target)
  return all
    .map((candidate) => ({ candidate, row: rowOf(candidate, connecting, connecting.targetRow) }))
    .filter(({ candidate, row }) => !verdict(design, candidate, row))
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
