import './prices-dialog.css'
import { Suspense, useMemo, useState } from 'react'
import { regions } from '../../shared/aws/facts/regions'
import type { Estimate } from '../../shared/cost/estimate'
import { priceLabel, unitOf } from '../../shared/cost/price-label'
import { type Price, pricesIn } from '../../shared/cost/price-table'
import { plain } from '../../shared/cost/units'
import { useApp, useAppState } from '../app-context'
import { Modal } from '../overlays/modal'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { ExternalIcon, ResetIcon } from '../ui/icons'
import { TextField } from '../ui/text-field'
import { resetPrices, setPrice } from './edits'
import { NumberField } from './number-field'
import { usePrices } from './prices'
import { useEstimate } from './use-estimate'

/** The prices that the estimate goes by, where they are from, and one's own instead of them. */
export function PricesDialog() {
  return (
    <Suspense fallback={null}>
      <Shown />
    </Suspense>
  )
}

function Shown() {
  const app = useApp()
  const estimate = useEstimate()
  const region = estimate.region ?? ''
  const [wanted, setWanted] = useState('')
  const rows = usePriceRows(estimate, region)
  const [all, setAll] = useState(false)
  // A hundred fields take a moment; who looks for one finds it among all.
  const few = !all && wanted === '' && rows.some(({ isUsed }) => isUsed)
  const shown = rows.filter(({ label, key, isUsed }) => (few ? isUsed : matches(`${label} ${key}`, wanted)))
  const own = useAppState((state) => Object.keys(designOf(state).estimate?.prices?.[region] ?? {}).length)
  const name = Object.hasOwn(regions, region) ? words(regions[region] ?? '') : ''
  return (
    <Modal
      title={t('cost.pricesTitle', { region: name === '' ? region : `${name} (${region})` })}
      size="wide"
      actions={
        <>
          {few && shown.length < rows.length && (
            <Button onPress={() => setAll(true)}>{t('cost.showAll', { count: rows.length })}</Button>
          )}
          <span className="dialog-gap" />
          <Button isDisabled={own === 0} onPress={() => resetPrices(app, region)}>
            {t('cost.resetAll')}
          </Button>
        </>
      }
    >
      <p className="cost-note">{t('cost.pricesLead')}</p>
      <TextField
        label={t('cost.findPrice')}
        hideLabel
        placeholder={t('cost.findPrice')}
        value={wanted}
        onChange={setWanted}
      />
      {shown.length === 0 ? (
        <p className="cost-note">{t('cost.noPriceFound')}</p>
      ) : (
        <table className="prices">
          <thead>
            <tr>
              <th scope="col">{t('cost.priceOf')}</th>
              <th scope="col">{t('cost.price')}</th>
              <th scope="col">{t('cost.source')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <PriceLine key={row.key} row={row} region={region} />
            ))}
          </tbody>
        </table>
      )}
    </Modal>
  )
}

interface PriceRow {
  readonly key: string
  readonly label: string
  readonly listed: Price | undefined
  /** What the estimate goes by, as the table has it or by another size of the same family. */
  readonly counts: number | undefined
  readonly isUsed: boolean
}

/** What the design uses and lacks first, then the rest of the table. */
function usePriceRows(estimate: Estimate, region: string): readonly PriceRow[] {
  const listed = pricesIn(usePrices(), region)
  return useMemo(() => {
    const used = new Map(estimate.prices.map(({ key, price }) => [key, price]))
    const missing = estimate.gaps.flatMap(({ price }) => price ?? [])
    const keys = new Set([...missing, ...used.keys(), ...listed.keys()])
    return [...keys].map((key) => ({
      key,
      label: words(priceLabel(key)),
      listed: listed.get(key),
      counts: used.get(key),
      isUsed: used.has(key) || missing.includes(key),
    }))
  }, [estimate, listed])
}

function matches(text: string, wanted: string): boolean {
  const parts = wanted.toLowerCase().split(/\s+/)
  return parts.every((part) => text.toLowerCase().includes(part))
}

function PriceLine({ row, region }: { readonly row: PriceRow; readonly region: string }) {
  const app = useApp()
  const { key, label, listed, counts, isUsed } = row
  const own = useAppState((state) => designOf(state).estimate?.prices?.[region]?.[key])
  const usual = listed?.price ?? (own === undefined ? counts : undefined)
  return (
    <tr data-used={isUsed || undefined}>
      <th scope="row">
        {label} {isUsed && <span className="prices-used">{t('cost.inDesign')}</span>}
      </th>
      <td>
        <span className="prices-field">
          <NumberField
            place={`${region} ${key}`}
            label={label}
            hideLabel
            value={own}
            placeholder={usual === undefined ? t('cost.notEntered') : plain(usual)}
            unit={t('cost.dollarsPer', { unit: listed?.per ?? unitOf(key) })}
            write={(next) => setPrice(app, region, key, next)}
          />
          {own !== undefined && (
            <IconButton
              icon={<ResetIcon size={14} />}
              label={t('cost.reset', { price: label })}
              onPress={() => {
                setPrice(app, region, key, undefined)
                app.seal()
              }}
            />
          )}
        </span>
      </td>
      <td className="prices-source">
        {own === undefined ? <Source listed={listed} derived={usual !== undefined} /> : t('cost.yourOwn')}
      </td>
    </tr>
  )
}

function Source({ listed, derived }: { readonly listed: Price | undefined; readonly derived: boolean }) {
  const app = useApp()
  if (!listed?.source) return derived ? t('cost.bySize') : t('cost.notInTable')
  const { source, date = '', note } = listed
  return (
    <Button
      variant="quiet"
      size="small"
      icon={<ExternalIcon size={12} />}
      aria-label={t('cost.openSource', { host: new URL(source).hostname, date })}
      onPress={() => void app.host.openExternal(source)}
    >
      {note === undefined ? date : t('cost.undated', { date })}
    </Button>
  )
}
