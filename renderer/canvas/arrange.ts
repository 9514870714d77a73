/** Auto-layout in a worker: the window stays alive, and the result is one undo step. */

import ELK from 'elkjs/lib/elk-api.js'
import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url'
import { autoLayout } from '../../shared/layout/auto-layout'
import type { ElkNode } from '../../shared/layout/elk'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { showAll } from './camera'

let elk: InstanceType<typeof ELK> | undefined

function engine(): InstanceType<typeof ELK> {
  elk ??= new ELK({ workerFactory: () => new Worker(elkWorkerUrl) })
  return elk
}

/**
 * Arranges the whole design. `skip` is for designs that came without a layout: that is no act of the user's and leaves
 * no undo step.
 */
export async function arrange(app: App, record: 'step' | 'skip' = 'step'): Promise<void> {
  const design = designOf(app.store.getState())
  app.patch({ busy: true })
  try {
    // elkjs's types know no readonly members and give places to nothing; at run time it takes and returns this shape.
    const places = await autoLayout(design, async (graph) => (await engine().layout(graph)) as ElkNode)
    if (designOf(app.store.getState()).elements !== design.elements) return
    app.edit(
      t('commands.arrange.layout'),
      (draft) => {
        for (const [id, place] of Object.entries(places)) draft.layout[id] = place
      },
      { record },
    )
    // The canvas has to know the new places before it can fit them.
    requestAnimationFrame(() => showAll())
  } finally {
    app.patch({ busy: false })
  }
}
