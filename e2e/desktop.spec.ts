/** The desktop app around the page: dialogs, files, menu, command line, and that nothing closes over unsaved work. */
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
    await use(async (...args) => {
      const app = await launchDesktop(browser, args)
      apps.push(app)
      return app
    })
    for (const app of apps) await app.close()
  },
})

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
  // Written in another form, so that a save can be seen.
  await writeFile(path, JSON.stringify(JSON.parse(DESIGN)))
  const app = await launch()
  await answerOpenDialog(app, [path])
  await app.window.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(documentName(app)).toContainText('orders.fairlead')
  await expect.poll(() => titleOf(app)).toBe('orders.fairlead – Fairlead')

  await app.window.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => readFile(path, 'utf8')).toBe(DESIGN)
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
  await app.window.getByRole('button', { name: 'Save', exact: true }).click()
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
