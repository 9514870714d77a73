import type { Problem } from '../../shared/rules/problem'
import { FixButton } from '../problems/fix-button'
import { RuleLink } from '../problems/rule-link'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { SeverityGlyph } from '../ui/severity-glyph'

interface NoteProps {
  readonly problem: Problem
  /** Of several elements that are changed together, how many have the problem. */
  readonly of?: { readonly count: number; readonly all: number }
}

/** A problem in the form: what is wrong, by which rule, and the fix where there is one. */
export function Note({ problem, of }: NoteProps) {
  const { severity, rule, fix } = problem
  return (
    <li className="inspector-note" data-severity={severity}>
      <SeverityGlyph severity={severity} named />
      <span className="inspector-note-text">
        {words(problem)} {of && <span className="inspector-muted">{t('inspector.problemOf', of)} </span>}
        <RuleLink rule={rule} />
      </span>
      {fix && !of && <FixButton fix={fix} side="bottom" />}
    </li>
  )
}
