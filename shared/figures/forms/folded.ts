import type { ElementContext } from '../figure'
import type { Figure, Mark } from '../mark'
import { fitText, measure, styles } from '../text'
import { sizes } from '../tokens'
import { accent, box, emblem, LOCK, lock, sign, words } from './marks'

const { width } = sizes.card
const { height, icon } = sizes.node
const TEXT_LEFT = 54
const EDGE = 12
const SIGN = 16
/** What stands between facts in one line. */
const FACTS = ' · '

/**
 * A frame as one card: its name, and a summary of what is in it. `opens` when that is collapsed and not just elsewhere:
 * then a second outline behind the card, and a sign, say that there is more.
 */
export function foldedFrame(context: ElementContext, summary: string, opens: boolean): Figure {
  const color = accent(context)
  const room = width - TEXT_LEFT - EDGE - (opens ? SIGN + 8 : 0)
  const locked = context.element.locked ? LOCK + 4 : 0
  const radius = sizes.radius.card
  const body = { x: 0, y: 0, width, height }
  const marks: Mark[] = [
    box(body, { radius, fill: 'surface' }),
    box(body, {
      radius,
      fill: color,
      fillOpacity: 0.07,
      fillOpacityDark: 0.1,
      stroke: color,
      strokeWidth: opens ? 1.5 : 1,
    }),
    ...emblem(context, 10, (height - icon) / 2, icon),
    words(fitText(context.name, room - locked, styles.name, 'middle'), TEXT_LEFT, 25, styles.name, 'text'),
    words(fitFacts(summary, room), TEXT_LEFT, 41, styles.fact, 'muted'),
    ...lock(context, TEXT_LEFT + room, 21),
  ]
  if (opens) marks.push(sign('open', width - EDGE - SIGN, (height - SIGN) / 2, SIGN, 'muted'))
  return { width, height, marks, rows: [] }
}

/** As many of the facts as there is room for, and how many are left out: `2 subnets · 1 cluster +3`. */
function fitFacts(summary: string, room: number): string {
  const facts = summary.split(FACTS)
  for (let n = facts.length; n > 0; n--) {
    const rest = facts.length - n
    const text = `${facts.slice(0, n).join(FACTS)}${rest > 0 ? ` +${rest}` : ''}`
    if (measure(text, styles.fact) <= room) return text
  }
  return fitText(summary, room, styles.fact)
}
