/** What the handlers of the page's calls work with: one window, its document, and the app's services. */
import type { BrowserWindow } from 'electron'
import type { EventName, HostEvent, Menu, Settings } from '../shared/host'
import type { Grants } from './grants'
import type { Files } from './storage/files'
import type { JsonFile } from './storage/json-file'
import type { Queue } from './storage/queue'
import type { Recent } from './storage/recent'
import type { WindowState } from './storage/window-state'

/** Shared by all windows. */
export interface Services {
  readonly files: Files
  readonly settings: JsonFile<Settings>
  readonly recent: Recent
  readonly windowState: JsonFile<WindowState>
  /** Saves of one file wait for each other. */
  readonly saves: Queue
}

export interface AppWindow extends Services {
  readonly window: BrowserWindow
  readonly grants: Grants
  /** What the page says about itself; changed by its calls. */
  readonly page: { name: string; dirty: boolean; editing: boolean; menus: readonly Menu[] }
  /** Closes for good, or stays: the page's answer to `close-requested`. */
  readonly answerClose: (close: boolean) => void
  readonly send: <E extends EventName>(event: E, payload: HostEvent<E>) => void
}
