import { english } from '../../texts/text'
import type { ElementContext } from '../figure'
import type { BoxMark, Figure, Mark, Rect } from '../mark'
import { fitText, measure, styles } from '../text'
import { type ColorToken, sizes } from '../tokens'
import { accent, box, chip, emblem, even, type Fact, factLine, LOCK, lock, words } from './marks'

export interface FrameOptions {
  /** At the right of the header: launch type, capacity, address range. */
  readonly facts?: readonly Fact[]
  /** What has to be seen first, in a chip: `×3`. */
  readonly badge?: readonly Fact[]
  /**
   * `strong`: 1.5 px in the category's colour; `dashed`: 1 px of it; `group`: dashed grey; `card`: a surface with a
   * hairline and a stripe of the colour at its left; `once`: the same, dashed; `none`: only the tint.
   */
  readonly border: 'strong' | 'dashed' | 'group' | 'card' | 'once' | 'none'
  /** Small while it is empty, because there are usually many of it. */
  readonly small?: boolean
  /** Drawn as several sheets on top of each other. */
  readonly stacked?: boolean
}

const { header, padding, icon, minWidth, minHeight, lowHeight } = sizes.frame
const NAME_LEFT = 40
const EDGE = 12

/** A box with a header that other elements are placed in; it is as large as its context asks, or as small as can be. */
export function frame(context: ElementContext, options: FrameOptions): Figure {
  const edges = options.stacked ? sizes.stack.step * sizes.stack.count : 0
  const locked = context.element.locked ? LOCK + 8 : 0
  // Frames are as wide as their English words want them, so that a drawing has the same places in every language.
  const facts = factLine(options.facts ?? [], english)
  const badge = factLine(options.badge ?? [], english)
  const badgeRoom = badge === '' ? 0 : Math.ceil(measure(badge, styles.strong)) + 10 + 8
  const tail = measure(facts, styles.fact) + badgeRoom + locked
  const wanted =
    NAME_LEFT + Math.min(measure(context.name, styles.name), 160) + (tail > 0 ? 16 : 0) + tail + EDGE
  const least = options.small ? sizes.node.width : minWidth
  const width = Math.max(context.size?.width ?? 0, least, even(Math.min(wanted, 480) + edges))
  const height = Math.max(context.size?.height ?? 0, options.small ? lowHeight : minHeight)
  const body: Rect = { x: 0, y: 0, width: width - edges, height: height - edges }
  return {
    width,
    height,
    marks: [...sheets(body, options), ...panel(context, body, options), ...head(context, body, options)],
    rows: [],
    content: {
      x: padding,
      y: header + padding,
      width: body.width - 2 * padding,
      height: body.height - header - 2 * padding,
    },
  }
}

/** A frame of a kind that nothing more is known of. */
export function anyFrame(context: ElementContext, options: Omit<FrameOptions, 'border'>): Figure {
  return frame(context, { ...options, border: 'group' })
}

function sheets(body: Rect, { stacked }: FrameOptions): Mark[] {
  if (!stacked) return []
  const { step, count } = sizes.stack
  return Array.from({ length: count }, (_, i) => {
    const offset = step * (count - i)
    return box(
      { x: body.x + offset, y: body.y + offset, width: body.width, height: body.height },
      { radius: sizes.radius.frame, fill: 'surface', stroke: 'line', strokeWidth: 1 },
    )
  })
}

function panel(context: ElementContext, body: Rect, { border }: FrameOptions): Mark[] {
  const radius = sizes.radius.frame
  if (border === 'card' || border === 'once') {
    const stroke: Partial<BoxMark> = {
      stroke: 'line',
      strokeWidth: 1,
      ...(border === 'once' ? { dashed: true } : {}),
    }
    return [
      box(body, { radius, fill: 'surface', ...stroke }),
      box(
        { x: 0, y: radius, width: 3, height: body.height - 2 * radius },
        { radius: 1.5, fill: accent(context) },
      ),
    ]
  }
  const color: ColorToken = border === 'group' ? 'general' : accent(context)
  // Nested tints would add up to mud, so every frame starts from the canvas.
  const ground = box(body, { radius, fill: 'canvas' })
  const tint = { radius, fill: color, fillOpacity: 0.04, fillOpacityDark: 0.06 } as const
  if (border === 'none') return [ground, box(body, { ...tint, fillOpacity: 0.07, fillOpacityDark: 0.1 })]
  const dashed = border !== 'strong'
  return [
    ground,
    box(body, { ...tint, stroke: color, strokeWidth: dashed ? 1 : 1.5, ...(dashed ? { dashed } : {}) }),
  ]
}

function head(context: ElementContext, body: Rect, options: FrameOptions): Mark[] {
  const facts = factLine(options.facts ?? [], context.say)
  const badge = factLine(options.badge ?? [], context.say)
  const middle = header / 2
  const marks: Mark[] = emblem(context, EDGE, middle - icon / 2, icon)
  let right = body.width - EDGE
  if (context.element.locked) {
    marks.push(...lock(context, right, middle))
    right -= LOCK + 8
  }
  if (badge !== '') {
    const { left, marks: box } = chip(badge, right, middle, 'text')
    marks.push(...box)
    right = left - 8
  }
  const nameRoom = right - NAME_LEFT
  const name = fitText(
    context.name,
    Math.max(nameRoom - (facts ? measure(facts, styles.fact) + 16 : 0), Math.min(nameRoom, 120)),
    styles.name,
    'middle',
  )
  marks.push(words(name, NAME_LEFT, middle + 4, styles.name, 'text'))
  const shown = fitText(facts, right - NAME_LEFT - measure(name, styles.name) - 16, styles.fact)
  if (shown) marks.push(words(shown, right, middle + 4, styles.fact, 'muted', 'end'))
  return marks
}
