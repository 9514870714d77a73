/** What it would cost a month: an estimate, with every figure that it rests on. */

import { push } from '../../../basics/push'
import { rate } from '../../../cost/charge'
import { costDifference } from '../../../cost/difference'
import { type Estimate, estimateOf } from '../../../cost/estimate'
import type { Gap, Item } from '../../../cost/item'
import { isVisible, money, perMonth } from '../../../cost/money'
import type { PriceTable } from '../../../cost/price-table'
import type { Group, RunnerCost } from '../../../cost/totals'
import { plain } from '../../../cost/units'
import { nameOf } from '../../../graph/graph'
import { say, type Text, term } from '../../../texts/text'
import type { Comparison } from '../../compare/comparison'
import type { Block, Line, Part, Row, Section, Tile } from '../report'
import { elementLine, type Source, shown } from '../source'

/** The section; for a design without a Region, why there are no figures. */
export function costSection(
  source: Source,
  estimate: Estimate,
  since: Comparison | undefined,
  table: PriceTable,
): Section {
  const { words } = source
  const heading = words('Cost estimate')
  if (estimate.region === undefined) {
    const why = words('Nothing can be estimated: the design names no Region.')
    return { id: 'cost', heading, blocks: [{ block: 'paragraph', line: [why] }] }
  }
  return {
    id: 'cost',
    heading,
    blocks: [
      headline(source, estimate, differenceText(estimate, since, table)),
      ...estimate.clusters.map((one) =>
        costPart(source, nameOf(source.graph, one.cluster), one, [
          ...one.runners.flatMap((runner) => runnerRows(source, runner)),
          ...itemRows(source, one.items),
        ]),
      ),
      ...estimate.runners.map((one) =>
        costPart(source, nameOf(source.graph, one.runner), one, itemRows(source, one.items)),
      ),
      ...(estimate.shared.items.length === 0
        ? []
        : [
            costPart(
              source,
              words('Shared by all'),
              estimate.shared,
              itemRows(source, estimate.shared.items),
            ),
          ]),
      ...gapsPart(source, estimate.gaps),
      ...assumptionsPart(source, estimate),
      ...pricesPart(source, estimate),
    ],
  }
}

function headline({ words }: Source, estimate: Estimate, difference: Text | undefined): Block {
  const { region = '', hours, isStandIn } = estimate
  const lines: Line[] = [
    [
      words(
        say`By AWS’s list prices in ${region}, for ${plain(hours)} hours a month; without discounts, free tiers and taxes.`,
      ),
    ],
  ]
  if (isStandIn)
    lines.push([
      { sign: 'warning', text: words('These are the prices of another Region than the design’s.') },
    ])
  if (difference !== undefined) lines.push([words(difference)])
  return {
    block: 'callout',
    tone: 'advice',
    title: words(say`An estimate, not a bill: ${words(perMonth(estimate))}`),
    lines,
  }
}

function differenceText(
  estimate: Estimate,
  since: Comparison | undefined,
  table: PriceTable,
): Text | undefined {
  if (!since) return undefined
  const { total, isAlike } = costDifference(estimateOf(since.before, table), estimate)
  if (!isAlike || total.before === undefined || total.after === undefined) return undefined
  if (!isVisible(total.change)) return term('Since the last approval the estimate is the same.')
  const [was, change] = [money(total.before), money(Math.abs(total.change))]
  return total.change > 0
    ? say`Since the last approval the estimate has risen by ${change}, from ${was}.`
    : say`Since the last approval the estimate has fallen by ${change}, from ${was}.`
}

function costPart(source: Source, name: string, sum: Group, rows: readonly Row[]): Part {
  const { words } = source
  return {
    block: 'part',
    heading: [shown(name)],
    aside: [words(perMonth(sum))],
    blocks: [
      {
        block: 'table',
        caption: words(say`Estimated cost of “${shown(name)}”`),
        columns: [
          { heading: words('For'), share: 24 },
          { heading: words('Rests on'), share: 58 },
          { heading: words('A month'), share: 18, isNumber: true },
        ],
        rows,
        total: [[[words('Sum')]], [[]], [[{ strong: money(sum.monthly) }]]],
      },
    ],
  }
}

