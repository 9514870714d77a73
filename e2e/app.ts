/** What the specs share: starting the app, and doing with it what a hand does. */
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { slowDown } from './slow'

/**
 * Files without dialogs: a picker can't be driven from a test, so the page gets handles of its own file system, which is
 * real in every other way (`createWritable`, permissions, reopening).
 */
const pickers = async (page: Page) => {
  await page.addInitScript(() => {
    const root = () => navigator.storage.getDirectory()
    const state = { open: [] as string[], saved: [] as string[] }
    Object.assign(window, {
      testFiles: state,
      showOpenFilePicker: async () => {
        const directory = await root()
        return Promise.all(state.open.map((name) => directory.getFileHandle(name)))
      },
      showSaveFilePicker: async (options: { suggestedName?: string }) => {
        const name = options.suggestedName ?? 'file'
        state.saved.push(name)
        return (await root()).getFileHandle(name, { create: true })
      },
      showDirectoryPicker: root,
    })
  })
}

type Modifier = 'Alt' | 'Control' | 'Shift'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Rect extends Point {
  readonly width: number
  readonly height: number
}

/** The side of an element that a port is on. */
type Side = 'left' | 'right' | 'top' | 'bottom'

/** The file of a design; `rest` are further members of it. */
export function designText(elements: object, layout: object, rest: object = {}): string {
  const design = {
    format: 'fairlead/1',
    name: 'Shop',
    region: 'eu-west-1',
    elements,
    connections: {},
    layout,
  }
  return JSON.stringify({ ...design, ...rest })
}

export class Fairlead {
  constructor(readonly page: Page) {}

  static async open(page: Page): Promise<Fairlead> {
    await pickers(page)
    await page.goto('/')
    await page.locator('.react-flow').waitFor()
    return new Fairlead(page)
  }

  /** Leaves the page and comes back, as F5 does; ends when the window is there. */
  async reload(): Promise<void> {
    await this.page.reload()
    await this.page.locator('.react-flow').waitFor()
  }

  /** Puts a file where the next open dialog finds it. */
  async offer(name: string, text: string): Promise<void> {
    await this.page.evaluate(
      async ([file, content]) => {
        const handle = await (await navigator.storage.getDirectory()).getFileHandle(file, { create: true })
        const writable = await handle.createWritable()
        await writable.write(content)
        await writable.close()
        ;(window as unknown as { testFiles: { open: string[] } }).testFiles.open = [file]
      },
      [name, text] as const,
    )
  }

  /** Opens a design of these elements as a file. Two windows can't have the same one open. */
  async openDesign(
    elements: object,
    layout: object,
    rest: object = {},
    file = 'shop.fairlead',
  ): Promise<void> {
    await this.offer(file, designText(elements, layout, rest))
    await this.page.keyboard.press('Control+O')
    await expect(this.page.locator('.react-flow__node').first()).toBeVisible()
    await this.stillness()
  }

  /** Until the view stands still: it moves for a moment when something is opened or shown. */
  async stillness(): Promise<void> {
    const view = () => this.page.locator('.react-flow__viewport').getAttribute('style')
    for (let last: string | null = '', now = await view(); now !== last; now = await view()) {
      last = now
      await this.page.waitForTimeout(200)
    }
  }

  /** What a file saved or exported by the app holds. */
  async fileText(name: string): Promise<string> {
    return new TextDecoder().decode(await this.fileBytes(name))
  }

