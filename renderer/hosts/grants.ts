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
  readonly handle?: FileHandle
}

export interface Grants {
  readonly grant: (name: string, handle?: FileHandle, id?: string) => GrantedFile
  readonly find: (id: string) => Granted | undefined
}

/** No grants yet. */
export function newGrants(): Grants {
  const files = new Map<string, Granted>()
  return {
    grant: (name, handle, id = crypto.randomUUID()) => {
      files.set(id, handle ? { name, handle } : { name })
      return { id, name }
    },
    find: (id) => files.get(id),
  }
}

/** Asks the user, where the browser wants it; false when they say no. */
export async function mayUse(handle: FileHandle, mode: 'read' | 'readwrite'): Promise<boolean> {
  if ((await handle.queryPermission?.({ mode })) === 'granted') return true
  return ((await handle.requestPermission?.({ mode })) ?? 'granted') === 'granted'
}
