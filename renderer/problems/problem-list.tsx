import { useState } from 'react'
import {
  Collection,
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components'
import { nameOf } from '../../shared/graph/graph'
import { useApp, useGraph } from '../app-context'
import { ElementIcon } from '../figures/kind-icon'
import { t } from '../strings/strings'
import { showProblem } from './navigate'
import type { ProblemGroup, ProblemRow } from './problem-groups'
import { ProblemLine } from './problem-line'

const layout = { estimatedRowSize: 32, estimatedHeadingSize: 32 }

/** The problems, element by element. Arrow keys walk, Enter selects and centres, Tab reaches the buttons of a line. */
export function ProblemList({ groups }: { readonly groups: readonly ProblemGroup[] }) {
  const app = useApp()
  const graph = useGraph()
  const [explained, setExplained] = useState<ReadonlySet<string>>(new Set())
  const explain = (id: string) => {
    const next = new Set(explained)
    if (!next.delete(id)) next.add(id)
    setExplained(next)
  }
  const rows = new Map(groups.flatMap((group) => group.rows.map((row) => [row.id, row] as const)))
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <GridList
        className="problems-list"
        aria-label={t('problems.title')}
        selectionMode="none"
        keyboardNavigationBehavior="tab"
        items={groups}
        dependencies={[explained, graph]}
        onAction={(key) => {
          const row = rows.get(String(key))
          if (row) showProblem(app, row.problem)
        }}
      >
        {(group: ProblemGroup) => (
          <GridListSection id={`#${group.id}`}>
            <GridListHeader className="problems-element">
              <ElementIcon kind={graph.design.elements[group.id]?.kind ?? ''} />
              <span className="problems-element-name">{nameOf(graph, group.id)}</span>
              <span className="problems-count">{group.rows.length}</span>
            </GridListHeader>
            <Collection items={group.rows} dependencies={[explained]}>
              {(row: ProblemRow) => (
                <GridListItem className="problems-row" textValue={row.problem.message}>
                  <ProblemLine
                    problem={row.problem}
                    explained={explained.has(row.id)}
                    explain={() => explain(row.id)}
                  />
                </GridListItem>
              )}
            </Collection>
          </GridListSection>
        )}
      </GridList>
    </Virtualizer>
  )
}
