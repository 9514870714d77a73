/** A folder's files, for an import: by the File System Access API where there is one, else by an input. */
import { fail, ok, type Result } from '../../shared/basics/result'
import { type FolderEntry, filesOf } from '../../shared/imports/folder'
import { chooseFolder, chooseFolderByInput, hasPickers } from './pickers'
import { readFile } from './read-file'

export interface FolderFile {
  /** The path in the folder. */
  readonly name: string
  readonly text: string
}

/** Null when the user cancels. */
export async function importFolder(page: Window): Promise<Result<FolderFile[] | null>> {
  const folder = hasPickers(page) ? await byHandle(page) : await byInput(page)
  if (!folder) return ok(null)
  const paths = await filesOf(folder.list)
  if (!paths.ok) return fail({ ...paths.error, file: folder.name })
  const files: FolderFile[] = []
  for (const name of paths.value) {
    const content = await readFile(await folder.file(name))
    if (!content.ok) return content
    files.push({ name, text: content.value.text })
  }
  return ok(files)
}

interface Folder {
  readonly name: string
  readonly list: (path: string) => Promise<readonly FolderEntry[]>
  readonly file: (path: string) => Promise<File>
}

async function byHandle(page: Window): Promise<Folder | undefined> {
  const root = await chooseFolder(page, 'read')
  if (!root) return undefined
  const folderAt = async (path: string) => {
    let folder = root
    for (const name of path.split('/').filter(Boolean)) folder = await folder.getDirectoryHandle(name)
    return folder
  }
  return {
    name: root.name,
    list: async (path) => {
      const entries: FolderEntry[] = []
      for await (const { name, kind } of (await folderAt(path)).values()) {
        entries.push({ name, is: kind === 'directory' ? 'folder' : 'file' })
      }
      return entries
    },
    file: async (path) => {
      const slash = path.lastIndexOf('/')
      const folder = await folderAt(path.slice(0, Math.max(slash, 0)))
      return (await folder.getFileHandle(path.slice(slash + 1))).getFile()
    },
  }
}

/** The input gives all files at once; their paths begin with the folder's own name. */
async function byInput(page: Window): Promise<Folder | undefined> {
  const files = await chooseFolderByInput(page)
  if (!files) return undefined
  const byPath = new Map(files.map((file) => [file.webkitRelativePath.replace(/^[^/]*\//, ''), file]))
  return {
    name: files[0]?.webkitRelativePath.split('/')[0] ?? '',
    list: async (path) => {
      const prefix = path === '' ? '' : `${path}/`
      const inside = [...byPath.keys()]
        .filter((at) => at.startsWith(prefix))
        .map((at) => at.slice(prefix.length))
      const names = new Map(inside.map((at) => [at.split('/')[0] ?? '', at.includes('/')]))
      return [...names].map(([name, folder]) => ({ name, is: folder ? 'folder' : 'file' }))
    },
    file: async (path) => byPath.get(path) as File,
  }
}
