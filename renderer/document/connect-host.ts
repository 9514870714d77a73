/** Keeps host and app in step: title, dirty mark, menu and settings go out; menu choices and files come in. */
import type { Menu, MenuItem } from '../../shared/host'
import { keepView } from '../canvas/camera'
import { type Command, enabled, titleOf } from '../commands/command'
import { command, commands, menuNames } from '../commands/commands'
import { keysOf } from '../commands/keys'
import { accelerator } from '../commands/shortcut'
import { flushTyping } from '../inspector/typing'
import { type App, isDirty } from '../store'
import { failureText } from '../strings/failure'
import { onLanguage, speak } from '../strings/language'
import { t } from '../strings/strings'
import { watchDisk } from './disk'
import { mayReplace } from './guard'
import { importChosen } from './import'
import { loadFile, opensAsImport } from './open'
import { dropRecovery, flushRecovery, startRecovery } from './recovery'

/** The menu follows after that many milliseconds of quiet. */
const MENU_DELAY = 80

/** Subscribes in both directions for as long as the window is open. */
export function connectHost(app: App): void {
  const { host, store } = app
  let told = ''
  const tell = () => {
    const state = store.getState()
    const { id, name } = state.file
    const page = { name, dirty: isDirty(state), ...(id === undefined ? {} : { file: id }) }
    const now = JSON.stringify(page)
    if (now === told) return
    told = now
    document.title = `${page.dirty ? '• ' : ''}${page.name} – Fairlead`
    void host.setDocument(page)
  }
  let sent = ''
  const send = () => {
    const menu = menuOf(app)
    const now = JSON.stringify(menu)
    if (now === sent) return
    sent = now
    void host.setMenu(menu)
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  // Nobody looks into the menu while the hand is busy, and asking every command is not free.
  const sendSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(send, MENU_DELAY)
  }
  store.subscribe((state, before) => {
    if (state.settings !== before.settings) void host.writeSettings(state.settings)
    if (state.settings.language !== before.settings.language) void speak(state.settings.language)
    tell()
    sendSoon()
  })
  onLanguage(async () => {
    keepView()
    send()
    // What the host can't do is told in the new language.
    app.patch({ info: await host.info() })
  })
  tell()
  send()
  startRecovery(app)
  flushWhenLeaving(app)
  host.on('command', ({ id }) => {
    const chosen = command(id)
    // A key of the native menu is not seen by the page.
    flushTyping()
    if (enabled(chosen, app)) void chosen.run(app)
  })
  host.on('opened', async (file) => {
    // An import is shown first, and may go into the open design.
    if (opensAsImport(file) || (await mayReplace(app))) await loadFile(app, file)
  })
  host.on('dropped', ({ files }) => importChosen(app, files))
  watchDisk(app)
  host.on('open-failed', (error) => app.notify({ kind: 'error', text: failureText(error) }))
  host.on('close-requested', async () => {
    const close = await mayReplace(app)
    // Whoever discards the changes does not want them offered at the next start.
    if (close && isDirty(store.getState())) await dropRecovery(app)
    await host.confirmClose(close)
  })
}

/** The page may be gone a moment later, and nothing says so more surely than these two. */
function flushWhenLeaving(app: App): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flushRecovery(app)
  })
  window.addEventListener('pagehide', () => void flushRecovery(app))
}

/** The native menu as data. */
export function menuOf(app: App): Menu[] {
  return menuNames.map((name) => ({
    label: t(`menus.${name}`),
    items: commands
      .filter((c) => c.menu === name)
      .map((c) => ({
        id: c.id,
        label: titleOf(c, app),
        enabled: enabled(c, app),
        ...acceleratorOf(app, c),
        ...(c.separatorBefore ? { separatorBefore: true } : {}),
        ...(c.role === undefined ? {} : { role: c.role }),
      })),
  }))
}

function acceleratorOf(app: App, command: Command): Pick<MenuItem, 'accelerator'> {
  const [key] = keysOf(command, app.store.getState().settings.keys)
  const shown = key === undefined ? undefined : accelerator(key)
  return shown === undefined ? {} : { accelerator: shown }
}
