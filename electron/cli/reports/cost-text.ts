/** An estimate for a terminal: by cluster and service, with the sums that it is made of. */
import { money, perMonth } from '../../../shared/cost/money'
import type { ClusterCost, Group, RunnerCost } from '../../../shared/cost/totals'
import { plain } from '../../../shared/cost/units'
import { type Graph, graphOf, nameOf } from '../../../shared/graph/graph'
import { say } from '../../../shared/texts/text'
import type { Translate } from '../../../shared/texts/translate'
import { type Costed, named } from './costed'

/** Lines with the amounts in a column at the left, which a long name does not move. */
export function costText({ design, estimate }: Costed, words: Translate): string {
  const graph = graphOf(design)
  const writer = { graph, words }
  const parts = [
    ...estimate.clusters.map((one) => clusterLines(writer, one)),
    ...(estimate.runners.length > 0 ? [estimate.runners.flatMap((one) => runnerLines(writer, one, ''))] : []),
    sharedLines(writer, estimate.shared),
    gapLines(writer, estimate.gaps),
  ].filter((lines) => lines.length > 0)
  return `${[heading({ design, estimate }, words), ...parts].map((lines) => `${lines.join('\n')}\n`).join('\n')}`
}

interface Writer {
  readonly graph: Graph
  readonly words: Translate
}

function heading({ estimate }: Costed, words: Translate): readonly string[] {
  const { region = '', hours, isStandIn, prices } = estimate
  const dates = prices.flatMap(({ date }) => date ?? []).sort()
  const oldest = dates[0]
  return [
    words(say`Estimate: ${perMonth(estimate)}`),
    words(
      say`By AWS’s list prices in ${region}, for ${plain(hours)} hours a month; without discounts, free tiers and taxes.`,
    ),
    ...(isStandIn ? [words('These are the prices of another Region than the design’s.')] : []),
    ...(oldest === undefined ? [] : [words(say`The oldest of these prices is of ${oldest}.`)]),
  ]
}

function clusterLines(writer: Writer, cost: ClusterCost): readonly string[] {
  return [
    line(cost.monthly, nameOf(writer.graph, cost.cluster), ''),
    ...cost.runners.flatMap((one) => runnerLines(writer, one, '  ')),
    ...itemLines(writer, cost, '  '),
  ]
}

function runnerLines(writer: Writer, cost: RunnerCost, indent: string): readonly string[] {
  return [
    line(cost.monthly, nameOf(writer.graph, cost.runner), indent),
    ...itemLines(writer, cost, `${indent}  `),
  ]
}

function sharedLines(writer: Writer, shared: Group): readonly string[] {
  if (shared.items.length === 0) return []
  return [line(shared.monthly, writer.words('Shared by all'), ''), ...itemLines(writer, shared, '  ')]
}

function itemLines({ graph, words }: Writer, { items }: Group, indent: string): readonly string[] {
  return items.map(({ element, title, formula, monthly }) =>
    line(monthly, `${named(graph, element, words)}: ${words(title)} = ${words(formula)}`, indent),
  )
}

/** As wide as ten thousands of dollars. */
const WIDTH = 12

function line(amount: number, text: string, indent: string): string {
  return `${money(amount).padStart(WIDTH)}  ${indent}${text}`
}

function gapLines({ graph, words }: Writer, gaps: Costed['estimate']['gaps']): readonly string[] {
  if (gaps.length === 0) return []
  return [
    words('Not included:'),
    ...gaps.map(({ element, what }) => `  ${named(graph, element, words)}: ${words(what)}`),
  ]
}
