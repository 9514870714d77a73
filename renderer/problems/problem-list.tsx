import { useCallback, useMemo, useState } from 'react'
import { type Graph, nameOf } from '../../shared/graph/graph'
import { keyOf } from '../../shared/rules/mend'
import { useApp, useAppState, useGraph } from '../app-context'
import { ElementIcon } from '../figures/kind-icon'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { RowList } from '../ui/row-list'
import type { ListRow } from '../ui/use-row-window'
import { showProblem } from './navigate'
import type { ProblemGroup, ProblemRow } from './problem-groups'
import { ProblemLine } from './problem-line'

/** A problem, or the heading of an element's problems. */
interface Row extends ListRow {
  readonly group: ProblemGroup
  readonly row?: ProblemRow
}

/** The problems, element by element. */
export function ProblemList({ groups }: { readonly groups: readonly ProblemGroup[] }) {
  const app = useApp()
  const graph = useGraph()
  const [explained, setExplained] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => rowsOf(groups), [groups])
  const current = useCurrent(groups)
  const draw = useCallback(
    ({ group, row }: Row, active: boolean) =>
      row ? (
        <ProblemLine
          problem={row.problem}
          active={active}
          explained={explained.has(row.id)}
          explain={() => setExplained((old) => toggled(old, row.id))}
        />
      ) : (
        <div className="problems-element">
          <ElementIcon kind={graph.element(group.id)?.kind ?? ''} />
          <span className="problems-element-name">{nameOf(graph, group.id)}</span>
          <span className="problems-count">{group.rows.length}</span>
        </div>
      ),
    [explained, graph],
  )
  return (
    <RowList
      label={t('problems.title')}
      rows={rows}
      nameRow={(row) => nameRow(graph, row)}
      guess={guess}
      current={current}
      onAction={({ row }) => row && showProblem(app, row.problem)}
    >
      {draw}
    </RowList>
  )
}

/** The row of the problem that was shown last, for as long as its element is selected. */
function useCurrent(groups: readonly ProblemGroup[]): string | undefined {
  const shown = useAppState((state) => state.shownProblem)
  const selected = useAppState((state) => state.selection.ids)
  if (shown === undefined) return undefined
  const near = groups.filter((group) => selected.has(group.id)).flatMap((group) => group.rows)
  return near.find((row) => keyOf(row.problem) === shown)?.id
}

function rowsOf(groups: readonly ProblemGroup[]): Row[] {
  return groups.flatMap((group) => [
    { id: `#${group.id}`, heading: true, group },
    ...group.rows.map((row) => ({ id: row.id, group, row })),
  ])
}

function nameRow(graph: Graph, { group, row }: Row): string {
  if (!row) return nameOf(graph, group.id)
  return `${t(`problems.${row.problem.severity}`)}: ${words(row.problem)}`
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}

/** As the style sheet has it: the height of a line, what is around it, and what stands beside the message. */
const LINE = 20
const AROUND = 12
const BESIDE = 214
const CHARACTER = 6.4

function guess({ row }: Row, width: number): number {
  if (!row) return LINE + AROUND
  const perLine = Math.max((width - BESIDE) / CHARACTER, 24)
  return AROUND + LINE * Math.ceil((lengthOf(words(row.problem)) + row.problem.rule.length) / perLine)
}

/** In characters of Latin letters; those of Hangul are about twice as wide. */
function lengthOf(text: string): number {
  return text.length + (text.match(/[가-힣]/g)?.length ?? 0)
}
