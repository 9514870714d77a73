import type { JudgedProblem } from '../../shared/rules/waivers'
import { unwaive } from '../../shared/rules/waivers'
import { useApp } from '../app-context'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { IconButton } from '../ui/icon-button'
import { ResetIcon, WaiveIcon, WhyIcon } from '../ui/icons'
import { SeverityGlyph } from '../ui/severity-glyph'
import { FixButton } from './fix-button'
import { ProblemDetails } from './problem-details'
import { RuleLink } from './rule-link'

interface Props {
  readonly problem: JudgedProblem
  /** Its buttons can be reached with Tab. */
  readonly active: boolean
  readonly explained: boolean
  readonly explain: () => void
}

/** One problem: what is wrong, by which rule, its fix or its waiver, and on request why and what the fix changes. */
export function ProblemLine({ problem, active, explained, explain }: Props) {
  const { fix, waiver, expired } = problem
  return (
    <>
      <div className="problems-line" data-waived={waiver !== undefined}>
        <SeverityGlyph severity={problem.severity} named />
        <span className="problems-message">
          {waiver ? <s>{words(problem)}</s> : words(problem)}{' '}
          <RuleLink rule={problem.rule} excludeFromTabOrder={!active} />
          {waiver && <span className="problems-waiver">{waiverText(waiver)}</span>}
          {expired && (
            <span className="problems-waiver">{t('waivers.ended', { date: expired.expires ?? '' })}</span>
          )}
        </span>
        <IconButton
          icon={<WhyIcon size={14} />}
          label={t('problems.why')}
          aria-expanded={explained}
          excludeFromTabOrder={!active}
          side="top"
          onPress={explain}
        />
        <WaiveButton problem={problem} active={active} />
        <span className="problems-fix">
          {fix && !waiver && <FixButton fix={fix} side="top" excludeFromTabOrder={!active} />}
        </span>
      </div>
      {explained && <ProblemDetails problem={problem} />}
    </>
  )
}

/** One button for both ways, so that the keyboard stays at it. */
function WaiveButton({ problem, active }: { readonly problem: JudgedProblem; readonly active: boolean }) {
  const app = useApp()
  const { waiver } = problem
  return (
    <IconButton
      icon={waiver ? <ResetIcon size={14} /> : <WaiveIcon size={14} />}
      label={t(waiver ? 'waivers.takeBack' : 'waivers.waive')}
      excludeFromTabOrder={!active}
      side="top"
      onPress={() => {
        if (waiver) app.edit(t('waivers.takeBack'), (draft) => unwaive(draft, waiver.id))
        else app.patch({ overlay: { kind: 'waive', problem } })
      }}
    />
  )
}

function waiverText({ author, reason, expires }: NonNullable<JudgedProblem['waiver']>): string {
  return expires === undefined
    ? t('waivers.by', { author, reason })
    : t('waivers.byUntil', { author, reason, date: expires })
}
