/** What the user keeps to themselves about designs, in the browser: an item a note, so that tabs do not take each other's. */
import type { Host } from '../../shared/host'

const PREFIX = 'fairlead.note.'

/** The calls about notes. Storage may be forbidden or full: then they hold until the window closes. */
export function noteCalls(page: Pick<Window, 'localStorage'>): Pick<Host, 'readNotes' | 'writeNote'> {
  return {
    readNotes: async () => {
      try {
        const keys = Object.keys(page.localStorage).filter((key) => key.startsWith(PREFIX))
        return Object.fromEntries(
          keys.map((key) => [key.slice(PREFIX.length), page.localStorage.getItem(key) ?? '']),
        )
      } catch {
        return {}
      }
    },
    writeNote: async (key, note) => {
      try {
        if (note === null) page.localStorage.removeItem(PREFIX + key)
        else page.localStorage.setItem(PREFIX + key, note)
      } catch {
        // As above.
      }
      return null
    },
  }
}
