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

/** A file that was opened but is not shown by then (it held no design) is free for others, in milliseconds. */
const SHOWN_BY = 60_000

/** Nothing is open yet. */
export function openTabs(locks: Locks): Tabs {
  const claimed = new Map<string, Release>()
  let shown: string | undefined
  const letGo = (file: string) => {
    claimed.get(file)?.()
    claimed.delete(file)
  }
  const claim = async (file: string) => {
    if (claimed.has(file)) return true
    const release = await locks.take(`design ${file}`)
    if (!release) return claimed.has(file)
    claimed.set(file, release)
    setTimeout(() => {
      if (file !== shown && claimed.get(file) === release) letGo(file)
    }, SHOWN_BY)
    return true
  }
  return {
    claim,
    show: async (file) => {
      shown = file
      for (const other of [...claimed.keys()]) if (other !== file) letGo(other)
      // A claim may have gone between opening and showing; it is lost only to a tab that opened the file then.
      if (file !== undefined) await claim(file)
    },
  }
}
