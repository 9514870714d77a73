/** What people assume for the estimate; each is an undo step, and typing is one step however many letters it takes. */
import type { Assumptions } from '../../shared/design/design'
import type { App } from '../store'
import { t } from '../strings/strings'

/** A figure that is entered for an element; undefined takes it back. */
export function setUsage(app: App, element: string, input: string, value: number | undefined): void {
  change(app, `usage ${element} ${input}`, (estimate) => ({
    ...estimate,
    usage: withEntry(estimate.usage, element, withEntry(estimate.usage?.[element], input, value)),
  }))
}

/** Hours of a month; undefined is the usual number. */
export function setHours(app: App, hours: number | undefined): void {
  change(app, 'hours', (estimate) => ({ ...estimate, hours }))
}

/** The Region whose prices count; undefined is the design’s own. */
export function setRegion(app: App, region: string | undefined): void {
  change(app, 'region', (estimate) => ({ ...estimate, region }))
  app.seal()
}

/** A price of one’s own; undefined is the table’s. */
export function setPrice(app: App, region: string, key: string, price: number | undefined): void {
  change(app, `price ${region} ${key}`, (estimate) => ({
    ...estimate,
    prices: withEntry(estimate.prices, region, withEntry(estimate.prices?.[region], key, price)),
  }))
}

/** Takes back all prices of one’s own of a Region. */
export function resetPrices(app: App, region: string): void {
  change(app, `prices ${region}`, (estimate) => ({
    ...estimate,
    prices: withEntry<Record<string, number>>(estimate.prices, region, undefined),
  }))
  app.seal()
}

type Loose = { [Key in keyof Assumptions]: Assumptions[Key] | undefined }

function change(app: App, place: string, recipe: (estimate: Loose) => Loose): void {
  app.edit(
    t('cost.step'),
    (draft) => {
      const made = Object.entries(recipe({ ...draft.estimate })).filter(([, value]) => value !== undefined)
      // A design without assumptions says nothing of them.
      if (made.length === 0) delete draft.estimate
      else draft.estimate = Object.fromEntries(made)
    },
    { mergeKey: `cost ${place}` },
  )
}

/** A record with an entry set or taken out; undefined when nothing is left. */
function withEntry<T>(
  record: Readonly<Record<string, T>> | undefined,
  key: string,
  value: T | undefined,
): Record<string, T> | undefined {
  const { [key]: _, ...others } = record ?? {}
  const made = value === undefined ? others : { ...others, [key]: value }
  return Object.keys(made).length === 0 ? undefined : made
}
