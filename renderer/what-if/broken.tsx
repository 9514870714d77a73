import { kindOf } from '../../shared/elements/kinds'
import { type Graph, nameOf } from '../../shared/graph/graph'
import type { Problem } from '../../shared/rules/problem'
import { ElementIcon } from '../figures/kind-icon'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Glyph } from '../ui/glyph'
import { SeverityGlyph } from '../ui/severity-glyph'

/** A dialog that lists thousands is read by nobody. */
const MOST = 50

interface Props {
  /** Of the design after the switch. */
  readonly graph: Graph
  readonly problems: readonly Problem[]
  readonly isMended: (problem: Problem) => boolean
}

/** Every member that would not fit, by element, each with its fix or with the word that somebody has to decide. */
export function Broken({ graph, problems, isMended }: Props) {
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const group = groups.get(problem.element)
    if (group) group.push(problem)
    else groups.set(problem.element, [problem])
  }
  return (
    <div className="what-if-groups">
      {[...groups].slice(0, MOST).map(([id, group]) => (
        <section key={id} aria-label={nameOf(graph, id)}>
          <Heading graph={graph} id={id} />
          <ul className="what-if-problems">
            {group.map((problem) => (
              <li key={`${problem.rule}${problem.path}`}>
                <SeverityGlyph severity={problem.severity} named />
                <span>
                  {words(problem)} <code>{problem.rule}</code>
                  <Outcome problem={problem} mended={isMended(problem)} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {groups.size > MOST && <p>{t('whatIf.moreElements', { count: groups.size - MOST })}</p>}
    </div>
  )
}

/** A service and its task definition often have the same name, so the kind stands beside it. */
function Heading({ graph, id }: { readonly graph: Graph; readonly id: string }) {
  const kind = graph.element(id)?.kind ?? ''
  return (
    <h3 className="what-if-element">
      <ElementIcon kind={kind} />
      {nameOf(graph, id)}
      <span className="what-if-kind">{words(kindOf(kind)?.label ?? kind)}</span>
    </h3>
  )
}

function Outcome({ problem, mended }: { readonly problem: Problem; readonly mended: boolean }) {
  const fix = mended ? problem.fix : undefined
  return (
    <span className="what-if-outcome" data-mended={fix !== undefined}>
      <Glyph name={fix ? 'ok' : 'warning'} size={12} />
      {fix ? words(fix.title) : t('whatIf.decide')}
    </span>
  )
}
