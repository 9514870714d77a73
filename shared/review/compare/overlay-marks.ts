/** The marks of an overlay: sign, word and colour on what differs, and a legend. Every painter can draw them. */
import type { LineMark, Mark, Point, Rect } from '../../figures/mark'
import { labelMarks, lineMark } from '../../figures/paint'
import { bottom } from '../../figures/routing/geometry'
import { measure, styles } from '../../figures/text'
import type { ColorToken } from '../../figures/tokens'
import { say, type Text } from '../../texts/text'
import type { Translate } from '../../texts/translate'
import type { Counts } from './comparison'
import type { Overlay, OverlayBox, OverlayLine, Status } from './overlay'
import { signs, statusWords } from './words'

/** Never the only sign of what became of something. */
export const statusColors = {
  added: 'ok',
  removed: 'error',
  changed: 'warning',
  moved: 'accent',
} as const satisfies Record<Status, ColorToken>

/** How much can be seen of what did not change, and of what is gone. */
export const seen = { unchanged: 0.3, gone: 0.5 } as const

/** How much can be seen of an item or line. */
export function opacityIn({ boxes, lines, ghosts }: Overlay): (id: string) => number {
  const marked = new Set([...boxes.map(({ id }) => id), ...lines.map(({ line }) => line.id)])
  return (id) => (ghosts.has(id) ? seen.gone : marked.has(id) ? 1 : seen.unchanged)
}

/** On top of the scene: outlines and signs; what is in a frame over the frame. */
export function overlayMarks({ boxes, lines }: Overlay, words: Translate): readonly Mark[] {
  return [
    ...lines.flatMap(strokeMarks),
    ...boxes.flatMap(outlineMarks),
    ...lines.flatMap(lineSign),
    ...boxes.flatMap(({ rect, status }) => boxSign(rect, status, words)),
  ]
}

const PILL = 18

function outlineMarks({ rect, radius, rows, status }: OverlayBox): readonly Mark[] {
  const color = statusColors[status]
  const tint = { mark: 'box', fill: color, fillOpacity: 0.06, fillOpacityDark: 0.1 } as const
  const isDashed = status === 'removed' || status === 'moved'
  return [
    { ...tint, ...rect, radius, stroke: color, strokeWidth: 2, ...(isDashed && { dashed: true }) },
    ...rows.map(
      (row): Mark => ({ ...tint, ...inset(row, 3), radius: 4, fillOpacity: 0.14, fillOpacityDark: 0.2 }),
    ),
  ]
}

function inset({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x + by, y, width: Math.max(0, width - 2 * by), height }
}

/** On the top left corner, standing out of the box so that it hides nothing in it. */
function boxSign({ x, y }: Rect, status: Status, words: Translate): readonly Mark[] {
  const text = `${signs[status]} ${words(statusWords[status])}`
  const width = Math.ceil(measure(text, styles.strong)) + 16
  return pill({ x: x + 8 + width / 2, y: y - 5 }, width, text, status)
}

/** Before the label, or in the middle of a line without one. */
export function lineSign({ status, line }: OverlayLine): readonly Mark[] {
  const { label, points } = line
  if (!label) {
    const at = middleOf(points)
    return at ? pill(at, PILL, signs[status], status) : []
  }
  const { rect } = label
  const at = { x: rect.x - PILL / 2 + 2, y: rect.y + rect.height / 2 }
  return [...labelMarks(label, statusColors[status]), ...pill(at, PILL, signs[status], status)]
}

function pill({ x, y }: Point, width: number, text: string, status: Status): readonly Mark[] {
  const color = statusColors[status]
  return [
    { mark: 'box', x: x - width / 2, y: y - PILL / 2, width, height: PILL, radius: PILL / 2, fill: color },
    { mark: 'text', x, y: y + 4, text, ...styles.strong, color: 'on-color', anchor: 'middle' },
  ]
}

function strokeMarks({ status, line }: OverlayLine): readonly LineMark[] {
  const mark = lineMark(line, statusColors[status])
  return [
    { ...mark, width: 2.5, ...(status === 'removed' && mark.stroke === 'solid' && { stroke: 'dashed' }) },
  ]
}

/** The middle of a line's longest run. */
function middleOf(points: readonly Point[]): Point | undefined {
  let best: Point | undefined
  let longest = -1
  points.slice(1).forEach((to, i) => {
    const from = points[i] as Point
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
    if (length <= longest) return
    longest = length
    best = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  })
  return best
}

const counted: Readonly<Record<Status, (n: number) => Text>> = {
  added: (n) => say`Added: ${n}`,
  removed: (n) => say`Removed: ${n}`,
  changed: (n) => say`Changed: ${n}`,
  moved: (n) => say`Only moved: ${n}`,
}

const LEGEND = { gap: 32, height: 32, between: 20 } as const

/** What the signs mean, and how many there are of each: a row below the drawing. */
export function legend(
  bounds: Rect,
  counts: Counts,
  statuses: ReadonlySet<Status>,
  words: Translate,
): { readonly marks: readonly Mark[]; readonly bounds: Rect } {
  const y = bottom(bounds) + LEGEND.gap + LEGEND.height / 2
  const marks: Mark[] = []
  let x = bounds.x
  for (const status of ['added', 'removed', 'changed', 'moved'] as const) {
    if (!statuses.has(status)) continue
    const text = words(counted[status](counts[status]))
    marks.push(...pill({ x: x + PILL / 2, y }, PILL, signs[status], status))
    marks.push({ mark: 'text', x: x + PILL + 6, y: y + 4, text, ...styles.label, color: 'text' })
    x += PILL + 6 + Math.ceil(measure(text, styles.label)) + LEGEND.between
  }
  const width = Math.max(bounds.width, x - LEGEND.between - bounds.x)
  // The signs of the topmost elements stand out of the drawing.
  const top = bounds.y - PILL / 2 - 5
  return { marks, bounds: { x: bounds.x, y: top, width, height: y + LEGEND.height / 2 - top } }
}
