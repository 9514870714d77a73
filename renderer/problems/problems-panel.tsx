import './problems-panel.css'
import { useDeferredValue, useMemo, useState } from 'react'
import { ruleOf } from '../../shared/rules/explain'
import { type Problem, severities } from '../../shared/rules/problem'
import type { Severity } from '../../shared/rules/rule'
import { useApp, useDesign, useJudged } from '../app-context'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Glyph } from '../ui/glyph'
import { IconButton } from '../ui/icon-button'
import { CheckIcon, CloseIcon, FilterIcon, FixIcon, WaiveIcon } from '../ui/icons'
import { Menu } from '../ui/menu'
import { SeverityGlyph } from '../ui/severity-glyph'
import { ToggleButton } from '../ui/toggle-button'
import { fixAll } from './fix-all'
import { countBySeverity, fixableRules, groupProblems } from './problem-groups'
import { ProblemList } from './problem-list'

const ALL: ReadonlySet<Severity> = new Set(severities)

/** The bottom panel: everything the rules say, by element. */
export function ProblemsPanel() {
  const app = useApp()
  // Typing in a field must not wait for a long list to be drawn.
  const { all, open } = useDeferredValue(useJudged())
  const elements = useDeferredValue(useDesign().elements)
  const [withWaived, setWithWaived] = useState(true)
  const [shown, setShown] = useState(ALL)
  const counts = useMemo(() => countBySeverity(open), [open])
  const groups = useMemo(
    () => groupProblems(withWaived ? all : open, shown, elements),
    [withWaived, all, open, shown, elements],
  )
  const waived = all.length - open.length
  const toggle = (severity: Severity) => {
    const next = new Set(shown)
    if (!next.delete(severity)) next.add(severity)
    setShown(next)
  }
  const showAll = () => {
    setShown(ALL)
    setWithWaived(true)
  }
  return (
    <section className="problems" aria-label={t('problems.title')}>
      <header className="problems-head">
        <Filters counts={counts} shown={shown} toggle={toggle} />
        {waived > 0 && (
          <ToggleButton isSelected={withWaived} onChange={setWithWaived}>
            <WaiveIcon size={14} />
            {t('problems.waived')}
            <span className="problems-count">{waived}</span>
          </ToggleButton>
        )}
        <span className="problems-gap" />
        <FixAll problems={open} />
        <IconButton
          icon={<CloseIcon />}
          label={t('problems.close')}
          onPress={() => app.patch({ bottomTab: undefined })}
        />
      </header>
      <div className="problems-body">
        {groups.length > 0 ? (
          <ProblemList groups={groups} />
        ) : (
          <Nothing drawn={Object.keys(elements).length > 0} filtered={all.length > 0} showAll={showAll} />
        )}
      </div>
    </section>
  )
}

const NAMES = { error: 'problems.errors', warning: 'problems.warnings', advice: 'problems.advices' } as const

interface FiltersProps {
  readonly counts: Readonly<Record<Severity, number>>
  readonly shown: ReadonlySet<Severity>
  readonly toggle: (severity: Severity) => void
}

function Filters({ counts, shown, toggle }: FiltersProps) {
  return (
    <fieldset className="problems-filters" aria-label={t('problems.filter')}>
      {severities.map((severity) => (
        <ToggleButton key={severity} isSelected={shown.has(severity)} onChange={() => toggle(severity)}>
          <SeverityGlyph severity={severity} />
          {t(NAMES[severity])}
          <span className="problems-count">{counts[severity]}</span>
        </ToggleButton>
      ))}
    </fieldset>
  )
}

/** For rules that several problems come from; the menu says which and how many. */
function FixAll({ problems }: { readonly problems: readonly Problem[] }) {
  const app = useApp()
  const fixable = useMemo(() => fixableRules(problems), [problems])
  if (fixable.length === 0) return null
  const run = (rule: string, count: number) => {
    const label = `${t('problems.fixAllOf', { count })}: ${titleOf(rule)}`
    const { done, left } = fixAll(app, rule, label)
    if (left > 0) app.notify({ kind: 'info', text: t('problems.fixedSome', { done, count }) })
  }
  return (
    <Menu
      label={t('problems.fixAll')}
      placement="top end"
      groups={[
        {
          entries: fixable.map(({ rule, severity, count }) => ({
            id: rule,
            icon: <SeverityGlyph severity={severity} named />,
            label: titleOf(rule),
            detail: t('problems.fixAllOf', { count }),
            run: () => run(rule, count),
          })),
        },
      ]}
    >
      <Button variant="quiet" size="small" icon={<FixIcon size={14} />}>
        {t('problems.fixAll')}
      </Button>
    </Menu>
  )
}

function titleOf(rule: string): string {
  return words(ruleOf(rule)?.title ?? rule)
}

interface NothingProps {
  readonly drawn: boolean
  readonly filtered: boolean
  readonly showAll: () => void
}

function Nothing({ drawn, filtered, showAll }: NothingProps) {
  if (filtered) {
    return (
      <EmptyState
        icon={<FilterIcon size={20} />}
        title={t('problems.filtered')}
        hint={t('problems.filteredHint')}
      >
        <Button size="small" onPress={showAll}>
          {t('problems.showAll')}
        </Button>
      </EmptyState>
    )
  }
  if (!drawn) {
    return (
      <EmptyState icon={<CheckIcon size={20} />} title={t('problems.empty')} hint={t('problems.emptyHint')} />
    )
  }
  return (
    <EmptyState
      icon={<Glyph name="ok" size={20} />}
      tone="ok"
      title={t('problems.none')}
      hint={t('problems.noneHint')}
    />
  )
}
