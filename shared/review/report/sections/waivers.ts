/** What somebody accepted although a rule finds it wrong: why, who, and until when. */
import { ruleOf } from '../../../rules/explain'
import { idleWaivers, type JudgedProblem } from '../../../rules/waivers'
import { say } from '../../../texts/text'
import type { Block, Line, Row, Section } from '../report'
import { type Source, shown } from '../source'
import { placeLines } from './problems'

/** The section. */
export function waiversSection(source: Source, judged: readonly JudgedProblem[]): Section {
  const { design, words, today } = source
  const waivers = Object.entries(design.waivers ?? {})
  const idle = new Set(idleWaivers(judged, design.waivers))
  const rows = waivers.map(([id, waiver]): Row => {
    const title = ruleOf(waiver.rule)?.title
    const about: readonly Line[] = title === undefined ? [] : [[words(title)]]
    return [
      [...about, [{ code: shown(waiver.rule) }]],
      placeLines(source, { element: waiver.element, path: waiver.path }),
      [[shown(waiver.reason)]],
      [[shown(waiver.author)]],
      untilLines(source, { expires: waiver.expires, today, isIdle: idle.has(id) }),
    ]
  })
  const none: Block = { block: 'paragraph', line: [words('No problem is waived.')] }
  return {
    id: 'waivers',
    heading: words('Waivers'),
    count: waivers.length,
    blocks: rows.length === 0 ? [none] : [waiverTable(source, rows)],
  }
}

function waiverTable({ words }: Source, rows: readonly Row[]): Block {
  return {
    block: 'table',
    caption: words('Waivers'),
    columns: [
      { heading: words('Rule'), share: 26 },
      { heading: words('Element'), share: 20 },
      { heading: words('Reason'), share: 26 },
      { heading: words('Waived by'), share: 14 },
      { heading: words('Until'), share: 14 },
    ],
    rows,
  }
}

interface End {
  readonly expires: string | undefined
  readonly today: string
  readonly isIdle: boolean
}

function untilLines({ words }: Source, { expires, today, isIdle }: End): readonly Line[] {
  const until: Line =
    expires === undefined
      ? [words('without an end')]
      : expires < today
        ? [{ sign: 'warning', text: words(say`over since ${expires}`) }]
        : [expires]
  return isIdle ? [until, [{ muted: words('The problem is gone.') }]] : [until]
}
