/** Which keys mean which command: what the commands declare, overlaid by what the user changed. */
import { memo } from '../../shared/basics/memo'
import type { Settings } from '../../shared/host'
import type { App } from '../store'
import type { Command } from './command'
import { commands } from './commands'
import { fits, isBare, type KeyPress, keyLabel, type Platform, stepsOf } from './shortcut'

/** The user's changes, by command; an empty list takes the command's keys away. */
export type ChangedKeys = NonNullable<Settings['keys']>

export interface Binding {
  readonly command: Command
  readonly shortcut: string
}

const NO_KEYS: readonly string[] = []
const UNCHANGED: ChangedKeys = {}

/** The shortcuts of a command; the first one is shown. */
export function keysOf(command: Command, changed: ChangedKeys | undefined): readonly string[] {
  return changed?.[command.id] ?? command.keys ?? NO_KEYS
}

/** The shortcut that is shown with a command, as this platform writes it. */
export function shownKey(app: App, command: Command): string | undefined {
  const { settings, info } = app.store.getState()
  const [first] = keysOf(command, settings.keys)
  return first === undefined ? undefined : keyLabel(first, info.platform)
}

const bindings: (changed: ChangedKeys) => readonly Binding[] = memo((changed: ChangedKeys) =>
  commands.flatMap((command) => keysOf(command, changed).map((shortcut) => ({ command, shortcut }))),
)

/** Every shortcut there is. */
export function bindingsOf(changed: ChangedKeys | undefined): readonly Binding[] {
  return bindings(changed ?? UNCHANGED)
}

export interface Pressed {
  readonly press: KeyPress
  readonly platform: Platform
  /** A text field has the focus. */
  readonly inText: boolean
  readonly changed: ChangedKeys | undefined
  /** The first press of a shortcut of two. */
  readonly prefix?: string | undefined
}

/** The command that a key press means, or the prefix of those that go on with another press. */
export function meaningOf(pressed: Pressed): Command | { readonly prefix: string } | undefined {
  const possible = bindingsOf(pressed.changed).filter(
    ({ command }) => !pressed.inText || command.inTextFields,
  )
  for (const { command, shortcut } of possible) {
    const [step = '', ...others] = stepsOf(rest(shortcut, pressed.prefix))
    if (!isPress(step, pressed) || (pressed.inText && isBare(step))) continue
    return others.length === 0 ? command : { prefix: step }
  }
  return undefined
}

/** What is left of a shortcut after its first press; nothing that any press fits if it begins otherwise. */
function rest(shortcut: string, prefix: string | undefined): string {
  if (prefix === undefined) return shortcut
  return shortcut.startsWith(`${prefix} `) ? shortcut.slice(prefix.length + 1) : ''
}

/** Alt may still be down from the first press when the second one comes. */
function isPress(step: string, { press, platform, prefix }: Pressed): boolean {
  if (fits(step, press, platform)) return true
  return prefix?.includes('Alt+') === true && fits(step, { ...press, altKey: false }, platform)
}

/** The shortcuts that begin with a press, and what remains to be pressed. */
export function continuations(prefix: string, changed: ChangedKeys | undefined): readonly Binding[] {
  return bindingsOf(changed).flatMap(({ command, shortcut }) =>
    shortcut.startsWith(`${prefix} `) ? [{ command, shortcut: shortcut.slice(prefix.length + 1) }] : [],
  )
}

/** The commands whose keys a shortcut would take: those that have it, begin with it, or are how it begins. */
export function conflictsOf(
  id: string,
  shortcut: string,
  changed: ChangedKeys | undefined,
): readonly Command[] {
  const taken = bindingsOf(changed).filter(
    (one) => one.command.id !== id && isBeginning(one.shortcut, shortcut),
  )
  return [...new Set(taken.map(({ command }) => command))]
}

function isBeginning(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `)
}

/** Gives a command a shortcut, and takes it from those that had it. */
export function rebind(command: Command, shortcut: string, changed: ChangedKeys | undefined): ChangedKeys {
  const next: Record<string, string[]> = { ...changed, [command.id]: [shortcut] }
  for (const other of conflictsOf(command.id, shortcut, changed)) {
    next[other.id] = keysOf(other, changed).filter((key) => !isBeginning(key, shortcut))
  }
  return tidy(next)
}

/** Takes a command's shortcuts away. */
export function unbind(command: Command, changed: ChangedKeys | undefined): ChangedKeys {
  return tidy({ ...changed, [command.id]: [] })
}

/** Gives a command its own shortcuts back, and takes them from those that have them now. */
export function resetKeys(command: Command, changed: ChangedKeys | undefined): ChangedKeys {
  const { [command.id]: _, ...others } = changed ?? {}
  const next: Record<string, string[]> = { ...others }
  for (const shortcut of command.keys ?? NO_KEYS) {
    for (const other of conflictsOf(command.id, shortcut, next)) {
      next[other.id] = keysOf(other, next).filter((key) => !isBeginning(key, shortcut))
    }
  }
  return tidy(next)
}

/** Has the user changed its keys? */
export function isChanged(command: Command, changed: ChangedKeys | undefined): boolean {
  return changed?.[command.id] !== undefined
}

/** Only what differs from the commands' own is kept, so that later versions may change the rest. */
function tidy(changed: ChangedKeys): ChangedKeys {
  const byId = new Map<string, Command>(commands.map((command) => [command.id, command]))
  return Object.fromEntries(
    Object.entries(changed).filter(([id, keys]) => {
      const own = byId.get(id)?.keys ?? NO_KEYS
      return keys.length !== own.length || keys.some((key, i) => key !== own[i])
    }),
  )
}

/** Saves other keys; undefined for those that the commands declare. */
export function changeKeys(app: App, keys: ChangedKeys | undefined): void {
  const { keys: _, ...settings } = app.store.getState().settings
  const some = keys && Object.keys(keys).length > 0
  app.patch({ settings: some ? { ...settings, keys } : settings })
}
