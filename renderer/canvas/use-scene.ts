import type { Design } from '../../shared/design/design'
import { type Scene, sceneOf, sceneWith } from '../../shared/figures/scene'
import { logicalView } from '../../shared/figures/view'
import { graphOf } from '../../shared/graph/graph'
import { useAppState } from '../app-context'
import { type App, designOf } from '../store'
import { gestures, useGesture } from './gesture'

/** What is drawn now. While elements are dragged, frames don't stretch after them: otherwise nothing could be dragged out. */
export function useScene(): Scene {
  const dragged = useGesture((g) => g.dragged)
  const preview = useGesture((g) => g.preview)
  return useAppState((state) => drawn(designOf(state), preview, dragged))
}

/** The same outside of a component. */
export function sceneOfApp(app: App): Scene {
  const { preview, dragged } = gestures.getState()
  return drawn(designOf(app.store.getState()), preview, dragged)
}

function drawn(
  design: Design,
  preview: Design['layout'] | undefined,
  dragged: ReadonlySet<string>,
): Scene {
  const view = { ...logicalView, floating: dragged }
  if (!preview) return sceneOf(design, view)
  const { layout, routes } = design
  return sceneWith({ graph: graphOf(design), layout: preview, routes, settled: layout }, view)
}
