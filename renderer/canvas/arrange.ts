/** Automatic layout in a worker: the window stays alive, it can be cancelled, and the result is one undo step. */

import { memoLast } from '../../shared/basics/memo'
import type { Design, Place } from '../../shared/design/design'
import type { DesignDraft } from '../../shared/design/edit'
import { graphOf, nameOf } from '../../shared/graph/graph'
import { draftLayout } from '../../shared/graph/nestings'
import { autoLayout } from '../../shared/layout/auto-layout'
import { type LayoutScope, layoutScope } from '../../shared/layout/layout-scope'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { runInWorker, stopWorkers } from './arrange-engine'
import { drawnLayout, glideFrom } from './arrange-motion'
import { arranging } from './arrange-state'
import { showAll } from './camera'

/** What takes no longer needs no progress shown. */
const PATIENCE = 300

// Menus and buttons ask for it with every change of the app's state.
const scopes = memoLast((design: Design) =>
  memoLast((ids: ReadonlySet<string>) => ({
    logical: layoutScope(design, ids, 'logical'),
    network: layoutScope(design, ids, 'network'),
  })),
)

/** What Shift+A arranges as things are. */
export function scopeOf(app: App): LayoutScope {
  const state = app.store.getState()
  return scopes(designOf(state))(state.selection.ids)[state.nesting]
}

/** The name of the step, and of the command, which says the same. */
export function scopeTitle(app: App, { only, frame }: LayoutScope): string {
  if (frame !== undefined) {
    return t('arranging.frame', { name: nameOf(graphOf(designOf(app.store.getState())), frame) })
  }
  return only ? t('arranging.selection') : t('arranging.everything')
}

/** Arranges what is selected, or everything. */
export async function arrangeSelection(app: App): Promise<void> {
  const scope = scopeOf(app)
  const count = await arrange(app, scope)
  if (count !== undefined) app.announce(count > 0 ? t('arranging.done', { count }) : t('arranging.same'))
}

/**
 * Arranges a design that came without a layout: that is no act of the user's, so it leaves no undo step, and nothing
 * glides from places that nobody has seen.
 */
export async function arrangeFirst(app: App): Promise<void> {
  await arrange(app, {}, 'skip')
}

/** How many elements moved; undefined when nothing came of it, which people are told unless they cancelled. */
async function arrange(
  app: App,
  scope: LayoutScope,
  record: 'step' | 'skip' = 'step',
): Promise<number | undefined> {
  arranging.getState().run?.cancel()
  const state = app.store.getState()
  const design = designOf(state)
  const places = await search(app, design, scope)
  if (!places) return undefined
  if (!isAsBefore(app, design)) {
    app.notify({ kind: 'info', text: t('arranging.outdated'), detail: t('arranging.outdatedHint') })
    return undefined
  }
  const before = drawnLayout(app)
  const moved = Object.entries(places).filter(([id, { x, y }]) => before[id]?.x !== x || before[id]?.y !== y)
  const label = scopeTitle(app, scope)
  app.edit(label, (draft) => put(draft, app, places, new Set(moved.map(([id]) => id))), { record })
  if (!scope.only) showAll()
  if (record === 'step') glideFrom(app, before)
  return moved.length
}

/** The new places; undefined when it was cancelled or failed. */
async function search(
  app: App,
  design: Design,
  { only }: LayoutScope,
): Promise<Readonly<Record<string, Place>> | undefined> {
  const { nesting } = app.store.getState()
  let cancel = () => {}
  const cancelled = new Promise<undefined>((resolve) => {
    cancel = () => {
      stopWorkers()
      resolve(undefined)
      app.announce(t('arranging.cancelled'))
    }
  })
  const mine = { done: 0, total: 0, shown: false, cancel }
  const patch = (part: Partial<typeof mine>) =>
    arranging.setState(({ run }) => (run?.cancel === cancel ? { run: { ...run, ...part } } : {}))
  arranging.setState({ run: mine })
  app.patch({ busy: true })
  const timer = setTimeout(() => patch({ shown: true }), PATIENCE)
  const onProgress = (done: number, total: number) => patch({ done, total })
  const layout = autoLayout(design, runInWorker, { nesting, onProgress, ...(only ? { only } : {}) })
  try {
    return await Promise.race([layout, cancelled])
  } catch (reason) {
    stopWorkers()
    const detail = reason instanceof Error ? reason.message : String(reason)
    app.notify({ kind: 'error', text: t('arranging.failed'), detail })
    return undefined
  } finally {
    clearTimeout(timer)
    if (arranging.getState().run?.cancel === cancel) {
      arranging.setState({ run: undefined })
      app.patch({ busy: false })
    }
  }
}

/** Neither an element nor a line nor a place has changed since. */
function isAsBefore(app: App, before: Design): boolean {
  const now = designOf(app.store.getState())
  return (
    now.elements === before.elements &&
    now.connections === before.connections &&
    now.layout === before.layout &&
    now.networkLayout === before.networkLayout
  )
}

/** Lines that somebody bent around what has moved now find their own way again. */
function put(
  draft: DesignDraft,
  app: App,
  places: Readonly<Record<string, Place>>,
  moved: ReadonlySet<string>,
): void {
  const { nesting } = app.store.getState()
  const layout = draftLayout(draft, nesting)
  for (const [id, place] of Object.entries(places)) layout[id] = place
  if (!draft.routes) return
  for (const { id, from, to } of graphOf(designOf(app.store.getState())).connections)
    if (moved.has(from) || moved.has(to)) delete draft.routes[id]
}
