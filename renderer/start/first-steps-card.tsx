import { useEffect, useReducer, useState } from 'react'
import { useApp, useAppState, useProblems } from '../app-context'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { IconButton } from '../ui/icon-button'
import { CloseIcon } from '../ui/icons'
import { factsOf, follow, notBegun, stepIds } from './first-steps'
import { FirstStepsList } from './first-steps-list'
import './start.css'

/** What began on the empty canvas goes on in a corner of it, until all is done or somebody closes it. */
export function FirstStepsCard() {
  const app = useApp()
  const design = useAppState(designOf)
  const edited = useAppState(({ history }) => history.past.length + history.future.length > 0)
  const problems = useProblems()
  const [progress, tell] = useReducer(follow, notBegun)
  const [closed, setClosed] = useState(false)
  useEffect(() => tell(factsOf(design, edited, problems)), [design, edited, problems])
  const { begun, done, last } = progress
  const empty = last.elements.size === 0
  useEffect(() => {
    if (empty) setClosed(false)
  }, [empty])
  const latest = [...done].at(-1)
  useEffect(() => {
    if (latest) app.announce(t('start.steps.done', { step: t(`start.steps.${latest}`) }))
  }, [app, latest])
  if (!begun || empty || closed || done.size === 0) return null
  const title = t('start.steps.progress', { done: done.size, of: stepIds.length })
  return (
    <section className="first-steps" aria-label={title} data-testid="first-steps">
      <header>
        <h2>{title}</h2>
        <IconButton icon={<CloseIcon />} label={t('start.steps.close')} onPress={() => setClosed(true)} />
      </header>
      <FirstStepsList done={done} brief />
      {done.size === stepIds.length && <p>{t('start.steps.all')}</p>}
    </section>
  )
}
