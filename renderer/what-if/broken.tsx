import { graphOf, nameOf } from '../../shared/graph/graph'
import type { Problem } from '../../shared/rules/problem'
import type { WhatIf } from '../../shared/what-if/what-if'
import { ElementIcon } from '../figures/kind-icon'
import { t } from '../strings/strings'
import { Glyph } from '../ui/glyph'
import { SeverityGlyph } from '../ui/severity-glyph'

interface Props {
  readonly answer: WhatIf
  readonly isMended: (problem: Problem) => boolean
}

/** Every member that would not fit, by element, each with its fix or with the word that somebody has to decide. */
export function Broken({ answer, isMended }: Props) {
  const graph = graphOf(answer.switched)
  const groups = new Map<string, Problem[]>()
  // What only turns up after the first fixes belongs to the list too.
  const later = answer.left.filter((problem) => !answer.breaks.some((one) => one.message === problem.message))
  for (const problem of [...answer.breaks, ...later]) {
    groups.set(problem.element, [...(groups.get(problem.element) ?? []), problem])
  }
  return (
    <div className="what-if-groups">
      {[...groups].map(([id, problems]) => (
        <section key={id} aria-label={nameOf(graph, id)}>
          <h3 className="what-if-element">
            <ElementIcon kind={graph.design.elements[id]?.kind ?? ''} />
            {nameOf(graph, id)}
          </h3>
          <ul className="what-if-problems">
            {problems.map((problem) => (
              <li key={`${problem.rule}${problem.path}`}>
                <SeverityGlyph severity={problem.severity} named />
                <span>
                  {problem.message} <code>{problem.rule}</code>
                  {isMended(problem) && problem.fix ? (
                    <span className="what-if-fix">
                      <Glyph name="ok" size={12} /> {problem.fix.title}
                    </span>
                  ) : (
                    <span className="what-if-left">{t('whatIf.decide')}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
