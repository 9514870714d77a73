/** Finds out what the app runs on. */
import type { Host } from '../../shared/host'
import { browserHost } from './browser-host'
import { electronHost } from './electron-host'

declare global {
  interface Window {
    /** Put there by Electron's preload script. */
    readonly fairleadHost?: Host
  }
}

/** The desktop app's host where its preload script has run, else the browser's. */
export function chooseHost(page: Window): Host {
  return page.fairleadHost ? electronHost(page.fairleadHost, page) : browserHost(page)
}
