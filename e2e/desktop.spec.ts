/**
 * The desktop app around the page: dialogs, files, menu, command line, that nothing closes over unsaved work, that a crash
 * and a hostile file cost nothing, and that there is no way out of the window.
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { chooseHost, type DesktopApp, launchDesktop } from './electron-double/launch'

/** As the app writes it. */
const DESIGN = `{
  "format": "fairlead/1",
  "name": "Orders",
  "elements": {
    "orders-cluster": {
      "kind": "cluster",
      "spec": {
        "clusterName": "orders"
      }
    }
  },
  "connections": {},
  "layout": {
    "orders-cluster": { "x": 0, "y": 0, "width": 640, "height": 420 }
  }
}
`

interface Fixtures {
  readonly folder: string
  readonly launch: (...args: string[]) => Promise<DesktopApp>
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'fairlead-designs-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  launch: async ({ browser }, use) => {
    const apps: DesktopApp[] = []
    const outside: string[] = []
    await use(async (...args) => {
      const app = await launchDesktop(browser, args)
      apps.push(app)
      // The page asks its own address for files, and nobody else for anything.
      app.window.on('response', (response) => {
        if (!isOwn(app, response.url())) outside.push(response.url())
      })
      app.window.on('requestfailed', (request) => {
        const refused = REFUSED.includes(request.failure()?.errorText ?? '')
        if (!refused && !isOwn(app, request.url())) outside.push(request.url())
      })
      // Not every machine is quick at starting it.
      await documentName(app).waitFor({ timeout: 20_000 })
      return app
    })
    for (const app of apps) await app.close()
    expect(outside, 'requests to elsewhere').toEqual([])
  },
})

/** How a request ends that the app has refused; without a network an allowed one ends in another way. */
const REFUSED = ['net::ERR_ABORTED', 'net::ERR_FAILED', 'net::ERR_BLOCKED_BY_CLIENT', 'csp']

function isOwn(app: DesktopApp, address: string): boolean {
  const [page, { protocol, host }] = [new URL(app.window.url()), new URL(address)]
  // Before the page has loaded there is nothing else that it could ask for.
  return ['data:', 'blob:'].includes(protocol) || page.host === host || page.protocol === 'about:'
}

test.beforeAll(() => {
  const { name, reason } = chooseHost()
  console.log(`The desktop app runs in ${name} (${reason}).`)
})

test.beforeEach(() => {
  test.info().annotations.push({ type: 'host', description: chooseHost().name })
})

async function designFile(folder: string, name = 'orders.fairlead'): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, DESIGN)
  return path
}

async function answerOpenDialog(app: DesktopApp, filePaths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: paths.length === 0, filePaths: paths })
  }, filePaths)
}

async function answerSaveDialog(app: DesktopApp, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === '', filePath: path })
  }, filePath)
}

