/** The desktop app from its start, on a stand-in for Electron: what it allows, option by option, and nothing else. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MenuItemConstructorOptions, Session } from 'electron'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { CallName } from '../shared/host'
import { callChannel } from './channels'
import { securityHeaders } from './content/policy'
import { lockSession, webPreferences } from './security'
import { FakeContents, fake } from './testing/fake-electron'

vi.mock('electron', async () => (await import('./testing/fake-electron')).fake.module)
vi.mock('./content/content', async (original) => {
  const page = join(fake.home, 'index.html')
  return {
    ...(await original<object>()),
    readContent: async () => new Map([['/index.html', page]]),
  }
})

const early = join(fake.home, 'early.fairlead')
let before: unknown[] = []

beforeAll(async () => {
  writeFileSync(join(fake.home, 'index.html'), '<p>Fairlead')
  writeFileSync(early, JSON.stringify({ format: 'fairlead/1', name: 'Early', elements: {}, connections: {} }))
  await import('./main')
  before = [...fake.told]
  // As macOS does for a double-click that starts the app.
  fake.app.emit('open-file', { preventDefault: () => undefined }, early)
  fake.becomeReady()
  await vi.waitFor(() => expect(sent('fairlead:event:opened')).toHaveLength(1))
})
afterAll(() => rmSync(fake.home, { recursive: true, force: true }))

const sent = (channel: string) =>
  fake.told.filter(([name, to]) => name === 'webContents.send' && to === channel)
const window = () => fake.windows[0]!

/** An event that can be prevented, and whether it was. */
function preventable() {
  const event = {
    prevented: false,
    preventDefault(): void {
      event.prevented = true
    },
  }
  return event
}

test('before Electron is ready: the scheme, the sandbox, one instance', () => {
  const windows = process.platform === 'win32' ? [['app.setAppUserModelId', 'app.fairlead.desktop']] : []
  expect(before).toEqual([
    [
      'protocol.registerSchemesAsPrivileged',
      [
        {
          scheme: 'fairlead',
          privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
        },
      ],
    ],
    ['app.enableSandbox'],
    ...windows,
    ['app.requestSingleInstanceLock'],
  ])
})

const PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
}

describe('the window', () => {
  test('has exactly these options', () => {
    expect(fake.windows).toHaveLength(1)
    expect(window().options).toEqual({
      width: 1440,
      height: 900,
      minWidth: 768,
      minHeight: 560,
      title: 'Fairlead',
      show: false,
      backgroundColor: '#F6F7F9',
      webPreferences: { ...PREFERENCES, devTools: false, preload: join(__dirname, 'preload.cjs') },
    })
  })

  test('has developer tools only while the app is not packaged', () => {
    expect(webPreferences('p', false)).toEqual({ ...PREFERENCES, preload: 'p', devTools: true })
  })

  test('loads the app from its own scheme', () => {
    expect(fake.told.filter(([name]) => name === 'window.loadURL')).toEqual([
      ['window.loadURL', 'fairlead://app/index.html'],
    ])
  })

  test('gets a file that was opened before the app was ready', () => {
    expect(sent('fairlead:event:opened')[0]?.[2]).toMatchObject({ name: 'early.fairlead' })
  })
})

describe('no page', () => {
  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'gets past %s',
    (name) => {
      const contents = new FakeContents()
      fake.app.emit('web-contents-created', {}, contents)
      const event = preventable()
      contents.emit(name, event, {})
      expect(event.prevented).toBe(true)
    },
  )

  test.each(['https://example.org', 'fairlead://app/index.html', 'about:blank', 'javascript:alert(1)'])(
    'opens a window for %s',
    (url) => {
      expect(window().webContents.openHandler?.({ url })).toEqual({ action: 'deny' })
    },
  )
})

describe('the session', () => {
  const { handlers } = fake.session

  /** Every permission that Electron knows, from its own types. */
  const permissions = () => {
    const types = readFileSync(join(__dirname, '../node_modules/electron/electron.d.ts'), 'utf8')
    const union = /setPermissionCheckHandler\(.*?permission: ((?:'[\w-]+'(?: \| )?)+)/.exec(types)?.[1] ?? ''
    return union.split(' | ').map((name) => name.slice(1, -1))
  }

  test('grants writing to the clipboard and the whole screen, and nothing else', () => {
    const granted = (kind: 'check' | 'request') =>
      permissions().filter((permission) => {
        let answer = false
        if (kind === 'check') return handlers.permissionCheck?.({}, permission)
        handlers.permissionRequest?.({}, permission, (yes: boolean) => {
          answer = yes
        })
        return answer
      })
    expect(permissions().length).toBeGreaterThan(30)
    const wanted = ['clipboard-sanitized-write', 'fullscreen']
    expect(granted('check').sort()).toEqual(wanted)
    expect(granted('request').sort()).toEqual(wanted)
  })

  test('gives no device and no screen', () => {
    expect(handlers.devicePermission?.({})).toBe(false)
    const answer = vi.fn()
    handlers.displayMedia?.({}, answer)
    expect(answer).toHaveBeenCalledExactlyOnceWith(null)
  })

  test.each([
    ['fairlead://app/index.html', false],
    ['data:image/png;base64,AA==', false],
    ['blob:fairlead://app/1', false],
    ['https://example.org/', true],
    ['http://127.0.0.1/', true],
    ['ws://127.0.0.1/', true],
    ['wss://example.org/', true],
    ['file:///etc/passwd', true],
    ['ftp://example.org/', true],
    ['devtools://devtools/bundled/inspector.html', true],
    ['chrome-extension://a/b.js', true],
  ])('a request to %s is cancelled: %s', (url, cancel) => {
    const answer = vi.fn()
    handlers.beforeRequest?.({ url }, answer)
    expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel })
  })

  test('lets developer tools load while the app is not packaged', () => {
    let filter: (details: object, answer: (result: object) => void) => void = () => undefined
    const never = () => undefined
    lockSession(
      {
        setPermissionRequestHandler: never,
        setPermissionCheckHandler: never,
        setDevicePermissionHandler: never,
        setDisplayMediaRequestHandler: never,
        on: never,
        webRequest: {
          onBeforeRequest: (given: typeof filter) => {
            filter = given
          },
        },
      } as unknown as Session,
      false,
    )
    const answer = vi.fn()
    filter({ url: 'devtools://devtools/bundled/inspector.html' }, answer)
    filter({ url: 'https://example.org' }, answer)
    expect(answer.mock.calls).toEqual([[{ cancel: false }], [{ cancel: true }]])
  })

  test('downloads nothing', () => {
    const event = preventable()
    fake.session.emit('will-download', event)
    expect(event.prevented).toBe(true)
  })
})

