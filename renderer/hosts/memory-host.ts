/** A host without a system: files are a map, dialogs are answered beforehand. For tests. */
import { type Failure, fail, ok } from '../../shared/basics/result'
import {
  type AppInfo,
  defaultSettings,
  type Host,
  type Menu,
  type NewFile,
  type Settings,
  type Unsaved,
} from '../../shared/host'
import { newEmitter, type Tell } from './emitter'
import { type MemoryDisk, memoryDisk } from './memory-disk'
import { memoryGit } from './memory-git'
import { memoryRecovery } from './memory-recovery'
import { fileFailure } from './read-file'

export interface MemoryHost extends Host {
  /** Files by name; the name is the id too. */
  readonly files: Map<string, string>
  /** What was exported, opened outside and told, in order. */
  readonly exported: NewFile[]
  readonly visited: string[]
  readonly document: Parameters<Host['setDocument']>[0] | undefined
  readonly menu: readonly Menu[]
  readonly settings: Settings
  /** What the user keeps to themselves, by key. */
  readonly notes: ReadonlyMap<string, string>
  /** The answers to `confirmClose`. */
  readonly closed: boolean[]
  /** Unsaved work that is written down, by slot. */
  readonly unsaved: ReadonlyMap<string, Unsaved>
  /** Names that the next dialogs answer with, one each; a dialog without an answer is cancelled. */
  readonly choose: (...names: string[]) => void
  /** What the system does by itself. */
  readonly emit: Tell
  /** Another program writes a file; undefined deletes it. */
  readonly change: (name: string, text: string | undefined) => void
  /** Commits a file to the repository that all files are in. */
  readonly commit: (name: string, subject: string) => void
  /** From now on writing fails in this way; undefined: it works again. */
  readonly breakDown: (failure: Failure | undefined) => void
  /** The window dies; the next app on this host is its successor. */
  readonly crash: () => void
}

const info: AppInfo = { version: '0.0.0', host: 'browser', platform: 'linux', runtime: {}, limits: [] }

/** A host with these files. */
export function memoryHost(files: Readonly<Record<string, string>> = {}): MemoryHost {
  const { on, tell: emit } = newEmitter()
  const disk = memoryDisk(files, (change) => emit('changed', change))
  const git = memoryGit(disk)
  const recovery = memoryRecovery(disk)
  const answers: string[] = []
  const exported: NewFile[] = []
  const visited: string[] = []
  const closed: boolean[] = []
  const notes = new Map<string, string>()
  const told = {
    document: undefined as MemoryHost['document'],
    menu: [] as readonly Menu[],
    settings: defaultSettings,
  }
  const tell = async (change: () => unknown): Promise<null> => {
    change()
    return null
  }
  return {
    files: disk.files,
    exported,
    visited,
    closed,
    notes,
    unsaved: recovery.slots,
    get document() {
      return told.document
    },
    get menu() {
      return told.menu
    },
    get settings() {
      return told.settings
    },
    choose: (...names) => answers.push(...names),
    change: disk.change,
    commit: git.commit,
    breakDown: disk.breakDown,
    crash: recovery.crash,
    on,
    emit,
    ...disk.calls,
    ...git.calls,
    ...recovery.calls,
    ...memoryDialogs(disk, answers, exported),
    info: async () => info,
    setDocument: (document) =>
      tell(() => {
        Object.assign(told, { document })
        disk.watch(document.file)
      }),
    setMenu: (menu) => tell(() => Object.assign(told, { menu })),
    confirmClose: (close) => tell(() => closed.push(close)),
    readSettings: async () => told.settings,
    writeSettings: (settings) => tell(() => Object.assign(told, { settings })),
    readNotes: async () => Object.fromEntries(notes),
    writeNote: (key, note) => tell(() => (note === null ? notes.delete(key) : notes.set(key, note))),
    openExternal: (address) => tell(() => visited.push(address)),
  }
}

type DialogCalls =
  | 'openFile'
  | 'importFiles'
  | 'importFolder'
  | 'openRecent'
  | 'recentFiles'
  | 'saveFileAs'
  | 'exportFiles'

function memoryDialogs(disk: MemoryDisk, answers: string[], exported: NewFile[]): Pick<Host, DialogCalls> {
  const { files, recent, read, write } = disk
  return {
    openFile: async () => {
      const name = answers.shift()
      return name === undefined ? ok(null) : read(name)
    },
    importFiles: async () => {
      const names = answers.splice(0)
      const lost = names.find((name) => !files.has(name))
      if (lost !== undefined) return fail(fileFailure('gone', lost))
      return ok(names.map((name) => ({ name, text: files.get(name) ?? '' })))
    },
    importFolder: async () => {
      const folder = answers.shift()
      if (folder === undefined) return ok(null)
      const inside = [...files].filter(([name]) => name.startsWith(`${folder}/`))
      return ok(inside.map(([name, text]) => ({ name: name.slice(folder.length + 1), text })))
    },
    openRecent: async (id) => (recent.includes(id) ? read(id) : fail(fileFailure('notRecent'))),
    recentFiles: async () => recent.map((name) => ({ id: name, name, place: '' })),
    saveFileAs: async (_suggested, text) => {
      const name = answers.shift()
      return name === undefined ? ok(null) : write(name, text, 'chosen')
    },
    exportFiles: async (newFiles) => {
      exported.push(...newFiles)
      return ok(newFiles.length)
    },
  }
}
