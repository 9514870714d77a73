/** Compares two designs on the screen, in place of the canvas, until it is closed. The open design stays as it is. */
import type { Design } from '../../shared/design/design'
import type { NestingName } from '../../shared/graph/nestings'
import { runInWorker } from '../canvas/arrange-engine'
import { centerOn, focusCanvas, keepView, showAll, viewportNow } from '../canvas/camera'
import type { App } from '../store'
import { t } from '../strings/strings'
import { changesOf, countChanges, type Status } from './changes'
import { type Comparing, type Form, forms, hiddenAtFirst, type Names, shownChanges } from './comparing'
import { comparePair, type Pair, swapped } from './pair'
import { placedDesigns, placedSides, type Sides } from './places'

export interface CompareRequest {
  readonly before: Design
  readonly after: Design
  readonly names: Names
  /** By default the form that was chosen last. */
  readonly form?: Form
}

let runs = 0

/** Shows what changed from one design to another. */
export function openCompare(app: App, { before, after, names, form }: CompareRequest): Promise<void> {
  return openPair(app, { of: 'designs', before, after }, names, form)
}

/** The same for files of other tools, of which only what they speak of is compared. */
export async function openPair(app: App, pair: Pair, names: Names, form = lastForm(app)): Promise<void> {
  const run = ++runs
  const state = app.store.getState()
  const nesting = state.comparing?.nesting ?? state.nesting
  const found = await compared(app, pair, nesting)
  if (run !== runs) return
  const before = app.store.getState().comparing
  const comparing: Comparing = {
    ...found,
    nesting,
    names,
    form,
    hidden: hiddenAtFirst,
    current: undefined,
    view: before ? before.view : viewportNow(),
  }
  app.patch({ comparing, overlay: undefined, change: undefined })
  tell(app, comparing)
}

type Compared = Pick<Comparing, 'pair' | 'comparison' | 'sides'>

/** The comparison of a pair, on a drawing in which all of both has a place. */
async function compared(app: App, pair: Pair, nesting: NestingName): Promise<Compared> {
  app.patch({ busy: true })
  try {
    const placed = pair.of === 'designs' ? { ...pair, ...(await placedDesigns(pair, runInWorker)) } : pair
    const comparison = comparePair(placed)
    return { pair: placed, comparison, sides: await placedIn(nesting, pair, sidesOf(comparison)) }
  } catch (reason) {
    // What has no place stands in a corner then: the list tells the same.
    tellFailed(app, reason)
    const comparison = comparePair(pair)
    return { pair, comparison, sides: sidesOf(comparison) }
  } finally {
    app.patch({ busy: false })
  }
}

/** Both sides with places in a nesting. */
function placedIn(nesting: NestingName, { of }: Pair, sides: Sides): Promise<Sides> {
  return (of === 'designs' ? placedDesigns : placedSides)(sides, runInWorker, nesting)
}

function tellFailed(app: App, reason: unknown): void {
  const detail = reason instanceof Error ? reason.message : String(reason)
  app.notify({ kind: 'error', text: t('arranging.failed'), detail })
}

/** Not the comparison itself: whoever spread that out would have every rule run. */
function sidesOf({ before, after }: Comparing['comparison']): Sides {
  return { before, after }
}

function tell(app: App, comparing: Comparing): void {
  app.announce(`${t('compare.opened', { ...comparing.names })} ${summaryOf(comparing)}`)
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
export async function swapSides(app: App): Promise<void> {
  const run = ++runs
  const { comparing } = app.store.getState()
  if (!comparing) return
  const found = await compared(app, swapped(comparing.pair), comparing.nesting)
  const now = app.store.getState().comparing
  if (run !== runs || !now) return
  const names = { before: now.names.after, after: now.names.before }
  const next: Comparing = { ...now, ...found, names, current: undefined }
  app.patch({ comparing: next })
  tell(app, next)
}

/** Draws both in a nesting; what has no place there is given one first. The canvas keeps its own. */
export async function drawIn(app: App, nesting: NestingName): Promise<void> {
  const run = ++runs
  const { comparing } = app.store.getState()
  if (!comparing || comparing.nesting === nesting) return
  app.patch({ busy: true })
  const sides = await placedIn(nesting, comparing.pair, comparing.sides).catch((reason) => {
    tellFailed(app, reason)
    return comparing.sides
  })
  app.patch({ busy: false })
  const now = app.store.getState().comparing
  if (run !== runs || !now) return
  app.patch({ comparing: { ...now, sides, nesting } })
  app.announce(t(nesting === 'network' ? 'lens.saidNetwork' : 'lens.saidLogical'))
  const current = changesOf(now.comparison).find(({ key }) => key === now.current)
  // The drawing has to be there first.
  if (typeof requestAnimationFrame === 'function')
    requestAnimationFrame(() => (current && current.ids.length > 0 ? centerOn(current.ids) : showAll()))
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

/** Leaves nothing out any more. */
export function showAllStatuses(app: App): void {
  const { comparing } = app.store.getState()
  if (comparing) app.patch({ comparing: { ...comparing, hidden: new Set() } })
}

/** “3 added · 1 removed · 5 changed” */
export function summaryOf({ comparison }: Pick<Comparing, 'comparison'>): string {
  const counts = countChanges(shownChanges({ comparison, hidden: hiddenAtFirst }))
  const parts = (['added', 'removed', 'changed'] as const)
    .filter((status) => counts[status] > 0)
    .map((status) => t(`compare.count.${status}`, { count: counts[status] }))
  return parts.length > 0 ? parts.join(' · ') : t('compare.same')
}
