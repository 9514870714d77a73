/** An estimate for a pull request: a table of services, and what is left out folded away. */
import { money, perMonth, scales } from '../../../shared/cost/money'
import type { Sum } from '../../../shared/cost/totals'
import { plain } from '../../../shared/cost/units'
import { type Graph, graphOf, nameOf } from '../../../shared/graph/graph'
import { say } from '../../../shared/texts/text'
import type { Translate } from '../../../shared/texts/translate'
import { type Costed, named } from './costed'

export function costMarkdown({ design, estimate }: Costed, words: Translate): string {
  const graph = graphOf(design)
  const { region = '', hours, gaps } = estimate
  const row = (name: string, sum: Sum) => `| ${name} | ${money(sum.monthly)} | ${rangeOf(sum)} |`
  const rows = [
    ...estimate.clusters.flatMap((one) => [
      row(`**${shown(graph, one.cluster)}**`, one),
      ...one.runners.map((runner) => row(`&nbsp;&nbsp;${shown(graph, runner.runner)}`, runner)),
    ]),
    ...estimate.runners.map((runner) => row(shown(graph, runner.runner), runner)),
    ...(estimate.shared.items.length > 0 ? [row(words('Shared by all'), estimate.shared)] : []),
    row(`**${words('Sum')}**`, estimate),
  ]
  const left = gaps.map(
    ({ element, what }) => `- ${escaped(named(graph, element, words))}: ${escaped(words(what))}`,
  )
  return `### ${words(say`Estimate: ${perMonth(estimate)}`)}

${words(say`By AWS’s list prices in ${region}, for ${plain(hours)} hours a month; without discounts, free tiers and taxes.`)}

| ${words('For')} | ${words('A month')} | ${words('By scaling')} |
| --- | ---: | ---: |
${rows.join('\n')}
${left.length === 0 ? '' : `\n<details><summary>${words('Not included')} (${left.length})</summary>\n\n${left.join('\n')}\n\n</details>\n`}`
}

function rangeOf(sum: Sum): string {
  return scales(sum) ? `${money(sum.range.least)} – ${money(sum.range.most)}` : ''
}

function shown(graph: Graph, id: string): string {
  return escaped(nameOf(graph, id))
}

/** A name is text, whatever it looks like. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|~#]/g, (sign) => `\\${sign}`).replaceAll(/\s+/g, ' ')
}
