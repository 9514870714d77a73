import { describe, expect, it } from 'vitest'
import { browserInfo, browserOf, platformOf } from './browser-info'

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
const linux = `Mozilla/5.0 (X11; Linux x86_64) ${chrome}`
const mac =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.2 Safari/605.1.15'
const edge = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/156.0.0.0`

it.each([
  [linux, 'linux', 'Chrome 156'],
  [mac, 'mac', 'Safari 18'],
  [edge, 'windows', 'Edge 156'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'linux', 'Firefox 140'],
])('%s', (userAgent, platform, browser) => {
  expect(platformOf(userAgent)).toBe(platform)
  expect(browserOf(userAgent)).toBe(browser)
})

describe('what this host can’t do', () => {
  const all = { pickers: true, locks: true, database: true }
  const limits = (less: Partial<typeof all>) => browserInfo(linux, { ...all, ...less }).limits

  it('is said even where the browser can do everything', () => {
    expect(limits({})).toEqual([
      'Double-clicking a file does not open it here. Drop it on the window, or use Open.',
      'A file that “Save as…” replaces is emptied by the browser before the app can keep a copy of it.',
      'Unsaved work and earlier versions are kept in this browser. Clearing its site data deletes them, not your files.',
    ])
  })

  it.each([
    [{ pickers: false }, /can’t write to an opened file/],
    [{ pickers: false }, /other programs/],
    [{ pickers: false }, /^Unsaved work is kept/],
    [{ database: false }, /keeps nothing/],
    [{ locks: false }, /another tab/],
  ])('%o', (less, said) => {
    expect(limits(less)).toContainEqual(expect.stringMatching(said))
    expect(limits({})).not.toContainEqual(expect.stringMatching(said))
  })
})
