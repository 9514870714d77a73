import { useMemo } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { parentsIn } from '../../shared/graph/nestings'
import { useAppState, useGraph } from '../app-context'
import { t } from '../strings/strings'
import { useKorean } from '../strings/use-korean'
import { EmptyState } from '../ui/empty-state'
import { CloseIcon, OutlineIcon, SearchIcon } from '../ui/icons'
import { finder } from './outline-names'
import { outlineRows } from './outline-rows'
import { focusOutline, outlineState, useOutline } from './outline-state'
import { OutlineTree } from './outline-tree'
import './outline.css'

/** The design as a tree: offers everything that the canvas does, to the keyboard and to screen readers. */
export function Outline() {
  const graph = useGraph()
  const nesting = useAppState((state) => state.nesting)
  const toggled = useOutline((state) => state.toggled)
  const query = useOutline((state) => state.query)
  const korean = useKorean()
  // biome-ignore lint/correctness/useExhaustiveDependencies: more is found when the Korean names are there
  const finds = useMemo(() => finder(graph, query), [graph, query, korean])
  const rows = useMemo(
    () => outlineRows(graph, parentsIn(graph, nesting), { toggled, finds }),
    [graph, nesting, toggled, finds],
  )
  const count = useMemo(
    () => (finds ? Object.keys(graph.design.elements).filter((id) => finds(id)).length : 0),
    [finds, graph],
  )
  const empty = Object.keys(graph.design.elements).length === 0
  return (
    <section className="outline" aria-label={t('outline.title')}>
      <Filter query={query} />
      <p className="visually-hidden" role="status">
        {finds && t('outline.found', { count })}
      </p>
      {rows.length > 0 && <OutlineTree rows={rows} />}
      {rows.length === 0 && !empty && <p className="outline-none">{t('outline.none', { query })}</p>}
      {empty && (
        <EmptyState
          icon={<OutlineIcon size={20} />}
          title={t('outline.empty')}
          hint={t('outline.emptyHint')}
        />
      )}
    </section>
  )
}

function Filter({ query }: { readonly query: string }) {
  return (
    <SearchField
      className="palette-search outline-filter"
      aria-label={t('outline.filter')}
      value={query}
      onChange={(next) => outlineState.setState({ query: next })}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') focusOutline()
        else event.continuePropagation()
      }}
    >
      <SearchIcon />
      <Input placeholder={t('outline.filter')} />
      {query !== '' && (
        <Button className="palette-clear" aria-label={t('palette.clear')}>
          <CloseIcon />
        </Button>
      )}
    </SearchField>
  )
}
