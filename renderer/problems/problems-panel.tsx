import './problems-panel.css'
import { useDeferredValue, useState } from 'react'
import { ruleOf } from '../../shared/rules/explain'
import { severities } from '../../shared/rules/problem'
import type { Severity } from '../../shared/rules/rule'
import { counting } from '../../shared/rules/waivers'
import { useApp, useDesign, useJudgedProblems, useProblems } from '../app-context'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Glyph } from '../ui/glyph'
import { IconButton } from '../ui/icon-button'
import { CheckIcon, CloseIcon, FixIcon, WaiveIcon } from '../ui/icons'
import { Menu } from '../ui/menu'
import { SeverityGlyph } from '../ui/severity-glyph'
import { ToggleButton } from '../ui/toggle-button'
import { fixAll } from './fix-all'
import { countBySeverity, fixableRules, groupProblems } from './problem-groups'
import { ProblemList } from './problem-list'

/** The bottom panel: everything the rules say, by element. */
export function ProblemsPanel() {
  const app = useApp()
  const { elements } = useDesign()
  // Typing in a field must not wait for a long list to be drawn.
  const judged = useDeferredValue(useJudgedProblems())
  const [withWaived, setWithWaived] = useState(true)
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set())
  const shown = new Set(severities.filter((severity) => !hidden.has(severity)))
  const problems = counting(judged)
  const waived = judged.length - problems.length
  const groups = groupProblems(withWaived ? judged : problems, shown, elements)
  const toggle = (severity: Severity) => {
    const next = new Set(hidden)
    if (!next.delete(severity)) next.add(severity)
    setHidden(next)
  }
  return (
    <section className="problems" aria-label={t('problems.title')}>
      <header className="problems-head">
        <h2 className="problems-title">{t('problems.title')}</h2>
        <Filters counts={countBySeverity(problems)} shown={shown} toggle={toggle} />
        {waived > 0 && (
          <ToggleButton isSelected={withWaived} onChange={setWithWaived}>
            <WaiveIcon size={14} />
            {t('problems.waived')}
            <span className="problems-count">{waived}</span>
          </ToggleButton>
        )}
        <span className="problems-gap" />
        <FixAll />
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
          <Nothing drawn={Object.keys(elements).length > 0} filtered={judged.length > 0} />
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
function FixAll() {
  const app = useApp()
  const fixable = fixableRules(useDeferredValue(useProblems()))
  if (fixable.length === 0) return null
  const run = (rule: string, count: number) => {
    const label = `${t('problems.fixAllOf', { count })}: ${ruleOf(rule)?.title ?? rule}`
    const { done, left } = fixAll(app, rule, label)
    if (left > 0) app.notify({ kind: 'info', text: t('problems.fixedSome', { done, count }) })
  }
  return (
    <Menu
      label={t('problems.fixAll')}
      groups={[
        {
          entries: fixable.map(({ rule, count }) => ({
            id: rule,
            label: ruleOf(rule)?.title ?? rule,
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

function Nothing({ drawn, filtered }: { readonly drawn: boolean; readonly filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState
        icon={<Glyph name="advice" size={20} />}
        title={t('problems.filtered')}
        hint={t('problems.filteredHint')}
      />
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
