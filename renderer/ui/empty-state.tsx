import './empty-state.css'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly icon: ReactNode
  readonly title: string
  readonly hint?: string
  readonly tone?: 'plain' | 'ok'
  readonly children?: ReactNode
}

/** What a panel says while it has nothing to show: what it is for, why it is empty, what to do. */
export function EmptyState({ icon, title, hint, tone = 'plain', children }: EmptyStateProps) {
  return (
    <div className="ui-empty-state" data-tone={tone}>
      <span className="ui-empty-state-icon">{icon}</span>
      <p className="ui-empty-state-title">{title}</p>
      {hint && <p className="ui-empty-state-hint">{hint}</p>}
      {children}
    </div>
  )
}
