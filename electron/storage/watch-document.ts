/**
 * Watches the file of a document for changes by other programs, and tells of each new state once. What this window itself
 * reads or writes is never told.
 *
 * The folder is watched, not the file: most programs replace a file rather than write into it, and a watch would stay with
 * the old one. Watches also fail, silently on networks, so the file is looked at every few seconds as well; that costs one
 * question to the disk. The content is read only when anything about the file is different.
 */
import { dirname } from 'node:path'
import type { Documents, FileState } from './documents'
import type { Files } from './files'
import type { WatchFolder } from './watch-folder'

/** A state counts when it has stood so long: programs empty or remove a file before they write it. */
const SETTLE_MS = 150
const LOOK_EVERY_MS = 3000

export interface DocumentWatcher {
  /** Watches this file instead of the one before. */
  readonly watch: (path: string, changed: (what: 'changed' | 'gone') => void) => void
  /** Looks at once. */
  readonly look: () => void
  readonly stop: () => void
}

export interface WatcherParts {
  readonly documents: Pick<Documents, 'state'>
  readonly files: Pick<Files, 'realPath' | 'describe'>
  readonly watchFolder: WatchFolder
  readonly settle?: number
  readonly lookEvery?: number
}

/** A watcher that watches nothing yet. */
export function documentWatcher(parts: WatcherParts): DocumentWatcher {
  let watched: { readonly path: string; readonly look: () => void; readonly stop: () => void } | undefined
  const stop = () => {
    watched?.stop()
    watched = undefined
  }
  return {
    watch(path, changed) {
      if (watched?.path === path) return
      stop()
      watched = { path, ...watchOne(parts, path, changed) }
    },
    look: () => watched?.look(),
    stop,
  }
}

function watchOne(
  { documents, files, watchFolder, settle = SETTLE_MS, lookEvery = LOOK_EVERY_MS }: WatcherParts,
  path: string,
  changed: (what: 'changed' | 'gone') => void,
): { readonly look: () => void; readonly stop: () => void } {
  let stopped = false
  let soon: NodeJS.Timeout | undefined
  let stamp: string | undefined
  let told: string | undefined
  let folder: { readonly path: string; readonly stop: () => void } | undefined

  const lookSoon = () => {
    clearTimeout(soon)
    soon = setTimeout(() => void look(), settle)
  }

  /** Reads the state; one that was not there at the last look has to stand until the next. */
  let before: string | undefined
  const look = async () => {
    await followFolder()
    const state = await documents.state(path).catch(() => undefined)
    if (stopped || state === undefined) return
    const name = nameOf(state)
    const settled = name === before
    before = name
    if (!settled) return lookSoon()
    if (name !== told && name !== KNOWN) changed(state.is === 'gone' ? 'gone' : 'changed')
    told = name
  }

  const glance = async () => {
    const real = await files.realPath(path).catch(() => path)
    const now = await files.describe(real).then(
      (described) => described.stamp,
      () => 'none',
    )
    if (stopped || (now === stamp && folder !== undefined)) return
    stamp = now
    await look()
  }

  /** The folder may have been replaced, or the link may lead elsewhere now. */
  const followFolder = async () => {
    const real = await files.realPath(path).catch(() => undefined)
    const wanted = real === undefined ? undefined : dirname(real)
    if (stopped || (wanted === folder?.path && wanted !== undefined)) return
    folder?.stop()
    folder = undefined
    if (wanted === undefined) return
    let ended = false
    const stopWatch = watchFolder(wanted, lookSoon, () => {
      ended = true
      folder = undefined
    })
    if (!ended) folder = { path: wanted, stop: stopWatch }
  }

  const timer = setInterval(() => void glance(), lookEvery)
  timer.unref()
  lookSoon()
  return {
    look: lookSoon,
    stop() {
      stopped = true
      clearTimeout(soon)
      clearInterval(timer)
      folder?.stop()
    },
  }
}

const KNOWN = 'known'

function nameOf(state: FileState): string {
  if (state.is === 'gone') return 'gone'
  return state.known ? KNOWN : state.hash
}