  async fileBytes(name: string): Promise<Buffer> {
    const bytes = await this.page.evaluate(async (file) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(file)
      const read = async () => [...new Uint8Array(await (await handle.getFile()).arrayBuffer())]
      // What is replaced while it is read can't be read any more; then it is the new one that is meant.
      return read().catch((reason: DOMException) => {
        if (reason.name !== 'NotReadableError') throw reason
        return read()
      })
    }, name)
    return Buffer.from(bytes)
  }

  /** Chooses from the menus of the top bar. */
  async menu(menu: string, item: string): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: menu, exact: true }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  /** Imports the offered file as a design of its own. */
  async import(): Promise<void> {
    await this.menu('File', 'Import files…')
    await this.acceptImport()
  }

  /** Takes what a preview shows as a design of its own. */
  async acceptImport(): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click()
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
  }

  /** Exports in one of the formats of the dialog, as it is offered. */
  async export(format: string): Promise<void> {
    await this.page.keyboard.press('Control+E')
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('option', { name: format, exact: true }).click()
    await dialog.getByRole('button', { name: /^Export .*…$|^Export…$/ }).click()
    // Drawing a picture takes a while where both cores are busy.
    await expect(dialog).toHaveCount(0, { timeout: 20_000 })
  }

  /** The element's figure on the canvas, by its accessible name: kind and name. */
  figure(name: string | RegExp): Locator {
    return this.page.locator('.react-flow__node').filter({ has: this.page.getByRole('img', { name }) })
  }

  node(id: string): Locator {
    return this.page.locator(`.react-flow__node[data-id="${id}"]`)
  }

  /** Selects an element by its header, where no child or row lies. */
  async select(id: string, ...modifiers: Modifier[]): Promise<void> {
    await this.node(id).click({ position: { x: 60, y: 14 }, modifiers })
  }

  /** Lines of the Problems panel, by what they say. */
  problem(text: string | RegExp): Locator {
    return this.page.getByRole('grid', { name: 'Problems' }).getByRole('row').filter({ hasText: text })
  }

  /** Drags a palette item to a point of the canvas, or onto an element. */
  async drag(item: string, to: { x: number; y: number } | Locator): Promise<void> {
    const source = this.page.locator(`[data-palette="${item}"]`)
    await source.scrollIntoViewIfNeeded()
    const from = await centre(source)
    const target = 'x' in to ? to : await centre(to)
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(target.x, target.y, { steps: 8 })
    await expect(this.page.getByTestId('drop-ghost')).toBeVisible()
    await this.page.mouse.up()
  }

  /** Draws a line from a port of one element to another element. */
  async connect(from: string, to: string, side: Side = 'right'): Promise<void> {
    await this.holdLine(from, to, side)
    await this.page.mouse.up()
  }

  /** Draws a line as far as to another element, and does not let go of it. */
  async holdLine(from: string, to: string, side: Side = 'right'): Promise<void> {
    await this.stillness()
    const header = await headerOf(this.node(from))
    await this.page.mouse.move(header.x, header.y)
    const port = await centre(this.page.locator(`[data-port="${from}"][data-side="${side}"]`))
    const target = await headerOf(this.node(to))
    await this.page.mouse.move(port.x, port.y)
    await this.page.mouse.down()
    await this.page.mouse.move(target.x, target.y, { steps: 8 })
  }

  /** Saves, and answers what the file holds then. */
  async saved(): Promise<{ elements: Record<string, { spec: Record<string, unknown> }>; layout: object }> {
    await this.page.keyboard.press('Control+S')
    await expect(this.page.getByTestId('document-name')).toHaveText(/\.fairlead$/)
    const bar = this.page.getByRole('banner')
    await expect(bar.getByText('unsaved changes')).toHaveCount(0)
    // A design without changes may be written, too: that an undo brought back.
    await expect(bar.getByRole('button', { name: 'Save', exact: true })).not.toHaveAttribute('data-pending')
    return JSON.parse(await this.fileText(await this.page.getByTestId('document-name').innerText()))
  }

  /** How the canvas is looked at: where its origin is in the window, and the zoom. */
  async view(): Promise<{ x: number; y: number; zoom: number }> {
    const box = await this.page.locator('.react-flow').boundingBox()
    const [zoom, x, y] = await this.page.locator('.react-flow__viewport').evaluate((element) => {
      const { a, e, f } = new DOMMatrix(getComputedStyle(element).transform)
      return [a, e, f] as const
    })
    return { x: x + (box?.x ?? 0), y: y + (box?.y ?? 0), zoom }
  }

  /** Where a point of the canvas is in the window. */
  async toWindow(point: Point): Promise<Point> {
    const { x, y, zoom } = await this.view()
    return { x: x + point.x * zoom, y: y + point.y * zoom }
  }

  /** Where an element is on the canvas, however that is looked at, and how large it is. */
  async rect(id: string): Promise<Rect> {
    return this.node(id).evaluate((element: HTMLElement) => {
      const { e, f } = new DOMMatrix(getComputedStyle(element).transform)
      return { x: e, y: f, width: element.offsetWidth, height: element.offsetHeight }
    })
  }

  /** Expects an element at a place of the canvas, sooner or later. */
  async expectAt(id: string, place: Partial<Rect>): Promise<void> {
    await expect.poll(() => this.rect(id)).toMatchObject(place)
  }

  /** Expects exactly these elements to be selected. */
  async expectSelected(...ids: readonly string[]): Promise<void> {
    const selected = () =>
      this.page
        .locator('.react-flow__node.selected')
        .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-id')).sort())
    await expect.poll(selected).toEqual([...ids].sort())
  }

  /** Presses the mouse on an element's header and moves it that far over the canvas, without letting go. */
  async hold(id: string, by: Point): Promise<void> {
    const from = await headerOf(this.node(id))
    const { zoom } = await this.view()
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move(from.x + by.x * zoom, from.y + by.y * zoom, { steps: 6 })
  }

  /** Drags an element that far over the canvas. */
  async move(id: string, by: Point): Promise<void> {
    await this.hold(id, by)
    await this.page.mouse.up()
  }

  /** Clicks at a point of the canvas. */
  async clickAt(point: Point, modifier?: Modifier, button: 'left' | 'right' = 'left'): Promise<void> {
    const { x, y } = await this.toWindow(point)
    if (modifier) await this.page.keyboard.down(modifier)
    await this.page.mouse.click(x, y, { button })
    if (modifier) await this.page.keyboard.up(modifier)
  }

  /** Draws a rectangle from one point of the canvas to another. */
  async sweep(from: Point, to: Point): Promise<void> {
    const [start, end] = [await this.toWindow(from), await this.toWindow(to)]
    await this.page.mouse.move(start.x, start.y)
    await this.page.mouse.down()
    await this.page.mouse.move(end.x, end.y, { steps: 6 })
    await this.page.mouse.up()
  }

  /** What the Edit menu says would be undone. */
  async undoes(): Promise<string> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Edit', exact: true }).click()
    const undo = this.page.getByRole('menuitem', { name: /^Undo/ })
    const title = await undo.innerText()
    await this.page.keyboard.press('Escape')
    await expect(undo).toBeHidden()
    await this.page.locator('.canvas .react-flow').focus()
    return title.split('\n')[0] ?? ''
  }

  /** How many problems of a severity the status bar counts. */
  async count(severity: 'error' | 'warning' | 'advice'): Promise<number> {
    const text = await this.page.getByTestId(`count-${severity}`).innerText()
    return Number(/\d+/.exec(text)?.[0])
  }
}