async function chooseMenuItem(app: DesktopApp, id: string): Promise<void> {
  await expect
    .poll(() =>
      app.evaluate(
        ({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.enabled ?? false,
        id,
      ),
    )
    .toBe(true)
  await app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
}

const openWindows = (app: DesktopApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
const titleOf = (app: DesktopApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
const closeWindow = (app: DesktopApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
/** Runs in the page, also in one that has crashed once, which Playwright gives up. */
const inPage = (app: DesktopApp, code: string) =>
  app.evaluate(
    ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text),
    code,
  )
const documentName = (app: DesktopApp) => app.window.getByTestId('document-name')

test('starts with the app in its window', async ({ launch }) => {
  const app = await launch()
  await expect(app.window.getByRole('button', { name: 'Open', exact: true })).toBeVisible()
  await expect(documentName(app)).toBeVisible()
  const info = await app.window.evaluate(() =>
    (window as unknown as { fairleadHost: { info: () => Promise<{ host: string }> } }).fairleadHost.info(),
  )
  expect(info.host).toBe('electron')
})

test('the page gets the calls and nothing of Electron or Node', async ({ launch }) => {
  const app = await launch()
  await expect(documentName(app)).toBeVisible()
  const leaks = await app.window.evaluate(() =>
    ['require', 'process', 'module', 'ipcRenderer', 'electron', '__electronDouble'].filter(
      (name) => name in window,
    ),
  )
  expect(leaks).toEqual([])
})

test('refuses arguments that do not fit, and files that were never granted', async ({ launch }) => {
  const app = await launch()
  await expect(documentName(app)).toBeVisible()
  const answers = await app.window.evaluate(async () => {
    type Call = (...args: unknown[]) => Promise<unknown>
    const host = (window as unknown as { fairleadHost: Record<string, Call> }).fairleadHost
    return {
      wrong: await host.saveFile!(42).then(
        () => 'answered',
        () => 'refused',
      ),
      path: await host.saveFile!('/etc/hostname', 'x'),
      script: await host.openExternal!('javascript:alert(1)').then(
        () => 'answered',
        () => 'refused',
      ),
    }
  })
  expect(answers).toMatchObject({
    wrong: 'refused',
    path: { ok: false, error: { code: 'file-grant' } },
    script: 'refused',
  })
})

test('opens a design by dialog and saves it where it came from', async ({ launch, folder }) => {
  const path = await designFile(folder)
  const app = await launch()
  await answerOpenDialog(app, [path])
  await app.window.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(documentName(app)).toContainText('orders.fairlead')
  await expect.poll(() => titleOf(app)).toBe('orders.fairlead – Fairlead')

  await chooseMenuItem(app, 'select.all')
  await chooseMenuItem(app, 'edit.delete')
  await app.window.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => readFile(path, 'utf8')).toContain('"elements": {}')
  await expect.poll(() => readdir(folder)).toEqual(['orders.fairlead'])
})

test('a cancelled dialog changes nothing', async ({ launch }) => {
  const app = await launch()
  await answerOpenDialog(app, [])
  const name = await documentName(app).textContent()
  await app.window.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(documentName(app)).toHaveText(name ?? '')
})

test('opens the file named on the command line', async ({ launch, folder }) => {
  const app = await launch(await designFile(folder, 'from-outside.fairlead'))
  await expect(documentName(app)).toContainText('from-outside.fairlead')
})

test('the menu opens, and saves under a new name with the ending that was left out', async ({
  launch,
  folder,
}) => {
  const app = await launch()
  await expect(documentName(app)).toBeVisible()
  await answerOpenDialog(app, [await designFile(folder)])
  await chooseMenuItem(app, 'file.open')
  await expect(documentName(app)).toContainText('orders.fairlead')
  await answerSaveDialog(app, join(folder, 'copy'))
  await chooseMenuItem(app, 'file.save-as')
  await expect(documentName(app)).toContainText('copy.fairlead')
  expect(await readFile(join(folder, 'copy.fairlead'), 'utf8')).toBe(DESIGN)
})

test('says so when the file can not be saved, and keeps the changes', async ({ launch, folder }) => {
  const path = await designFile(folder)
  const app = await launch(path)
  await expect(documentName(app)).toContainText('orders.fairlead')
  await rm(folder, { recursive: true })
  const answer = await app.window.evaluate(async () => {
    type Call = (...args: unknown[]) => Promise<{ id: string }[]>
    const host = (window as unknown as { fairleadHost: Record<string, Call> }).fairleadHost
    const [gone] = await host.recentFiles!()
    return { recent: gone ?? null }
  })
  expect(answer.recent).toBeNull()
  // The bar that says that the file is gone may be there by now; it has a button of that name, too.
  await app.window.getByRole('banner').getByRole('button', { name: 'Save', exact: true }).click()
  await expect(app.window.getByText(/not there any more/).first()).toBeVisible()
})

test('closes at once when there is nothing to lose', async ({ launch, folder }) => {
  const app = await launch(await designFile(folder))
  await expect(documentName(app)).toContainText('orders.fairlead')
  const closed = app.window.waitForEvent('close')
  await closeWindow(app).catch(() => undefined)
  await closed
})

test('asks before closing over unsaved changes', async ({ launch, folder }) => {
  const path = await designFile(folder)
  const app = await launch(path)
  await expect(documentName(app)).toContainText('orders.fairlead')
  await chooseMenuItem(app, 'select.all')
  await chooseMenuItem(app, 'edit.delete')
  await expect.poll(() => titleOf(app)).toMatch(process.platform === 'darwin' ? /^orders/ : /^• orders/)

  await closeWindow(app)
  await app.window.getByRole('button', { name: 'Cancel' }).click()
  expect(await openWindows(app)).toBe(1)

  const closed = app.window.waitForEvent('close')
  await closeWindow(app)
  await app.window.getByRole('button', { name: 'Discard changes' }).click()
  await closed
  expect(await readFile(path, 'utf8')).toBe(DESIGN)
})

/** Deletes the one element, which takes a second to be written down for recovery. */
async function deleteAll(app: DesktopApp): Promise<void> {
  await chooseMenuItem(app, 'select.all')
  await chooseMenuItem(app, 'edit.delete')
  await expect(app.window.locator('.react-flow__node')).toHaveCount(0)
}

test('saves before it closes, when asked to', async ({ launch, folder }) => {
  const path = await designFile(folder)
  const app = await launch(path)
  await expect(documentName(app)).toContainText('orders.fairlead')
  await deleteAll(app)
  const closed = app.window.waitForEvent('close')
  await closeWindow(app)
  await app.window.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await closed
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ name: 'Orders', elements: {} })
})

test('a page that crashes comes back and offers the work; the file is as it was', async ({
  launch,
  folder,
}) => {
  test.slow()
  const path = await designFile(folder)
  const app = await launch(path)
  await expect(documentName(app)).toContainText('orders.fairlead')
  await deleteAll(app)
  await expect.poll(() => readdir(join(app.userData, 'recovery')).catch(() => [])).toHaveLength(1)
  await app
    .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
    .catch(() => undefined)

  const text = () => inPage(app, 'document.body.innerText').catch(() => '')
  await expect.poll(text, { timeout: 15_000 }).toContain('Your unsaved work was kept')
  expect(await readFile(path, 'utf8')).toBe(DESIGN)
  const open = `document.querySelector('[role=dialog] button[aria-label^="Open"]').click()`
  await inPage(app, `{ ${open} }`)
  await expect.poll(text).toContain('These are your unsaved changes')
  await expect.poll(() => titleOf(app)).toContain('orders.fairlead')
  expect(await readFile(path, 'utf8')).toBe(DESIGN)
})

test('a second start, and a double-click, open their file in the window that is there', async ({
  launch,
  folder,
}) => {
  const app = await launch(await designFile(folder))
  await expect(documentName(app)).toContainText('orders.fairlead')
  await app.evaluate(
    ({ app: electron }, [file, cwd]) =>
      void electron.emit('second-instance', {}, ['fairlead', '--flag', file], cwd),
    [await designFile(folder, 'second.fairlead').then(() => 'second.fairlead'), folder],
  )
  await expect(documentName(app)).toContainText('second.fairlead')
  await app.evaluate(
    ({ app: electron }, file) => void electron.emit('open-file', { preventDefault: () => undefined }, file),
    await designFile(folder, 'clicked.fairlead'),
  )
  await expect(documentName(app)).toContainText('clicked.fairlead')
  expect(await openWindows(app)).toBe(1)
})

test('a hostile file is text, or is refused with the reason; what is open stays', async ({
  launch,
  folder,
}) => {
  const script = '<img src=x onerror="window.hit = 1">'
  const evil = JSON.parse(DESIGN)
  evil.name = script
  evil.elements['orders-cluster'].spec.clusterName = script
  const path = join(folder, 'evil.fairlead')
  await writeFile(path, JSON.stringify(evil))
  const app = await launch(path)
  await expect(documentName(app)).toContainText('evil.fairlead')
  await expect(app.window.getByText(script).first()).toBeVisible()
  expect(await app.window.evaluate(() => 'hit' in window)).toBe(false)

  const refused: readonly [name: string, content: string, reason: RegExp][] = [
    ['deep.fairlead', `${'['.repeat(5000)}${']'.repeat(5000)}`, /deep|level|nest/i],
    ['large.fairlead', ' '.repeat(33 * 1024 * 1024), /at most 32/],
    ['newer.fairlead', DESIGN.replace('fairlead/1', 'fairlead/2'), /newer/i],
    ['torn.fairlead', DESIGN.slice(0, -40), /line \d+/],
  ]
  for (const [name, content, reason] of refused) {
    await writeFile(join(folder, name), content)
    await answerOpenDialog(app, [join(folder, name)])
    await chooseMenuItem(app, 'file.open')
    await expect(app.window.locator('.notice[data-kind="error"]').last()).toContainText(reason)
    await expect(app.window.locator('.notice[data-kind="error"]').last()).toContainText(name)
    await expect(documentName(app)).toContainText('evil.fairlead')
  }
})

test('another program’s change is said, and a save replaces nothing unseen', async ({ launch, folder }) => {
  const path = await designFile(folder)
  const app = await launch(path)
  await expect(documentName(app)).toContainText('orders.fairlead')
  const theirs = DESIGN.replace('"clusterName": "orders"', '"clusterName": "theirs"')
  await writeFile(path, theirs)
  const bar = app.window.getByTestId('bar-disk')
  await expect(bar).toContainText('was changed by another program', { timeout: 15_000 })
  await deleteAll(app)
  await chooseMenuItem(app, 'file.save')
  const dialog = app.window.getByRole('dialog')
  await expect(dialog).toContainText('was changed by another program')
  expect(await readFile(path, 'utf8')).toBe(theirs)
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await expect.poll(() => readFile(path, 'utf8')).not.toContain('clusterName')
  await expect(bar).toHaveCount(0)
})

/** Eight ways out of the window; what only Electron itself can refuse is tried where its runtime is. */
const WAYS_OUT: readonly { readonly way: string; readonly code: string; readonly electronOnly?: true }[] = [
  { way: 'navigate', code: `location.href = 'https://example.org/'` },
  {
    way: 'redirect',
    code: `{ const meta = document.createElement('meta'); meta.httpEquiv = 'refresh'
      meta.content = '0;url=https://example.org/'; document.head.append(meta) }`,
  },
  { way: 'open a window', code: `void window.open('https://example.org/')` },
  {
    way: 'webview',
    code: `{ const view = document.createElement('webview'); view.setAttribute('src', 'https://example.org/')
      document.body.append(view) }`,
  },
  {
    way: 'external scheme',
    code: `{ const link = document.createElement('a'); link.href = 'mailto:ana@example.org'; link.click() }`,
  },
  {
    way: 'download',
    electronOnly: true,
    code: `{ const link = document.createElement('a'); link.download = 'a.txt'
      link.href = URL.createObjectURL(new Blob(['a'])); link.click() }`,
  },
]

test('there is no way out of the window', async ({ launch }) => {
  const app = await launch()
  await expect(documentName(app)).toBeVisible()
  const { name: host } = chooseHost()
  const address = app.window.url()
  const downloads: string[] = []
  app.window.on('download', (download) => downloads.push(download.suggestedFilename()))
  for (const { way, code, electronOnly } of WAYS_OUT) {
    if (electronOnly && host !== 'Electron') continue
    await app.window.evaluate(code).catch(() => undefined)
    await app.window.waitForTimeout(300)
    expect(app.window.url(), way).toBe(address)
    await expect.poll(() => openWindows(app), way).toBe(1)
    await expect.poll(() => app.window.context().pages().length, way).toBe(1)
  }
  expect(downloads).toEqual([])
  await expect(documentName(app)).toBeVisible()

  await test.step('a link that is dropped on it', async () => {
    await app.window.evaluate(() => {
      const bait = Object.assign(document.createElement('a'), { href: 'https://example.org/', id: 'bait' })
      bait.textContent = 'drop me'
      Object.assign(bait.style, { position: 'fixed', top: '60px', left: '400px', zIndex: '1000' })
      document.body.append(bait)
    })
    await app.window.locator('#bait').dragTo(app.window.locator('.react-flow'), { force: true })
    expect(app.window.url()).toBe(address)
  })

  const answers = await app.window.evaluate(async (electron) => {
    const refused = (promise: Promise<unknown>) =>
      promise.then(
        () => 'answered',
        () => 'refused',
      )
    const later = (work: () => unknown) =>
      new Promise((resolve, reject) => {
        setTimeout(() => {
          try {
            resolve(work())
          } catch (error) {
            reject(error)
          }
        })
      })
    const position = () =>
      new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))
    const permissions = () => ({
      camera: refused(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: refused(navigator.mediaDevices.getDisplayMedia({ video: true })),
      place: refused(position()),
    })
    const asked = {
      fetch: refused(fetch('https://example.org/')),
      script: refused(import('https://example.org/a.js' as string)),
      file: refused(fetch('file:///etc/hostname')),
      // Later: what a test runs at once is beyond the policy.
      eval: refused(later(() => Reflect.get(window, 'eval')('1'))),
      ...(electron ? permissions() : {}),
    }
    const entries = Object.entries(asked).map(async ([name, answer]) => [name, await answer] as const)
    return Object.fromEntries(await Promise.all(entries))
  }, host === 'Electron')
  expect(new Set(Object.values(answers)), JSON.stringify(answers)).toEqual(new Set(['refused']))
})

