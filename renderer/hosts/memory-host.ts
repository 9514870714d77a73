/** A host without a system: files are a map, dialogs are answered beforehand. For tests. */
import { fail, ok } from '../../shared/basics/result'
import {
  type AppInfo,
  defaultSettings,
  type EventName,
  type GrantedFile,
  type Host,
  type HostEvent,
  type Menu,
  type NewFile,
  type Settings,
} from '../../shared/host'
import { fileFailure } from './read-file'

export interface MemoryHost extends Host {
  /** Files by name; the name is the id too. */
  readonly files: Map<string, string>
  /** What was exported, opened outside and told, in order. */
  readonly exported: NewFile[]
  readonly visited: string[]
  readonly document: { readonly name: string; readonly dirty: boolean } | undefined
  readonly menu: readonly Menu[]
  readonly settings: Settings
  /** The answers to `confirmClose`. */
  readonly closed: boolean[]
  /** Names that the next dialogs answer with, one each; a dialog without an answer is cancelled. */
  readonly choose: (...names: string[]) => void
  /** What the system does by itself. */
  readonly emit: <E extends EventName>(event: E, payload: HostEvent<E>) => void
}

const info: AppInfo = { version: '0.0.0', host: 'browser', platform: 'linux', runtime: {}, limits: [] }

/** A host with these files. */
export function memoryHost(files: Readonly<Record<string, string>> = {}): MemoryHost {
  const disk = new Map(Object.entries(files))
  const answers: string[] = []
  const exported: NewFile[] = []
  const visited: string[] = []
  const closed: boolean[] = []
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
    files: disk,
    exported,
    visited,
    closed,
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
    ...memoryEvents(),
    ...memoryFiles(disk, answers, exported),
    info: async () => info,
    setDocument: (document) => tell(() => Object.assign(told, { document })),
    setMenu: (menu) => tell(() => Object.assign(told, { menu })),
    confirmClose: (close) => tell(() => closed.push(close)),
    readSettings: async () => told.settings,
    writeSettings: (settings) => tell(() => Object.assign(told, { settings })),
    openExternal: (address) => tell(() => visited.push(address)),
  }
}

function memoryEvents(): Pick<MemoryHost, 'on' | 'emit'> {
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  return {
    on: (event, listener) => {
      const known = listeners.get(event) ?? new Set()
      listeners.set(event, known.add(listener))
      return () => known.delete(listener)
    },
    emit: (event, payload) => {
      for (const listener of listeners.get(event) ?? []) listener(payload as never)
    },
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

function memoryFiles(
  disk: Map<string, string>,
  answers: string[],
  exported: NewFile[],
): Pick<Host, FileCalls> {
  const recent: string[] = []
  const touch = (name: string): GrantedFile => {
    recent.splice(0, recent.length, name, ...recent.filter((other) => other !== name))
    return { id: name, name }
  }
  const read = (name: string) => {
    const text = disk.get(name)
    return text === undefined ? fail(fileFailure('gone', name)) : ok({ ...touch(name), text })
  }
  const write = (name: string, text: string) => {
    disk.set(name, text)
    return ok(touch(name))
  }
  return {
    openFile: async () => {
      const name = answers.shift()
      return name === undefined ? ok(null) : read(name)
    },
    importFiles: async () => {
      const names = answers.splice(0)
      const lost = names.find((name) => !disk.has(name))
      if (lost !== undefined) return fail(fileFailure('gone', lost))
      return ok(names.map((name) => ({ name, text: disk.get(name) ?? '' })))
    },
    openRecent: async (id) => (recent.includes(id) ? read(id) : fail(fileFailure('notRecent'))),
    recentFiles: async () => recent.map((name) => ({ id: name, name, place: '' })),
    saveFile: async (id, text) => (disk.has(id) ? write(id, text) : fail(fileFailure('noGrant'))),
    saveFileAs: async (_suggested, text) => {
      const name = answers.shift()
      return name === undefined ? ok(null) : write(name, text)
    },
    exportFiles: async (files) => {
      exported.push(...files)
      return ok(files.length)
    },
  }
}
