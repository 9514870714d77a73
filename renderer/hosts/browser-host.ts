/** The app as a web page: what stands behind each call of the host there. */
import { defaultSettings, type Host, settingsSchema } from '../../shared/host'
import { fileCalls, openFile, regrant } from './browser-files'
import { browserInfo } from './browser-info'
import { browserDatabase } from './database'
import { listenToDrops } from './drops'
import { newEmitter, type Tell } from './emitter'
import { type Grants, newGrants } from './grants'
import { knownFiles } from './known-files'
import { browserLocks } from './locks'
import { noteCalls } from './notes'
import { hasPickers } from './pickers'
import { recoveryCalls } from './recovery'
import { openTabs, type Tabs } from './tabs'
import { fileVersions } from './versions'
import { watchFile } from './watching'

const SETTINGS = 'fairlead.settings'

/** The host of a browser's window. */
export function browserHost(page: Window): Host {
  const database = browserDatabase(databaseOf(page))
  const locks = browserLocks(page.navigator.locks)
  const grants = newGrants()
  const tabs = openTabs(locks)
  const { on, tell } = newEmitter()
  const persist = persistence(page)
  const files = {
    ...{ page, grants, locks, tabs, now: Date.now, saved: persist },
    known: knownFiles(database, locks),
    versions: fileVersions(database),
  }
  const recovery = recoveryCalls({
    ...{ database, locks, grants, now: Date.now },
    regrant: ({ handle, base }) => regrant(files, handle, base),
  })
  listenToDrops(page, (file, handle) => openFile(files, file, handle), tell)
  return {
    ...fileCalls(files),
    ...recovery,
    keepRecovery: (work) => {
      const kept = recovery.keepRecovery(work)
      // Browsers with pickers decide by themselves; others ask the user, who is drawing just now.
      if (hasPickers(page)) persist()
      return kept
    },
    info: async () =>
      browserInfo(page.navigator.userAgent, {
        pickers: hasPickers(page),
        locks: locks.work,
        database: await database.works(),
      }),
    setDocument: documentCall({ page, grants, tabs, tell }),
    // A page has no native menu, and nobody to answer: the browser asks by itself before it closes the window.
    setMenu: async () => null,
    confirmClose: async () => null,
    readSettings: async () => readSettings(page),
    writeSettings: async (settings) => {
      writeSettings(page, settings)
      return null
    },
    ...noteCalls(page),
    openExternal: async (address) => {
      page.open(address, '_blank', 'noopener,noreferrer')
      return null
    },
    on,
  }
}

interface DocumentNeeds {
  readonly page: Window
  readonly grants: Grants
  readonly tabs: Tabs
  readonly tell: Tell
}

/** The document that is shown: its file is watched and claimed, and the browser asks before unsaved work is closed. */
function documentCall({ page, grants, tabs, tell }: DocumentNeeds): Host['setDocument'] {
  let dirty = false
  let watched: { readonly id: string; readonly stop: () => void } | undefined
  page.addEventListener('beforeunload', (event) => {
    if (dirty) event.preventDefault()
  })
  return async (document) => {
    dirty = document.dirty
    const id = document.file
    const place = id === undefined ? undefined : grants.find(id)?.place
    if (id !== watched?.id) {
      watched?.stop()
      watched =
        id !== undefined && place
          ? { id, stop: watchFile(page, place, (what) => tell('changed', { id, what })) }
          : undefined
    }
    await tabs.show(place?.file)
    return null
  }
}

/** Storage may be forbidden altogether, and reading it then throws. */
function readSettings(page: Window): typeof defaultSettings {
  try {
    return settingsSchema.parse(JSON.parse(page.localStorage.getItem(SETTINGS) ?? ''))
  } catch {
    return defaultSettings
  }
}

function writeSettings(page: Window, settings: typeof defaultSettings): void {
  try {
    page.localStorage.setItem(SETTINGS, JSON.stringify(settings))
  } catch {
    // They hold until the window closes.
  }
}

function databaseOf(page: Window): IDBFactory | undefined {
  try {
    return page.indexedDB
  } catch {
    return undefined
  }
}

/** Asks the browser once not to clear what it keeps for the app when disks run short. */
function persistence(page: Window): () => void {
  let asked = false
  return () => {
    if (asked) return
    asked = true
    page.navigator.storage?.persist?.().catch(() => undefined)
  }
}