test('compares the design with what a commit of git has', async ({ launch, folder }) => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Kim', '-c', 'user.email=kim@example.com', ...args], { cwd: folder })
  const path = await designFile(folder)
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '-m', 'Draw the orders')
  await writeFile(path, DESIGN.replace('"clusterName": "orders"', '"clusterName": "orders-prod"'))
  git('commit', '--quiet', '-a', '-m', 'Call it what it is')
  const app = await launch(path)
  await expect(documentName(app)).toHaveText('orders.fairlead')
  await chooseMenuItem(app, 'compare.open')
  const dialog = app.window.getByRole('dialog')
  await dialog.getByRole('option', { name: 'Git commit' }).click()
  await dialog.getByRole('option', { name: /^Draw the orders .*Kim, today/ }).click()
  await dialog.getByRole('button', { name: 'Compare', exact: true }).click()
  const changes = app.window.getByRole('grid', { name: 'Changes' })
  await expect(changes.getByRole('row', { name: /before orders, after orders-prod/ })).toBeVisible()
  // A revision that is typed, and one that there is not.
  await chooseMenuItem(app, 'compare.open')
  await dialog.getByRole('option', { name: 'Git commit' }).click()
  await dialog.getByRole('textbox').fill('no-such-branch')
  await dialog.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('no-such-branch')
  await dialog.getByRole('textbox').fill('HEAD')
  await dialog.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(app.window.getByRole('region', { name: 'Comparison' })).toContainText('They mean the same')
})
