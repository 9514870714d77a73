/** Compares two designs on the screen, in place of the canvas, until it is closed. The open design stays as it is. */
import type { Design } from '../../shared/design/design'
import { compareWith } from '../../shared/review/compare/comparison'
import { matchElements } from '../../shared/review/compare/match'
import { runInWorker } from '../canvas/arrange-engine'
import { focusCanvas, keepView, viewportNow } from '../canvas/camera'
import type { App } from '../store'
import { t } from '../strings/strings'
import { countChanges, type Status } from './changes'
import { type Comparing, type Form, forms, hiddenAtFirst, type Names, shownChanges } from './comparing'
import { withPlaces } from './places'

export interface CompareRequest {
  readonly before: Design
  readonly after: Design
  readonly names: Names
  /** What of the designs is compared, where that is not all of both. */
  readonly scope?: string
  /** Ids of a side were invented, as those of an import are: names tell more. */
  readonly isImport?: boolean
  /** By default the form that was chosen last. */
  readonly form?: Form
}

let runs = 0

/** Shows what changed from one design to another. */
export async function openCompare(app: App, request: CompareRequest): Promise<void> {
  const run = ++runs
  const sides = await placesFor(app, request)
  if (run !== runs) return
  const before = app.store.getState().comparing
  const comparing: Comparing = {
    comparison: compareWith(sides.before, sides.after, matchOptions(request)),
    isImport: request.isImport === true,
    given: sides.before,
    names: request.names,
    scope: request.scope,
    form: request.form ?? lastForm(app),
    hidden: hiddenAtFirst,
    current: undefined,
    view: before ? before.view : viewportNow(),
  }
  app.patch({ comparing, overlay: undefined, change: undefined })
  app.announce(`${t('compare.opened', { ...comparing.names })} ${summaryOf(comparing)}`)
}

function matchOptions({ isImport }: { readonly isImport?: boolean }) {
  return { ids: isImport ? ('last' as const) : ('first' as const) }
}

async function placesFor(app: App, request: CompareRequest) {
  const { before, after } = request
  app.patch({ busy: true })
  try {
    return await withPlaces(
      { before, after },
      matchElements(before, after, matchOptions(request)),
      runInWorker,
    )
  } catch (reason) {
    // What has no place stands in a corner then: the list tells the same.
    const detail = reason instanceof Error ? reason.message : String(reason)
    app.notify({ kind: 'error', text: t('arranging.failed'), detail })
    return { before, after }
  } finally {
    app.patch({ busy: false })
  }
}

/** Leaves the comparison; the canvas is as it was. */
export function closeCompare(app: App): void {
  runs += 1
  const { comparing } = app.store.getState()
  if (!comparing) return
  if (comparing.view) keepView(comparing.view)
  app.patch({ comparing: undefined })
  app.announce(t('compare.closed'))
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(() => focusCanvas())
}

/** The other way round: what was added was removed. */
export function swapSides(app: App): void {
  const { comparing } = app.store.getState()
  if (!comparing) return
  const { comparison, given, names } = comparing
  const swapped: Comparing = {
    ...comparing,
    comparison: compareWith(comparison.after, given, matchOptions(comparing)),
    given: comparison.after,
    names: { before: names.after, after: names.before },
    current: undefined,
  }
  app.patch({ comparing: swapped })
  app.announce(`${t('compare.opened', { ...swapped.names })} ${summaryOf(swapped)}`)
}

/** Shows it as one drawing, two, or none. */
export function showForm(app: App, form: Form): void {
  const { comparing, settings } = app.store.getState()
  if (!comparing || comparing.form === form) return
  const panels = { ...settings.panels, compare: forms.indexOf(form) }
  app.patch({ comparing: { ...comparing, form }, settings: { ...settings, panels } })
  app.announce(t(`compare.form.${form}`))
}

function lastForm(app: App): Form {
  return forms[app.store.getState().settings.panels.compare ?? 0] ?? 'overlay'
}

/** Shows or leaves out changes of a kind. */
export function toggleStatus(app: App, status: Status): void {
  const { comparing } = app.store.getState()
  if (!comparing) return
  const hidden = new Set(comparing.hidden)
  if (!hidden.delete(status)) hidden.add(status)
  app.patch({ comparing: { ...comparing, hidden } })
}

/** “3 added · 1 removed · 5 changed” */
export function summaryOf(comparing: Comparing): string {
  const { added, removed, changed } = countChanges(shownChanges({ ...comparing, hidden: hiddenAtFirst }))
  const parts = [
    ...(added > 0 ? [t('compare.count.added', { count: added })] : []),
    ...(removed > 0 ? [t('compare.count.removed', { count: removed })] : []),
    ...(changed > 0 ? [t('compare.count.changed', { count: changed })] : []),
  ]
  return parts.length > 0 ? parts.join(' · ') : t('compare.same')
}

/** Leaves nothing out any more. */
export function showAllStatuses(app: App): void {
  const { comparing } = app.store.getState()
  if (comparing) app.patch({ comparing: { ...comparing, hidden: new Set() } })
}
