/** What a design costs a month: an estimate by list prices, with what each figure rests on and what is left out. */
import type { Design, Meaningful } from '../design/design'
import { service } from '../elements/service'
import { task } from '../elements/task'
import { elementsOfKind, type Graph, graphOf } from '../graph/graph'
import { say } from '../texts/text'
import { amountOf, type Charge, formulaOf, keysOf, type Prices, rangeOf, sound, unpriced } from './charge'
import type { Cost, Input } from './cost'
import { HOURS_PER_MONTH } from './inputs'
import { priceOf as listedPrice } from './instance-price'
import type { Entry, Gap, Item, UsedPrice } from './item'
import { type Owner, ownerOf } from './owner'
import { priceLabel, unitOf } from './price-label'
import { type Price, type PriceTable, pricesIn } from './price-table'
import { costs } from './registry'
import { type Sum, sumOf, type Totals, totalsOf } from './totals'

/** Always an estimate: the sum of what is known, at list prices without discounts, free tiers or taxes. */
export interface Estimate extends Sum, Totals {
  /** The Region whose prices count; undefined where none is said. */
  readonly region: string | undefined
  /** Are they those of another Region than the design's, by somebody's choice? */
  readonly isStandIn: boolean
  /** Hours of a month. */
  readonly hours: number
  readonly items: readonly Item[]
  /** What is not included. */
  readonly gaps: readonly Gap[]
  /** What can be entered, by element. */
  readonly entries: readonly Entry[]
  /** The prices that count, by key. */
  readonly prices: readonly UsedPrice[]
}

/** What an estimate rests on: neither names nor places of a design. */
export type Estimable = Meaningful & Pick<Design, 'estimate'>

/** Estimates a design by a price table and by what the design itself assumes (`design.estimate`). */
export function estimateOf(design: Estimable, table: PriceTable): Estimate {
  const assumptions = design.estimate ?? {}
  const region = assumptions.region ?? design.region
  const hours = assumptions.hours ?? HOURS_PER_MONTH
  const own = (region !== undefined && assumptions.prices?.[region]) || {}
  const listed = region === undefined ? undefined : pricesIn(table, region)
  const listedOf = (key: string) => listed && listedPrice(listed, key)
  const priceOf: Prices = (key) => (Object.hasOwn(own, key) ? own[key] : listedOf(key)?.price)
  const { items, gaps, entries } = collected(design, hours, priceOf)
  const used = [...new Set(items.flatMap(({ prices }) => prices))].sort()
  return {
    region,
    isStandIn: region !== undefined && design.region !== undefined && region !== design.region,
    hours,
    items,
    gaps,
    entries: [...entries.values()],
    prices: used.map((key) => usedPrice(key, own[key], listedOf(key))),
    ...sumOf(items),
    ...totalsOf(items, gaps, runnersOf(design)),
  }
}

/** Every service and standalone task, for one without a cost of its own is told of, too. */
function runnersOf(design: Estimable): readonly Owner[] {
  const graph = graphOf(design)
  return [...elementsOfKind(graph, service.kind), ...elementsOfKind(graph, task.kind)].map((id) =>
    ownerOf(graph, id),
  )
}

/** The kinds of cost by the kind of element that they are charged for. */
const costsOn: ReadonlyMap<string, readonly Cost[]> = (() => {
  const byKind = new Map<string, Cost[]>()
  for (const cost of costs) for (const kind of cost.on) byKind.set(kind, [...(byKind.get(kind) ?? []), cost])
  return byKind
})()

interface Found {
  readonly items: Item[]
  readonly gaps: Gap[]
  /** By element and name: two kinds of cost may ask for the same. */
  readonly entries: Map<string, Entry>
}

function collected(design: Estimable, hours: number, priceOf: Prices): Found {
  const graph = graphOf(design)
  const found: Found = { items: [], gaps: [], entries: new Map() }
  for (const [id, { kind }] of Object.entries(design.elements)) {
    for (const cost of costsOn.get(kind) ?? []) {
      const usage = design.estimate?.usage?.[id] ?? {}
      collect(found, { graph, id, hours, usage, cost, priceOf })
    }
  }
  return found
}

interface Question {
  readonly graph: Graph
  readonly id: string
  readonly hours: number
  readonly usage: Readonly<Record<string, unknown>>
  readonly cost: Cost
  readonly priceOf: Prices
}

/** What one kind of cost says of one element. */
function collect(found: Found, { graph, id, hours, usage, cost, priceOf }: Question): void {
  const element = graph.element(id)
  if (!element) return
  const place = { cost: cost.id, element: id, ...ownerOf(graph, id) }
  const input = (wanted: Input): number | undefined => {
    const value = numberIn(usage[wanted.name])
    const entry = { element: id, ...wanted, ...(value === undefined ? {} : { value }) }
    found.entries.set(`${id}/${wanted.name}`, entry)
    return value ?? wanted.assumed
  }
  const charges = cost.charges({
    id,
    element,
    graph,
    hours,
    input,
    need: (wanted) => {
      const value = input(wanted)
      if (value === undefined)
        found.gaps.push({ ...place, what: say`Not entered: ${wanted.label}`, input: wanted.name })
      return value
    },
    lacks: (what) => found.gaps.push({ ...place, what }),
  })
  for (const charge of charges.map(sound)) {
    const missing = unpriced(charge, priceOf)
    for (const price of missing)
      found.gaps.push({ ...place, what: say`No price is known: ${priceLabel(price)}`, price })
    if (missing.length === 0) found.items.push(itemOf(charge, place, priceOf))
  }
}

/** A file may hold anything; only a number that is not negative counts. */
function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined
}

function itemOf(charge: Charge, place: Owner & Pick<Item, 'cost' | 'element'>, priceOf: Prices): Item {
  const range = rangeOf(charge, priceOf)
  return {
    ...place,
    title: charge.title,
    // Most are never read: a large design has thousands.
    get formula() {
      return formulaOf(charge, priceOf)
    },
    monthly: amountOf(charge, priceOf),
    ...(range ? { range } : {}),
    prices: keysOf(charge.of),
  }
}

function usedPrice(key: string, own: number | undefined, listed: Price | undefined): UsedPrice {
  if (own === undefined && listed) return { key, isOwn: false, ...listed }
  return { key, isOwn: true, price: own ?? 0, per: listed?.per ?? unitOf(key) }
}
