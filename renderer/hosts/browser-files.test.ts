import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type FakeBrowser, fakeBrowser, got, type Tab } from '../testing/tabs'

const opened = async (text = 'old'): Promise<{ browser: FakeBrowser; tab: Tab; id: string }> => {
  const browser = fakeBrowser()
  browser.disk.write('shop.fairlead', text)
  const tab = browser.tab()
  return { browser, tab, id: got(await tab.open('shop.fairlead')).id }
}
const failed = (code: string) => ({ ok: false, error: { code, file: 'shop.fairlead' } })
const versionsOf = async (tab: Tab, id: string) => {
  const texts = []
  for (const version of got(await tab.fileVersions(id))) {
    texts.push(got(await tab.readVersion(id, version.id)).text)
  }
  return texts
}

describe('a save', () => {
  it('replaces what this window last read or wrote, and keeps a copy of it', async () => {
    const { browser, tab, id } = await opened()
    expect(await tab.saveFile(id, 'new')).toEqual({ ok: true, value: { id, name: 'shop.fairlead' } })
    expect(await tab.saveFile(id, 'newer')).toMatchObject({ ok: true })
    expect(browser.disk.text('shop.fairlead')).toBe('newer')
    expect(await versionsOf(tab, id)).toEqual(['new', 'old'])
  })

  it('replaces nothing that another program wrote, not even of the same length and time', async () => {
    const browser = fakeBrowser()
    browser.disk.write('shop.fairlead', 'old', 1000)
    const tab = browser.tab()
    const { id } = got(await tab.open('shop.fairlead'))
    browser.disk.write('shop.fairlead', 'odd', 1000)
    expect(await tab.saveFile(id, 'new')).toMatchObject(failed('file-changed'))
    expect(browser.disk.text('shop.fairlead')).toBe('odd')
  })

  it('nor what another program writes while it is going on', async () => {
    const { browser, tab, id } = await opened()
    browser.disk.before('write', () => browser.disk.write('shop.fairlead', 'odd'))
    expect(await tab.saveFile(id, 'new')).toMatchObject(failed('file-changed'))
    expect(browser.disk.text('shop.fairlead')).toBe('odd')
  })

  it('replaces it once the file was read again, and keeps a copy of that too', async () => {
    const { browser, tab, id } = await opened()
    browser.disk.write('shop.fairlead', 'theirs')
    expect(await tab.saveFile(id, 'mine')).toMatchObject({ ok: false })
    expect(got(await tab.rereadFile(id))).toEqual({ id, name: 'shop.fairlead', text: 'theirs' })
    expect(await tab.saveFile(id, 'mine')).toMatchObject({ ok: true })
    expect(await versionsOf(tab, id)).toEqual(['theirs'])
  })

  it('writes a file anew that is gone', async () => {
    const { browser, tab, id } = await opened()
    browser.disk.remove('shop.fairlead')
    expect(await tab.saveFile(id, 'new')).toMatchObject({ ok: true })
    expect(browser.disk.text('shop.fairlead')).toBe('new')
  })

  it('may replace a file that was just chosen in a save dialog, and keeps a copy', async () => {
    const { browser, tab } = await opened()
    browser.disk.write('other.fairlead', 'other')
    const { id } = got(await tab.saveAs('other.fairlead', 'new'))
    expect(browser.disk.text('other.fairlead')).toBe('new')
    expect(await versionsOf(tab, id)).toEqual(['other'])
  })

  it.each([
    ['createWritable', 'NotAllowedError', 'file-refused'],
    ['createWritable', 'NotFoundError', 'file-goneaway'],
    ['createWritable', 'NoModificationAllowedError', 'file-locked'],
    ['write', 'QuotaExceededError', 'file-full'],
    ['close', 'QuotaExceededError', 'file-full'],
    ['close', 'InvalidStateError', 'file-write'],
  ] as const)('that fails at %s with %s says so, and the old file is whole', async (step, error, code) => {
    const { browser, tab, id } = await opened()
    browser.disk.refuse(step, error)
    expect(await tab.saveFile(id, 'new')).toMatchObject(failed(code))
    expect(browser.disk.text('shop.fairlead')).toBe('old')
    expect(await tab.saveFile(id, 'new')).toMatchObject({ ok: true })
  })

  it('is not called saved when the disk holds something else afterwards', async () => {
    const { browser, tab, id } = await opened()
    browser.disk.before('getFile', () =>
      browser.disk.before('getFile', () => browser.disk.write('shop.fairlead', 'ne')),
    )
    expect(await tab.saveFile(id, 'new')).toMatchObject(failed('file-unsure'))
  })

  it('asks for permission, and says when it was refused', async () => {
    const { browser, tab, id } = await opened()
    browser.disk.permission = 'denied'
    expect(await tab.saveFile(id, 'new')).toMatchObject(failed('file-refused'))
  })

  it('goes on where the browser keeps nothing', async () => {
    const browser = fakeBrowser()
    browser.database.broken = true
    browser.disk.write('shop.fairlead', 'old')
    const tab = browser.tab()
    const { id } = got(await tab.open('shop.fairlead'))
    expect(await tab.saveFile(id, 'new')).toMatchObject({ ok: true })
    expect(await tab.fileVersions(id)).toEqual({ ok: true, value: [] })
    expect(await tab.recentFiles()).toEqual([])
  })
})

