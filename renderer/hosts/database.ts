/**
 * What this browser keeps for the app: recent files, their earlier versions, and unsaved work. A browser may refuse to
 * keep anything (private windows, full disks), so whoever asks has to live without an answer.
 */
import type { FileHandle } from './grants'

/** A file that was opened or saved here; `id` names it for as long as it is known. */
export interface KnownFile {
  readonly id: string
  readonly name: string
  readonly handle: FileHandle
  /** Milliseconds since 1970, for the order. */
  readonly used: number
}

/** An earlier state of a known file; what it held is a record of its own, so that a list costs little. */
export interface Version {
  readonly id: string
  /** The known file's id. */
  readonly file: string
  readonly saved: number
  readonly kept: number
  readonly bytes: number
  readonly hash: string
}

export interface VersionContent {
  readonly id: string
  readonly content: Uint8Array<ArrayBuffer>
}

/** Unsaved work, and the file that it is to be saved to. */
export interface KeptWork {
  readonly slot: string
  readonly name: string
  readonly text: string
  readonly elements: number
  readonly kept: number
  /** `base`: the SHA-256 of what the file held when the window that kept this last read or wrote it. */
  readonly file?: { readonly handle: FileHandle; readonly base: string | undefined }
}

interface Records {
  readonly recent: KnownFile
  readonly versions: Version
  readonly contents: VersionContent
  readonly recoveries: KeptWork
}

type StoreName = keyof Records

/** The member that names a record, by store. */
const KEYS: Readonly<Record<StoreName, string>> = {
  recent: 'id',
  versions: 'id',
  contents: 'id',
  recoveries: 'slot',
}

export type Change = {
  [S in StoreName]:
    | { readonly store: S; readonly put: Records[S] }
    | { readonly store: S; readonly remove: string }
}[StoreName]

export interface Database {
  /** False where nothing can be kept. */
  readonly works: () => Promise<boolean>
  readonly get: <S extends StoreName>(store: S, key: string) => Promise<Records[S] | undefined>
  readonly all: <S extends StoreName>(store: S) => Promise<Records[S][]>
  /** All of the changes or none. With `strict` they are on the disk when this is done, not only on their way. */
  readonly change: (changes: readonly Change[], durability?: 'strict' | 'relaxed') => Promise<void>
}

/** Version 1 had only the recent files. */
const VERSION = 2

/** The app's database, opened at once and opened again when the browser closes it. */
export function browserDatabase(factory: IDBFactory | undefined): Database {
  let connection: IDBDatabase | undefined
  let opening: Promise<IDBDatabase> | undefined
  const connect = () => {
    opening ??= open(factory).then((database) => {
      const lost = () => {
        connection = undefined
        opening = undefined
      }
      database.onclose = lost
      // A tab with a newer version of the app waits for this.
      database.onversionchange = () => {
        database.close()
        lost()
      }
      connection = database
      return database
    })
    return opening
  }
  // Nothing may come between a call and its request where the connection is there: a page that goes has no later.
  const use = <T>(act: (database: IDBDatabase) => Promise<T>): Promise<T> =>
    connection ? act(connection) : connect().then(act)
  connect().catch(() => undefined)
  return {
    works: () =>
      connect().then(
        () => true,
        () => false,
      ),
    get: (store, key) => use((database) => settled(reading(database, store).get(key))),
    all: (store) => use((database) => settled(reading(database, store).getAll())),
    change: (changes, durability = 'strict') => use((database) => write(database, changes, durability)),
  }
}

function reading(database: IDBDatabase, store: StoreName): IDBObjectStore {
  return database.transaction(store, 'readonly').objectStore(store)
}

function write(
  database: IDBDatabase,
  changes: readonly Change[],
  durability: 'strict' | 'relaxed',
): Promise<void> {
  if (changes.length === 0) return Promise.resolve()
  const stores = new Set(changes.map(({ store }) => store))
  const transaction = database.transaction([...stores], 'readwrite', { durability })
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
  for (const change of changes) {
    const store = transaction.objectStore(change.store)
    if ('put' in change) store.put(change.put)
    else store.delete(change.remove)
  }
  // Without this it would wait for the page to hear of each request, and a page that is going hears nothing.
  transaction.commit()
  return done
}

async function open(factory: IDBFactory | undefined): Promise<IDBDatabase> {
  if (!factory) throw new Error('This browser has no IndexedDB.')
  const request = factory.open('fairlead', VERSION)
  request.onupgradeneeded = () => {
    for (const [store, keyPath] of Object.entries(KEYS)) {
      if (!request.result.objectStoreNames.contains(store)) {
        request.result.createObjectStore(store, { keyPath })
      }
    }
  }
  return settled(request)
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
