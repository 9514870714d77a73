/** What the handlers of the page's calls work with: one window, its document, and the app's services. */
import type { BrowserWindow } from 'electron'
import type { EventName, HostEvent, Menu, Settings } from '../shared/host'
import type { Grants } from './grants'
import type { Documents } from './storage/documents'
import type { JsonFile } from './storage/json-file'
import type { Notes } from './storage/notes'
import type { Recent } from './storage/recent'
import type { Page, RecoveryStore } from './storage/recovery'
import type { Storage } from './storage/save-document'
import type { DocumentWatcher } from './storage/watch-document'
import type { WindowState } from './storage/window-state'

/** Shared by all windows. */
export interface Services {
  readonly storage: Storage
  readonly recovery: RecoveryStore
  readonly settings: JsonFile<Settings>
  readonly notes: Notes
  readonly recent: Recent
  readonly windowState: JsonFile<WindowState>
}

export interface PageState {
  /** Another one after each reload. */
  key: Page
  name: string
  dirty: boolean
  editing: boolean
  menus: readonly Menu[]
}

export interface AppWindow extends Services {
  readonly window: BrowserWindow
  readonly grants: Grants
  readonly documents: Documents
  readonly watcher: DocumentWatcher
  /** What the page says about itself; changed by its calls. */
  readonly page: PageState
  /** Closes for good, or stays: the page's answer to `close-requested`. */
  readonly answerClose: (close: boolean) => void
  readonly send: <E extends EventName>(event: E, payload: HostEvent<E>) => void
}
