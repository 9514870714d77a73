/**
 * One tab for each design: the tab that opened it has its lock until it shows another one, closes or crashes. Nothing is
 * asked of the other tab, so one that hangs or is put to sleep by the browser still counts.
 */
import type { Locks, Release } from './locks'

export interface Tabs {
  /** False when another tab has the file open. */
  readonly claim: (file: string) => Promise<boolean>
  /** The document that is shown now: its file alone stays claimed. */
  readonly show: (file: string | undefined) => Promise<void>
}

/** Nothing is open yet. */
export function openTabs(locks: Locks): Tabs {
  const claimed = new Map<string, Release>()
  const claim = async (file: string) => {
    if (claimed.has(file)) return true
    const release = await locks.take(`design ${file}`)
    if (!release) return claimed.has(file)
    claimed.set(file, release)
    return true
  }
  return {
    claim,
    show: async (shown) => {
      for (const [file, release] of claimed) {
        if (file === shown) continue
        claimed.delete(file)
        release()
      }
      // A claim may have gone with a step between opening and showing; it is lost only to a tab that opened it then.
      if (shown !== undefined) await claim(shown)
    },
  }
}
