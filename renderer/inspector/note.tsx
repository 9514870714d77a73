import type { Problem } from '../../shared/rules/problem'
import { FixButton } from '../problems/fix-button'
import { RuleLink } from '../problems/rule-link'
import { SeverityGlyph } from '../ui/severity-glyph'

/** A problem in the form: what is wrong, by which rule, and the fix where there is one. */
export function Note({ problem }: { readonly problem: Problem }) {
  const { severity, message, rule, fix } = problem
  return (
    <li className="inspector-note" data-severity={severity}>
      <SeverityGlyph severity={severity} named />
      <span className="inspector-note-text">
        {message} <RuleLink rule={rule} />
      </span>
      {fix && <FixButton fix={fix} side="bottom" />}
    </li>
  )
}
