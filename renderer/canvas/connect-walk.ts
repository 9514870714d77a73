/** Connecting with the keyboard: the line is led from one possible end to the next, each said aloud. */
import type { Rect } from '../../shared/figures/mark'
import type { Scene } from '../../shared/figures/scene'
import { graphOf, nameOf } from '../../shared/graph/graph'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { centerOn, toWindow, viewNow } from './camera'
import { endConnecting } from './connect-end'
import { aimAtElement, beginConnecting, nearest } from './connect-gesture'
import { refusalOfAll, waysTo } from './connect-ways'
import { gestures, type Point } from './gesture'
import { figureOfElement, isIn } from './hit'
import { touches } from './rect'
import { sceneOfApp } from './scene-of-app'
import { type Direction, inDirection } from './walk'

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

interface Walk {
  readonly app: App
  readonly from: string
  /** The possible ends, the nearest first. */
  readonly ends: readonly string[]
  readonly stop: () => void
  at: number
}

/** Begins at the selected element, or its row; false when nothing could be at the other end. */
export function walkConnecting(app: App, from: string, row: string | undefined): boolean {
  const scene = sceneOfApp(app)
  const item = figureOfElement(scene, from)
  if (!item) return false
  const start = middle(item.rect)
  beginConnecting(app, scene, { from, walked: true, ...(row === undefined ? {} : { row }) }, start)
  const possible = gestures.getState().connecting?.possible ?? new Set<string>()
  // A frame around the element is no end to lead a line to.
  const outside = [...possible].filter((id) => {
    const end = figureOfElement(scene, id)
    return end !== undefined && end.id !== item.id && !isIn(scene, item, new Set([end.id]))
  })
  const ends = nearest(scene, start, new Set(outside))
  if (ends.length === 0) {
    gestures.setState({ connecting: undefined })
    return false
  }
  listen({ app, from, ends, at: 0, stop: () => undefined })
  return true
}

/** The keyboard belongs to the line until it is drawn or dropped. */
function listen(begun: Walk): void {
  const events = new AbortController()
  const walk: Walk = { ...begun, stop: () => events.abort() }
  const options = { capture: true, signal: events.signal }
  window.addEventListener('keydown', (event) => press(walk, event), options)
  // The hand has something else in mind.
  window.addEventListener('pointerdown', () => leave(walk), options)
  const { app, from, ends } = walk
  const graph = graphOf(designOf(app.store.getState()))
  const intro = t('connect.walkBegun', { name: nameOf(graph, from), count: ends.length })
  go(walk, firstThatStands(walk), intro)
}

/** How many of the nearest are asked about before the line leads anywhere. */
const AHEAD = 12

/** What is near is often connected already: the line begins at the nearest end that it may lead to. */
function firstThatStands({ app, ends }: Walk): number {
  const { connecting } = gestures.getState()
  if (!connecting) return 0
  const found = ends.slice(0, AHEAD).findIndex((id) => !refusalOfAll(app, waysTo(app, connecting, id)))
  return Math.max(found, 0)
}

function press(walk: Walk, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    leave(walk)
    return
  }
  const direction = ARROWS[event.code]
  const next = direction
    ? nextIn(walk, direction)
    : event.code === 'Tab'
      ? byTab(walk, event.shiftKey)
      : undefined
  if (next !== undefined) go(walk, next)
  else if (event.code === 'Enter' || event.code === 'NumpadEnter') {
    walk.stop()
    endConnecting(walk.app)
  } else if (event.code === 'Escape' || event.code === 'KeyK') leave(walk)
  else if (!direction) return
  event.preventDefault()
  event.stopPropagation()
}

function leave({ app, stop }: Walk): void {
  stop()
  gestures.setState({ connecting: undefined })
  app.announce(t('connect.walkLeft'))
}

function byTab({ ends, at }: Walk, back: boolean): number {
  return (at + (back ? ends.length - 1 : 1)) % ends.length
}

function nextIn({ app, ends, at }: Walk, direction: Direction): number | undefined {
  const scene = sceneOfApp(app)
  const here = rectOf(scene, ends[at])
  if (!here) return undefined
  const found = inDirection(
    here,
    ends.flatMap((id) => {
      const rect = id === ends[at] ? undefined : rectOf(scene, id)
      return rect ? [{ id, rect }] : []
    }),
    direction,
  )
  return found === undefined ? undefined : ends.indexOf(found)
}

function go(walk: Walk, index: number, intro?: string): void {
  const { app, ends, from } = walk
  walk.at = index
  const id = ends[index]
  const scene = sceneOfApp(app)
  const rect = rectOf(scene, id)
  const source = rectOf(scene, from)
  if (id === undefined || !rect || !source) return
  const view = viewNow()
  const seen = view !== undefined && touches(rect, view)
  if (!seen) centerOn([id])
  const end = edgeTowards(rect, middle(source))
  const start = edgeTowards(source, middle(rect))
  const aimed = aimAtElement(app, id, { start, end }, toWindow({ x: rect.x + rect.width, y: rect.y }))
  const what = aimed?.says ?? (aimed?.refused ? words(aimed.refused.reason) : '')
  const name = nameOf(graphOf(designOf(app.store.getState())), id)
  const said = t('connect.walked', { name, what, at: index + 1, count: ends.length })
  app.announce(intro === undefined ? said : `${intro} ${said}`)
}

/** Of an element's figure, or of its row in another one's. */
function rectOf(scene: Scene, id: string | undefined): Rect | undefined {
  const item = id === undefined ? undefined : figureOfElement(scene, id)
  if (!item) return undefined
  const row = item.id === id ? undefined : item.figure.rows.find(({ element }) => element === id)
  return row ? { ...row, x: item.rect.x + row.x, y: item.rect.y + row.y } : item.rect
}

function middle({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

/** The point of a rectangle that is nearest to another point. */
function edgeTowards({ x, y, width, height }: Rect, to: Point): Point {
  return { x: Math.max(x, Math.min(x + width, to.x)), y: Math.max(y, Math.min(y + height, to.y)) }
}
