/**
 * Opening and saving. Files are read and written in place where the browser has the File System Access API; elsewhere they
 * are chosen by an input and saved as downloads.
 */
import { fail, ok, type Result } from '../../shared/basics/result'
import type { GrantedFile, Host, OpenedFile } from '../../shared/host'
import { designTextIn, mayHold } from '../../shared/pictures/carried/file-content'
import { t } from '../strings/strings'
import { exportFiles } from './export-files'
import { type FileHandle, type Grants, mayUse, type Place, placeOf } from './grants'
import { guarded } from './guarded'
import { importFolder } from './import-folder'
import type { KnownFiles } from './known-files'
import type { Locks } from './locks'
import { chooseFiles, chooseTarget, download, hasPickers } from './pickers'
import { decode, type FileContent, fileFailure, readFile } from './read-file'
import type { Regranted } from './recovery'
import { replaceFile } from './replace-file'
import { sha256 } from './sha256'
import type { Tabs } from './tabs'
import type { Versions } from './versions'

export type FileCalls =
  | 'openFile'
  | 'importFiles'
  | 'importFolder'
  | 'openRecent'
  | 'recentFiles'
  | 'rereadFile'
  | 'fileVersions'
  | 'readVersion'
  | 'gitRevisions'
  | 'gitFile'
  | 'saveFile'
  | 'saveFileAs'
  | 'exportFiles'

export interface FileNeeds {
  readonly page: Window
  readonly grants: Grants
  readonly known: KnownFiles
  readonly versions: Versions
  readonly tabs: Tabs
  readonly locks: Locks
  readonly now: () => number
  /** Something was saved: a moment to ask the browser to keep what it holds for the app. */
  readonly saved: () => void
}

const designs = () => ({
  description: t('host.design'),
  accept: { 'application/json': ['.fairlead', '.json'], 'image/png': ['.png'], 'image/svg+xml': ['.svg'] },
})
const savedDesign = () => ({
  description: t('host.design'),
  accept: { 'application/json': ['.fairlead'] },
})
const importable = () => ({
  description: t('host.importable'),
  accept: {
    'application/json': ['.json', '.fairlead'],
    'application/yaml': ['.yaml', '.yml', '.template'],
    'text/plain': ['.tf', '.tfstate'],
    'image/png': ['.png'],
    'image/svg+xml': ['.svg'],
  },
})

/** The calls for files. */
export function fileCalls(needs: FileNeeds): Pick<Host, FileCalls> {
  const { page, grants, known } = needs
  return {
    openFile: () =>
      guarded(undefined, 'read', async () => {
        const [chosen] = await chooseFiles(page, [designs()], false)
        return chosen ? openFile(needs, chosen.file, chosen.handle) : ok(null)
      }),
    importFiles: () => guarded(undefined, 'read', () => importFiles(page)),
    importFolder: () => guarded(undefined, 'read', () => importFolder(page)),
    openRecent: async (id) => {
      const recent = (await known.recent()).find((entry) => entry.id === id)
      if (!recent) return fail(fileFailure('notRecent'))
      return guarded(recent.name, 'read', async () => {
        if (!(await mayUse(recent.handle, 'read'))) return fail(fileFailure('refused', recent.name))
        return openFile(needs, await recent.handle.getFile(), recent.handle)
      })
    },
    recentFiles: async () =>
      (await known.recent()).map(({ id, name }) => ({ id, name, place: t('host.thisBrowser') })),
    rereadFile: async (id) => {
      const place = grants.find(id)?.place
      return place ? reread(id, place) : fail(fileFailure('noGrant'))
    },
    ...versionCalls(needs),
    // A page can run no program, git neither.
    gitRevisions: async (id) => fail(fileFailure('noGit', grants.find(id)?.name)),
    gitFile: async (id) => fail(fileFailure('noGit', grants.find(id)?.name)),
    saveFile: async (id, content) => {
      const file = grants.find(id)
      if (!file) return fail(fileFailure('noGrant'))
      if (!mayHold(file.name, content)) return fail(fileFailure('picture', file.name))
      if (file.place) return save(needs, file.place, content, id)
      download(page, file.name, content)
      return ok({ id, name: file.name })
    },
    saveFileAs: (name, text) => guarded(name, 'write', () => saveFileAs(needs, name, text)),
    exportFiles: (files) => guarded(files[0]?.name, 'write', () => exportFiles(page, files)),
  }
}

