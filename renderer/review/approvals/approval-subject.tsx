import { isOpen, threadsOf } from '../../../shared/review/threads'
import { severities } from '../../../shared/rules/problem'
import { ruleSetVersion } from '../../../shared/rules/rule-set'
import { useDesign, useProblems } from '../../app-context'
import { countBySeverity } from '../../problems/problem-groups'
import { t } from '../../strings/strings'
import { SeverityGlyph } from '../../ui/severity-glyph'

const COUNTED = { error: 'status.errors', warning: 'status.warnings', advice: 'status.advice' } as const

/** What would be approved, in numbers. */
export function ApprovalSubject() {
  const design = useDesign()
  const counts = countBySeverity(useProblems())
  const found = severities.filter((severity) => counts[severity] > 0)
  return (
    <dl className="approve-subject" aria-label={t('approvals.what')}>
      <dt>{t('approvals.elements')}</dt>
      <dd>{Object.keys(design.elements).length}</dd>
      <dt>{t('approvals.problems')}</dt>
      <dd>
        {found.length === 0 && t('approvals.noProblems')}
        {found.map((severity) => (
          <span key={severity}>
            <SeverityGlyph severity={severity} />
            {t(COUNTED[severity], { count: counts[severity] })}
          </span>
        ))}
      </dd>
      <dt>{t('approvals.threads')}</dt>
      <dd>{threadsOf(design).filter(isOpen).length}</dd>
      <dt>{t('approvals.ruleSet')}</dt>
      <dd>{ruleSetVersion()}</dd>
    </dl>
  )
}
