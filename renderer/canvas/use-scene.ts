import { type Scene, sceneOf } from '../../shared/figures/scene'
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

type Layout = ReturnType<typeof designOf>['layout']

// The design with the places of the moment, so that asking twice gives the same scene.
let last:
  | { readonly design: object; readonly layout: Layout; readonly moved: ReturnType<typeof designOf> }
  | undefined

function drawn(
  design: ReturnType<typeof designOf>,
  preview: Layout | undefined,
  dragged: ReadonlySet<string>,
): Scene {
  if (!preview) return sceneOf(design, dragged)
  if (last?.design !== design || last.layout !== preview) {
    last = { design, layout: preview, moved: { ...design, layout: preview } }
  }
  return sceneOf(last.moved, dragged)
}
