/** Places for elements that come in all at once: an import, a conversion. */
import type { Design } from '../../shared/design/design'
import { autoLayout } from '../../shared/layout/auto-layout'
import type { App } from '../store'
import { t } from '../strings/strings'
import { runInWorker } from './arrange-engine'

/** Where the new elements of a design go; without an answer, of which people are told, they are arranged by hand later. */
export async function placesForNew(
  app: App,
  design: Design,
  added: readonly string[],
): Promise<Design['layout']> {
  if (added.length === 0) return {}
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
