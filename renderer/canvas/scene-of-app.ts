/** What is drawn now: the design in the nesting that is shown, with the places that the hand gives its elements. */
import type { Design } from '../../shared/design/design'
import { type Scene, sceneOf, sceneWith } from '../../shared/figures/scene'
import { type Layout, layoutOf } from '../../shared/figures/view'
import { graphOf } from '../../shared/graph/graph'
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

interface Asked {
  readonly design: Design
  readonly nesting: NestingName
  readonly preview: Layout | undefined
  readonly floating: ReadonlySet<string>
}

// Asking twice gives the same scene.
let last: (Asked & { readonly scene: Scene }) | undefined

/**
 * The scene of a design, with other places if there are any. While something is held, frames stay as large as the design
 * has them: they neither stretch after it nor close behind it.
 */
export function drawn(
  design: Design,
  nesting: NestingName,
  preview: Layout | undefined,
  floating: ReadonlySet<string>,
): Scene {
  const view = { nesting, floating }
  if (!preview && floating.size === 0) return sceneOf(design, view)
  const asked: Asked = { design, nesting, preview, floating }
  if (last && isSame(last, asked)) return last.scene
  const settled = layoutOf(design, nesting)
  const { routes } = design
  const scene = sceneWith({ graph: graphOf(design), layout: preview ?? settled, routes, settled }, view)
  last = { ...asked, scene }
  return scene
}

function isSame(a: Asked, b: Asked): boolean {
  return (
    a.design === b.design && a.nesting === b.nesting && a.preview === b.preview && a.floating === b.floating
  )
}
