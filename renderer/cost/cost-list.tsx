import { useCallback } from 'react'
import { money } from '../../shared/cost/money'
import { labelOf } from '../../shared/elements/kinds'
import { type Graph, nameOf } from '../../shared/graph/graph'
import { useApp, useGraph } from '../app-context'
import { centerOn } from '../canvas/camera'
import { ElementIcon } from '../figures/kind-icon'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Glyph } from '../ui/glyph'
import { RowList } from '../ui/row-list'
import type { CostRow } from './cost-rows'

interface Props {
  readonly rows: readonly CostRow[]
  readonly chosen: string | undefined
}

/** Clusters, services and what belongs to them, each with its amount. Pressed, an element is selected and shown. */
export function CostList({ rows, chosen }: Props) {
  const app = useApp()
  const graph = useGraph()
  const draw = useCallback((row: CostRow) => <Line row={row} graph={graph} />, [graph])
  return (
    <RowList
      label={t('cost.list')}
      rows={rows}
      nameRow={(row) => nameRow(graph, row)}
      guess={() => ROW}
      current={chosen}
      onAction={({ element }) => {
        if (element === undefined) return
        app.select([element])
        centerOn([element])
      }}
    >
      {draw}
    </RowList>
  )
}

/** As the style sheet has it. */
const ROW = 32

function Line({ row, graph }: { readonly row: CostRow; readonly graph: Graph }) {
  const { element, level, sum, titles, gaps, isKnown } = row
  return (
    <div className="cost-line" data-level={level} style={{ '--level': level } as React.CSSProperties}>
      {element !== undefined && <ElementIcon kind={graph.element(element)?.kind ?? ''} />}
      <span className="cost-line-name">
        {element === undefined ? t('cost.shared') : nameOf(graph, element)}
      </span>
      <span className="cost-line-what">{titles.map(words).join(', ')}</span>
      {gaps > 0 && (
        <span className="cost-line-gaps">
          <Glyph name="warning" size={12} />
          {t('cost.gaps', { count: gaps })}
        </span>
      )}
      <span className="cost-amount">{isKnown ? money(sum.monthly) : '–'}</span>
    </div>
  )
}

function nameRow(graph: Graph, { element, sum, gaps, isKnown }: CostRow): string {
  const amount = isKnown ? t('cost.perMonth', { amount: money(sum.monthly) }) : t('cost.unknown')
  const name =
    element === undefined
      ? t('cost.shared')
      : `${words(labelOf(graph.element(element)?.kind ?? ''))} ${nameOf(graph, element)}`
  return [name, amount, ...(gaps > 0 ? [t('cost.gaps', { count: gaps })] : [])].join(', ')
}
