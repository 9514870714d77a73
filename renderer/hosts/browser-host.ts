/**
 * The app as a web page. Files are read and written in place where the browser has the File System Access API;
 * elsewhere they are chosen by an input and saved as downloads.
 */
import { fail, ok, type Result } from '../../shared/basics/result'
import {
  defaultSettings,
  type EventName,
  type GrantedFile,
  type Host,
  type HostEvent,
  type NewFile,
  type OpenedFile,
  settingsSchema,
} from '../../shared/host'
import { t } from '../strings/strings'
import { browserInfo } from './browser-info'
import { listenToDrops } from './drops'
import { type FileHandle, type Grants, mayUse, newGrants } from './grants'
import { chooseFiles, chooseFolder, chooseTarget, download, hasPickers, writeTo } from './pickers'
import { fileFailure, isNamed, readFile } from './read-file'
import { recentHandles, rememberHandle } from './recent-handles'

const SETTINGS = 'fairlead.settings'

const designs = () => ({
  description: t('host.design'),
  accept: { 'application/json': ['.fairlead', '.json'], 'image/png': ['.png'], 'image/svg+xml': ['.svg'] },
})
const savedDesign = () => ({
  description: t('host.design'),
  accept: { 'application/json': ['.fairlead'] },
})
const importable = {
  description: 'JSON, YAML, PNG, SVG',
  accept: {
    'application/json': ['.json', '.fairlead'],
    'application/yaml': ['.yaml', '.yml'],
    'image/png': ['.png'],
    'image/svg+xml': ['.svg'],
  },
}

/** The host of a browser's window. */
export function browserHost(page: Window): Host {
  const grants = newGrants()
  const files = browserFiles(page, grants)
  let dirty = false
  page.addEventListener('beforeunload', (event) => {
    if (dirty) event.preventDefault()
  })
  return {
    ...files,
    info: async () => browserInfo(page.navigator.userAgent, hasPickers(page)),
    setDocument: async (document) => {
      dirty = document.dirty
      return null
    },
    // A page has no native menu, and nobody to answer: the browser asks by itself before it closes the window.
    setMenu: async () => null,
    confirmClose: async () => null,
    readSettings: async () => readSettings(page.localStorage),
    writeSettings: async (settings) => {
      page.localStorage.setItem(SETTINGS, JSON.stringify(settings))
      return null
    },
    openExternal: async (address) => {
      page.open(address, '_blank', 'noopener,noreferrer')
      return null
    },
    on: <E extends EventName>(event: E, listener: (payload: HostEvent<E>) => void) =>
      listenToDrops(page, event, listener, grants),
  }
}

function readSettings(storage: Storage): typeof defaultSettings {
  try {
    return settingsSchema.parse(JSON.parse(storage.getItem(SETTINGS) ?? ''))
  } catch {
    return defaultSettings
  }
}

type FileCalls =
  | 'openFile'
  | 'importFiles'
  | 'openRecent'
  | 'recentFiles'
  | 'saveFile'
  | 'saveFileAs'
  | 'exportFiles'

function browserFiles(page: Window, grants: Grants): Pick<Host, FileCalls> {
  return {
    openFile: async () => {
      const [chosen] = await chooseFiles(page, [designs()], false)
      return chosen ? open(grants, chosen.file, chosen.handle) : ok(null)
    },
    importFiles: async () => {
      const contents = []
      for (const { file } of await chooseFiles(page, [importable], true)) {
        const content = await readFile(file)
        if (!content.ok) return content
        contents.push(content.value)
      }
      return ok(contents)
    },
    openRecent: async (id) => {
      const recent = (await recentHandles()).find((entry) => entry.id === id)
      if (!recent) return fail(fileFailure('notRecent'))
      return guarded(recent.name, 'read', async () => {
        if (!(await mayUse(recent.handle, 'read'))) return fail(fileFailure('refused', recent.name))
        return open(grants, await recent.handle.getFile(), recent.handle)
      })
    },
    recentFiles: async () => {
      const recent = await recentHandles().catch(() => [])
      return recent.map(({ id, name }) => ({ id, name, place: t('host.thisBrowser') }))
    },
    saveFile: async (id, text) => {
      const file = grants.find(id)
      if (!file) return fail(fileFailure('noGrant'))
      if (/\.(png|svg)$/i.test(file.name)) return fail(fileFailure('picture', file.name))
      if (file.handle) return save(grants, file.handle, text, id)
      download(page, file.name, text)
      return ok({ id, name: file.name })
    },
    saveFileAs: async (name, text) => {
      if (!hasPickers(page)) {
        download(page, name, text)
        return ok(grants.grant(name))
      }
      const handle = await chooseTarget(page, name, [savedDesign()])
      return handle ? save(grants, handle, text) : ok(null)
    },
    exportFiles: (files) => exportFiles(page, files),
  }
}

async function open(grants: Grants, file: File, handle?: FileHandle): Promise<Result<OpenedFile>> {
  const content = await readFile(file)
  if (!content.ok) return content
  const granted = grants.grant(file.name, handle)
  if (handle) await remember(granted.id, handle)
  return ok({ ...content.value, ...granted })
}

async function save(
  grants: Grants,
  handle: FileHandle,
  text: string,
  id?: string,
): Promise<Result<GrantedFile>> {
  return guarded(handle.name, 'write', async () => {
    if (!(await mayUse(handle, 'readwrite'))) return fail(fileFailure('refused', handle.name))
    await writeTo(handle, text)
    const granted = grants.grant(handle.name, handle, id)
    await remember(granted.id, handle)
    return ok(granted)
  })
}

/** Not being able to keep the list is no reason to fail: private windows have no storage. */
async function remember(id: string, handle: FileHandle): Promise<void> {
  await rememberHandle(id, handle, Date.now()).catch(() => undefined)
}

async function exportFiles(page: Window, files: readonly NewFile[]): Promise<Result<number>> {
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
  const folder = await chooseFolder(page)
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

/** Turns what the browser throws at files into a failure; anything else is a bug and stays an exception. */
async function guarded<T>(
  file: string,
  doing: 'read' | 'write',
  act: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await act()
  } catch (error) {
    if (isNamed(error, 'NotFoundError')) return fail(fileFailure('gone', file))
    if (isNamed(error, 'NotAllowedError')) return fail(fileFailure('refused', file))
    if (error instanceof DOMException) return fail(fileFailure(doing, file))
    throw error
  }
}
