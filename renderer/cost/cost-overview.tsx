import { useMemo } from 'react'
import { regions } from '../../shared/aws/facts/regions'
import { push } from '../../shared/basics/push'
import type { Estimate } from '../../shared/cost/estimate'
import { HOURS_PER_MONTH } from '../../shared/cost/inputs'
import type { Gap } from '../../shared/cost/item'
import { pricedRegions } from '../../shared/cost/price-table'
import { nameOf } from '../../shared/graph/graph'
import { useApp, useAppState, useGraph } from '../app-context'
import { centerOn } from '../canvas/camera'
import { ElementIcon } from '../figures/kind-icon'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Choice } from '../ui/choice'
import { Glyph } from '../ui/glyph'
import { setHours, setRegion } from './edits'
import { NumberField } from './number-field'
import { usePrices } from './prices'

/** What the whole estimate rests on, and what it leaves out. */
export function CostOverview({ estimate }: { readonly estimate: Estimate }) {
  return (
    <>
      <p className="cost-note">{t('cost.lead')}</p>
      <Basis estimate={estimate} />
      <Doubts estimate={estimate} />
      <LeftOut gaps={estimate.gaps} />
    </>
  )
}

function Basis({ estimate }: { readonly estimate: Estimate }) {
  const app = useApp()
  const hours = useAppState((state) => designOf(state).estimate?.hours)
  return (
    <div className="cost-fields cost-basis">
      <RegionChoice estimate={estimate} />
      <NumberField
        place="hours"
        label={t('cost.hours')}
        help={t('cost.hoursHelp')}
        value={hours}
        placeholder={String(HOURS_PER_MONTH)}
        // No month has no hours at all: then there is nothing to estimate.
        write={(next) => setHours(app, next === 0 ? undefined : next)}
      />
    </div>
  )
}

const UNSAID = ''

function RegionChoice({ estimate: { region } }: { readonly estimate: Estimate }) {
  const app = useApp()
  const own = useAppState((state) => designOf(state).region)
  const prices = usePrices()
  const known = useMemo(() => pricedRegions(prices), [prices])
  const ids = [...new Set([...(own === undefined ? [] : [own]), ...known])]
  const name = (id: string) => (Object.hasOwn(regions, id) ? `${id}, ${words(regions[id] ?? '')}` : id)
  const options = ids.map((id) => ({
    id,
    label: id === own ? t('cost.ofDesign', { region: name(id) }) : name(id),
  }))
  return (
    <Choice
      label={t('cost.region')}
      value={region ?? UNSAID}
      options={region === undefined ? [{ id: UNSAID, label: t('cost.chooseRegion') }, ...options] : options}
      onChange={(id) => setRegion(app, id === own || id === UNSAID ? undefined : id)}
    />
  )
}

/** What somebody should know before believing the figures. */
function Doubts({ estimate }: { readonly estimate: Estimate }) {
  const { region, isStandIn, prices } = estimate
  const table = usePrices()
  const dates = prices.flatMap(({ date }) => date ?? []).sort()
  const [first, last] = [dates[0], dates.at(-1)]
  const own = prices.filter(({ isOwn }) => isOwn).length
  const isUnknown = region !== undefined && !pricedRegions(table).includes(region)
  const warnings = [
    ...(region === undefined ? [t('cost.noRegion')] : []),
    ...(isStandIn ? [t('cost.standIn')] : []),
    ...(isUnknown ? [t('cost.unknownRegion', { region })] : []),
  ]
  return (
    <>
      {warnings.map((text) => (
        <p key={text} className="cost-note" data-warning>
          <Glyph name="warning" size={12} /> {text}
        </p>
      ))}
      {first !== undefined && (
        <p className="cost-note">
          {first === last ? t('cost.date', { date: first }) : t('cost.dates', { first, last: last ?? first })}
          {own > 0 && ` ${t('cost.ownPrices', { count: own })}`}
        </p>
      )}
    </>
  )
}

/** What is not in the sum, by element; pressed, it is where it can be entered. */
function LeftOut({ gaps }: { readonly gaps: readonly Gap[] }) {
  const app = useApp()
  const graph = useGraph()
  const byElement = useMemo(() => {
    const map = new Map<string, Gap[]>()
    for (const gap of gaps) push(map, gap.element, gap)
    return [...map]
  }, [gaps])
  if (gaps.length === 0) return null
  return (
    <>
      <h3 className="cost-heading">{t('cost.leftOut')}</h3>
      <ul className="cost-left-out">
        {byElement.slice(0, MOST_LISTED).map(([id, own]) => (
          <li key={id}>
            <button
              type="button"
              className="cost-left-out-element"
              onClick={() => {
                app.select([id])
                centerOn([id])
              }}
            >
              <ElementIcon kind={graph.element(id)?.kind ?? ''} />
              <span className="cost-left-out-name">{nameOf(graph, id)}</span>
              <span className="cost-left-out-what">{own.map(({ what }) => words(what)).join(', ')}</span>
            </button>
          </li>
        ))}
      </ul>
      {byElement.length > MOST_LISTED && (
        <p className="cost-note">{t('cost.more', { count: byElement.length - MOST_LISTED })}</p>
      )}
    </>
  )
}

/** More than anybody reads; each row of the list at the left says it, too. */
const MOST_LISTED = 50
