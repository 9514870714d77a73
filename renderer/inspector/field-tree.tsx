import './field-tree.css'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Kind } from '../../shared/elements/kind'
import { useAppState } from '../app-context'
import { t } from '../strings/strings'
import { FieldView } from './field-view'
import { type FormScope, FormScopeContext } from './form-context'
import { fieldsOf } from './form-model'
import { holdersOf } from './form-order'
import { useWanted, wantedDone } from './reveal-field'
import { useElementPart } from './spec-state'
import { type Filter, TreeFilter } from './tree-filter'
import { treeHandlers } from './tree-keys'
import { type TreeRow as Row, treeRows } from './tree-model'
import { type RowActions, TreeRow } from './tree-row'
import { finderOf } from './tree-search'
import { useTreeEdits } from './use-tree-edits'
import { useTreeFocus } from './use-tree-focus'

interface Props {
  readonly id: string
  readonly kind: Kind
  readonly showJson: (pointer: string) => void
}

const NOTHING: ReadonlySet<string> = new Set()

/** Every member that an element's configuration has or can have: a tree with a search, each edited where it stands. */
export function FieldTree({ id, kind, showJson }: Props) {
  const scope = useMemo<FormScope>(
    () => ({
      ids: [id],
      id,
      kind,
      revealed: NOTHING,
      reveal: () => undefined,
      wanted: undefined,
      showJson,
      FieldView,
    }),
    [id, kind, showJson],
  )
  return (
    <FormScopeContext value={scope}>
      <Tree id={id} kind={kind} />
    </FormScopeContext>
  )
}

function Tree({ id, kind }: Pick<Props, 'id' | 'kind'>) {
  const { rows, toggle, filter, setFilter } = useRows(id, kind)
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const focus = useTreeFocus(rows, grid)
  const edits = useTreeEdits(toggle)
  const { go } = focus
  const move = (row: Row, by: number) => {
    const pointer = edits.move(row, by)
    if (pointer !== undefined) go(pointer, true)
  }
  const begin = (row: Row) => {
    const made = edits.begin(row)
    if (made) go(row.pointer, true)
    return made
  }
  const actions = useLatest<RowActions>({
    remove: edits.remove,
    move,
    add: (row) => {
      const place = edits.placeIn(row)
      if (place && !begin(place)) focus.edit(place.pointer)
    },
  })
  useShownRow(id, (pointer, focused) => {
    for (const holder of holdersOf(pointer)) toggle(holder, true)
    setFilter({ typed: '', onlySet: false })
    go(pointer, focused)
  })
  const handlers = treeHandlers({
    rows,
    focus,
    toggle,
    begin,
    move,
    remove: edits.remove,
    search: () => search.current?.focus(),
  })
  return (
    <div className="field-tree">
      <TreeFilter
        input={search}
        filter={filter}
        change={setFilter}
        found={rows.length}
        enter={() => rows[0] && go(rows[0].pointer, true)}
      />
      <div
        ref={grid}
        role="treegrid"
        className="field-tree-rows"
        aria-label={t('inspector.fields')}
        aria-rowcount={rows.length}
        {...handlers}
      >
        {rows.map((row, index) => (
          <TreeRow
            key={row.pointer}
            row={row}
            index={index}
            active={index === focus.active}
            editing={row.pointer === focus.editing}
            actions={actions}
          />
        ))}
      </div>
      <p className="field-tree-foot">{t('inspector.tree.keys')}</p>
    </div>
  )
}

/** The rows in view: which are open, and what is searched for. */
function useRows(id: string, kind: Kind) {
  const spec = useElementPart(id, (element) => element.spec)
  const [filter, setFilter] = useState<Filter>({ typed: '', onlySet: false })
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const { typed, onlySet } = filter
  const rows = useMemo(() => {
    const finds = finderOf(typed)
    return treeRows(fieldsOf(kind.spec), spec ?? {}, { open, onlySet, ...(finds ? { finds } : {}) })
  }, [kind, spec, open, onlySet, typed])
  const toggle = useCallback((pointer: string, opened: boolean) => {
    setOpen((old) => {
      const next = new Set(old)
      if (opened) next.add(pointer)
      else next.delete(pointer)
      return next
    })
  }, [])
  return { rows, toggle, filter, setFilter }
}

/** Functions that do what the last rendering says, and stay the same: rows that are given them need no rendering. */
function useLatest<T extends { readonly [name: string]: (...args: never[]) => unknown }>(actions: T): T {
  const latest = useRef(actions)
  useLayoutEffect(() => {
    latest.current = actions
  })
  const [steady] = useState(() => {
    const names = Object.keys(actions)
    const entries = names.map((name) => [name, (...args: never[]) => latest.current[name]?.(...args)])
    return Object.fromEntries(entries) as T
  })
  return steady
}

/** What is selected on the canvas, or was asked for, is shown in the tree. */
function useShownRow(id: string, show: (pointer: string, focus: boolean) => void): void {
  const wanted = useWanted(id, 'fields')
  const pointer = useAppState(({ selection }) =>
    selection.row?.element === id ? selection.row.pointer : undefined,
  )
  const latest = useRef(show)
  latest.current = show
  useEffect(() => {
    if (pointer !== undefined) latest.current(pointer, false)
  }, [pointer])
  useEffect(() => {
    if (!wanted) return
    if (wanted.pointer) latest.current(wanted.pointer, wanted.focus)
    wantedDone()
  }, [wanted])
}