async function centre(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error(`${locator} is not on the screen.`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** A point in the header of a card or frame, where no child lies. */
async function headerOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error(`${locator} is not on the screen.`)
  return { x: box.x + Math.min(box.width / 2, 60), y: box.y + Math.min(box.height / 2, 14) }
}

/** A request that leaves the app's own address. */
function isForeign(address: string, own: string): boolean {
  const { protocol, origin } = new URL(address)
  return !['data:', 'blob:'].includes(protocol) && origin !== new URL(own).origin
}

const REFUSED = 'The policy refused: '

/** Runs in the page. Chromium itself styles what is typed over other text in an editor, and its styles are refused. */
function tellRefusals(prefix: string): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    const typing = Boolean(document.activeElement?.closest('.cm-editor'))
    if (effectiveDirective === 'style-src-attr' && typing) return
    console.error(`${prefix}${effectiveDirective} ${blockedURI} ${sample}`)
  })
}

export const test = base.extend<{ app: Fairlead }>({
  context: async ({ context }, use) => {
    await slowDown(context)
    await use(context)
  },
  // The app works without a network, and its policy is never touched: in every spec, whatever it is about.
  page: async ({ page, baseURL }, use) => {
    const outside: string[] = []
    page.on('request', (request) => {
      if (isForeign(request.url(), baseURL ?? '')) outside.push(request.url())
    })
    page.on('websocket', (socket) => outside.push(socket.url()))
    await page.addInitScript(tellRefusals, REFUSED)
    page.on('console', (message) => {
      if (message.text().startsWith(REFUSED)) outside.push(message.text())
    })
    await use(page)
    expect(outside, 'requests to elsewhere, and what the policy refused').toEqual([])
  },
  app: async ({ page }, use) => {
    await use(await Fairlead.open(page))
  },
})

export { expect }
