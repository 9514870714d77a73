/** Asks before files are replaced that the system's own dialog could not ask about. */
import { basename } from 'node:path'
import { dialog } from 'electron'
import { say } from '../../shared/texts/text'
import type { AppWindow } from '../app-window'
import { words } from '../speech'

/** True when none of these files is there, or the user wants them replaced. */
export async function mayReplace({ storage, window }: AppWindow, paths: readonly string[]): Promise<boolean> {
  const there: string[] = []
  for (const path of paths) {
    if (await storage.files.describe(path).catch(() => undefined)) there.push(basename(path))
  }
  if (there.length === 0) return true
  const list = `${there.slice(0, 10).join(', ')}${there.length > 10 ? ', …' : ''}`
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words(
      there.length === 1 ? say`Replace “${there[0] ?? ''}”?` : say`Replace ${there.length} files?`,
    ),
    detail: words(say`The folder already has these: ${list}`),
    buttons: [words('Replace'), words('Cancel')],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}