/** Reads a file that was chosen or dropped, and grants it; fails when another tab has it open. */
export async function openFile(
  { grants, known, tabs, now }: FileNeeds,
  file: File,
  handle: FileHandle | undefined,
): Promise<Result<OpenedFile>> {
  const content = await readFile(file)
  if (!content.ok) return content
  if (!handle) return ok({ ...content.value, ...grants.grant(file.name) })
  const id = await known.idOf(handle, now())
  if (!(await tabs.claim(id))) return fail(fileFailure('busy', file.name))
  const place = placeOf(handle, id, await fingerprint(content.value))
  return ok({ ...content.value, ...grants.grant(file.name, place) })
}

/** The file of work that was left behind. When it can't be read now, or holds something else, it stays as it is. */
export async function regrant(
  { grants, known, tabs, now }: FileNeeds,
  handle: FileHandle,
  base: string | undefined,
): Promise<Regranted> {
  const id = await known.idOf(handle, now())
  if (!(await tabs.claim(id))) return {}
  // Without a base nothing may be replaced unasked, and no content has this one.
  const file = grants.grant(handle.name, placeOf(handle, id, base ?? 'unknown'))
  const content = await guarded(handle.name, 'read', async () =>
    (await mayUse(handle, 'read'))
      ? readFile(await handle.getFile())
      : fail(fileFailure('refused', handle.name)),
  )
  const same = content.ok && (await fingerprint(content.value)) === base
  return same ? { file, saved: content.value.text } : { file }
}

function reread(id: string, place: Place): Promise<Result<OpenedFile>> {
  const { name } = place.handle
  return place.inTurn(() =>
    guarded(name, 'read', async () => {
      if (!(await mayUse(place.handle, 'read'))) return fail(fileFailure('refused', name))
      const content = await readFile(await place.handle.getFile())
      if (!content.ok) return content
      place.base = await fingerprint(content.value)
      return ok({ ...content.value, id })
    }),
  )
}

async function importFiles(page: Window): Promise<Result<FileContent[]>> {
  const contents = []
  for (const { file } of await chooseFiles(page, [importable()], true)) {
    const content = await readFile(file)
    if (!content.ok) return content
    contents.push(content.value)
  }
  return ok(contents)
}

function versionCalls({ grants, versions }: FileNeeds): Pick<Host, 'fileVersions' | 'readVersion'> {
  return {
    fileVersions: async (id) => {
      const file = grants.find(id)
      if (!file) return fail(fileFailure('noGrant'))
      return ok(file.place ? await versions.list(file.place.file).catch(() => []) : [])
    },
    readVersion: async (id, version) => {
      const file = grants.find(id)
      if (!file) return fail(fileFailure('noGrant'))
      const content = file.place && (await versions.read(file.place.file, version).catch(() => undefined))
      if (!content) return fail(fileFailure('noVersion', file.name))
      const read = decode(file.name, content)
      if (!read.ok) return read
      const text = await designTextIn(read.value, sha256)
      return text.ok ? ok({ text: text.value.text }) : text
    },
  }
}

async function saveFileAs(needs: FileNeeds, name: string, text: string): Promise<Result<GrantedFile | null>> {
  const { page, grants, known, tabs, now } = needs
  if (!hasPickers(page)) {
    download(page, name, text)
    return ok(grants.grant(name))
  }
  const handle = await chooseTarget(page, name, [savedDesign()])
  if (!handle) return ok(null)
  if (!mayHold(handle.name, text)) return fail(fileFailure('picture', handle.name))
  const id = await known.idOf(handle, now())
  if (!(await tabs.claim(id))) return fail(fileFailure('busy', handle.name))
  return save(needs, placeOf(handle, id, undefined), text)
}

async function save(
  { grants, known, versions, locks, now, saved }: FileNeeds,
  place: Place,
  given: string | Uint8Array,
  id?: string,
): Promise<Result<GrantedFile>> {
  const { handle, file } = place
  const content = typeof given === 'string' ? given : Uint8Array.from(given)
  // Keeping copies is a second net: where the browser refuses, the save goes on.
  const putAside = (replaced: Parameters<Versions['putAside']>[1]) =>
    versions.putAside(file, replaced, now()).catch(() => undefined)
  return place.inTurn(() =>
    guarded(handle.name, 'write', async () => {
      if (!(await mayUse(handle, 'readwrite'))) return fail(fileFailure('refused', handle.name))
      const written = await locks.alone(`save ${file}`, () =>
        replaceFile({ handle, content, base: place.base, putAside }),
      )
      if (!written.ok) return written
      place.base = written.value
      saved()
      await known.idOf(handle, now())
      return ok(grants.grant(handle.name, place, id))
    }),
  )
}

function fingerprint({ bytes, text }: FileContent): Promise<string> {
  return sha256(bytes ?? text)
}
