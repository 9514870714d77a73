import { describe, expect, it } from 'vitest'
import type { Unsaved } from '../../shared/host'
import { fakeBrowser, got } from '../testing/tabs'

const slot = '6a1f7d04-8f0c-4d43-9a70-3f6f6b8f3c55'
const work = (more: Partial<Unsaved> = {}): Unsaved => ({
  slot,
  name: 'shop.fairlead',
  text: 'edited',
  elements: 3,
  ...more,
})

/** A tab that opened a file, edited it, and crashed; and the tab that comes after it. */
async function crashed() {
  const browser = fakeBrowser()
  browser.disk.write('shop.fairlead', 'old')
  const gone = browser.tab()
  const { id } = got(await gone.open('shop.fairlead'))
  await gone.keepRecovery(work({ file: id }))
  gone.crash()
  return { browser, next: browser.tab() }
}

describe('unsaved work', () => {
  it('is offered once its tab is gone, and not before', async () => {
    const browser = fakeBrowser()
    const [first, second] = [browser.tab(), browser.tab()]
    expect(await first.keepRecovery(work())).toEqual({ ok: true, value: null })
    expect(await first.recoveries()).toEqual([])
    expect(await second.recoveries()).toEqual([])
    first.crash()
    const kept = browser.now
    expect(await second.recoveries()).toEqual([{ slot, name: 'shop.fairlead', elements: 3, kept }])
  })

  it('is what was kept last, and is kept until it is dropped', async () => {
    const browser = fakeBrowser()
    const tab = browser.tab()
    await tab.keepRecovery(work({ text: 'first' }))
    await tab.keepRecovery(work({ text: 'second' }))
    tab.crash()
    expect(got(await browser.tab().openRecovery(slot)).text).toBe('second')
  })

  it('that was dropped is gone; what is kept after that is not', async () => {
    const browser = fakeBrowser()
    const tab = browser.tab()
    await tab.keepRecovery(work())
    await Promise.all([tab.dropRecovery(slot), tab.keepRecovery(work({ text: 'later' }))])
    tab.crash()
    const next = browser.tab()
    expect(got(await next.openRecovery(slot)).text).toBe('later')
    await next.dropRecovery(slot)
    next.crash()
    expect(await browser.tab().recoveries()).toEqual([])
  })

  it('can be dropped from the list, but not when another tab has it', async () => {
    const browser = fakeBrowser()
    const [living, other] = [browser.tab(), browser.tab()]
    await living.keepRecovery(work())
    await other.dropRecovery(slot)
    living.crash()
    expect(await other.recoveries()).toHaveLength(1)
    await other.dropRecovery(slot)
    expect(await browser.tab().recoveries()).toEqual([])
  })

  it('belongs to one tab only: what another took over can’t be opened', async () => {
    const { browser, next } = await crashed()
    await next.openRecovery(slot)
    const third = browser.tab()
    expect(await third.recoveries()).toEqual([])
    expect(await third.openRecovery(slot)).toMatchObject({ error: { code: 'recovery-elsewhere' } })
  })

  it('survives the next crash as well', async () => {
    const { browser, next } = await crashed()
    await next.openRecovery(slot)
    next.crash()
    expect(got(await browser.tab().openRecovery(slot)).text).toBe('edited')
  })
})

describe('the file of such work', () => {
  it('is granted again, with what it holds, and can be saved to', async () => {
    const { browser, next } = await crashed()
    const { file, saved, place } = got(await next.openRecovery(slot))
    expect({ saved, place }).toEqual({ saved: 'old', place: 'a folder of this computer' })
    expect(await next.saveFile(file?.id ?? '', 'edited')).toMatchObject({ ok: true })
    expect(browser.disk.text('shop.fairlead')).toBe('edited')
  })

  it('that another program changed meanwhile is not replaced unasked', async () => {
    const { browser, next } = await crashed()
    browser.disk.write('shop.fairlead', 'odd')
    const { file, saved } = got(await next.openRecovery(slot))
    expect(saved).toBeUndefined()
    expect(await next.saveFile(file?.id ?? '', 'edited')).toMatchObject({ error: { code: 'file-changed' } })
    expect(browser.disk.text('shop.fairlead')).toBe('odd')
  })

  it.each(['denied', 'prompt'] as const)('opens without it while reading is %s', async (permission) => {
    const { browser, next } = await crashed()
    browser.disk.permission = permission
    const { file, saved, text } = got(await next.openRecovery(slot))
    expect({ text, saved }).toEqual({ text: 'edited', saved: undefined })
    browser.disk.permission = 'granted'
    expect(await next.saveFile(file?.id ?? '', 'edited')).toMatchObject({ ok: true })
  })

  it('that is gone is written anew', async () => {
    const { browser, next } = await crashed()
    browser.disk.remove('shop.fairlead')
    const { file, saved } = got(await next.openRecovery(slot))
    expect(saved).toBeUndefined()
    expect(await next.saveFile(file?.id ?? '', 'edited')).toMatchObject({ ok: true })
  })

  it('stays with the tab that has it open', async () => {
    const { browser, next } = await crashed()
    await browser.tab().open('shop.fairlead')
    expect(got(await next.openRecovery(slot))).toMatchObject({ text: 'edited' })
    expect(got(await next.openRecovery(slot)).file).toBeUndefined()
  })
})

it('where the browser keeps nothing that is said, and nothing breaks', async () => {
  const browser = fakeBrowser()
  browser.database.broken = true
  const tab = browser.tab()
  expect(await tab.keepRecovery(work())).toMatchObject({ error: { code: 'recovery-notkept' } })
  expect(await tab.recoveries()).toEqual([])
  expect(await tab.dropRecovery(slot)).toBeNull()
  expect(await tab.openRecovery(slot)).toMatchObject({ error: { code: 'recovery-lost' } })
})
