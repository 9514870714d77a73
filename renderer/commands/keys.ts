/**
 * Shortcuts by physical key: with Hangul input switched on the V key arrives as "ㅍ", but its code stays `KeyV`.
 */
import type { App } from '../store'
import { type Command, enabled } from './command'
import { commands } from './commands'

export interface KeyPress {
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

export type Platform = 'mac' | 'windows' | 'linux'

/** Does a key press fit a shortcut such as `Mod+Shift+KeyZ`? Mod is ⌘ on a Mac and Ctrl elsewhere. */
export function fits(shortcut: string, press: KeyPress, platform: Platform): boolean {
  const parts = shortcut.split('+')
  const code = parts.at(-1)
  const wants = (name: string) => parts.slice(0, -1).includes(name)
  const mod = platform === 'mac' ? press.metaKey : press.ctrlKey
  const other = platform === 'mac' ? press.ctrlKey : press.metaKey
  return (
    press.code === code &&
    mod === wants('Mod') &&
    !other &&
    press.shiftKey === wants('Shift') &&
    press.altKey === wants('Alt')
  )
}

/** The command that a key press means, if any. */
export function commandFor(press: KeyPress, platform: Platform, inText: boolean): Command | undefined {
  return commands.find(
    (command) =>
      (!inText || command.inTextFields) && command.keys?.some((shortcut) => fits(shortcut, press, platform)),
  )
}

const NAMES: Readonly<Record<string, string>> = {
  Equal: '+',
  Minus: '−',
  Slash: '/',
  Backslash: '\\',
  BracketLeft: '[',
  BracketRight: ']',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Period: '.',
  Comma: ',',
}

/** A shortcut as people read it: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function keyLabel(shortcut: string, platform: Platform): string {
  const parts = shortcut.split('+')
  const code = parts.at(-1) ?? ''
  const key = NAMES[code] ?? code.replace(/^(Key|Digit)/, '')
  if (platform !== 'mac') return [...parts.slice(0, -1).map((p) => (p === 'Mod' ? 'Ctrl' : p)), key].join('+')
  const symbols = [
    ['Alt', '⌥'],
    ['Shift', '⇧'],
    ['Mod', '⌘'],
  ] as const
  return `${symbols
    .filter(([name]) => parts.includes(name))
    .map(([, symbol]) => symbol)
    .join('')}${key}`
}

/** The same in Electron's accelerator syntax. */
export function accelerator(shortcut: string): string {
  const parts = shortcut.split('+')
  const code = parts.at(-1) ?? ''
  const key =
    { Equal: 'Plus', Minus: '-', Slash: '/', Backslash: '\\' }[code] ?? code.replace(/^(Key|Digit|Arrow)/, '')
  return [...parts.slice(0, -1).map((p) => (p === 'Mod' ? 'CmdOrCtrl' : p)), key].join('+')
}

/** Is the keyboard writing text just now? Shortcuts without a modifier must not steal its letters. */
export function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type=checkbox], [type=radio]), textarea, select, .cm-editor') !== null)
  )
}

/** Listens on the window; returns the function that stops listening. */
export function listenToKeys(app: App): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return
    const inText = isTextField(event.target)
    // A dialog or menu has the keyboard to itself.
    if (
      event.target instanceof HTMLElement &&
      event.target.closest('[role=dialog], [role=menu], [role=listbox]')
    )
      return
    const command = commandFor(event, app.store.getState().info.platform, inText)
    if (!command) return
    event.preventDefault()
    if (enabled(command, app)) void command.run(app)
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}
