/** Other programs, other tabs and earlier visits: what happens to the document's file while nobody looks. */
import type { Page } from '@playwright/test'
import { expect, Fairlead, test } from './app'

const role = (name: string) => ({ kind: 'iam-role', spec: { RoleName: name } })
const elements = { a: role('a'), b: role('b') }
const layout = { a: { x: 0, y: 0 }, b: { x: 320, y: 160 } }
const text = (more: object) =>
  JSON.stringify({
    ...{ format: 'fairlead/1', name: 'Shop', region: 'eu-west-1' },
    ...{ elements, connections: {}, layout, ...more },
  })

/** Another program writes the file, or takes it away. */
async function otherProgram(page: Page, content: string | undefined): Promise<void> {
  await page.evaluate(async (written) => {
    const folder = await navigator.storage.getDirectory()
    if (written === undefined) return folder.removeEntry('shop.fairlead')
    const handle = await folder.getFileHandle('shop.fairlead', { create: true })
    const writable = await handle.createWritable()
    await writable.write(written)
    return writable.close()
  }, content)
}

const bar = (page: Page, says: RegExp) => page.getByTestId('bar-disk').filter({ hasText: says })

test.describe('another program', () => {
  test.beforeEach(({ app }) => app.openDesign(elements, layout))

  test('changes the file of a clean document: it is read again on request', async ({ app, page }) => {
    await otherProgram(page, text({ elements: { ...elements, c: role('theirs') } }))
    await expect(bar(page, /was changed by another program\./)).toBeVisible()
    await expect(app.node('c')).toHaveCount(0)
    await page.getByRole('button', { name: 'Reload' }).click()
    await expect(app.node('c')).toBeVisible()
    await expect(bar(page, /./)).toHaveCount(0)
  })

  test('changes it under unsaved work: saving asks, merging keeps both', async ({ app, page }) => {
    await app.move('a', { x: 0, y: 320 })
    await otherProgram(page, text({ elements: { ...elements, c: role('theirs') } }))
    await expect(bar(page, /and you have unsaved changes/)).toBeVisible()
    await page.keyboard.press('Control+S')
    await page.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click()
    const merged = await app.saved()
    expect(Object.keys(merged.elements).sort()).toEqual(['a', 'b', 'c'])
    expect(merged.layout).toMatchObject({ a: { x: 0, y: 320 } })
  })

  test('writes as many bytes, unseen: saving notices, and what is replaced can be had back', async ({
    app,
    page,
  }) => {
    // Nothing is told to the page: as where the browser can't observe a file, and nobody has looked yet.
    await page.evaluate(() => Object.assign(window, { FileSystemObserver: undefined }))
    await app.openDesign(elements, layout)
    await app.move('a', { x: 0, y: 320 })
    await otherProgram(page, text({ elements: { ...elements, b: role('t') } }))
    await page.keyboard.press('Control+S')
    await page.getByRole('dialog').getByRole('button', { name: 'Keep mine' }).click()
    await expect(page.getByText('unsaved changes')).toHaveCount(0)
    expect(await app.fileText('shop.fairlead')).toContain('"RoleName": "b"')
    await app.menu('File', 'Earlier versions…')
    const versions = page.getByRole('dialog', { name: /Earlier versions of/ })
    await expect(versions.getByRole('option')).toHaveCount(1)
    await versions.getByRole('button', { name: 'Restore' }).click()
    await expect(app.figure(/\bt\b/)).toBeVisible()
  })

  test('takes it away: the design stays, unsaved, and saving writes it anew', async ({ app, page }) => {
    await otherProgram(page, undefined)
    await expect(bar(page, /is not there any more/)).toBeVisible()
    await expect(page.getByText('unsaved changes')).toHaveCount(1)
    await page.getByTestId('bar-disk').getByRole('button', { name: 'Save', exact: true }).click()
    await expect(bar(page, /./)).toHaveCount(0)
    expect(await app.fileText('shop.fairlead')).toContain('"a"')
  })

  test('empties it: nothing of the design is lost, nor is the emptied file replaced unasked', async ({
    app,
    page,
  }) => {
    await app.move('a', { x: 0, y: 320 })
    await otherProgram(page, '')
    await expect(bar(page, /can’t be read any more/)).toBeVisible()
    await page.keyboard.press('Control+S')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    expect(await app.fileText('shop.fairlead')).toBe('')
    await dialog.getByRole('button', { name: 'Keep mine' }).click()
    await expect(page.getByText('unsaved changes')).toHaveCount(0)
    expect(await app.fileText('shop.fairlead')).toContain('"a"')
  })
})

test('a design is open in one tab; when that crashes another may open it', async ({ app, page, context }) => {
  await app.openDesign(elements, layout)
  const other = await Fairlead.open(await context.newPage())
  await other.page.evaluate(() => {
    ;(window as unknown as { testFiles: { open: string[] } }).testFiles.open = ['shop.fairlead']
  })
  await other.page.keyboard.press('Control+O')
  await expect(other.page.getByText('The design is open in another tab.')).toBeVisible()
  const devtools = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  devtools.send('Page.crash').catch(() => undefined)
  await crashed
  await other.page.keyboard.press('Control+O')
  await expect(other.node('a')).toBeVisible()
})

test('work that was not saved when the page was left is offered by the next one', async ({ app, page }) => {
  await app.openDesign(elements, layout)
  await app.move('a', { x: 0, y: 320 })
  page.once('dialog', (asked) => asked.accept())
  await app.reload()
  await page.getByRole('button', { name: 'Open shop.fairlead' }).click()
  await app.expectAt('a', { y: 320 })
})

test('the recent files of an older version of the app are still there', async ({ page, context }) => {
  const before = await context.newPage()
  await before.goto('/licences.json')
  await before.evaluate(async (content) => {
    const folder = await navigator.storage.getDirectory()
    const handle = await folder.getFileHandle('shop.fairlead', { create: true })
    const writable = await handle.createWritable()
    await writable.write(content)
    await writable.close()
    await new Promise<void>((done) => {
      const opening = indexedDB.open('fairlead', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('recent', { keyPath: 'id' })
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('recent', 'readwrite')
        transaction.objectStore('recent').put({ id: '1', name: 'shop.fairlead', handle, used: 1 })
        transaction.oncomplete = () => {
          opening.result.close()
          done()
        }
      }
    })
  }, text({}))
  const app = await Fairlead.open(page)
  await page.getByRole('button', { name: 'shop.fairlead' }).click()
  await expect(app.node('a')).toBeVisible()
})

test('where the browser keeps nothing, opening and saving work, and it is said what is missing', async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('', 'SecurityError')
    }
  })
  const app = await Fairlead.open(page)
  await app.openDesign(elements, layout)
  await app.move('a', { x: 0, y: 320 })
  expect((await app.saved()).layout).toMatchObject({ a: { y: 320 } })
  await app.menu('Help', 'About Fairlead')
  await expect(page.getByText(/This window keeps nothing/)).toBeVisible()
})
