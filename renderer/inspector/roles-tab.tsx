import './roles-tab.css'
import { useEffect, useState } from 'react'
import { roleNames } from '../../shared/aws/facts/role-uses'
import { capital } from '../../shared/basics/quote'
import { roleRemedy } from '../../shared/consequences/role-remedy'
import { nameOf } from '../../shared/graph/graph'
import type { LensAnswer } from '../../shared/graph/role-lens'
import { useApp, useGraph } from '../app-context'
import { gestures } from '../canvas/gesture'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Glyph } from '../ui/glyph'
import { FixIcon, RoleIcon } from '../ui/icons'
import { keepFocusNear } from '../ui/keep-focus'
import { ElementButton } from './element-button'

/**
 * The role lens: who does what, with which role, and what is missing. As long as it is open the canvas shows the elements
 * that the answers are about; with one answer chosen, only that one's.
 */
export function Roles({ answers }: { readonly answers: readonly LensAnswer[] }) {
  const [chosen, setChosen] = useState<number>()
  const shown = answers.filter((_, index) => chosen === undefined || index === chosen)
  const lit = [...new Set(shown.flatMap((answer) => answer.lit))].sort().join(' ')
  useEffect(() => {
    gestures.setState({ lit: lit === '' ? undefined : new Set(lit.split(' ')) })
    return () => gestures.setState({ lit: undefined })
  }, [lit])
  if (answers.length === 0) {
    return <EmptyState icon={<RoleIcon size={20} />} title={t('roles.none')} hint={t('roles.noneHint')} />
  }
  return (
    <ul className="roles">
      {answers.map((answer, index) => (
        // Answers have no id of their own; their order is that of the configuration.
        // biome-ignore lint/suspicious/noArrayIndexKey: the same place in the list is the same answer.
        <li key={index} className="role" data-chosen={chosen === index}>
          <Answer
            answer={answer}
            chosen={chosen === index}
            choose={() => setChosen(chosen === index ? undefined : index)}
          />
        </li>
      ))}
    </ul>
  )
}

interface AnswerProps {
  readonly answer: LensAnswer
  readonly chosen: boolean
  readonly choose: () => void
}

function Answer({ answer: { use, does, runner, launch, answer }, chosen, choose }: AnswerProps) {
  const app = useApp()
  const graph = useGraph()
  const remedy = roleRemedy(graph, answer)
  const way = [
    ...(runner === undefined ? [] : [t('roles.asRunBy', { name: nameOf(graph, runner) })]),
    ...(launch === undefined ? [] : [t(`roles.launch.${launch}`)]),
  ]
  return (
    <>
      <button type="button" className="role-does" aria-pressed={chosen} onClick={choose}>
        <State missing={answer.missing} known={answer.element !== undefined} />
        <span>
          {t('roles.does', { role: capital(words(roleNames[answer.role])), does: words(does) })}
          {way.length > 0 && <span className="role-way">{way.join(', ')}</span>}
        </span>
      </button>
      <div className="role-ends">
        {answer.element !== undefined && <ElementButton id={answer.element} />}
        {use.target !== undefined && <ElementButton id={use.target} />}
      </div>
      {answer.missing === 'role' && (
        <p className="role-missing">{t('roles.noRole', { role: words(roleNames[answer.role]) })}</p>
      )}
      {answer.missing === 'permission' && (
        <p className="role-missing">
          {t('roles.lacks')}{' '}
          {answer.actions.map((action) => (
            <code key={action}>{action}</code>
          ))}
        </p>
      )}
      {answer.missing === undefined && answer.element === undefined && (
        <p className="role-unknown">{t('roles.unknown')}</p>
      )}
      {remedy && (
        <Button
          size="small"
          icon={<FixIcon size={12} />}
          onPress={(event) => {
            keepFocusNear(event)
            app.edit(words(remedy.title), remedy.apply)
          }}
        >
          {t(answer.missing === 'role' ? 'roles.attach' : 'roles.allow')}
        </Button>
      )}
    </>
  )
}

/** Sign and, for ears, word: is it allowed, is something missing, or does the drawing not say? */
function State({ missing, known }: { readonly missing: string | undefined; readonly known: boolean }) {
  const state = missing !== undefined ? 'missing' : known ? 'allowed' : 'unsaid'
  return (
    <span className="role-state" data-state={state}>
      {state === 'unsaid' ? (
        <RoleIcon size={14} />
      ) : (
        <Glyph name={state === 'allowed' ? 'ok' : 'warning'} size={14} />
      )}
      <span className="visually-hidden">{t(`roles.state.${state}`)}</span>
    </span>
  )
}
