/** What every painter needs, so that canvas, SVG and React draw the same: colours, shapes of lines, badges. */
import { toText } from '../basics/convert'
import { meaningOf } from '../elements/meanings'
import type { BoxMark, LineMark, Mark, Point, Rect } from './mark'
import type { SceneLine } from './scene'
import { measure, styles } from './text'
import { type ColorToken, colors, sizes, type Theme } from './tokens'

/** Font families with what stands in when a font is missing; files in `assets/fonts`. */
export const fontFamilies = {
  sans: "Pretendard, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', sans-serif",
  mono: "'JetBrains Mono', Pretendard, monospace",
} as const

/** Dash patterns by what they belong to, in pixels. */
export const dashes = { box: [5, 4], line: [5, 4] } as const

/** Distance between the two strokes of a mount, centre to centre. */
const DOUBLE = 4

/** How far the tip of an arrow reaches back along its line. */
const ARROW = { length: 8, half: 4 } as const

/** Inside its tile an icon keeps this part of the size free at each side. */
export const TILE_INSET = 1 / 14

export function colorOf(token: ColorToken, theme: Theme): string {
  return colors[token][theme]
}

export function fillOpacityOf(box: BoxMark, theme: Theme): number {
  return (theme === 'dark' ? box.fillOpacityDark : undefined) ?? box.fillOpacity ?? 1
}

/** Where the outline runs: strokes lie wholly inside a box, so figures keep their sizes and hairlines are sharp. */
export function outlineOf(box: BoxMark): Rect & { readonly radius: number } {
  const inset = box.stroke === undefined ? 0 : (box.strokeWidth ?? 1) / 2
  return {
    x: box.x + inset,
    y: box.y + inset,
    width: Math.max(0, box.width - 2 * inset),
    height: Math.max(0, box.height - 2 * inset),
    radius: Math.max(0, (box.radius ?? 0) - inset),
  }
}

/** The tile behind an icon in the dark theme, and where on it the icon stands in both. */
export function iconPlace({
  x,
  y,
  size,
}: {
  x: number
  y: number
  size: number
}): Rect & { readonly radius: number } {
  const inset = size * TILE_INSET
  return { x: x + inset, y: y + inset, width: size - 2 * inset, height: size - 2 * inset, radius: size / 8 }
}

/** SVG path data of a line with rounded corners; also good for `Path2D`. */
export function pathData(points: readonly Point[], radius = 0): string {
  const [first, ...rest] = points
  if (!first) return ''
  let data = `M${round(first.x)} ${round(first.y)}`
  rest.forEach((point, i) => {
    const next = rest[i + 1]
    const before = points[i] as Point
    const r = next ? Math.min(radius, distance(before, point) / 2, distance(point, next) / 2) : 0
    if (!next || r < 0.5) {
      data += `L${round(point.x)} ${round(point.y)}`
      return
    }
    const start = towards(point, before, r)
    const end = towards(point, next, r)
    data += `L${round(start.x)} ${round(start.y)}Q${round(point.x)} ${round(point.y)} ${round(end.x)} ${round(end.y)}`
  })
  return data
}

/** SVG path data of a line's strokes: one, or two side by side; without what the arrow's head covers. */
export function strokesOf(line: LineMark): string[] {
  const points = shaft(line)
  const radius = line.radius ?? 0
  if (line.stroke !== 'double') return [pathData(points, radius)]
  return [-DOUBLE / 2, DOUBLE / 2].map((offset) => pathData(beside(points, offset), radius))
}

/** The line ends before its tip, so that the stroke does not stick out of it. */
function shaft({ points, arrow }: LineMark): readonly Point[] {
  const tip = points[points.length - 1]
  const before = points[points.length - 2]
  if (!arrow || !tip || !before || distance(tip, before) <= ARROW.length) return points
  // An open tip is a stroke like the line itself, which ends where the two meet.
  return [...points.slice(0, -1), towards(tip, before, arrow === 'open' ? 1 : ARROW.length - 1)]
}

/** The same line, shifted sideways: every run by the same distance to its left or right. */
function beside(points: readonly Point[], offset: number): Point[] {
  const normal = (from: Point | undefined, to: Point | undefined): Point => {
    if (!from || !to) return { x: 0, y: 0 }
    return { x: -Math.sign(to.y - from.y) * offset, y: Math.sign(to.x - from.x) * offset }
  }
  return points.map((point, i) => {
    const [m, n] = [normal(points[i - 1], point), normal(point, points[i + 1])]
    const shift = (a: number, b: number) => (a === b ? a : a + b)
    return { x: point.x + shift(m.x, n.x), y: point.y + shift(m.y, n.y) }
  })
}

/** SVG path data of the arrow's head at the end of a line: to be filled, or drawn as a stroke when it is open. */
export function arrowData({ points, arrow }: LineMark): string {
  const tip = points[points.length - 1]
  const before = points[points.length - 2]
  if (!tip || !before) return ''
  const back = towards(tip, before, ARROW.length)
  const dx = (tip.x - back.x) / ARROW.length
  const dy = (tip.y - back.y) / ARROW.length
  const corner = (side: number) =>
    `${round(back.x - dy * ARROW.half * side)} ${round(back.y + dx * ARROW.half * side)}`
  const end = `${round(tip.x)} ${round(tip.y)}`
  return arrow === 'open' ? `M${corner(1)}L${end}L${corner(-1)}` : `M${end}L${corner(1)}L${corner(-1)}Z`
}

/** A scene's line as a mark: from where things come to where they go, in the colour given. */
export function lineMark(line: SceneLine, color: ColorToken = 'muted'): LineMark {
  const points = line.head === 'to' ? line.points : [...line.points].reverse()
  const { stroke } = meaningOf(line.meaning)
  return {
    mark: 'line',
    points,
    color,
    width: sizes.line.width,
    stroke,
    radius: sizes.line.corner,
    // A permission or a reference moves nothing: its tip is open.
    arrow: stroke === 'dashed' ? 'open' : 'filled',
  }
}

/** The pill of a line's label. */
export function labelMarks(
  { rect, text }: NonNullable<SceneLine['label']>,
  color: ColorToken = 'muted',
): Mark[] {
  return [
    { mark: 'box', ...rect, radius: rect.height / 2, fill: 'surface', stroke: 'line', strokeWidth: 1 },
    {
      mark: 'text',
      x: rect.x + rect.width / 2,
      y: rect.y + rect.height / 2 + 4,
      text,
      ...styles.fact,
      color,
      anchor: 'middle',
    },
  ]
}

export interface Badge {
  readonly severity: 'error' | 'warning' | 'advice'
  readonly count: number
}

/** The problem badge of a figure, in the figure's coordinates: over its top right corner. */
export function badgeMarks({ severity, count }: Badge, width: number): Mark[] {
  const size = sizes.badge
  const text = count > 99 ? '99+' : toText(count)
  const total = count > 1 ? Math.ceil(measure(text, styles.strong)) + size + 6 : size
  const x = width - total + 6
  const y = -8
  const marks: Mark[] = [
    {
      mark: 'box',
      x,
      y,
      width: total,
      height: size,
      radius: size / 2,
      fill: 'surface',
      stroke: severity,
      strokeWidth: 1,
    },
    { mark: 'glyph', x: x + 3, y: y + 3, size: 12, glyph: severity, color: severity },
  ]
  if (count > 1) {
    marks.push({ mark: 'text', x: x + 18, y: y + 13, text, ...styles.strong, color: severity })
  }
  return marks
}

/** Numbers as pictures write them: at most two decimals. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to)
  if (whole === 0) return from
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole }
}
