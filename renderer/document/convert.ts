/** Converts a service, task or workload to the other side, as one step. */
import { convert } from '../../shared/convert/convert'
import { become } from '../../shared/design/become'
import { graphOf, nameOf } from '../../shared/graph/graph'
import { focusCanvas, showAll } from '../canvas/camera'
import { placesForNew } from '../canvas/places-for-new'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'

/** Converts it into a home, or into a cluster that is made; what is new gets a place, all else stays where it is. */
export async function convertInto(app: App, id: string, home: string | undefined): Promise<void> {
  app.patch({ overlay: undefined })
  const before = designOf(app.store.getState())
  const converted = convert(before, id, home)
  if (!converted) return
  const name = nameOf(graphOf(before), id)
  const layout = await placesForNew(app, converted.design, converted.added)
  // While places were looked for, somebody may have gone on working.
  const now = convert(designOf(app.store.getState()), id, home)
  if (!now) return
  const design = { ...now.design, layout: { ...now.design.layout, ...layout } }
  app.edit(t('convert.step', { name }), (draft) => become(draft, design), {
    select: { ids: new Set([now.became]) },
  })
  requestAnimationFrame(() => {
    focusCanvas()
    showAll(now.added)
  })
}
