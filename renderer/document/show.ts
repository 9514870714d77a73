/** Puts a design on the canvas in place of the one that is there. */
import type { Design } from '../../shared/design/design'
import { graphOf } from '../../shared/graph/graph'
import { arrangeFirst } from '../canvas/arrange'
import { focusCanvas, showAll } from '../canvas/camera'
import type { App, DocumentFile, LoadOptions } from '../store'

/** Shows a design; one without places is arranged first. */
export async function showDesign(
  app: App,
  design: Design,
  file: DocumentFile,
  options?: LoadOptions,
): Promise<void> {
  app.load(design, file, options)
  // The next keys are for the drawing, not for the button that opened it.
  requestAnimationFrame(focusCanvas)
  const graph = graphOf(design)
  const placed = Object.keys(design.elements).some(
    (id) => design.layout[id] !== undefined || graph.rows.has(id),
  )
  if (!placed && Object.keys(design.elements).length > 0) await arrangeFirst(app)
  else requestAnimationFrame(() => showAll())
}