it('a dialog that the browser does not show is said', async () => {
  const page = {
    showOpenFilePicker: () => Promise.reject(new DOMException('', 'SecurityError')),
    showSaveFilePicker: () => Promise.reject(new DOMException('', 'SecurityError')),
  } as unknown as Window
  const tab = fakeBrowser().tab({ page })
  expect(await tab.openFile()).toMatchObject({ error: { code: 'file-refused' } })
  expect(await tab.saveFileAs('shop.fairlead', '')).toMatchObject(failed('file-refused'))
})

describe('in two tabs', () => {
  it('the same file can’t be open', async () => {
    const { browser, tab, id } = await opened()
    const other = browser.tab()
    expect(await other.open('shop.fairlead')).toMatchObject(failed('file-busy'))
    expect(await other.saveAs('shop.fairlead', 'new')).toMatchObject(failed('file-busy'))
    // The same tab may open it again.
    expect(await tab.open('shop.fairlead')).toMatchObject({ ok: true })
    expect(await tab.saveFile(id, 'new')).toMatchObject({ ok: true })
  })

  it('until the first shows another document, or crashes', async () => {
    const { browser, tab } = await opened()
    const other = browser.tab()
    await tab.tabs.show(undefined)
    expect(await other.open('shop.fairlead')).toMatchObject({ ok: true })
    expect(await tab.open('shop.fairlead')).toMatchObject(failed('file-busy'))
    other.crash()
    expect(await tab.open('shop.fairlead')).toMatchObject({ ok: true })
  })

  it('a document that is shown is claimed, whatever was opened and refused meanwhile', async () => {
    const { browser, tab, id } = await opened()
    browser.disk.write('other.fairlead', '')
    await tab.open('other.fairlead')
    await tab.tabs.show(tab.grants.find(id)?.place?.file)
    const other = browser.tab()
    expect(await other.open('shop.fairlead')).toMatchObject(failed('file-busy'))
    expect(await other.open('other.fairlead')).toMatchObject({ ok: true })
  })
})

describe('a file that was opened but never shown', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is free for other tabs after a minute', async () => {
    const { browser, tab } = await opened()
    const other = browser.tab()
    vi.advanceTimersByTime(59_000)
    expect(await other.open('shop.fairlead')).toMatchObject(failed('file-busy'))
    vi.advanceTimersByTime(1000)
    expect(await other.open('shop.fairlead')).toMatchObject({ ok: true })
    expect(await tab.open('shop.fairlead')).toMatchObject(failed('file-busy'))
  })

  it('one that is shown stays claimed', async () => {
    const { browser, tab, id } = await opened()
    await tab.tabs.show(tab.grants.find(id)?.place?.file)
    vi.advanceTimersByTime(600_000)
    expect(await browser.tab().open('shop.fairlead')).toMatchObject(failed('file-busy'))
  })
})

describe('the recent files', () => {
  it('are twenty, each once, the last one first', async () => {
    const browser = fakeBrowser()
    const tab = browser.tab()
    for (let i = 0; i < 25; i++) {
      browser.disk.write(`${i}.fairlead`, '')
      browser.now += 1
      await tab.open(`${i}.fairlead`)
    }
    browser.now += 1
    await tab.open('10.fairlead')
    const names = (await tab.recentFiles()).map(({ name }) => name)
    expect(names).toHaveLength(20)
    expect(names.slice(0, 3)).toEqual(['10.fairlead', '24.fairlead', '23.fairlead'])
    expect(new Set(names).size).toBe(20)
  })

  it('open again after the tab is gone, with their versions', async () => {
    const { browser, tab, id } = await opened()
    await tab.saveFile(id, 'new')
    tab.crash()
    const next = browser.tab()
    const [recent] = await next.recentFiles()
    const again = got(await next.openRecent(recent?.id ?? ''))
    expect(again.text).toBe('new')
    expect(await versionsOf(next, again.id)).toEqual(['old'])
  })

  it('that are forgotten take their versions along', async () => {
    const { browser, tab, id } = await opened()
    await tab.saveFile(id, 'new')
    expect(await browser.database.all('contents')).toHaveLength(1)
    for (let i = 0; i < 100; i++) {
      browser.disk.write(`${i}.fairlead`, '')
      browser.now += 1
      await tab.open(`${i}.fairlead`)
    }
    expect(await browser.database.all('recent')).toHaveLength(100)
    expect(await browser.database.all('versions')).toEqual([])
    expect(await browser.database.all('contents')).toEqual([])
  })
})

describe('earlier versions', () => {
  it('thin out: of many saves within an hour the newest three stay, and are not kept twice', async () => {
    const { browser, tab, id } = await opened('0')
    for (let i = 1; i <= 9; i++) {
      browser.now += 60_000
      await tab.saveFile(id, String(i))
    }
    await tab.saveFile(id, '9')
    expect(await versionsOf(tab, id)).toEqual(['8', '7', '6'])
    expect(await browser.database.all('contents')).toHaveLength(3)
  })

  it('of another file, or that are gone, are not given out', async () => {
    const { browser, tab, id } = await opened()
    await tab.saveFile(id, 'new')
    const [version] = got(await tab.fileVersions(id))
    browser.disk.write('other.fairlead', '')
    const other = got(await tab.open('other.fairlead'))
    expect(await tab.readVersion(other.id, version?.id ?? '')).toMatchObject({
      error: { code: 'file-noversion' },
    })
    expect(await tab.readVersion(id, 'gone')).toMatchObject(failed('file-noversion'))
  })
})
