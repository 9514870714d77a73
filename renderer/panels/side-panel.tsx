import type { ReactNode } from 'react'
import { useApp } from '../app-context'
import { t } from '../strings/strings'
import { type Side, setShown } from './panel-state'
import { usePanels } from './use-panels'

/** A panel beside the canvas; in a narrow window it lies over it, and Escape closes it. */
export function SidePanel({ side, children }: { readonly side: Side; readonly children: ReactNode }) {
  const app = useApp()
  const { fit } = usePanels()
  return (
    <aside
      id={`panel-${side}`}
      className={`app-${side}`}
      aria-label={t(`window.${side}`)}
      onKeyDown={(event) => {
        if (fit !== 'overlay' || event.code !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        setShown(app, side, false)
      }}
    >
      {children}
    </aside>
  )
}
