import type { JudgedProblem } from '../../shared/rules/waivers'
import { unwaive } from '../../shared/rules/waivers'
import { useApp } from '../app-context'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { WaiveIcon, WhyIcon } from '../ui/icons'
import { SeverityGlyph } from '../ui/severity-glyph'
import { FixButton } from './fix-button'
import { ProblemDetails } from './problem-details'

interface Props {
  readonly problem: JudgedProblem
  readonly explained: boolean
  readonly explain: () => void
}

/** One problem: what is wrong, by which rule, its fix or its waiver, and on request why and what the fix changes. */
export function ProblemLine({ problem, explained, explain }: Props) {
  const app = useApp()
  const { fix, waiver, expired } = problem
  return (
    <>
      <div className="problems-line" data-waived={waiver !== undefined}>
        <SeverityGlyph severity={problem.severity} named />
        <span className="problems-message">
          {waiver ? <s>{problem.message}</s> : problem.message}
          {waiver && <span className="problems-waiver">{waiverText(waiver)}</span>}
          {expired && (
            <span className="problems-waiver">{t('waivers.ended', { date: expired.expires ?? '' })}</span>
          )}
        </span>
        <Button
          variant="quiet"
          size="small"
          aria-label={t('problems.openRule', { rule: problem.rule })}
          onPress={() => app.patch({ overlay: { kind: 'rule', id: problem.rule } })}
        >
          <code className="problems-rule">{problem.rule}</code>
        </Button>
        <IconButton
          icon={<WhyIcon size={14} />}
          label={t('problems.why')}
          aria-expanded={explained}
          side="top"
          onPress={explain}
        />
        {waiver ? (
          <Button size="small" onPress={() => app.edit(t('waivers.takeBack'), (d) => unwaive(d, waiver.id))}>
            {t('waivers.takeBack')}
          </Button>
        ) : (
          <>
            <IconButton
              icon={<WaiveIcon size={14} />}
              label={t('waivers.waive')}
              side="top"
              onPress={() => app.patch({ overlay: { kind: 'waive', problem } })}
            />
            <span className="problems-fix">{fix && <FixButton fix={fix} side="top" />}</span>
          </>
        )}
      </div>
      {explained && <ProblemDetails problem={problem} />}
    </>
  )
}

function waiverText({ author, reason, expires }: NonNullable<JudgedProblem['waiver']>): string {
  return expires === undefined
    ? t('waivers.by', { author, reason })
    : t('waivers.byUntil', { author, reason, date: expires })
}
