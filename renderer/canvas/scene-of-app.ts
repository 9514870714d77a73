/** What is drawn now: the design in the nesting that is shown, with the places that the hand gives its elements. */
import type { Design } from '../../shared/design/design'
import { type Scene, sceneOf } from '../../shared/figures/scene'
import { type Layout, layoutOf, withLayout } from '../../shared/figures/view'
import type { NestingName } from '../../shared/graph/nestings'
import { type App, designOf } from '../store'
import { gestures } from './gesture'

/** The scene outside of a component. */
export function sceneOfApp(app: App): Scene {
  const { preview, dragged } = gestures.getState()
  const state = app.store.getState()
  return drawn(designOf(state), state.nesting, preview, dragged)
}

/** The places in the nesting that is shown, as the design has them. */
export function layoutOfApp(app: App): Layout {
  const state = app.store.getState()
  return layoutOf(designOf(state), state.nesting)
}

// The design with the places of the moment, so that asking twice gives the same scene.
let last:
  | {
      readonly design: Design
      readonly nesting: NestingName
      readonly layout: Layout
      readonly moved: Design
    }
  | undefined

/** The scene of a design, with other places if there are any. */
export function drawn(
  design: Design,
  nesting: NestingName,
  preview: Layout | undefined,
  floating: ReadonlySet<string>,
): Scene {
  const view = { nesting, floating }
  if (!preview) return sceneOf(design, view)
  if (last?.design !== design || last.layout !== preview || last.nesting !== nesting) {
    last = { design, nesting, layout: preview, moved: withLayout(design, nesting, preview) }
  }
  return sceneOf(last.moved, view)
}
