/** A `BrowserWindow` whose content is a Chromium page. */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { BrowserContext, Frame, Page } from '@playwright/test'
import type { Origin } from './origin'
import { BINDING, DELIVER, preloadScript } from './preload-runner'

export interface WindowOptions {
  readonly width?: number
  readonly height?: number
  readonly webPreferences?: { readonly preload?: string }
}

/** What the windows share with the rest of the double. */
export interface Shell {
  readonly context: BrowserContext
  readonly origin: () => Origin
  readonly receive: (
    kind: 'invoke' | 'send',
    channel: string,
    args: unknown[],
    event: { sender: PageContents; senderFrame: { origin: string; parent: unknown } },
  ) => unknown
  readonly contentsCreated: (contents: PageContents) => void
  readonly windows: Set<PageWindow>
  readonly pageReady: (page: Page) => void
  readonly allClosed: () => void
}

let lastId = 0

/** The editing commands of `webContents`, as keys. */
const EDIT_KEYS = {
  undo: 'ControlOrMeta+Z',
  redo: 'ControlOrMeta+Shift+Z',
  cut: 'ControlOrMeta+X',
  copy: 'ControlOrMeta+C',
  paste: 'ControlOrMeta+V',
  selectAll: 'ControlOrMeta+A',
  delete: 'Delete',
} as const

export class PageContents extends EventEmitter {
  readonly id = ++lastId
  page: Page | undefined

  send(channel: string, ...args: unknown[]): void {
    void this.page
      ?.evaluate(
        ([name, ch, values]) => {
          const deliver = (window as unknown as Record<string, (channel: string, args: unknown[]) => void>)[
            name
          ]
          deliver?.(ch, values)
        },
        [DELIVER, channel, args] as const,
      )
      // A window that closes meanwhile hears nothing, as in Electron.
      .catch(() => undefined)
  }
  /** The app itself loads something; anything else is the page's doing, and is asked about. */
  loading = false
  load(how: (page: Page) => Promise<unknown>): Promise<unknown> | undefined {
    this.loading = true
    this.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    return this.page && how(this.page)
  }
  /** May the page go there? */
  mayNavigate(url: string): boolean {
    if (this.loading) {
      this.loading = false
      return true
    }
    let prevented = false
    const preventDefault = () => {
      prevented = true
    }
    this.emit('will-navigate', { url, preventDefault })
    return !prevented
  }
  reload(): void {
    void this.load((page) => page.reload())
  }
  /** Chromium's page lives on, and what it knew is gone with the reload; the app can't tell the difference. */
  forcefullyCrashRenderer(): void {
    this.emit('render-process-gone', {}, { reason: 'killed' })
  }
  executeJavaScript = (code: string): Promise<unknown> | undefined => this.page?.evaluate(code)
  #openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.#openHandler = handler
  }
  opened(popup: Page): void {
    if (this.#openHandler({ url: popup.url() }).action === 'deny') void popup.close()
  }
  undo = () => this.#press('undo')
  redo = () => this.#press('redo')
  cut = () => this.#press('cut')
  copy = () => this.#press('copy')
  paste = () => this.#press('paste')
  selectAll = () => this.#press('selectAll')
  delete = () => this.#press('delete')

  #press(command: keyof typeof EDIT_KEYS): void {
    void this.page?.keyboard.press(EDIT_KEYS[command])
  }
}

export class PageWindow extends EventEmitter {
  readonly webContents = new PageContents()
  readonly #shell: Shell
  readonly #options: WindowOptions
  #title = ''
  #closed = false

  constructor(shell: Shell, options: WindowOptions) {
    super()
    this.#shell = shell
    this.#options = options
    shell.windows.add(this)
    shell.contentsCreated(this.webContents)
  }

  async loadURL(url: string): Promise<void> {
    const { context, origin, receive, pageReady } = this.#shell
    const page = await context.newPage()
    this.webContents.page = page
    await page.setViewportSize({ width: this.#options.width ?? 1280, height: this.#options.height ?? 800 })
    await page.exposeBinding(BINDING, (source, kind: 'invoke' | 'send', channel: string, args: unknown[]) =>
      receive(kind, channel, args, { sender: this.webContents, senderFrame: this.#frame(source.frame) }),
    )
    const { preload } = this.#options.webPreferences ?? {}
    if (preload !== undefined) await page.addInitScript(preloadScript(readFileSync(preload, 'utf8')))
    page.on('popup', (popup) => this.webContents.opened(popup))
    pageReady(page)
    await this.webContents.load((to) => to.goto(origin().toHttp(url)))
    this.emit('ready-to-show')
  }

  #frame(frame: Frame): { origin: string; parent: unknown } {
    const { protocol, host } = new URL(this.#shell.origin().toApp(frame.url()))
    return { origin: `${protocol}//${host}`, parent: frame.parentFrame() }
  }

  close(): void {
    if (this.#closed) return
    let prevented = false
    this.emit('close', {
      preventDefault: () => {
        prevented = true
      },
    })
    if (!prevented) this.destroy()
  }

  destroy(): void {
    if (this.#closed) return
    this.#closed = true
    this.#shell.windows.delete(this)
    void this.webContents.page?.close()
    this.emit('closed')
    if (this.#shell.windows.size === 0) this.#shell.allClosed()
  }

  isDestroyed = () => this.#closed
  isMinimized = () => false
  isMaximized = () => false
  getNormalBounds = () => ({
    x: 0,
    y: 0,
    width: this.#options.width ?? 1280,
    height: this.#options.height ?? 800,
  })
  getTitle = () => this.#title
  setTitle(title: string): void {
    this.#title = title
  }
  setDocumentEdited(): void {}
  setRepresentedFilename(): void {}
  maximize(): void {}
  restore(): void {}
  focus(): void {}
  show(): void {}
}
