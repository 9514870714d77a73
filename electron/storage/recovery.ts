/**
 * Unsaved work, written down beside the app's own files so that a crash costs seconds: `recovery/<slot>.json`. A slot that
 * a living page keeps is that page's alone; all others are what crashes left, and stay until somebody has settled them.
 */
import { join } from 'node:path'
import { z } from 'zod'
import { atomicWrite, PRIVATE_FILE_MODE } from './atomic-write'
import type { Files } from './files'
import { jsonIn } from './json-file'
import { createQueue, type Queue } from './queue'
import { removeAllLeftovers } from './temporary-files'

export interface KeptWork {
  readonly slot: string
  readonly name: string
  /** Milliseconds since 1970. */
  readonly kept: number
  readonly elements: number
  /** Where the work will be saved to, if it has a file. */
  readonly path?: string | undefined
  /** The SHA-256 of what the file held when the work began. */
  readonly base?: string | undefined
  readonly text: string
}

const FORMAT = 'fairlead-recovery/1'
const envelope: z.ZodType<KeptWork> = z.looseObject({
  format: z.literal(FORMAT),
  slot: z.uuid(),
  name: z.string(),
  kept: z.number(),
  elements: z.number(),
  path: z.string().optional(),
  base: z.string().optional(),
  text: z.string(),
})

/** The page that keeps slots, for as long as it lives. */
export interface Page {
  gone: boolean
}

export interface RecoveryStore {
  /** False when the slot is another page's. */
  readonly keep: (page: Page, work: Omit<KeptWork, 'kept'>) => Promise<boolean>
  readonly drop: (page: Page, slot: string) => Promise<void>
  /** What pages left behind that are gone, newest first. */
  readonly orphans: () => Promise<readonly KeptWork[]>
  /** Makes an orphan this page's; undefined when there is none of this slot, or another page has it. */
  readonly adopt: (page: Page, slot: string) => Promise<KeptWork | undefined>
  /** The page is gone; what it kept is up for recovery. */
  readonly release: (page: Page) => void
  /** What is still being written or removed. */
  readonly writes: Pick<Queue, 'isBusy' | 'done'>
}

/** The work kept in this folder. */
export function recoveryStore(files: Files, folder: string, now: () => number = Date.now): RecoveryStore {
  const owners = new Map<string, Page>()
  const inTurn = createQueue()
  const pathOf = (slot: string) => join(folder, `${slot}.json`)
  const isAnothers = (page: Page, slot: string) => (owners.get(slot) ?? page) !== page
  return {
    keep: (page, work) =>
      inTurn(work.slot, async () => {
        if (isAnothers(page, work.slot)) return false
        // What a page sent with its last breath is written, but it keeps nothing any more.
        if (!page.gone) owners.set(work.slot, page)
        const whole = { format: FORMAT, ...work, kept: now() }
        await files.makeFolder(folder)
        await atomicWrite(files, pathOf(work.slot), new TextEncoder().encode(JSON.stringify(whole)), {
          newFileMode: PRIVATE_FILE_MODE,
        })
        return true
      }),

    drop: (page, slot) =>
      inTurn(slot, async () => {
        if (isAnothers(page, slot)) return
        await files.remove(pathOf(slot))
        owners.delete(slot)
      }),

    async orphans() {
      await removeAllLeftovers(files, folder, now()).catch(() => undefined)
      const slots = (await files.list(folder)).flatMap((name) => SLOT.exec(name)?.[1] ?? [])
      const found: KeptWork[] = []
      for (const slot of slots) {
        if (owners.has(slot)) continue
        const work = await inTurn(slot, () => read(files, folder, slot, now))
        if (work) found.push(work)
      }
      return found.sort((a, b) => b.kept - a.kept)
    },

    adopt: (page, slot) =>
      inTurn(slot, async () => {
        if (isAnothers(page, slot)) return undefined
        const work = await read(files, folder, slot, now)
        if (work) owners.set(slot, page)
        return work
      }),

    writes: inTurn,

    release(page) {
      page.gone = true
      for (const [slot, owner] of owners) if (owner === page) owners.delete(slot)
    },
  }
}

const SLOT = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json$/i

/** A damaged file is set aside, never deleted: there may be work in it that can be had out by hand. */
async function read(
  files: Files,
  folder: string,
  slot: string,
  now: () => number,
): Promise<KeptWork | undefined> {
  const path = join(folder, `${slot}.json`)
  const bytes = await files.read(path).catch(() => undefined)
  if (bytes === undefined) return undefined
  const work = envelope.safeParse(jsonIn(bytes)).data
  if (work?.slot === slot) return work
  await files.rename(path, `${path}.damaged-${now()}`).catch(() => undefined)
  return undefined
}
