import './cost-panel.css'
import { Suspense, useMemo } from 'react'
import { money, scales } from '../../shared/cost/money'
import { useApp, useAppState } from '../app-context'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { IconButton } from '../ui/icon-button'
import { CloseIcon, CostIcon, PricesIcon } from '../ui/icons'
import { CostDetails } from './cost-details'
import { CostList } from './cost-list'
import { CostOverview } from './cost-overview'
import { costRows } from './cost-rows'
import { useEstimate } from './use-estimate'

/** The bottom panel: what the design costs a month, as an estimate by list prices. */
export function CostPanel() {
  return (
    <section className="cost" aria-label={t('cost.title')}>
      <Suspense fallback={<Loading />}>
        <Shown />
      </Suspense>
    </section>
  )
}

function Loading() {
  return (
    <>
      <header className="problems-head">
        <span className="problems-gap" />
        <CloseButton />
      </header>
      <div />
    </>
  )
}

/** Only here the estimate is made: while nobody looks at it, it costs nothing. */
function Shown() {
  const estimate = useEstimate()
  const rows = useMemo(() => costRows(estimate), [estimate])
  const selected = useAppState((state) =>
    state.selection.ids.size === 1 ? [...state.selection.ids][0] : undefined,
  )
  const chosen = rows.some(({ element }) => element === selected) ? selected : undefined
  return (
    <>
      <Head estimate={estimate} />
      {rows.length === 0 ? (
        <div className="cost-body">
          <EmptyState icon={<CostIcon size={20} />} title={t('cost.none')} hint={t('cost.noneHint')} />
        </div>
      ) : (
        <div className="cost-body">
          <div className="cost-list">
            <CostList rows={rows} chosen={chosen} />
          </div>
          <aside className="cost-aside" aria-label={t('cost.details')}>
            {chosen === undefined ? (
              <CostOverview estimate={estimate} />
            ) : (
              <CostDetails key={chosen} estimate={estimate} id={chosen} />
            )}
          </aside>
        </div>
      )}
    </>
  )
}

function Head({ estimate }: { readonly estimate: ReturnType<typeof useEstimate> }) {
  const app = useApp()
  const { region, range, gaps, items } = estimate
  return (
    <header className="problems-head cost-head">
      <p className="cost-total">
        <span className="cost-total-label">{t('cost.estimate')}</span>
        <strong>
          {items.length > 0 ? t('cost.perMonth', { amount: money(estimate.monthly) }) : t('cost.unknown')}
        </strong>
        {scales(estimate) && (
          <span className="cost-total-range">
            {t('cost.range', { least: money(range.least), most: money(range.most) })}
          </span>
        )}
        {gaps.length > 0 && <span className="cost-total-gaps">{t('cost.gaps', { count: gaps.length })}</span>}
      </p>
      <span className="problems-gap" />
      {region !== undefined && (
        <Button
          size="small"
          variant="quiet"
          icon={<PricesIcon size={14} />}
          onPress={() => app.patch({ overlay: { kind: 'prices' } })}
        >
          {t('cost.prices')}
        </Button>
      )}
      <CloseButton />
    </header>
  )
}

function CloseButton() {
  const app = useApp()
  return (
    <IconButton
      icon={<CloseIcon />}
      label={t('cost.close')}
      onPress={() => app.patch({ bottomTab: undefined })}
    />
  )
}
