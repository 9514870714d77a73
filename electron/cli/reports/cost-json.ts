/** An estimate for programs; amounts are exact, in US dollars a month. */
import type { Item } from '../../../shared/cost/item'
import type { Group, Sum } from '../../../shared/cost/totals'
import type { Translate } from '../../../shared/texts/translate'
import type { Costed } from './costed'

export function costJson({ estimate }: Costed, words: Translate): string {
  const { region, isStandIn, hours, gaps, prices, clusters, runners, shared } = estimate
  const item = ({ cost, element, title, formula, monthly, range, prices: keys }: Item) => ({
    cost,
    element,
    title: words(title),
    formula: words(formula),
    monthly,
    ...range,
    prices: keys,
  })
  const sum = ({ monthly, range }: Sum) => ({ monthly, ...range })
  const group = (of: Group) => ({ ...sum(of), items: of.items.map(item) })
  const document = {
    currency: 'USD',
    region,
    isStandIn,
    hours,
    ...sum(estimate),
    clusters: clusters.map((one) => ({
      cluster: one.cluster,
      ...group(one),
      services: one.runners.map((runner) => ({ service: runner.runner, ...group(runner) })),
    })),
    services: runners.map((runner) => ({ service: runner.runner, ...group(runner) })),
    shared: group(shared),
    notIncluded: gaps.map(({ cost, element, what, input, price }) => ({
      cost,
      element,
      what: words(what),
      ...(input === undefined ? {} : { input }),
      ...(price === undefined ? {} : { price }),
    })),
    prices,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}
