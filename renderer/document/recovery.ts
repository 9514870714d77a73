/**
 * Writes unsaved work down, so that a crash costs seconds: a second after an edit, and in unbroken editing at least
 * every five. What is saved, undone or discarded is forgotten again.
 */
import type { Design } from '../../shared/design/design'
import { elementText, serialize } from '../../shared/design/serialize'
import { flushTyping } from '../inspector/typing'
import { type App, type AppState, designOf, isDirty } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'

/** Quiet after an edit, in milliseconds. */
const QUIET = 1000
/** The longest that an edit waits while others keep coming; what is left of five seconds is for putting it into words. */
const LONGEST = 4000
/** What putting into words may take at a time: the rest of a frame is for drawing. */
const SLICE = 6
/** The longest wait for an idle moment, in milliseconds. */
const IDLE = 50

interface Keeper {
  /** What is written down, or being written. */
  kept: Design | undefined
  /** The user does not want it any more. */
  released: Design | undefined
  /** When the first edit came that is not written down. */
  since: number | undefined
  timer: ReturnType<typeof setTimeout> | undefined
  /** Settles when nothing is being written. */
  writing: Promise<unknown>
  /** That it failed was said. */
  told: boolean
}

const keepers = new WeakMap<App['store'], Keeper>()

function keeperOf({ store }: App): Keeper {
  const known = keepers.get(store)
  if (known) return known
  const keeper: Keeper = {
    kept: undefined,
    released: undefined,
    since: undefined,
    timer: undefined,
    writing: Promise.resolve(),
    told: false,
  }
  keepers.set(store, keeper)
  return keeper
}

/** Follows the design for as long as the window is open; returns the function that stops it. */
export function startRecovery(app: App): () => void {
  const keeper = keeperOf(app)
  const stop = app.store.subscribe((state, before) => {
    if (state.slot !== before.slot) leave(app, keeper, before)
    if (!isDirty(state)) forget(app, keeper, state.slot)
    else if (designOf(state) !== keeper.kept) soon(app, keeper)
  })
  return () => {
    stop()
    clearTimeout(keeper.timer)
  }
}

/** Writes down at once what is not yet: the window may be about to go. False when that can't be done. */
export async function flushRecovery(app: App): Promise<boolean> {
  flushTyping()
  const keeper = keeperOf(app)
  const state = app.store.getState()
  if (isDirty(state) && designOf(state) !== keeper.kept) write(app, keeper, state)
  await keeper.writing
  return keeper.kept === designOf(state) || !isDirty(app.store.getState())
}

/** The user does not want the unsaved changes any more; they go when the document does. */
export function releaseRecovery(app: App): void {
  keeperOf(app).released = designOf(app.store.getState())
}

/** Forgets the document's unsaved changes: the window closes, and the user does not want them. */
export async function dropRecovery(app: App): Promise<void> {
  const keeper = keeperOf(app)
  clearTimeout(keeper.timer)
  await keeper.writing
  await app.host.dropRecovery(app.store.getState().slot)
}

/** The document came from what is written down: that still stands. */
export function isKept(app: App): void {
  const keeper = keeperOf(app)
  reset(keeper)
  keeper.kept = designOf(app.store.getState())
}

/** Another document was opened. What nobody has saved or discarded stays, to be offered at the next start. */
function leave(app: App, keeper: Keeper, left: AppState): void {
  const wanted = isDirty(left) && designOf(left) !== keeper.released
  if (wanted && designOf(left) !== keeper.kept) write(app, keeper, left)
  if (!wanted) forget(app, keeper, left.slot)
  reset(keeper)
}

function reset(keeper: Keeper): void {
  clearTimeout(keeper.timer)
  Object.assign(keeper, { kept: undefined, released: undefined, since: undefined, timer: undefined })
}

function forget(app: App, keeper: Keeper, slot: string): void {
  const { kept } = keeper
  if (kept === undefined && keeper.since === undefined) return
  reset(keeper)
  keeper.told = false
  if (kept !== undefined) keeper.writing = keeper.writing.then(() => app.host.dropRecovery(slot))
}

function soon(app: App, keeper: Keeper): void {
  const now = Date.now()
  keeper.since ??= now
  clearTimeout(keeper.timer)
  const due = Math.min(now + QUIET, keeper.since + LONGEST)
  keeper.timer = setTimeout(() => void writeIdly(app, keeper), Math.max(0, due - now))
}

/** Puts the design into words bit by bit between frames, unless it is high time. */
async function writeIdly(app: App, keeper: Keeper): Promise<void> {
  const { slot, history } = app.store.getState()
  const latest = (keeper.since ?? Date.now()) + LONGEST
  let until = performance.now() + SLICE
  for (const element of Object.values(history.design.elements)) {
    elementText(element)
    if (performance.now() < until || Date.now() >= latest) continue
    await idle()
    until = performance.now() + SLICE
  }
  const state = app.store.getState()
  // Saved, undone, written down or replaced meanwhile.
  if (state.slot !== slot || !isDirty(state) || designOf(state) === keeper.kept) return
  write(app, keeper, state)
}

function idle(): Promise<void> {
  if (typeof requestIdleCallback !== 'function') return new Promise((go) => setTimeout(go, 0))
  return new Promise((go) => requestIdleCallback(() => go(), { timeout: IDLE }))
}

/** The host is asked at once, not after what is still being written: the page may be gone by then. */
function write(app: App, keeper: Keeper, { slot, file, history }: AppState): void {
  clearTimeout(keeper.timer)
  const { design } = history
  Object.assign(keeper, { kept: design, since: undefined })
  const written = app.host.keepRecovery({
    slot,
    name: file.name,
    text: serialize(design),
    elements: Object.keys(design.elements).length,
    ...(file.id === undefined ? {} : { file: file.id }),
  })
  keeper.writing = Promise.all([keeper.writing, written]).then(([, { ok, ...answer }]) => {
    if (ok) recovered(app, keeper)
    else if ('error' in answer) failed(app, keeper, design, failureText(answer.error))
  })
}

function recovered(app: App, keeper: Keeper): void {
  keeper.told = false
  if (app.store.getState().notice?.about === 'recovery') app.notify(undefined)
}

/** Said once: the next edit tries again, and goes on trying in silence. */
function failed(app: App, keeper: Keeper, design: Design, text: string): void {
  if (keeper.kept === design) keeper.kept = undefined
  if (keeper.told) return
  keeper.told = true
  // A save that failed has said already what is wrong.
  if (app.store.getState().notice?.about === 'save') return
  app.notify({
    kind: 'error',
    about: 'recovery',
    text: t('recovery.notKept'),
    detail: text,
    actions: [{ text: t('file.saveAs'), command: 'file.save-as' }],
  })
}