describe('fairlead:', () => {
  const ask = (url: string, method = 'GET') =>
    fake.schemes.get('fairlead')!(new Request(url, { method })) as Promise<Response>

  test('is the only scheme, and answers the page under its headers', async () => {
    expect([...fake.schemes.keys()]).toEqual(['fairlead'])
    const answer = await ask('fairlead://app/index.html')
    expect(await answer.text()).toBe('<p>Fairlead')
    const headers = Object.fromEntries(answer.headers)
    const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1]
    const expected = Object.entries({
      ...securityHeaders(nonce === undefined ? {} : { nonce }),
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    }).map(([name, value]) => [name.toLowerCase(), value])
    expect(headers).toEqual(Object.fromEntries(expected))
  })

  test.each([
    ['POST', 'fairlead://app/index.html'],
    ['HEAD', 'fairlead://app/index.html'],
    ['GET', 'fairlead://other/index.html'],
    ['GET', 'fairlead://app.example/index.html'],
    ['GET', 'fairlead://app/../../etc/passwd'],
    ['GET', 'fairlead://app/%2e%2e/early.fairlead'],
    ['GET', 'fairlead://app/early.fairlead'],
  ])('%s %s is not there', async (method, url) => {
    const answer = await ask(url, method)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-security-policy')).toBe(securityHeaders()['Content-Security-Policy'])
  })
})

describe('the page’s document and menu', () => {
  const call = (name: CallName, ...args: unknown[]) =>
    fake.handlers.get(callChannel(name))!(
      { sender: window().webContents, senderFrame: { origin: 'fairlead://app', parent: null } },
      ...args,
    )
  const last = (name: string) => fake.told.findLast(([what]) => what === name)?.[1]

  test('are in the title bar: name, mark, and on macOS the file behind it', async () => {
    const { id } = sent('fairlead:event:opened')[0]![2]
    await call('setDocument', { name: 'early.fairlead', dirty: true, file: id })
    const mark = process.platform === 'darwin' ? '' : '• '
    expect(last('window.setTitle')).toBe(`${mark}early.fairlead – Fairlead`)
    expect(last('window.setDocumentEdited')).toBe(true)
    expect(last('window.setRepresentedFilename')).toBe(early)
    await call('setDocument', { name: 'Untitled', dirty: false })
    expect(last('window.setTitle')).toBe('Untitled – Fairlead')
    expect(last('window.setRepresentedFilename')).toBe('')
  })

  test('the recent files are forgotten, by the app and by the system', async () => {
    expect(await call('recentFiles')).toMatchObject([{ name: 'early.fairlead' }])
    const recent = { id: 'file.recent', label: 'Open Recent…', enabled: true }
    await call('setMenu', [{ label: 'File', items: [recent] }])
    const items = (last('Menu.set') as MenuItemConstructorOptions[]).flatMap(
      ({ submenu }) => submenu as MenuItemConstructorOptions[],
    )
    const clear = items.find(({ label }) => label === 'Clear Recent Files')
    ;(clear!.click as () => void)()
    await vi.waitFor(async () => expect(await call('recentFiles')).toEqual([]))
    expect(fake.told.some(([name]) => name === 'app.clearRecentDocuments')).toBe(true)
  })
})

describe('a page that dies', () => {
  const die = (reason: string) => window().webContents.emit('render-process-gone', {}, { reason })
  const told = (name: string) => fake.told.filter(([what]) => what === name).length

  test('is loaded again, once; a second time at once is told', () => {
    die('clean-exit')
    expect(told('webContents.reload')).toBe(0)
    die('crashed')
    expect(told('webContents.reload')).toBe(1)
    die('oom')
    expect(told('webContents.reload')).toBe(1)
    expect(told('dialog.showErrorBox')).toBe(1)
  })
})

test('no source has a way around', () => {
  const sources = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^testing/.test(file))
    .map((file) => [file, readFileSync(join(__dirname, file), 'utf8')] as const)
  const users = (pattern: RegExp) => sources.filter(([, text]) => pattern.test(text)).map(([file]) => file)
  expect(users(/\bshell\.openExternal\(/)).toEqual([join('handlers', 'app.ts')])
  expect(users(/\bshell\.(?!openExternal\()\w+/)).toEqual([])
  expect(users(/\bloadFile\(|file:\/\/\//)).toEqual([])
  expect(users(/enableBlinkFeatures|bypassCSP|allowServiceWorkers|corsEnabled|executeJavaScript/)).toEqual([])
  expect(users(/\bloadURL\(/)).toEqual(['window.ts'])
})
