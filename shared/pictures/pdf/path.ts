/** SVG path data as path operators of PDF, which knows neither relative coordinates nor arcs nor quadratic curves. */
import { toNumber } from '../../basics/convert'
import { nums } from './file'

interface Pen {
  x: number
  y: number
  /** Where the subpath began. */
  startX: number
  startY: number
  /** The last control point, for curves that go on smoothly; undefined after anything else. */
  cubic: readonly [number, number] | undefined
  quadratic: readonly [number, number] | undefined
  readonly out: string[]
}

/** How many numbers each command takes. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 }

/** The operators that make the path; what paints it comes after them. */
export function pathOperators(data: string): string {
  const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0, cubic: undefined, quadratic: undefined, out: [] }
  for (const [, command = '', text = ''] of data.matchAll(/([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi)) {
    const name = command.toUpperCase()
    const takes = TAKES[name] ?? 0
    const numbers = name === 'A' ? arcNumbers(text) : numbersIn(text)
    if (takes === 0) step(pen, name, [])
    for (let at = 0; takes > 0 && at + takes <= numbers.length; at += takes) {
      const values = numbers.slice(at, at + takes)
      // Further pairs of a move are lines.
      const then = name === 'M' && at > 0 ? 'L' : name
      step(pen, then, command === name ? values : moved(pen, name, values))
    }
  }
  return pen.out.join(' ')
}

function numbersIn(text: string): number[] {
  return (text.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? []).map(toNumber)
}

/** The two flags of an arc may stand without anything between them: `a1 1 0 011 1`. */
function arcNumbers(text: string): number[] {
  const number = '([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?)'
  const gap = '[\\s,]*'
  const arc = new RegExp([number, number, number, '([01])', '([01])', number, number].join(gap), 'gi')
  return [...text.matchAll(arc)].flatMap((match) => match.slice(1).map(toNumber))
}

/** Relative coordinates as absolute ones. */
function moved({ x, y }: Pen, name: string, values: readonly number[]): number[] {
  if (name === 'H') return values.map((value) => value + x)
  if (name === 'V') return values.map((value) => value + y)
  if (name === 'A') return values.map((value, i) => (i === 5 ? value + x : i === 6 ? value + y : value))
  return values.map((value, i) => value + (i % 2 === 0 ? x : y))
}

function step(pen: Pen, name: string, values: readonly number[]): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = values
  const { cubic, quadratic } = pen
  pen.cubic = undefined
  pen.quadratic = undefined
  const mirror = (control: readonly [number, number] | undefined): readonly [number, number] =>
    control ? [2 * pen.x - control[0], 2 * pen.y - control[1]] : [pen.x, pen.y]
  if (name === 'M') move(pen, a, b)
  else if (name === 'L') line(pen, a, b)
  else if (name === 'H') line(pen, a, pen.y)
  else if (name === 'V') line(pen, pen.x, a)
  else if (name === 'C') curve(pen, a, b, c, d, e, f)
  else if (name === 'S') curve(pen, ...mirror(cubic), a, b, c, d)
  else if (name === 'Q') bow(pen, a, b, c, d)
  else if (name === 'T') bow(pen, ...mirror(quadratic), a, b)
  else if (name === 'A') arc(pen, { rx: a, ry: b, turn: c, large: d === 1, sweep: e === 1, x: f, y: g })
  else {
    pen.out.push('h')
    Object.assign(pen, { x: pen.startX, y: pen.startY })
  }
}

function move(pen: Pen, x: number, y: number): void {
  pen.out.push(`${nums(x, y)} m`)
  Object.assign(pen, { x, y, startX: x, startY: y })
}

function line(pen: Pen, x: number, y: number): void {
  pen.out.push(`${nums(x, y)} l`)
  Object.assign(pen, { x, y })
}

function curve(pen: Pen, x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
  pen.out.push(`${nums(x1, y1, x2, y2, x, y)} c`)
  Object.assign(pen, { x, y, cubic: [x2, y2] })
}

/** A quadratic curve is a cubic one whose control points lie two thirds of the way to its own. */
function bow(pen: Pen, x1: number, y1: number, x: number, y: number): void {
  const third = (from: number, control: number) => from + (2 / 3) * (control - from)
  curve(pen, third(pen.x, x1), third(pen.y, y1), third(x, x1), third(y, y1), x, y)
  pen.cubic = undefined
  pen.quadratic = [x1, y1]
}

interface Arc {
  readonly rx: number
  readonly ry: number
  /** Degrees. */
  readonly turn: number
  readonly large: boolean
  readonly sweep: boolean
  readonly x: number
  readonly y: number
}

/** By the formulas of SVG 2, appendix B.2.4; each quarter of the ellipse is one curve. */
function arc(pen: Pen, { rx, ry, turn, large, sweep, x, y }: Arc): void {
  if (rx === 0 || ry === 0) {
    line(pen, x, y)
    return
  }
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
  const [dx, dy] = [(pen.x - x) / 2, (pen.y - y) / 2]
  // Both ends on an ellipse around the origin that lies level.
  const [px, py] = [cos * dx + sin * dy, cos * dy - sin * dx]
  const grown = Math.sqrt(Math.max(1, (px / rx) ** 2 + (py / ry) ** 2))
  const [a, b] = [Math.abs(rx) * grown, Math.abs(ry) * grown]
  const square = (a * b) ** 2 / ((a * py) ** 2 + (b * px) ** 2) - 1
  const factor = Math.sqrt(Math.max(0, square)) * (large === sweep ? -1 : 1)
  const [ox, oy] = [(factor * a * py) / b, (-factor * b * px) / a]
  const from = Math.atan2((py - oy) / b, (px - ox) / a)
  let sweepBy = Math.atan2((-py - oy) / b, (-px - ox) / a) - from
  if (sweep && sweepBy < 0) sweepBy += 2 * Math.PI
  if (!sweep && sweepBy > 0) sweepBy -= 2 * Math.PI
  const [mx, my] = [(pen.x + x) / 2, (pen.y + y) / 2]
  const place = (u: number, v: number): readonly [number, number] => {
    const [ex, ey] = [ox + a * u, oy + b * v]
    return [cos * ex - sin * ey + mx, sin * ex + cos * ey + my]
  }
  const pieces = Math.max(1, Math.ceil(Math.abs(sweepBy) / (Math.PI / 2) - 1e-9))
  const by = sweepBy / pieces
  const reach = (4 / 3) * Math.tan(by / 4)
  for (let i = 0; i < pieces; i++) {
    const [s, t] = [from + i * by, from + (i + 1) * by]
    const first = place(Math.cos(s) - reach * Math.sin(s), Math.sin(s) + reach * Math.cos(s))
    const second = place(Math.cos(t) + reach * Math.sin(t), Math.sin(t) - reach * Math.cos(t))
    const end = i === pieces - 1 ? ([x, y] as const) : place(Math.cos(t), Math.sin(t))
    curve(pen, ...first, ...second, ...end)
  }
  pen.cubic = undefined
}
