/**
 * Shortcuts as texts: `Mod+Shift+KeyZ` is modifiers and a physical key (`KeyboardEvent.code`), `Alt+KeyA KeyD` two
 * presses one after the other. By physical key, because with Hangul input switched on the V key arrives as "ㅍ", but its
 * code stays `KeyV`.
 */
export interface KeyPress {
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

export type Platform = 'mac' | 'windows' | 'linux'

/** The presses of a shortcut. */
export function stepsOf(shortcut: string): readonly string[] {
  return shortcut.split(' ')
}

/** Does a key press fit one step of a shortcut? Mod is ⌘ on a Mac and Ctrl elsewhere. */
export function fits(step: string, press: KeyPress, platform: Platform): boolean {
  return stepOf(press, platform) === step
}

/** How a key press is written; undefined for modifiers alone and for those that no shortcut has. */
export function stepOf(press: KeyPress, platform: Platform): string | undefined {
  const mod = platform === 'mac' ? press.metaKey : press.ctrlKey
  const other = platform === 'mac' ? press.ctrlKey : press.metaKey
  if (other || press.code === '' || isModifier(press.code)) return undefined
  const held = [mod && 'Mod', press.altKey && 'Alt', press.shiftKey && 'Shift'].filter(
    (name) => name !== false,
  )
  return [...held, press.code].join('+')
}

/** Shift, Ctrl, Alt or ⌘ itself. */
export function isModifier(code: string): boolean {
  return /^(Shift|Control|Alt|Meta)(Left|Right)$|^CapsLock$|^Fn$/.test(code)
}

/** Would the press type something, or move in a text? Then it belongs to a text field that has the focus. */
export function isBare(step: string): boolean {
  const parts = step.split('+')
  // Alt types special characters on a Mac, and keys such as @ elsewhere.
  return !parts.includes('Mod') && !/^F\d+$/.test(parts.at(-1) ?? '')
}

/** Names of keys that are not letters or digits; the second one is what a Mac shows. */
const NAMES: Readonly<Record<string, readonly [string, string?]>> = {
  Equal: ['+'],
  Minus: ['−'],
  Slash: ['/'],
  Backslash: ['\\'],
  BracketLeft: ['['],
  BracketRight: [']'],
  Semicolon: [';'],
  Quote: ['’'],
  Backquote: ['`'],
  Period: ['.'],
  Comma: [','],
  ArrowUp: ['↑'],
  ArrowDown: ['↓'],
  ArrowLeft: ['←'],
  ArrowRight: ['→'],
  Escape: ['Esc', 'esc'],
  Enter: ['Enter', '↩'],
  Tab: ['Tab', '⇥'],
  Backspace: ['Backspace', '⌫'],
  Delete: ['Delete', '⌦'],
  PageUp: ['Page Up', '⇞'],
  PageDown: ['Page Down', '⇟'],
  ContextMenu: ['Menu'],
}

const MAC_MODIFIERS = [
  ['Alt', '⌥'],
  ['Shift', '⇧'],
  ['Mod', '⌘'],
] as const

/** A shortcut as people read it: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function keyLabel(shortcut: string, platform: Platform): string {
  return stepsOf(shortcut)
    .map((step) => stepLabel(step, platform))
    .join(' ')
}

function stepLabel(step: string, platform: Platform): string {
  const parts = step.split('+')
  const code = parts.at(-1) ?? ''
  const held = parts.slice(0, -1)
  const [name, onMac] = NAMES[code] ?? [code.replace(/^(Key|Digit)/, '').replace(/^Numpad/, 'Num ')]
  if (platform !== 'mac') return [...held.map((part) => (part === 'Mod' ? 'Ctrl' : part)), name].join('+')
  const symbols = MAC_MODIFIERS.filter(([part]) => held.includes(part)).map(([, symbol]) => symbol)
  return `${symbols.join('')}${onMac ?? name}`
}

/** Keys whose name in Electron is another one. */
const ACCELERATORS: Readonly<Record<string, string>> = {
  Equal: 'Plus',
  Minus: '-',
  Slash: '/',
  Backslash: '\\',
  BracketLeft: '[',
  BracketRight: ']',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Period: '.',
  Comma: ',',
}

/** The same in Electron's accelerator syntax; undefined for what it has no words for, such as two presses. */
export function accelerator(shortcut: string): string | undefined {
  if (stepsOf(shortcut).length > 1) return undefined
  const parts = shortcut.split('+')
  const code = parts.at(-1) ?? ''
  const known =
    /^(Key|Digit|Arrow)|^F\d+$|^(Delete|Backspace|Escape|Enter|Tab|Space|Home|End|PageUp|PageDown)$/
  const key = ACCELERATORS[code] ?? (known.test(code) ? code.replace(/^(Key|Digit|Arrow)/, '') : undefined)
  if (key === undefined) return undefined
  return [...parts.slice(0, -1).map((part) => (part === 'Mod' ? 'CmdOrCtrl' : part)), key].join('+')
}
