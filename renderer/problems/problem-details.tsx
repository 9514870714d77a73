import { useMemo } from 'react'
import { edit } from '../../shared/design/edit'
import { ruleOf } from '../../shared/rules/explain'
import type { Problem } from '../../shared/rules/problem'
import type { Fix } from '../../shared/rules/rule'
import { useDesign } from '../app-context'
import { t } from '../strings/strings'
import { DifferenceList } from './difference-list'
import { Sources } from './sources'

/** Why it is a problem, where AWS says so, and what the fix would change. */
export function ProblemDetails({ problem }: { readonly problem: Problem }) {
  const rule = ruleOf(problem.rule)
  if (!rule) return null
  return (
    <div className="problems-details">
      <div className="problems-why">
        <p>{rule.why}</p>
        <Sources sources={rule.sources} />
      </div>
      {problem.fix && <FixPreview fix={problem.fix} />}
    </div>
  )
}

function FixPreview({ fix }: { readonly fix: Fix }) {
  const design = useDesign()
  const after = useMemo(() => edit(design, fix.apply).design, [design, fix])
  return (
    <section className="problems-preview" aria-label={t('problems.preview')}>
      <h3>{fix.title}</h3>
      <DifferenceList before={design} after={after} />
    </section>
  )
}
