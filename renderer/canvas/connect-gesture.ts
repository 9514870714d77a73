/** Drawing a line: which elements are possible ends, and what the pointer is over. */
import type { Design } from '../../shared/design/design'
import type { Scene, SceneItem } from '../../shared/figures/scene'
import { type App, designOf } from '../store'
import { toCanvas, zoomNow } from './camera'
import { noWay, possibleEnds, refusalOfAll, saysOf, waysTo } from './connect-ways'
import { type Connecting, gestures, type Point } from './gesture'
import { isGrip, isIn, itemAt, rowAt } from './hit'

/** How many elements, the nearest first, are looked at while the line is drawn; the others when the pointer gets there. */
const MOST_AHEAD = 80

/** Milliseconds of a frame that looking ahead may take. */
const SLICE = 6

/** How far from an element a drop still means it, in pixels of the screen. */
const REACH = 24

/** Begins a line at an element, or at one of its rows; or takes one end of a line into the hand. */
export function beginConnecting(
  app: App,
  scene: Scene,
  begin: Pick<Connecting, 'from' | 'row' | 'moved' | 'walked'>,
  start: Point,
): void {
  const possible = possibleEnds(app, begin)
  gestures.setState({ connecting: { ...begin, start, end: start, at: start, possible } })
  lookAhead(app, nearest(scene, start, possible).slice(0, MOST_AHEAD))
}

/** Elements by their distance from a point. */
export function nearest(scene: Scene, { x, y }: Point, ids: ReadonlySet<string>): string[] {
  const distance = (id: string) => {
    const rect = scene.byId.get(id)?.rect
    return rect
      ? Math.hypot(rect.x + rect.width / 2 - x, rect.y + rect.height / 2 - y)
      : Number.POSITIVE_INFINITY
  }
  return [...ids]
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
      if (id !== undefined && refusalOfAll(app, waysTo(app, connecting, id))) refused.push(id)
    }
    if (refused.length > 0) {
      const possible = new Set([...connecting.possible].filter((id) => !refused.includes(id)))
      gestures.setState({ connecting: { ...connecting, possible } })
    }
    requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
}

/** Follows the pointer, given in window coordinates. */
export function moveConnecting(app: App, scene: Scene, at: Point): void {
  const point = toCanvas(at)
  const { connecting } = gestures.getState()
  if (!connecting) return
  const over = endAt(scene, connecting, point)
  gestures.setState({
    connecting: { ...bare(connecting), at, end: point, ...aim(app, connecting, over?.id, over?.row) },
  })
}

/** The line without what it is aimed at. */
function bare({ target: _, targetRow: __, says: ___, refused: ____, ...rest }: Connecting): Connecting {
  return rest
}

/** Has the line lead to an element, as the keyboard chooses it. */
export function aimAtElement(
  app: App,
  id: string,
  { start, end }: Pick<Connecting, 'start' | 'end'>,
  at: Point,
): Connecting | undefined {
  const { connecting } = gestures.getState()
  if (!connecting) return undefined
  const aimed = { ...bare(connecting), at, start, end, ...aim(app, connecting, id, undefined) }
  gestures.setState({ connecting: aimed })
  return aimed
}

/**
 * What the pointer means: the card or row under it, else a possible one within reach, else the frame. The body of a frame
 * that the line can't lead to, or that it begins in, is ground like the canvas.
 */
function endAt(
  scene: Scene,
  { from, possible }: Connecting,
  point: Point,
): { readonly id: string; readonly row?: string } | undefined {
  const item = itemAt(scene, point)
  const frame = item?.figure.content !== undefined
  if (item && !frame) {
    const row = rowAt(item, point)
    return { id: row?.element ?? item.id, ...(row?.pointer === undefined ? {} : { row: row.pointer }) }
  }
  const near = nearItem(scene, point, possible, REACH / zoomNow())
  if (near) return { id: near.id }
  if (!item) return undefined
  const source = scene.byId.get(from)
  const ground = source !== undefined && isIn(scene, source, new Set([item.id]))
  return ground || (!possible.has(item.id) && !isGrip(item, point)) ? undefined : { id: item.id }
}

function nearItem(
  scene: Scene,
  { x, y }: Point,
  possible: ReadonlySet<string>,
  reach: number,
): SceneItem | undefined {
  let best: SceneItem | undefined
  let least = reach
  for (const item of scene.items) {
    if (!possible.has(item.id)) continue
    const { rect } = item
    const dx = Math.max(rect.x - x, 0, x - rect.x - rect.width)
    const dy = Math.max(rect.y - y, 0, y - rect.y - rect.height)
    const distance = Math.hypot(dx, dy)
    // Inside a frame is not near its edge.
    if (distance === 0 || distance > least) continue
    best = item
    least = distance
  }
  return best
}

type Aim = Pick<Connecting, 'target' | 'targetRow' | 'refused' | 'says'>

// The answer about what the pointer rests on: it moves many times over the same element.
let last: { readonly key: string; readonly design: Design; readonly aim: Aim } | undefined

function aim(app: App, connecting: Connecting, over: string | undefined, row: string | undefined): Aim {
  if (over === undefined || over === connecting.from) return {}
  const design = designOf(app.store.getState())
  const { moved } = connecting
  const key = [connecting.from, connecting.row, moved?.line.id, moved?.end, over, row].join(' ')
  if (last?.key === key && last.design === design) return last.aim
  last = { key, design, aim: aimAt(app, connecting, over, row) }
  return last.aim
}

function aimAt(app: App, connecting: Connecting, over: string, row: string | undefined): Aim {
  const { moved, from } = connecting
  if (moved && moved.line[moved.end] === over) return {}
  const ways = waysTo(app, connecting, over, row)
  if (ways.length === 0) return { refused: noWay(app, from, over) }
  const refused = refusalOfAll(app, ways)
  if (refused) return { refused }
  return { target: over, says: saysOf(app, ways), ...(row === undefined ? {} : { targetRow: row }) }
}
