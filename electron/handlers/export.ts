/** Exported files out of the app: one to a chosen file, several to a chosen folder. */
import { basename, extname, join } from 'node:path'
import { app, dialog } from 'electron'
import { fail, ok, type Result } from '../../shared/basics/result'
import type { NewFile } from '../../shared/host'
import { say } from '../../shared/texts/text'
import type { Handlers } from '../answer-call'
import type { AppWindow } from '../app-window'
import { words } from '../speech'
import { atomicWrite } from '../storage/atomic-write'
import { fileFailure } from '../storage/file-failure'
import { distinctFileNames, safeFileName } from '../storage/file-name'
import { mayReplace } from './may-replace'

export const exportHandlers: Pick<Handlers<AppWindow>, 'exportFiles'> = {
  async exportFiles(appWindow, files) {
    const [first, ...others] = files
    if (first === undefined) return ok(0)
    return others.length === 0 ? await exportOne(appWindow, first) : await exportAll(appWindow, files)
  },
}

async function exportOne(appWindow: AppWindow, file: NewFile): Promise<Result<number>> {
  const name = safeFileName(file.name)
  const extension = extname(name).slice(1)
  const { canceled, filePath } = await dialog.showSaveDialog(appWindow.window, {
    title: words('Export'),
    defaultPath: join(app.getPath('documents'), name),
    filters: extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
  })
  if (canceled || filePath === '') return ok(0)
  const path = extname(filePath) === '' && extension !== '' ? `${filePath}.${extension}` : filePath
  // The dialog has asked about the name as it was typed.
  if (path !== filePath && !(await mayReplace(appWindow, [path]))) return ok(0)
  return await writeAll(appWindow, [{ path, content: file.content }])
}

async function exportAll(appWindow: AppWindow, files: readonly NewFile[]): Promise<Result<number>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(appWindow.window, {
    title: words(say`Export ${files.length} files to a folder`),
    properties: ['openDirectory', 'createDirectory'],
    buttonLabel: words('Export'),
  })
  const [folder] = filePaths
  if (canceled || folder === undefined) return ok(0)
  const names = distinctFileNames(files.map(({ name }) => name))
  const targets = files.map(({ content }, i) => ({ path: join(folder, names[i] ?? ''), content }))
  return (await mayReplace(
    appWindow,
    targets.map(({ path }) => path),
  ))
    ? await writeAll(appWindow, targets)
    : ok(0)
}

type Target = Pick<NewFile, 'content'> & { readonly path: string }

async function writeAll({ storage }: AppWindow, targets: readonly Target[]): Promise<Result<number>> {
  for (const { path, content } of targets) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    try {
      await storage.saves(path, () => atomicWrite(storage.files, path, bytes))
    } catch (error) {
      return fail(fileFailure(error, basename(path), 'write'))
    }
  }
  return ok(targets.length)
}
