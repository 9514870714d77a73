import { useMemo, useSyncExternalStore } from 'react'
import { useAppState } from '../app-context'
import { type Fit, fitOf, type Sizes, sizesFor } from './panel-sizes'
import { isShown, type LeftTab, leftTabOf, usePanelState } from './panel-state'

export interface Panels {
  readonly fit: Fit
  readonly left: boolean
  readonly right: boolean
  readonly tab: LeftTab
  readonly sizes: Sizes
}

function onResize(changed: () => void): () => void {
  window.addEventListener('resize', changed)
  return () => window.removeEventListener('resize', changed)
}

/** What is shown in this window, and how large. */
export function usePanels(): Panels {
  const width = useSyncExternalStore(onResize, () => window.innerWidth)
  const height = useSyncExternalStore(onResize, () => window.innerHeight)
  const panels = useAppState((state) => state.settings.panels)
  const over = usePanelState((state) => state.over)
  const dragged = usePanelState((state) => state.dragged)
  return useMemo(() => {
    const fit = fitOf(width)
    const left = isShown(panels, over, fit === 'overlay', 'left')
    const right = isShown(panels, over, fit === 'overlay', 'right')
    const tab = leftTabOf(panels)
    const chosen = { ...panels, ...dragged }
    const sizes = sizesFor({ fit, width, height, sizes: chosen, left, right, palette: tab === 'elements' })
    return { fit, left, right, tab, sizes }
  }, [width, height, panels, over, dragged])
}
