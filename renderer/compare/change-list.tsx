import './change-list.css'
import { useCallback, useMemo, useState } from 'react'
import type { Comparison, FieldChange, ProblemChanges } from '../../shared/review/compare/comparison'
import { nameIn } from '../../shared/review/compare/words'
import { useApp } from '../app-context'
import { centerOn } from '../canvas/camera'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { FilterIcon } from '../ui/icons'
import { RowList } from '../ui/row-list'
import { useAfterPaint } from './after-paint'
import { ChangeRow } from './change-row'
import { changesOf } from './changes'
import { type Comparing, shownChanges } from './comparing'
import { costName, dollarsOf } from './cost-line'
import { changeOfRow, fieldTitle, type Row, rowsOf, valueText } from './list-rows'
import { nameChange, showChange } from './navigate'
import { showAllStatuses } from './open-compare'
import { useCostDifference } from './use-cost'

/** Everything that differs, element by element, and what came of it. */
export function ChangeList({ comparing }: { readonly comparing: Comparing }) {
  const app = useApp()
  const { comparison, hidden, current } = comparing
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const problems = useAfterPaint(comparison, problemsOf)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown follows from these two; the rest comes and goes.
  const changes = useMemo(() => shownChanges(comparing), [comparison, hidden])
  const cost = useCostDifference(comparing)
  const rows = useMemo(
    () => rowsOf({ comparison, changes, problems, cost, opened }),
    [comparison, changes, problems, cost, opened],
  )
  const toggle = useCallback(
    (id: string) =>
      setOpened((old) => {
        const next = new Set(old)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [],
  )
  const draw = useCallback(
    (row: Row, active: boolean) => (
      <ChangeRow row={row} comparison={comparison} active={active} toggle={toggle} />
    ),
    [comparison, toggle],
  )
  if (changes.length === 0 && changesOf(comparison).length > 0) return <Filtered />
  return (
    <RowList
      label={t('compare.list')}
      rows={rows}
      nameRow={(row) => nameRow(comparing, row)}
      guess={guess}
      current={current}
      onAction={(row) => {
        const change = changeOfRow(row, changes)
        if (change) showChange(app, change)
        else if (row.what === 'problem') centerOn([row.problem.element])
        else if (row.what === 'cost' && row.line.element !== undefined) centerOn([row.line.element])
        else if (row.what === 'more') toggle(row.id)
      }}
    >
      {draw}
    </RowList>
  )
}

function Filtered() {
  const app = useApp()
  return (
    <EmptyState
      icon={<FilterIcon size={20} />}
      title={t('compare.filtered')}
      hint={t('compare.filteredHint')}
    >
      <Button size="small" onPress={() => showAllStatuses(app)}>
        {t('compare.showAll')}
      </Button>
    </EmptyState>
  )
}

/** All rules have to run over both designs. */
function problemsOf({ problems }: Comparison): ProblemChanges {
  return problems
}

function nameRow(comparing: Comparing, row: Row): string {
  switch (row.what) {
    case 'section':
      return t(`compare.${row.section}`)
    case 'change':
      return nameChange(comparing, row.change)
    case 'field':
      return t('compare.fieldNamed', {
        field: row.field.pointer === '' ? t('compare.whole') : words(fieldTitle(row.change, row.field)),
        before: spoken(row.field, 'before'),
        after: spoken(row.field, 'after'),
      })
    case 'more':
      return t('compare.moreFields', { count: row.count })
    case 'problem':
      return t('compare.problemNamed', {
        state: t(row.state === 'appeared' ? 'compare.appearedOne' : 'compare.mendedOne'),
        severity: t(`problems.${row.problem.severity}`),
        name: nameIn(comparing.comparison, row.problem.element),
        message: words(row.problem),
      })
    case 'checking':
      return t('compare.checking')
    case 'no-problems':
      return t('compare.noProblems')
    case 'cost': {
      const { before, after, change } = dollarsOf(row.line.change)
      const name = costName(comparing.comparison, row.line)
      return t('compare.costNamed', { name, before, after, change })
    }
    case 'talk':
      return words(row.text)
  }
}

/** As much of a value as somebody may want to listen to. */
const SPOKEN = 120

function spoken({ pointer, ...values }: FieldChange, side: 'before' | 'after'): string {
  if (values[side] === undefined) return t('compare.nothing')
  const text = valueText(pointer, values[side])
  return text.length > SPOKEN ? `${text.slice(0, SPOKEN)}…` : text
}

/** As the style sheet has it: the height of a line, and what fits into one. */
const LINE = 18
const CHARACTER = 6.6

function guess(row: Row, width: number): number {
  if (row.what === 'section' || row.what === 'change') return 34
  if (row.what !== 'field') return 30
  const perLine = Math.max((width - 80) / CHARACTER, 20)
  const lines = [row.field.before, row.field.after].map((value) =>
    value === undefined ? 0 : Math.min(6, Math.ceil(valueText(row.field.pointer, value).length / perLine)),
  )
  return 28 + LINE * Math.max(1, (lines[0] ?? 0) + (lines[1] ?? 0))
}
