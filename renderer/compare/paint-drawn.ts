/** Paints a comparison: everything pale but what differs, and on that a mark by sign, word and colour. */

import { memo } from '../../shared/basics/memo'
import type { Point, Rect } from '../../shared/figures/mark'
import { arrowData, fontFamilies, lineMark, pathData } from '../../shared/figures/paint'
import { detailAt } from '../../shared/figures/paint-canvas'
import { grown } from '../../shared/figures/routing/geometry'
import { colors, sizes, type Theme } from '../../shared/figures/tokens'
import type { OverlayLine } from '../../shared/review/compare/overlay'
import { statusColors } from '../../shared/review/compare/overlay-marks'
import { begin, paintMore, type Sight } from '../canvas/paint'
import { seenIn, touches } from '../canvas/rect'
import { t } from '../strings/strings'
import { type Status, signs } from './changes'
import type { Box, Drawn } from './drawn'
import { paintLineSign } from './paint-line-sign'

/** Dashes of an outline, in pixels of the screen. */
const DASHES: Readonly<Record<Status, readonly number[]>> = {
  added: [],
  removed: [6, 4],
  changed: [],
  moved: [2, 3],
}

/** How much of what did not change is covered. */
const PALE = 0.58

interface Wanted {
  readonly drawn: Drawn
  readonly theme: Theme
  /** The key of the change that is looked at. */
  readonly current: string | undefined
}

/** Paints what is in sight; `again` is called when an icon that was missing has arrived. */
export function paintDrawn(
  context: CanvasRenderingContext2D,
  { drawn, theme, current }: Wanted,
  sight: Sight,
  again: () => void,
): void {
  const { ghosts, solid } = drawn
  const view = seenIn(sight)
  const margin = 40 / sight.zoom
  const boxes = drawn.boxes.filter(({ rect, from }) =>
    [rect, from].some((one) => one && touches(grown(one, margin), view)),
  )
  begin(context, sight)
  paintMore(context, solid, sight, theme, again)
  if (ghosts) paintMore(context, ghosts, sight, theme, again)
  veil(context, view, drawn, theme)
  // From afar no line is drawn at all: they would hide what they lead to.
  const isFar = detailAt(sight.zoom) === 'blocks'
  if (!isFar) for (const stroke of drawn.strokes) paintStroke(context, stroke, sight, theme)
  for (const box of boxes) if (box.from) paintWay(context, box.from, box, sight, theme)
  for (const box of boxes) paintBox(context, box, sight, theme)
  // From further away only the colour and the dashes are to be seen.
  if (detailAt(sight.zoom) === 'full')
    for (const stroke of drawn.strokes) paintLineSign(context, stroke, theme)
  const chosen = boxes.find(({ key }) => key === current)
  if (chosen) ring(context, chosen, sight, theme)
  for (const box of boxes) {
    if (isFar && box.clear === box.rect) paintSmall(context, box, sight, theme)
    else paintSign(context, box, sight, theme)
  }
}

/** Covers everything but what differs. */
function veil(context: CanvasRenderingContext2D, view: Rect, drawn: Drawn, theme: Theme): void {
  const cover = new Path2D(holesOf(drawn))
  cover.rect(view.x, view.y, view.width, view.height)
  context.globalAlpha = PALE
  context.fillStyle = colors.canvas[theme]
  context.fill(cover, 'evenodd')
}

const holesOf = memo(({ boxes, ghosts }: Drawn) => {
  const path = new Path2D()
  // In one drawing what is gone stays pale: it is only remembered.
  const clear = boxes.filter(({ status }) => ghosts === undefined || status !== 'removed')
  for (const box of clear) {
    // A hole in a hole would be covered again.
    const within = clear.some((other) => other !== box && holds(other.clear, box.clear))
    if (within) continue
    const { x, y, width, height } = box.clear
    path.roundRect(x, y, width, height, box.radius)
  }
  return path
})

function holds(outer: Rect, { x, y, width, height }: Rect): boolean {
  return (
    x >= outer.x && y >= outer.y && x + width <= outer.x + outer.width && y + height <= outer.y + outer.height
  )
}

/** A line in the colour of what became of it. */
function paintStroke(
  context: CanvasRenderingContext2D,
  { line, status }: OverlayLine,
  { zoom }: Sight,
  theme: Theme,
): void {
  const { points } = lineMark(line)
  context.globalAlpha = 1
  context.strokeStyle = colors[statusColors[status]][theme]
  context.lineWidth = Math.max(2, 2 / zoom)
  context.setLineDash(DASHES[status].map((length) => length / zoom))
  context.stroke(new Path2D(pathData(points, sizes.line.corner)))
  context.setLineDash([])
}

