/** Tells when something in a folder changes. A second implementation, for tests, tells nothing, as some networks do. */
import { watch } from 'node:fs'

/** Calls `changed` at each change; answers how to stop. It may end by itself, and `ended` then hears of it once. */
export type WatchFolder = (folder: string, changed: () => void, ended: () => void) => () => void

/** The real disk. */
export const watchFolder: WatchFolder = (folder, changed, ended) => {
  try {
    const watcher = watch(folder, { persistent: false }, changed)
    // The folder was removed, or the system has no watches left.
    watcher.on('error', () => {
      watcher.close()
      ended()
    })
    return () => watcher.close()
  } catch {
    ended()
    return () => undefined
  }
}
