import type { Change } from '../../shared/cost/difference'
import { money, moneyChange } from '../../shared/cost/money'
import { labelOf } from '../../shared/elements/kinds'
import type { Comparison } from '../../shared/review/compare/comparison'
import { nameIn } from '../../shared/review/compare/words'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import type { CostLine as Line } from './cost-rows'

interface Props {
  readonly line: Line
  readonly isAlike: boolean
  readonly comparison: Comparison
}

/** What something is estimated to cost a month, before and after. */
export function CostLine({ line, isAlike, comparison }: Props) {
  const { before, after, change } = dollarsOf(line.change)
  const kind = line.element === undefined ? undefined : kindIn(comparison, line.element)
  return (
    <div className="compare-cost" data-of={line.of}>
      <span className="compare-change-name">{costName(comparison, line)}</span>
      <span className="compare-kind">{kind === undefined ? undefined : words(labelOf(kind))}</span>
      <span className="compare-cost-values">
        {before} → {after}
      </span>
      <strong className="compare-cost-change">{change}</strong>
      {line.of === 'total' && !isAlike && <p className="compare-cost-note">{t('compare.costUnlike')}</p>}
    </div>
  )
}

function kindIn({ before, after }: Comparison, id: string): string | undefined {
  return after.elements[id]?.kind ?? before.elements[id]?.kind
}

/** What a line is about. */
export function costName(comparison: Comparison, { of, element }: Line): string {
  if (element !== undefined) return nameIn(comparison, element)
  return t(of === 'total' ? 'compare.costTotal' : 'compare.costShared')
}

/** Amounts as people read them; a difference has its sign. */
export function dollarsOf({ before, after, change }: Change): {
  readonly before: string
  readonly after: string
  readonly change: string
} {
  return { before: money(before ?? 0), after: money(after ?? 0), change: moneyChange(change) }
}
