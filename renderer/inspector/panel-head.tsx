import type { ReactNode } from 'react'

export interface PanelHeadProps {
  readonly icon?: ReactNode
  readonly title: string
  readonly subtitle?: ReactNode
  readonly actions?: ReactNode
}

/** The top of the panel: what it is about. */
export function PanelHead({ icon, title, subtitle, actions }: PanelHeadProps) {
  return (
    <header className="inspector-head">
      {icon}
      <div className="inspector-head-text">
        <h2 className="inspector-title" title={title}>
          {title}
        </h2>
        {subtitle && <p className="inspector-subtitle">{subtitle}</p>}
      </div>
      {actions && <div className="inspector-head-actions">{actions}</div>}
    </header>
  )
}
