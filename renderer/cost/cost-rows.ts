/** The estimate as the panel lists it: clusters, in them services, and under each what belongs to it. Pure. */
import type { Estimate } from '../../shared/cost/estimate'
import type { Gap, Item } from '../../shared/cost/item'
import { type Group, type Sum, sumOf } from '../../shared/cost/totals'
import type { Text } from '../../shared/texts/text'
import type { ListRow } from '../ui/use-row-window'

export interface CostRow extends ListRow {
  /** Absent for the heading of what belongs to no cluster. */
  readonly element?: string
  readonly level: number
  /** Of an element by itself, or of a cluster or service with all that belongs to it. */
  readonly sum: Sum
  /** What its own items are for. */
  readonly titles: readonly Text[]
  /** How much of its own is not included. */
  readonly gaps: number
  /** Is anything in the sum? What is not known is not shown as nothing. */
  readonly isKnown: boolean
}

/** The rows, in the order of the estimate; those with the same amount stay as they were drawn. */
export function costRows({ clusters, runners, shared }: Estimate): readonly CostRow[] {
  return [
    ...clusters.flatMap((one) => [
      rowOf(
        one.cluster,
        0,
        one,
        one.runners.some(({ items }) => items.length > 0),
      ),
      ...one.runners.flatMap((runner) => withRunner(runner.runner, 1, runner)),
      ...elementRows(one, 1, one.cluster),
    ]),
    ...runners.flatMap((one) => withRunner(one.runner, 0, one)),
    ...sharedRows(shared),
  ]
}

function withRunner(runner: string, level: number, group: Group): readonly CostRow[] {
  return [rowOf(runner, level, group), ...elementRows(group, level + 1, runner)]
}

function sharedRows(shared: Group): readonly CostRow[] {
  const rows = elementRows(shared, 1)
  if (rows.length === 0) return []
  return [
    {
      id: '#shared',
      heading: true,
      level: 0,
      sum: shared,
      titles: [],
      gaps: 0,
      isKnown: shared.items.length > 0,
    },
    ...rows,
  ]
}

/** A cluster or service, with the sum of all that belongs to it. */
function rowOf(element: string, level: number, group: Group, isKnown = false): CostRow {
  const own = group.items.filter((item) => item.element === element)
  const gaps = group.gaps.filter((gap) => gap.element === element)
  return {
    id: element,
    element,
    level,
    sum: group,
    titles: titlesOf(own),
    gaps: gaps.length,
    isKnown: isKnown || group.items.length > 0,
  }
}

/** The elements of a group but for the one that it is about. */
function elementRows({ items, gaps }: Group, level: number, but?: string): readonly CostRow[] {
  const own = new Map<string, { readonly items: Item[]; readonly gaps: Gap[] }>()
  const at = (element: string) => {
    const found = own.get(element) ?? { items: [], gaps: [] }
    own.set(element, found)
    return found
  }
  for (const item of items) if (item.element !== but) at(item.element).items.push(item)
  for (const gap of gaps) if (gap.element !== but) at(gap.element).gaps.push(gap)
  return [...own].map(([element, found]) => ({
    id: element,
    element,
    level,
    sum: sumOf(found.items),
    titles: titlesOf(found.items),
    gaps: found.gaps.length,
    isKnown: found.items.length > 0,
  }))
}

function titlesOf(items: readonly Item[]): readonly Text[] {
  return items.map(({ title }) => title)
}
