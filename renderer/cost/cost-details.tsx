import type { Estimate } from '../../shared/cost/estimate'
import type { Entry, Gap, Item } from '../../shared/cost/item'
import { money, scales } from '../../shared/cost/money'
import { priceLabel, unitOf } from '../../shared/cost/price-label'
import { sumOf } from '../../shared/cost/totals'
import { plain } from '../../shared/cost/units'
import { labelOf } from '../../shared/elements/kinds'
import { nameOf } from '../../shared/graph/graph'
import { launchOf } from '../../shared/graph/runs'
import { useApp, useGraph } from '../app-context'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Glyph } from '../ui/glyph'
import { setPrice, setUsage } from './edits'
import { NumberField } from './number-field'

interface Props {
  readonly estimate: Estimate
  readonly id: string
}

/** What one element costs by itself: the sums in words, what can be entered, and what is not included. */
export function CostDetails({ estimate, id }: Props) {
  const graph = useGraph()
  const own = <T extends { readonly element: string }>(all: readonly T[]) =>
    all.filter(({ element }) => element === id)
  const items = own(estimate.items)
  const gaps = own(estimate.gaps)
  const kind = graph.element(id)?.kind ?? ''
  return (
    <>
      <h3 className="cost-heading">
        <span>{nameOf(graph, id)}</span>
        <span className="cost-heading-kind">{words(labelOf(kind))}</span>
      </h3>
      {items.length > 0 ? <Items items={items} /> : <NoItems id={id} />}
      <Entries entries={own(estimate.entries)} />
      <MissingPrices gaps={gaps} region={estimate.region} />
      <Lacking gaps={gaps} />
    </>
  )
}

function Items({ items }: { readonly items: readonly Item[] }) {
  const sum = sumOf(items)
  return (
    <table className="cost-items">
      <tbody>
        {items.map((item) => (
          <tr key={`${item.cost} ${item.prices.join()} ${words(item.title)}`}>
            <th scope="row">
              {words(item.title)}
              <span className="cost-formula">{words(item.formula)}</span>
            </th>
            <td className="cost-amount">{money(item.monthly)}</td>
          </tr>
        ))}
      </tbody>
      {(items.length > 1 || scales(sum)) && (
        <tfoot>
          <tr>
            <th scope="row">
              {t('cost.own')}
              {scales(sum) && (
                <span className="cost-formula">
                  {t('cost.range', { least: money(sum.range.least), most: money(sum.range.most) })}
                </span>
              )}
            </th>
            <td className="cost-amount">{money(sum.monthly)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** A service on instances, or a cluster, has no cost of its own. */
function NoItems({ id }: { readonly id: string }) {
  const graph = useGraph()
  const launch = launchOf(graph, id)
  const onInstances = launch !== undefined && launch !== 'FARGATE'
  return <p className="cost-note">{t(onInstances ? 'cost.onInstances' : 'cost.nothingOfItsOwn')}</p>
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const app = useApp()
  if (entries.length === 0) return null
  return (
    <div className="cost-fields">
      {entries.map(({ element, name, label, assumed, value }) => (
        <NumberField
          key={name}
          place={`${element} ${name}`}
          label={words(label)}
          value={value}
          placeholder={assumed === undefined ? t('cost.notEntered') : plain(assumed)}
          write={(next) => setUsage(app, element, name, next)}
        />
      ))}
    </div>
  )
}

/** Prices that the table lacks can be entered where they are missed. */
function MissingPrices({
  gaps,
  region,
}: {
  readonly gaps: readonly Gap[]
  readonly region: string | undefined
}) {
  const app = useApp()
  const keys = [...new Set(gaps.flatMap(({ price }) => price ?? []))]
  if (keys.length === 0 || region === undefined) return null
  return (
    <>
      <p className="cost-note">
        <Glyph name="warning" size={12} /> {t('cost.missingPrices', { region })}
      </p>
      <div className="cost-fields">
        {keys.map((key) => (
          <NumberField
            key={key}
            place={`${region} ${key}`}
            label={words(priceLabel(key))}
            value={undefined}
            placeholder={t('cost.notEntered')}
            unit={t('cost.dollarsPer', { unit: unitOf(key) })}
            write={(next) => setPrice(app, region, key, next)}
          />
        ))}
      </div>
    </>
  )
}

function Lacking({ gaps }: { readonly gaps: readonly Gap[] }) {
  return gaps
    .filter(({ price, input }) => price === undefined && input === undefined)
    .map(({ cost, what }) => (
      <p key={`${cost} ${words(what)}`} className="cost-note">
        <Glyph name="warning" size={12} /> {words(what)}
      </p>
    ))
}
