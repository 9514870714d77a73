/** Writes exported files to where the user chooses. */
import { ok, type Result } from '../../shared/basics/result'
import type { NewFile } from '../../shared/host'
import { t } from '../strings/strings'
import { guarded } from './guarded'
import { chooseFolder, chooseTarget, download, hasPickers, writeTo } from './pickers'

/** One file to a chosen file, several to a chosen folder, or all to the downloads. Answers how many, 0 when cancelled. */
export async function exportFiles(page: Window, files: readonly NewFile[]): Promise<Result<number>> {
  const [first, ...others] = files
  if (!first) return ok(0)
  if (!hasPickers(page)) {
    for (const file of files) download(page, file.name, file.content)
    return ok(files.length)
  }
  if (others.length === 0) {
    const handle = await chooseTarget(page, first.name)
    if (!handle) return ok(0)
    return guarded(first.name, 'write', async () => {
      await writeTo(handle, first.content)
      return ok(1)
    })
  }
  const folder = await chooseFolder(page, 'readwrite')
  return folder && (await mayReplace(page, folder, files)) ? writeAll(folder, files) : ok(0)
}

async function writeAll(
  folder: FileSystemDirectoryHandle,
  files: readonly NewFile[],
): Promise<Result<number>> {
  return guarded(folder.name, 'write', async () => {
    for (const { name, content } of files) {
      await writeTo(await folder.getFileHandle(name, { create: true }), content)
    }
    return ok(files.length)
  })
}

/** A save picker asks by itself before it replaces a file; a folder picker can't know. */
async function mayReplace(
  page: Window,
  folder: FileSystemDirectoryHandle,
  files: readonly NewFile[],
): Promise<boolean> {
  const there: string[] = []
  for (const { name } of files) {
    const known = await folder.getFileHandle(name).catch(() => undefined)
    if (known) there.push(name)
  }
  return there.length === 0 || page.confirm(t('host.replace', { names: there.join(', ') }))
}
