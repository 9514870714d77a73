/** The files the user chose in this window: what an opaque id stands for. */
import type { GrantedFile } from '../../shared/host'

/** A handle of the File System Access API, with the two members that TypeScript's DOM library lacks. */
export interface FileHandle extends FileSystemFileHandle {
  readonly queryPermission?: (options: { mode: 'read' | 'readwrite' }) => Promise<PermissionState>
  readonly requestPermission?: (options: { mode: 'read' | 'readwrite' }) => Promise<PermissionState>
}

export interface Granted {
  readonly name: string
  /** Absent where the browser can read a chosen file but not write to it. */
  readonly place?: Place
}

/** A file that can be written in place. */
export interface Place {
  readonly handle: FileHandle
  /** Its lasting name in this browser. */
  readonly file: string
  /** SHA-256 of what this window last read from it or wrote to it. */
  base: string | undefined
  /** Reading, writing and looking take turns: nobody sees a save half done, or takes it for another program's. */
  readonly inTurn: Turns
}

/** Acts when everything that was given before is done. */
export type Turns = <T>(act: () => Promise<T>) => Promise<T>

export interface Grants {
  readonly grant: (name: string, place?: Place, id?: string) => GrantedFile
  readonly find: (id: string) => Granted | undefined
}

/** No grants yet. */
export function newGrants(): Grants {
  const files = new Map<string, Granted>()
  return {
    grant: (name, place, id = crypto.randomUUID()) => {
      files.set(id, place ? { name, place } : { name })
      return { id, name }
    },
    find: (id) => files.get(id),
  }
}

/** A file as it was last read or written. */
export function placeOf(handle: FileHandle, file: string, base: string | undefined): Place {
  return { handle, file, base, inTurn: newTurns() }
}

function newTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (act) => {
    const mine = last.then(act)
    last = mine.catch(() => undefined)
    return mine
  }
}

/** Asks the user, where the browser wants it; false when they say no. */
export async function mayUse(handle: FileHandle, mode: 'read' | 'readwrite'): Promise<boolean> {
  if ((await handle.queryPermission?.({ mode })) === 'granted') return true
  return ((await handle.requestPermission?.({ mode })) ?? 'granted') === 'granted'
}
