/** Converts a service, task or workload to the other side, as one step. */
import { convert } from '../../shared/convert/convert'
import { become } from '../../shared/design/become'
import type { Design } from '../../shared/design/design'
import { graphOf, nameOf } from '../../shared/graph/graph'
import { autoLayout } from '../../shared/layout/auto-layout'
import { runInWorker } from '../canvas/arrange-engine'
import { focusCanvas, showAll } from '../canvas/camera'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'

/** Converts it into a home, or into a cluster that is made; what is new gets a place, all else stays where it is. */
export async function convertInto(app: App, id: string, home: string | undefined): Promise<void> {
  app.patch({ overlay: undefined })
  const before = designOf(app.store.getState())
  const converted = convert(before, id, home)
  if (!converted) return
  const name = nameOf(graphOf(before), id)
  const layout = await placesFor(app, converted.design, converted.added)
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

/** Without an answer the new elements lie on one another, and can be arranged by hand. */
async function placesFor(app: App, design: Design, added: readonly string[]): Promise<Design['layout']> {
  app.patch({ busy: true })
  try {
    return await autoLayout(design, runInWorker, { only: new Set(added) })
  } catch (reason) {
    const detail = reason instanceof Error ? reason.message : String(reason)
    app.notify({ kind: 'error', text: t('arranging.failed'), detail })
    return {}
  } finally {
    app.patch({ busy: false })
  }
}
