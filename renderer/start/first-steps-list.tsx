import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { applicationLoadBalancer } from '../../shared/elements/application-load-balancer'
import { service } from '../../shared/elements/service'
import { useApp, useAppState } from '../app-context'
import { command } from '../commands/commands'
import { shownKey } from '../commands/keys'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { type StepId, stepIds } from './first-steps'
import './start.css'

interface Props {
  readonly done: ReadonlySet<StepId>
  /** Says how to do only the first one that is left; otherwise all say it. */
  readonly brief?: boolean
}

/** The three steps, ticked or with how to do them. */
export function FirstStepsList({ done, brief = false }: Props) {
  const next = stepIds.find((id) => !done.has(id))
  const hints = useHints()
  return (
    <ol className="first-steps-list">
      {stepIds.map((id, index) => (
        <li key={id} data-done={done.has(id)}>
          <span className="first-steps-mark" aria-hidden>
            {done.has(id) ? <Check size={14} strokeWidth={2.5} /> : index + 1}
          </span>
          <span>
            <strong>{t(`start.steps.${id}`)}</strong>
            {done.has(id) && <span className="visually-hidden"> ({t('start.steps.isDone')})</span>}
            {!done.has(id) && (!brief || id === next) && <span>{hints[id]}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

function useHints(): Readonly<Record<StepId, ReactNode>> {
  const app = useApp()
  useAppState((state) => state.settings.keys)
  const key = (id: string) => shownKey(app, command(id)) ?? ''
  return {
    service: t('start.steps.serviceHint', { element: words(service.label) }),
    connect: t('start.steps.connectHint', { element: words(applicationLoadBalancer.label) }),
    fix: t('start.steps.fixHint', { next: key('view.next-problem'), fix: key('design.fix') }),
  }
}
