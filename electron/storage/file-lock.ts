/**
 * One writer per design, among the app and the command line on one computer. A save compares what is on the disk and then
 * renames; without a lock a second writer could come between the two, and its work would be lost without a word.
 *
 * Node has no lock that ends with its process, so a dead writer's must be told from a living one's, and taking it over
 * must be safe: two that take over must not both succeed, nor remove the lock of a third. Locks therefore have numbers.
 * Only the highest counts; it never becomes valid again once its holder has let go or died, and whoever wants it makes the
 * next number, which only one can. See docs/decisions/0018-one-writer-per-design.md.
 */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PRIVATE_FILE_MODE } from './atomic-write'
import { errorCode, type Files } from './files'
import { hashOf } from './hash'

/** No save takes so long, not even one that waits for a virus scanner. */
const LONGEST_SAVE_MS = 120_000
/** Between making a lock and writing who holds it is next to no time. */
const LONGEST_UNNAMED_MS = 1000
const PATIENCE_MS = 15_000
const FIRST_WAIT_MS = 2
const LONGEST_WAIT_MS = 40

/** Who holds a lock. `save` also names the temporary file that this save writes. */
export interface Holder {
  readonly pid: number
  readonly host: string
  readonly save: string
}

export interface HeldLock {
  readonly save: string
  /** Rejects when somebody else has taken over, because this process was stopped for minutes. */
  readonly check: () => Promise<void>
}

export interface FileLocks {
  /**
   * Runs `work` while nobody else writes this file. `abandoned` hears of each save whose process is gone, before the work
   * begins. Rejects with `EBUSY` when others hold the file too long.
   */
  readonly hold: <T>(
    realPath: string,
    abandoned: (save: string) => Promise<void>,
    work: (lock: HeldLock) => Promise<T>,
  ) => Promise<T>
  /** Is there a save of this file whose process is gone? */
  readonly isAbandoned: (realPath: string) => Promise<boolean>
}

export interface LockOptions {
  readonly now?: () => number
  readonly isRunning?: (pid: number) => boolean
  readonly patience?: number
}

/** The locks of all designs, in this folder. */
export function fileLocks(files: Files, folder: string, options: LockOptions = {}): FileLocks {
  const { now = Date.now, isRunning = processRuns, patience = PATIENCE_MS } = options
  const placeOf = (realPath: string) => join(folder, keyOf(realPath))
  const judge = { now, isRunning }
  return {
    async hold(realPath, abandoned, work) {
      const lock = await acquire(files, placeOf(realPath), { ...judge, patience }, abandoned)
      try {
        return await work(lock)
      } finally {
        await lock.release()
      }
    },
    isAbandoned: async (realPath) =>
      (await readLocks(files, placeOf(realPath), judge)).some(({ state }) => state === 'abandoned'),
  }
}

async function acquire(
  files: Files,
  place: string,
  { patience, ...judge }: Required<LockOptions>,
  abandoned: (save: string) => Promise<void>,
): Promise<HeldLock & { readonly release: () => Promise<void> }> {
  const deadline = judge.now() + patience
  try {
    await files.makeFolder(place)
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const locks = await readLocks(files, place, judge)
      const taken = locks.some(({ state }) => state === 'held')
        ? undefined
        : await take(files, place, locks, judge)
      if (taken !== undefined) {
        const { path, number, save } = taken
        const release = async () => {
          holding.delete(save)
          await files.rename(path, `${path}${FREE}`).catch(() => undefined)
        }
        await clear(files, locks, number, abandoned).catch(() => undefined)
        return { save, check: () => stillHighest(files, place, number), release }
      }
      if (judge.now() > deadline) throw busy()
      // Unequal waits, so that two that wait do not keep meeting.
      await pause(wait * (0.5 + Math.random()))
    }
  } catch (error) {
    if (errorCode(error) === 'EBUSY') throw error
    // The app's own folder refuses. That must not keep anybody from saving, and others can't lock there either.
    return { save: randomUUID(), check: async () => undefined, release: async () => undefined }
  }
}

/** The name under which the app keeps what belongs to a file. */
export function keyOf(realPath: string): string {
  return hashOf(realPath).slice(0, 32)
}

/** The saves of this process. A lock that names another one and this process was not let go of properly. */
const holding = new Set<string>()

const FREE = '.free'
const NAME = /^(\d+)(\.free)?$/

