/** What is drawn now: the design in the nesting and language that are shown, with the places that the hand gives its elements. */
import type { Design } from '../../shared/design/design'
import { carried } from '../../shared/figures/carried'
import { type Scene, sceneOf, sceneWith } from '../../shared/figures/scene'
import { type Layout, layoutOf } from '../../shared/figures/view'
import { graphOf } from '../../shared/graph/graph'
import type { NestingName } from '../../shared/graph/nestings'
import { routesAfter } from '../../shared/layout/keep-routes'
import type { Translate } from '../../shared/texts/translate'
import { type App, designOf } from '../store'
import { sayNow } from '../strings/words'
import { type Bending, type Gesture, gestures } from './gesture'

/** The scene outside of a component. */
export function sceneOfApp(app: App): Scene {
  const state = app.store.getState()
  return drawn(designOf(state), state.nesting, gestures.getState())
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

/** What the hand has in it. */
export type Held = Pick<Gesture, 'preview' | 'dragged' | 'by' | 'bending'>

interface Asked extends Held {
  readonly design: Design
  readonly nesting: NestingName
  readonly say: Translate
}

// Asking twice gives the same scene.
let last: (Asked & { readonly scene: Scene }) | undefined

/** The scene of a design with what the hand does to it. */
export function drawn(design: Design, nesting: NestingName, held: Held): Scene {
  const { preview, dragged, by, bending } = held
  const asked: Asked = { design, nesting, say: sayNow(), preview, dragged, by, bending }
  if (last && isSame(last, asked)) return last.scene
  const bends = nesting === 'logical' ? design.routes : undefined
  const scene = by ? carried(settled(asked), { ids: dragged, by }, bends) : settled(asked)
  last = { ...asked, scene }
  return scene
}

/** Nothing carried: the design's own places, or those that a preview gives it. */
function settled({ design, nesting, say, preview, bending }: Asked): Scene {
  const view = { nesting, say }
  if (!preview && !bending) return sceneOf(design, view)
  const layout = preview ?? layoutOf(design, nesting)
  const routes = nesting === 'logical' ? routesOf(design, layout, bending) : undefined
  return sceneWith({ graph: graphOf(design), layout, ...(routes === undefined ? {} : { routes }) }, view)
}

function isSame(a: Asked, b: Asked): boolean {
  return (
    a.design === b.design &&
    a.nesting === b.nesting &&
    a.say === b.say &&
    a.preview === b.preview &&
    a.dragged === b.dragged &&
    a.by === b.by &&
    a.bending === b.bending
  )
}

/** The bends of lines as they are in the hand: they go with both ends, and where somebody pulls them. */
function routesOf(design: Design, layout: Layout, bending: Bending | undefined): Design['routes'] {
  const moved = layout === design.layout ? design.routes : routesAfter(design, { ...design, layout })
  return bending
    ? { ...moved, [bending.line]: { points: bending.points.map((point) => ({ ...point })) } }
    : moved
}