function paintBox(context: CanvasRenderingContext2D, box: Box, { zoom }: Sight, theme: Theme): void {
  const { rect, clear, radius, rows, status } = box
  const color = colors[statusColors[status]][theme]
  const far = detailAt(zoom) === 'blocks'
  context.fillStyle = color
  context.globalAlpha = far ? 0.9 : status === 'changed' ? 0.05 : 0.09
  fillRound(context, far ? clear : rect, radius)
  context.globalAlpha = 0.13
  for (const row of rows) fillRound(context, { ...row, x: row.x + 4, width: row.width - 8 }, 4)
  context.globalAlpha = 1
  for (const row of rows) fillRound(context, { ...row, x: row.x + 1, width: 3 }, 1.5)
  context.strokeStyle = color
  context.lineWidth = 2 / zoom
  context.setLineDash(DASHES[status].map((length) => length / zoom))
  strokeRound(context, rect, radius)
  context.setLineDash([])
}

/** With less room an arrow has no shaft. */
const SHORTEST_WAY = 24

/** From where something was: an outline there, and an arrow to where it is. */
function paintWay(
  context: CanvasRenderingContext2D,
  from: Rect,
  { rect, radius }: Box,
  { zoom }: Sight,
  theme: Theme,
): void {
  context.globalAlpha = 0.8
  context.strokeStyle = colors[statusColors.moved][theme]
  context.fillStyle = colors[statusColors.moved][theme]
  context.lineWidth = 1.5 / zoom
  context.setLineDash(DASHES.moved.map((length) => length / zoom))
  strokeRound(context, from, radius)
  context.setLineDash([])
  if (touches(from, rect)) return
  const points = [towardsEdge(from, rect), towardsEdge(rect, from)] as const
  if (Math.hypot(points[1].x - points[0].x, points[1].y - points[0].y) < SHORTEST_WAY) return
  context.stroke(new Path2D(pathData(points)))
  const arrow = arrowData({
    mark: 'line',
    points,
    color: 'accent',
    width: 1,
    stroke: 'solid',
    arrow: 'filled',
  })
  context.fill(new Path2D(arrow))
}

/** Where the way from the middle of one rectangle to that of another leaves it. */
function towardsEdge(rect: Rect, other: Rect): Point {
  const [from, to] = [middleOf(rect), middleOf(other)]
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const part = Math.min(rect.width / 2 / Math.abs(dx), rect.height / 2 / Math.abs(dy))
  return { x: from.x + dx * part, y: from.y + dy * part }
}

function middleOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

/** Around the change that is looked at. */
function ring(context: CanvasRenderingContext2D, { rect, radius }: Box, { zoom }: Sight, theme: Theme): void {
  context.globalAlpha = 1
  context.strokeStyle = colors.accent[theme]
  context.lineWidth = 3 / zoom
  const gap = 5 / zoom
  strokeRound(context, grown(rect, gap), radius + gap)
}

/** Heights on the screen: of a sign with its word, of one alone, and of letters. */
const SIGN = { whole: 18, alone: 14, letters: 11 } as const
/** With less room on the screen for an element, its sign stands alone. */
const ROOM = 180

/** Sign and word on the top left corner, as large on the screen at any zoom; what is too small has its colour only. */
function paintSign(context: CanvasRenderingContext2D, box: Box, { zoom }: Sight, theme: Theme): void {
  const { rect, status } = box
  const room = rect.width * zoom
  if (room < SIGN.alone) return
  const isWhole = room >= ROOM
  const text = isWhole ? `${signs[status]} ${t(`compare.status.${status}`)}` : signs[status]
  context.save()
  context.translate(rect.x, rect.y)
  context.scale(1 / zoom, 1 / zoom)
  context.font = `600 ${SIGN.letters}px ${fontFamilies.sans}`
  const height = isWhole ? SIGN.whole : SIGN.alone
  const width = isWhole ? context.measureText(text).width + 14 : height
  // It stands out of the box, so that it hides nothing that is written there.
  const left = isWhole ? 8 : -height * 0.6
  const top = isWhole ? -height * 0.8 : -height * 0.6
  context.globalAlpha = 1
  context.fillStyle = colors[statusColors[status]][theme]
  fillRound(context, { x: left, y: top, width, height }, height / 2)
  context.fillStyle = colors['on-color'][theme]
  context.textAlign = 'center'
  context.fillText(text, left + width / 2, top + height / 2 + SIGN.letters * 0.36)
  context.restore()
}

/** On a block that is as small as a sign. */
function paintSmall(
  context: CanvasRenderingContext2D,
  { rect, status }: Box,
  { zoom }: Sight,
  theme: Theme,
): void {
  if (Math.min(rect.width, rect.height) * zoom < SIGN.letters * 0.8) return
  context.save()
  context.translate(rect.x + rect.width / 2, rect.y + rect.height / 2)
  context.scale(1 / zoom, 1 / zoom)
  context.font = `600 ${SIGN.letters}px ${fontFamilies.sans}`
  context.globalAlpha = 1
  context.fillStyle = colors['on-color'][theme]
  context.textAlign = 'center'
  context.fillText(signs[status], 0, SIGN.letters * 0.36)
  context.restore()
}

function fillRound(context: CanvasRenderingContext2D, { x, y, width, height }: Rect, radius: number): void {
  context.beginPath()
  context.roundRect(x, y, width, height, radius)
  context.fill()
}

function strokeRound(context: CanvasRenderingContext2D, { x, y, width, height }: Rect, radius: number): void {
  context.beginPath()
  context.roundRect(x, y, width, height, radius)
  context.stroke()
}
