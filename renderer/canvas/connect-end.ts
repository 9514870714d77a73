/** Letting go of a line: it is drawn, asked about, refused, or leads to something new. */
import { describe } from '../../shared/consequences/draw-line'
import type { Verdict } from '../../shared/consequences/verdict'
import { graphOf } from '../../shared/graph/graph'
import { openQuickAdd } from '../quick-add/quick-add-state'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { drawWithConsequences } from './change'
import { chooseAt } from './choose-at'
import { standing, type Way, waysTo } from './connect-ways'
import { type Connecting, gestures, type Point } from './gesture'

/** Ends the line in the hand where it is. */
export function endConnecting(app: App): void {
  const { connecting } = gestures.getState()
  gestures.setState({ connecting: undefined })
  if (!connecting) return
  const { target, targetRow, refused, at } = connecting
  if (refused) refuse(app, refused, at)
  else if (target !== undefined) drawTo(app, connecting, target, targetRow)
  else if (!connecting.moved) growFrom(app, connecting)
}

function drawTo(app: App, connecting: Connecting, target: string, row: string | undefined): void {
  const ways = standing(app, waysTo(app, connecting, target, row))
  if ('reason' in ways) refuse(app, ways, connecting.at)
  else askWay(app, ways, connecting.at)
}

/** Draws the line, after asking what it means where it can mean several things. */
export function askWay(app: App, ways: readonly Way[], at: Point, drawn?: () => void): void {
  const [only] = ways
  const draw = ({ candidate, row, first }: Way) => {
    drawWithConsequences(app, candidate, row, first)
    drawn?.()
  }
  if (ways.length === 1 && only) {
    draw(only)
    return
  }
  const graph = graphOf(designOf(app.store.getState()))
  chooseAt({
    at,
    title: t('connect.meaning'),
    choices: ways.map((way) => ({
      text: words(describe(graph, way.candidate)),
      choose: () => draw(way),
    })),
  })
}

/** Says why the line can't stand and offers what can, where there is something. */
export function refuse(app: App, { reason, rule, instead }: Verdict, at: Point): void {
  if (!instead) {
    app.notify({ kind: 'info', text: words(reason), ...(rule === undefined ? {} : { detail: rule }) })
    return
  }
  const title = words(instead.title)
  const openRule = (id: string) => ({
    text: t('problems.openRule', { rule: id }),
    choose: () => app.patch({ overlay: { kind: 'rule', id } }),
  })
  chooseAt({
    at,
    title: t('connect.refused'),
    text: words(reason),
    choices: [
      { text: title, choose: () => app.edit(title, instead.apply) },
      ...(rule === undefined ? [] : [openRule(rule)]),
    ],
  })
}

/** Dropped on nothing: something new may stand there. */
function growFrom(app: App, { from, row, at, end }: Connecting): void {
  openQuickAdd(app, { at, point: end, from, ...(row === undefined ? {} : { row }) })
}
