import { describe, expect, it } from 'vitest'
import { fakeBrowser, got } from '../testing/tabs'
import { newCheck } from './watching'

/** A tab that watches its file; `seen` lists what it was told. */
async function watching(modified = 1000) {
  const browser = fakeBrowser()
  browser.disk.write('shop.fairlead', 'old', modified)
  const tab = browser.tab()
  const { id } = got(await tab.open('shop.fairlead'))
  const place = tab.grants.find(id)?.place
  if (!place) throw new Error('The file has no place.')
  const seen: string[] = []
  const check = newCheck(place, (what) => seen.push(what))
  await check('read')
  return { disk: browser.disk, tab, id, check, seen }
}

describe('a watched file', () => {
  it('is told of once for each state', async () => {
    const { disk, check, seen } = await watching()
    disk.write('shop.fairlead', 'theirs')
    for (let i = 0; i < 3; i++) await check('glance')
    expect(seen).toEqual(['changed'])
    disk.remove('shop.fairlead')
    for (let i = 0; i < 3; i++) await check('glance')
    expect(seen).toEqual(['changed', 'gone'])
    disk.write('shop.fairlead', 'theirs')
    await check('glance')
    expect(seen).toEqual(['changed', 'gone', 'changed'])
  })

  it('is not told of when it holds again what this window knows, but is when it changes once more', async () => {
    const { disk, check, seen } = await watching()
    disk.write('shop.fairlead', 'theirs')
    await check('glance')
    disk.write('shop.fairlead', 'old')
    await check('glance')
    disk.write('shop.fairlead', 'theirs')
    await check('glance')
    expect(seen).toEqual(['changed', 'changed'])
  })

  it('that was gone for a moment is told of when it is back', async () => {
    const { disk, check, seen } = await watching()
    disk.remove('shop.fairlead')
    await check('glance')
    disk.write('shop.fairlead', 'old')
    for (let i = 0; i < 3; i++) await check('glance')
    expect(seen).toEqual(['gone', 'changed'])
  })

  it('of the same length and time is seen when somebody comes back to the window', async () => {
    const { disk, check, seen } = await watching()
    disk.write('shop.fairlead', 'odd', 1000)
    await check('glance')
    expect(seen).toEqual([])
    await check('read')
    expect(seen).toEqual(['changed'])
  })

  it('that was only touched holds nothing new', async () => {
    const { disk, check, seen } = await watching()
    disk.write('shop.fairlead', 'old', 2000)
    await check('glance')
    expect(seen).toEqual([])
  })

  it('tells nothing of our own saves, even of those under way', async () => {
    const { tab, id, check, seen } = await watching()
    await Promise.all([check('read'), tab.saveFile(id, 'new'), check('read'), tab.saveFile(id, 'newer')])
    await check('read')
    expect(seen).toEqual([])
  })

  it('tells nothing of what was read again', async () => {
    const { disk, tab, id, check, seen } = await watching()
    disk.write('shop.fairlead', 'theirs')
    await tab.rereadFile(id)
    await check('read')
    expect(seen).toEqual([])
  })

  it('that can’t be read just now is looked at again', async () => {
    const { disk, check, seen } = await watching()
    disk.write('shop.fairlead', 'theirs')
    disk.refuse('getFile', 'NotReadableError')
    await check('glance')
    expect(seen).toEqual([])
    await check('glance')
    expect(seen).toEqual(['changed'])
  })

  it('is not told of any more once the document is another one', async () => {
    const { disk, check, seen } = await watching()
    disk.write('shop.fairlead', 'theirs')
    check.stop()
    await check('read')
    expect(seen).toEqual([])
  })
})