interface Lock {
  readonly path: string
  readonly number: number
  readonly state: 'held' | 'abandoned' | 'free'
  readonly save?: string
}

type Judge = Required<Pick<LockOptions, 'now' | 'isRunning'>>

async function readLocks(files: Files, place: string, judge: Judge): Promise<readonly Lock[]> {
  const locks: Lock[] = []
  for (const name of await files.list(place)) {
    const [, number, free] = NAME.exec(name) ?? []
    if (number === undefined) continue
    const lock = { path: join(place, name), number: Number(number) }
    if (free) locks.push({ ...lock, state: 'free' })
    else locks.push({ ...lock, ...(await stateOf(files, lock.path, judge)) })
  }
  return locks
}

async function stateOf(
  files: Files,
  path: string,
  { now, isRunning }: Judge,
): Promise<Pick<Lock, 'state' | 'save'>> {
  try {
    const { modified } = await files.describe(path)
    const holder = parseHolder(await files.read(path))
    const save = holder ? { save: holder.save } : {}
    const longest = holder === undefined ? LONGEST_UNNAMED_MS : LONGEST_SAVE_MS
    if (now() - modified > longest) return { state: 'abandoned', ...save }
    // Not written yet, or by another computer, whose processes can't be asked: time decides.
    if (holder === undefined || holder.host !== hostname()) return { state: 'held', ...save }
    const running = holder.pid === process.pid ? holding.has(holder.save) : isRunning(holder.pid)
    return { state: running ? 'held' : 'abandoned', ...save }
  } catch (error) {
    // Let go of just now.
    if (errorCode(error) === 'ENOENT') return { state: 'free' }
    throw error
  }
}

function parseHolder(bytes: Uint8Array): Holder | undefined {
  try {
    const { pid, host, save } = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Holder>
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof save !== 'string') return undefined
    return /^[0-9a-f-]{36}$/.test(save) ? { pid, host, save } : undefined
  } catch {
    return undefined
  }
}

interface Taken {
  readonly path: string
  readonly number: number
  readonly save: string
}

/** The next number, unless somebody else was faster. */
async function take(
  files: Files,
  place: string,
  locks: readonly Lock[],
  judge: Judge,
): Promise<Taken | undefined> {
  const number = Math.max(0, ...locks.map((lock) => lock.number)) + 1
  const path = join(place, String(number))
  const holder: Holder = { pid: process.pid, host: hostname(), save: randomUUID() }
  holding.add(holder.save)
  try {
    const file = await files.create(path, PRIVATE_FILE_MODE)
    try {
      await file.write(new TextEncoder().encode(JSON.stringify(holder)))
    } finally {
      await file.close()
    }
    // Looked at again, now that the others can see this lock. Whoever was slow may have made a number that is long past:
    // the others, who always leave a higher one, have removed it. And a lock without a name may have got one after all.
    const others = (await readLocks(files, place, judge)).filter((lock) => lock.path !== path)
    if (others.every((lock) => lock.number < number && lock.state !== 'held'))
      return { path, number, save: holder.save }
    holding.delete(holder.save)
    await files.remove(path)
    return undefined
  } catch (error) {
    holding.delete(holder.save)
    if (errorCode(error) === 'EEXIST') return undefined
    await files.remove(path).catch(() => undefined)
    throw error
  }
}

/** Nobody has taken over. */
async function stillHighest(files: Files, place: string, number: number): Promise<void> {
  const names = await files.list(place)
  const higher = names.some((name) => {
    const [, other, free] = NAME.exec(name) ?? []
    return other !== undefined && (Number(other) > number || (Number(other) === number && free !== undefined))
  })
  if (higher || !names.includes(String(number))) throw busy()
}

/** Removes the numbers before, but for the last: a listing that runs meanwhile must find one of them. */
async function clear(
  files: Files,
  locks: readonly Lock[],
  taken: number,
  abandoned: (save: string) => Promise<void>,
): Promise<void> {
  for (const { path, number, state, save } of locks) {
    if (state === 'abandoned' && save !== undefined) await abandoned(save)
    if (number < taken - 1) await files.remove(path)
    else if (state === 'abandoned') await files.rename(path, `${path}${FREE}`)
  }
}

function busy(): Error {
  return Object.assign(new Error('Another process writes this file.'), { code: 'EBUSY' })
}

function processRuns(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It runs, but is somebody else's.
    return errorCode(error) === 'EPERM'
  }
}
