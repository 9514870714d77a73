import { labelOf } from '../../shared/elements/kinds'
import type { Comparison } from '../../shared/review/compare/comparison'
import { moveWords, nameIn } from '../../shared/review/compare/words'
import type { Problem } from '../../shared/rules/problem'
import { ElementIcon } from '../figures/kind-icon'
import { RuleLink } from '../problems/rule-link'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { MenuArrowIcon, OpenedIcon } from '../ui/icons'
import { SeverityGlyph } from '../ui/severity-glyph'
import type { Change } from './changes'
import { CostLine } from './cost-line'
import { FieldValues } from './field-values'
import { fieldTitle, type Row } from './list-rows'
import { titleOf } from './navigate'
import { StatusSign } from './status-sign'

interface Props {
  readonly row: Row
  readonly comparison: Comparison
  /** Its buttons can be reached with Tab. */
  readonly active: boolean
  /** Opens or closes what a row holds back. */
  readonly toggle: (id: string) => void
}

/** What a row of the list shows. */
export function ChangeRow({ row, comparison, active, toggle }: Props) {
  switch (row.what) {
    case 'section':
      return <h3 className="compare-section">{t(`compare.${row.section}`)}</h3>
    case 'change':
      return (
        <div className="compare-change">
          <StatusSign status={row.change.status} />
          <What change={row.change} comparison={comparison} />
          <span className="compare-status status-colored" data-status={row.change.status}>
            {t(`compare.status.${row.change.status}`)}
          </span>
          {row.isOpen !== undefined && (
            <IconButton
              icon={row.isOpen ? <MenuArrowIcon size={14} /> : <OpenedIcon size={14} />}
              label={t(row.isOpen ? 'compare.less' : 'compare.more')}
              aria-expanded={row.isOpen}
              excludeFromTabOrder={!active}
              side="top"
              onPress={() => toggle(row.id)}
            />
          )}
        </div>
      )
    case 'field':
      return (
        <div className="compare-field">
          {row.field.pointer !== '' && (
            <span className="compare-field-name" title={row.field.pointer}>
              {words(fieldTitle(row.change, row.field))}
            </span>
          )}
          <FieldValues
            field={row.field}
            isWhole={row.isWhole}
            active={active}
            toggle={() => toggle(row.id)}
          />
        </div>
      )
    case 'more':
      return (
        <div className="compare-field">
          <Button variant="quiet" size="small" excludeFromTabOrder={!active} onPress={() => toggle(row.id)}>
            {t('compare.moreFields', { count: row.count })}
          </Button>
        </div>
      )
    case 'problem':
      return <ProblemChange problem={row.problem} state={row.state} comparison={comparison} active={active} />
    case 'checking':
      return <p className="compare-note">{t('compare.checking')}</p>
    case 'no-problems':
      return <p className="compare-note">{t('compare.noProblems')}</p>
    case 'cost':
      return <CostLine line={row.line} isAlike={row.isAlike} comparison={comparison} />
    case 'talk':
      return <p className="compare-note">{words(row.text)}</p>
  }
}

function What({ change, comparison }: { readonly change: Change; readonly comparison: Comparison }) {
  if (change.of !== 'element') return <span className="compare-sentence">{titleOf(comparison, change)}</span>
  const { kind, name, status } = change.element
  return (
    <>
      <ElementIcon kind={kind} />
      <span className="compare-change-name">{name}</span>
      <span className="compare-kind">
        {words(labelOf(kind))}
        {status === 'moved' && ` · ${words(moveWords(change.element))}`}
      </span>
    </>
  )
}

interface ProblemProps {
  readonly problem: Problem
  readonly state: 'appeared' | 'mended'
  readonly comparison: Comparison
  readonly active: boolean
}

function ProblemChange({ problem, state, comparison, active }: ProblemProps) {
  return (
    <div className="compare-problem" data-state={state}>
      <span className="compare-problem-state" data-state={state}>
        {t(state === 'appeared' ? 'compare.appearedOne' : 'compare.mendedOne')}
      </span>
      <SeverityGlyph severity={problem.severity} named />
      <span className="compare-problem-text">
        <strong>{nameIn(comparison, problem.element)}</strong> {words(problem)}{' '}
        <RuleLink rule={problem.rule} excludeFromTabOrder={!active} />
      </span>
    </div>
  )
}
