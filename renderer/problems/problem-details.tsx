import { ruleOf } from '../../shared/rules/explain'
import type { Problem } from '../../shared/rules/problem'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { FixPreview } from './fix-button'
import { Sources } from './sources'

/** Why it is a problem, where AWS says so, and what the fix would change. */
export function ProblemDetails({ problem }: { readonly problem: Problem }) {
  const rule = ruleOf(problem.rule)
  if (!rule) return null
  return (
    <div className="problems-details">
      <div className="problems-why">
        <p>{words(rule.why)}</p>
        <Sources sources={rule.sources} />
      </div>
      {problem.fix && (
        <section aria-label={t('problems.preview')}>
          <FixPreview fix={problem.fix} />
        </section>
      )}
    </div>
  )
}
