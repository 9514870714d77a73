/** Opening one file of which the path is known: by dialog, recent list, command line or drop. */
import { app } from 'electron'
import { ok, type Result } from '../../shared/basics/result'
import type { OpenedFile } from '../../shared/host'
import type { AppWindow } from '../app-window'

/** Reads a file, grants it to the page and remembers it. */
export async function openPath(appWindow: AppWindow, path: string): Promise<Result<OpenedFile>> {
  const document = await appWindow.documents.read(path)
  if (!document.ok) return document
  await remember(appWindow, path)
  return ok({ ...document.value, ...appWindow.grants.grant(path) })
}

/** Opens a file that came from outside the page, which hears of it by an event. */
export async function openFromOutside(appWindow: AppWindow, path: string): Promise<void> {
  const opened = await openPath(appWindow, path)
  if (opened.ok) appWindow.send('opened', opened.value)
  else appWindow.send('open-failed', opened.error)
}

/** Puts a file at the top of the recent list, the app's and the system's. Not being able to is no reason to fail. */
export async function remember({ recent }: AppWindow, path: string): Promise<void> {
  app.addRecentDocument(path)
  await recent
    .add(path)
    .catch((error: unknown) => console.error('The recent list could not be written:', error))
}
