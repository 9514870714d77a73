/** Two tabs save to one file, each whenever it likes: what was acknowledged may not vanish without a word. */
import { expect, it } from 'vitest'
import { fail, ok, type Result } from '../../shared/basics/result'
import { type FakeBrowser, fakeBrowser, got } from '../testing/tabs'
import { writeTo } from './pickers'
import { fileFailure } from './read-file'

const SAVES = import.meta.env.TORTURE ? 1000 : 100
const FILE = 'shop.fairlead'

interface Writer {
  readonly save: (text: string) => Promise<Result<unknown>>
  /** After a conflict: keep mine. */
  readonly reread: () => Promise<unknown>
}

/** All texts have the same length, and the disk's clock stands still: only the content tells them apart. */
const textOf = (writer: number, save: number) => `${writer}:${String(save).padStart(6, '0')}`

/** Random waits of up to seven turns. */
function pauses(seed: number): () => Promise<void> {
  let state = seed
  return async () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    for (let turns = state >>> 29; turns > 0; turns--) await Promise.resolve()
  }
}

/** Two writers save at the same time; answers what they were told is saved, and how many conflicts they heard of. */
async function bothSave(writers: readonly Writer[], pause: () => Promise<void>) {
  const acknowledged: string[] = []
  let conflicts = 0
  const work = async ({ save, reread }: Writer, writer: number) => {
    for (let i = 0; i < SAVES; i++) {
      await pause()
      const saved = await save(textOf(writer, i))
      if (saved.ok) acknowledged.push(textOf(writer, i))
      else {
        expect(saved.error.code).toBe('file-changed')
        conflicts += 1
        await reread()
      }
    }
  }
  await Promise.all(writers.map(work))
  return { acknowledged, conflicts }
}

/** A tab that may open what another has open, as where the browser has no locks to tell; its copies are all kept. */
async function tabOf(browser: FakeBrowser, copies: string[]): Promise<Writer> {
  const tab = browser.tab({
    tabs: { claim: async () => true, show: async () => undefined },
    versions: {
      putAside: async (_, { content }) => void copies.push(new TextDecoder().decode(content)),
      list: async () => [],
      read: async () => undefined,
    },
  })
  const { id } = got(await tab.open(FILE))
  return { save: (text) => tab.saveFile(id, text), reread: () => tab.rereadFile(id) }
}

/** What most programs do: they look at time and length. */
async function careless(browser: FakeBrowser): Promise<Writer> {
  const handle = browser.disk.handle(FILE)
  const look = async () => {
    const { lastModified, size } = await handle.getFile()
    return `${lastModified} ${size}`
  }
  let seen = await look()
  const reread = async () => {
    seen = await look()
  }
  return {
    reread,
    save: async (text) => {
      if ((await look()) !== seen) return fail(fileFailure('changed', FILE))
      await writeTo(handle, text)
      await reread()
      return ok(null)
    },
  }
}

const seed = Math.floor(Math.random() * 2 ** 32)

async function race(writer: (browser: FakeBrowser, copies: string[]) => Promise<Writer>) {
  const pause = pauses(seed)
  const browser = fakeBrowser(pause)
  browser.disk.write(FILE, textOf(0, 0))
  const copies: string[] = []
  const writers = [await writer(browser, copies), await writer(browser, copies)]
  const { acknowledged, conflicts } = await bothSave(writers, pause)
  const somewhere = new Set([...copies, browser.disk.text(FILE)])
  const lost = acknowledged.filter((text) => !somewhere.has(text))
  return { acknowledged: acknowledged.length, conflicts, lost: lost.length }
}

it('of two tabs that save to one file neither loses work silently', { timeout: 600_000 }, async () => {
  const { acknowledged, conflicts, lost } = await race(tabOf)
  console.info(
    `R5: browser, seed ${seed}: 2 tabs × ${SAVES} saves: ${acknowledged} saved, ${conflicts} conflicts told, ${lost} lost`,
  )
  expect(lost).toBe(0)
  expect(conflicts).toBeGreaterThan(0)
  expect(acknowledged + conflicts).toBe(2 * SAVES)
})

it('this would be noticed: with writers that compare time and length work is lost', async () => {
  expect((await race(careless)).lost).toBeGreaterThan(SAVES / 10)
})
