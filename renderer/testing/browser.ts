/** What a browser offers to its tabs, without a browser: a disk of files with handles, locks, and a database. */
import type { Change, Database } from '../hosts/database'
import type { FileHandle } from '../hosts/grants'
import type { Locks } from '../hosts/locks'

interface Stored {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly modified: number
}

/** What the disk can be told to refuse: the step, and the name of the DOM exception. */
type Step = 'getFile' | 'createWritable' | 'write' | 'close'

export interface FakeDisk {
  readonly write: (name: string, text: string, modified?: number) => void
  readonly remove: (name: string) => void
  readonly text: (name: string) => string | undefined
  readonly handle: (name: string) => FileHandle
  /** The next such step fails. */
  readonly refuse: (step: Step, exception: string) => void
  /** Another program acts just before the next such step. */
  readonly before: (step: Step, act: () => void) => void
  /** What the user answers when a handle asks. */
  permission: PermissionState
}

/** An empty disk; nothing on it takes time unless `pause` does. */
export function fakeDisk(
  now: () => number = Date.now,
  pause: () => Promise<void> = async () => undefined,
): FakeDisk {
  const files = new Map<string, Stored>()
  const plans: { readonly step: Step; readonly act: () => void }[] = []
  const at = async (step: Step) => {
    await pause()
    const planned = plans.findIndex((plan) => plan.step === step)
    if (planned >= 0) plans.splice(planned, 1)[0]?.act()
  }
  const put = (name: string, bytes: Uint8Array<ArrayBuffer>, modified = now()) => {
    files.set(name, { bytes, modified })
  }
  const disk: FakeDisk = {
    permission: 'granted',
    write: (name, text, modified) => put(name, new TextEncoder().encode(text), modified),
    remove: (name) => files.delete(name),
    text: (name) => {
      const stored = files.get(name)
      return stored && new TextDecoder().decode(stored.bytes)
    },
    handle: (name) => handleOf(name),
    before: (step, act) => plans.push({ step, act }),
    refuse: (step, exception) =>
      disk.before(step, () => {
        throw new DOMException('', exception)
      }),
  }
  const handleOf = (name: string) => {
    const handle = {
      kind: 'file',
      name,
      isSameEntry: async (other: FileSystemHandle) => other.name === name,
      queryPermission: async () => disk.permission,
      requestPermission: async () => disk.permission,
      getFile: async () => {
        await at('getFile')
        const stored = files.get(name)
        if (!stored) throw new DOMException('', 'NotFoundError')
        return new File([stored.bytes], name, { lastModified: stored.modified })
      },
      createWritable: async () => {
        await at('createWritable')
        let swap = new Uint8Array()
        return {
          write: async (content: Uint8Array<ArrayBuffer>) => {
            await at('write')
            swap = Uint8Array.from(content)
          },
          abort: async () => undefined,
          close: async () => {
            await at('close')
            put(name, swap)
          },
        }
      },
    }
    return handle as unknown as FileHandle
  }
  return disk
}

/** The locks of a browser; `tab` gives those of one tab, which lets go of them all when it crashes. */
export function fakeLocks(): { readonly tab: () => Locks & { readonly crash: () => void } } {
  const held = new Map<string, symbol>()
  const queues = new Map<string, Promise<unknown>>()
  return {
    tab: () => {
      const me = Symbol('tab')
      return {
        work: true,
        take: async (name) => {
          if (held.has(name)) return undefined
          held.set(name, me)
          return () => held.delete(name)
        },
        held: async () => new Set(held.keys()),
        alone: (name, act) => {
          const mine = (queues.get(name) ?? Promise.resolve()).then(act)
          queues.set(
            name,
            mine.catch(() => undefined),
          )
          return mine
        },
        crash: () => {
          for (const [name, tab] of held) if (tab === me) held.delete(name)
        },
      }
    },
  }
}

/** A database in memory; one that is broken refuses everything, as in a private window. */
export function fakeDatabase(): Database & { broken: boolean } {
  const stores = new Map<string, Map<string, unknown>>()
  const store = (name: string) => {
    const known = stores.get(name) ?? new Map<string, unknown>()
    stores.set(name, known)
    return known
  }
  const check = () => {
    if (database.broken) throw new DOMException('', 'InvalidStateError')
  }
  const apply = (change: Change) => {
    if ('remove' in change) return store(change.store).delete(change.remove)
    const key = 'slot' in change.put ? change.put.slot : change.put.id
    return store(change.store).set(key, change.put)
  }
  const database: Database & { broken: boolean } = {
    broken: false,
    works: async () => !database.broken,
    get: async (name, key) => {
      check()
      return store(name).get(key) as never
    },
    all: async (name) => {
      check()
      return [...store(name).values()] as never
    },
    change: async (changes) => {
      check()
      for (const change of changes) apply(change)
    },
  }
  return database
}
