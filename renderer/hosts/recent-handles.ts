/** The files that were opened or saved last, as handles in IndexedDB: a browser gives no paths to remember. */
import type { FileHandle } from './grants'

export interface RecentHandle {
  readonly id: string
  readonly name: string
  readonly handle: FileHandle
  /** Milliseconds since 1970, for the order. */
  readonly used: number
}

const LONGEST = 10
const STORE = 'recent'

/** Newest first. */
export async function recentHandles(): Promise<RecentHandle[]> {
  const all = await inStore('readonly', (store) => store.getAll() as IDBRequest<RecentHandle[]>)
  return all.sort((a, b) => b.used - a.used)
}

/** Puts a file at the top of the list; the same file is not listed twice. */
export async function rememberHandle(id: string, handle: FileHandle, now: number): Promise<void> {
  const known = await recentHandles()
  for (const [index, old] of known.entries()) {
    if (index >= LONGEST - 1 || (await old.handle.isSameEntry(handle))) {
      await inStore('readwrite', (store) => store.delete(old.id))
    }
  }
  await inStore('readwrite', (store) => store.put({ id, name: handle.name, handle, used: now }))
}

async function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await openDatabase()
  try {
    return await settled(act(database.transaction(STORE, mode).objectStore(STORE)))
  } finally {
    database.close()
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('fairlead', 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
  return settled(request)
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
