/** What is drawn now: the design in the nesting and language that are shown, with the places that the hand gives its elements. */
import type { Design } from '../../shared/design/design'
import { type Scene, sceneOf, sceneWith } from '../../shared/figures/scene'
import { type Layout, layoutOf } from '../../shared/figures/view'
import { graphOf } from '../../shared/graph/graph'
import type { NestingName } from '../../shared/graph/nestings'
import { routesAfter } from '../../shared/layout/keep-routes'
import type { Translate } from '../../shared/texts/translate'
import { type App, designOf } from '../store'
import { sayNow } from '../strings/words'
import { type Bending, gestures } from './gesture'

/** The scene outside of a component. */
export function sceneOfApp(app: App): Scene {
  const { preview, dragged, bending } = gestures.getState()
  const state = app.store.getState()
  return drawn(designOf(state), state.nesting, preview, dragged, bending)
}

/** The places in the nesting that is shown, as the design has them. */
export function layoutOfApp(app: App): Layout {
  const state = app.store.getState()
  return layoutOf(designOf(state), state.nesting)
}

/** Is the frame closed to its summary? */
export function isFolded(app: App, id: string): boolean {
  return layoutOfApp(app)[id]?.collapsed === true
}

interface Asked {
  readonly design: Design
  readonly nesting: NestingName
  readonly preview: Layout | undefined
  readonly floating: ReadonlySet<string>
  readonly bending: Bending | undefined
  readonly say: Translate
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
  bending?: Bending,
): Scene {
  const say = sayNow()
  const view = { nesting, floating, say }
  if (!preview && !bending && floating.size === 0) return sceneOf(design, view)
  const asked: Asked = { design, nesting, preview, floating, bending, say }
  if (last && isSame(last, asked)) return last.scene
  const settled = layoutOf(design, nesting)
  const layout = preview ?? settled
  const routes = nesting === 'logical' ? routesOf(design, layout, bending) : undefined
  const scene = sceneWith(
    { graph: graphOf(design), layout, settled, ...(routes === undefined ? {} : { routes }) },
    view,
  )
  last = { ...asked, scene }
  return scene
}

function isSame(a: Asked, b: Asked): boolean {
  return (
    a.design === b.design &&
    a.nesting === b.nesting &&
    a.preview === b.preview &&
    a.floating === b.floating &&
    a.bending === b.bending &&
    a.say === b.say
  )
}

/** The bends of lines as they are in the hand: they go with both ends, and where somebody pulls them. */
function routesOf(design: Design, layout: Layout, bending: Bending | undefined): Design['routes'] {
  const moved = layout === design.layout ? design.routes : routesAfter(design, { ...design, layout })
  return bending
    ? { ...moved, [bending.line]: { points: bending.points.map((point) => ({ ...point })) } }
    : moved
}