function runnerRows(source: Source, { runner, items }: RunnerCost): readonly Row[] {
  return itemRows(source, items, nameOf(source.graph, runner))
}

function itemRows({ graph, words }: Source, items: readonly Item[], owner?: string): readonly Row[] {
  return items.map(({ element, title, formula, monthly }) => {
    const name = shown(nameOf(graph, element))
    const whose: Line[] =
      owner === undefined || shown(owner) === name ? [] : [[{ muted: words(say`for “${shown(owner)}”`) }]]
    return [[[{ strong: name }], ...whose], [[words(title)], [{ muted: words(formula) }]], [[money(monthly)]]]
  })
}

function gapsPart(source: Source, gaps: readonly Gap[]): readonly Part[] {
  const { words } = source
  const byElement = new Map<string, Gap[]>()
  for (const gap of gaps) push(byElement, gap.element, gap)
  if (gaps.length === 0) return []
  return [
    {
      block: 'part',
      heading: [words('Not included')],
      blocks: [
        {
          block: 'table',
          caption: words('Not included'),
          columns: [
            { heading: words('Element'), share: 34 },
            { heading: words('What is left out'), share: 66 },
          ],
          rows: [...byElement].map(([element, some]) => [
            [elementLine(source, element)],
            some.map(({ what }): Line => [words(what)]),
          ]),
        },
      ],
    },
  ]
}

function assumptionsPart(source: Source, { entries }: Estimate): readonly Part[] {
  const { words } = source
  const said = entries.flatMap(({ element, label, value, assumed }) => {
    const amount = value ?? assumed
    return amount === undefined ? [] : [{ element, label, amount, isEntered: value !== undefined }]
  })
  if (said.length === 0) return []
  return [
    {
      block: 'part',
      heading: [words('Assumptions')],
      blocks: [
        {
          block: 'table',
          caption: words('Assumptions'),
          columns: [
            { heading: words('Element'), share: 28 },
            { heading: words('What is assumed'), share: 40 },
            { heading: words('Amount'), share: 16, isNumber: true },
            { heading: words('From'), share: 16 },
          ],
          rows: said.map(({ element, label, amount, isEntered }) => [
            [elementLine(source, element)],
            [[words(label)]],
            [[plain(amount)]],
            [[words(isEntered ? 'entered' : 'usual')]],
          ]),
        },
      ],
    },
  ]
}

function pricesPart({ words }: Source, { prices }: Estimate): readonly Part[] {
  if (prices.length === 0) return []
  return [
    {
      block: 'part',
      heading: [words('Prices')],
      blocks: [
        {
          block: 'table',
          caption: words('Prices'),
          columns: [
            { heading: words('Price'), share: 36 },
            { heading: words('US dollars'), share: 20, isNumber: true },
            { heading: words('For a'), share: 20 },
            { heading: words('From'), share: 24 },
          ],
          rows: prices.map(({ key, price, per, date, isOwn }) => [
            [[{ code: shown(key) }]],
            [[rate(price)]],
            [[shown(per)]],
            [[isOwn ? words('a price of your own') : words(say`AWS’s price list of ${date ?? '–'}`)]],
          ]),
        },
      ],
    },
  ]
}

/** What it would cost, where that can be told. */
export function costTile({ words }: Source, estimate: Estimate | undefined): readonly Tile[] {
  if (!estimate || estimate.region === undefined) return []
  return [
    {
      label: words('Estimate a month'),
      value: money(estimate.monthly),
      detail: words(
        estimate.gaps.length === 0 ? term('at list prices') : term('at list prices, not complete'),
      ),
      tone: 'muted',
      to: 'cost',
    },
  ]
}
