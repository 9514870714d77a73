import { type NodeProps, useStore } from '@xyflow/react'
import { memo, use } from 'react'
import { kindOf } from '../../shared/elements/kinds'
import { type Badge, badgeMarks } from '../../shared/figures/paint'
import { hiddenIn } from '../../shared/figures/scene'
import { nameOf } from '../../shared/graph/graph'
import { useAppState, useGraph, useProblems } from '../app-context'
import { Marks } from '../figures/marks'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { badgeOf, badgesOfRows } from './badges'
import { DrawnContext } from './drawn-context'
import { useGesture } from './gesture'
import { isOverview } from './overview'
import type { FlowNode } from './to-flow'

const COUNTED = { error: 'status.errors', warning: 'status.warnings', advice: 'status.advice' } as const

/** One element on the canvas: its figure's marks, and on top of them what is only true on screen. */
export const FigureNode = memo(function FigureNode({ id, data, selected }: NodeProps<FlowNode>) {
  const { figure, rect } = data.item
  const graph = useGraph()
  const problems = useProblems()
  const { shown, hidden } = use(DrawnContext)
  const state = useGesture((g) => {
    if (g.dropTarget === id || g.connecting?.target === id) return 'target'
    if (g.lit && !g.connecting) return g.lit.has(id) ? 'lit' : 'unlit'
    if (shown && !g.connecting) return shown.has(id) ? 'lit' : 'unlit'
    if (!g.connecting || g.connecting.from === id) return 'none'
    return g.connecting.possible.has(id) ? 'possible' : 'impossible'
  })
  const overview = useStore(isOverview)
  const row = useAppState((s) => (s.selection.row?.element === id ? s.selection.row.pointer : undefined))
  const element = graph.element(id)
  if (!element) return null
  const badge = badgeOf(problems, [id, ...hiddenIn({ hidden }, id)])
  const label = `${words(kindOf(element.kind)?.label ?? element.kind)} ${nameOf(graph, id)}`
  return (
    <svg
      className="figure"
      width={rect.width}
      height={rect.height}
      role="img"
      aria-label={badge ? `${label}, ${t(COUNTED[badge.severity], { count: badge.count })}` : label}
      data-state={state}
    >
      {!overview && <Marks marks={figure.marks} />}
      {figure.rows
        .filter((r) => r.pointer !== undefined && r.pointer === row)
        .map((r) => (
          <rect
            key={r.pointer}
            className="figure-row"
            x={r.x}
            y={r.y}
            width={r.width}
            height={r.height}
            rx={4}
          />
        ))}
      {((selected && !overview) || state === 'target') && (
        <rect
          className="figure-outline"
          x={-3}
          y={-3}
          width={rect.width + 6}
          height={rect.height + 6}
          rx={figure.content ? 14 : 10}
        />
      )}
      {!overview &&
        badgesOfRows(problems, id, figure.rows).map(({ row: r, badge: b }) => (
          <g key={r.pointer ?? r.element} transform={`translate(${r.x} ${r.y + r.height / 2 - 1})`}>
            <ProblemBadge badge={{ ...b, count: 1 }} width={r.width} />
          </g>
        ))}
      {badge && <ProblemBadge badge={badge} width={rect.width} />}
    </svg>
  )
})

function ProblemBadge({ badge, width }: { readonly badge: Badge; readonly width: number }) {
  return (
    <g data-testid={`badge-${badge.severity}`}>
      <Marks marks={badgeMarks(badge, width)} />
    </g>
  )
}
