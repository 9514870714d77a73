/** The memory host's files: a map, with what this window knows of each, earlier versions, and other programs. */
import { type Failure, fail, ok, type Result } from '../../shared/basics/result'
import type { FileVersion, GrantedFile, Host, HostEvent, OpenedFile } from '../../shared/host'
import { fileFailure } from './read-file'

interface Version extends FileVersion {
  readonly text: string
}

export interface MemoryDisk {
  /** Files by name; the name is the id too. */
  readonly files: Map<string, string>
  readonly recent: readonly string[]
  readonly read: (name: string) => Result<OpenedFile>
  /** Writes what the user has chosen, or what was granted before. */
  readonly write: (name: string, text: string, chosen?: 'chosen') => Result<GrantedFile>
  /** What this window last read or wrote of a file. */
  readonly base: (name: string) => string | undefined
  /** Grants a file that was last known in that state; tells when it is in another one by now. */
  readonly takeOver: (name: string, base: string | undefined) => GrantedFile
  readonly watch: (name: string | undefined) => void
  /** Another program writes a file, or deletes it. */
  readonly change: (name: string, text: string | undefined) => void
  /** From now on writing fails in this way; undefined: it works again. */
  readonly breakDown: (failure: Failure | undefined) => void
  readonly broken: () => Failure | undefined
  readonly calls: Pick<Host, 'rereadFile' | 'fileVersions' | 'readVersion' | 'saveFile'>
}

/** A disk with these files; `changed` hears of what other programs do to the watched one. */
export function memoryDisk(
  given: Readonly<Record<string, string>>,
  changed: (event: HostEvent<'changed'>) => void,
): MemoryDisk {
  const files = new Map(Object.entries(given))
  const known = new Map<string, string | undefined>()
  /** The state that was told last, until the file is read or written. */
  const told = new Map<string, string | undefined>()
  const recent: string[] = []
  const versions = memoryVersions()
  const state = { watched: undefined as string | undefined, failure: undefined as Failure | undefined }
  const touch = (name: string): GrantedFile => {
    known.set(name, files.get(name))
    told.delete(name)
    recent.splice(0, recent.length, name, ...recent.filter((other) => other !== name))
    return { id: name, name }
  }
  const look = (name: string) => {
    const now = files.get(name)
    if (name !== state.watched || now === (told.has(name) ? told.get(name) : known.get(name))) return
    told.set(name, now)
    changed({ id: name, what: files.has(name) ? 'changed' : 'gone' })
  }
  const read = (name: string): Result<OpenedFile> => {
    const text = files.get(name)
    return text === undefined ? fail(fileFailure('gone', name)) : ok({ ...touch(name), text })
  }
  const write: MemoryDisk['write'] = (name, text, chosen) => {
    if (!chosen && !known.has(name)) return fail(fileFailure('noGrant'))
    if (state.failure) return fail({ ...state.failure, file: name })
    const there = files.get(name)
    if (!chosen && there !== undefined && there !== known.get(name)) return fail(fileFailure('changed', name))
    if (there !== undefined) versions.keep(name, there)
    files.set(name, text)
    return ok(touch(name))
  }
  const granted = (name: string) => known.has(name)
  return {
    files,
    recent,
    read,
    write,
    base: (name) => known.get(name),
    takeOver: (name, base) => {
      known.set(name, base)
      return { id: name, name }
    },
    watch: (name) => {
      const begins = name !== state.watched
      state.watched = name
      if (begins && name !== undefined) look(name)
    },
    change: (name, text) => {
      if (text === undefined) files.delete(name)
      else files.set(name, text)
      look(name)
    },
    breakDown: (failure) => Object.assign(state, { failure }),
    broken: () => state.failure,
    calls: {
      rereadFile: async (id) => (granted(id) ? read(id) : fail(fileFailure('noGrant'))),
      saveFile: async (id, content) =>
        typeof content === 'string' ? write(id, content) : fail(fileFailure('picture', id)),
      fileVersions: async (id) => (granted(id) ? ok(versions.of(id)) : fail(fileFailure('noGrant'))),
      readVersion: async (id, version) => versions.read(id, version),
    },
  }
}

/** What files once held, newest first. */
function memoryVersions() {
  const kept = new Map<string, readonly Version[]>()
  const of = (name: string) => kept.get(name) ?? []
  return {
    keep: (name: string, text: string) => {
      const bytes = new TextEncoder().encode(text).length
      const version = { id: String(of(name).length), saved: Date.now(), bytes, text }
      kept.set(name, [version, ...of(name)])
    },
    of: (name: string): FileVersion[] => of(name).map(({ id, saved, bytes }) => ({ id, saved, bytes })),
    read: (name: string, id: string): Result<{ readonly text: string }> => {
      const version = of(name).find((one) => one.id === id)
      return version ? ok({ text: version.text }) : fail(fileFailure('gone', name))
    },
  }
}
