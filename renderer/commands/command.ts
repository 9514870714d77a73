/** The contract of a user command: declared once, used by shortcut, menu, toolbar and, as data, by the native menu. */
import type { EditRole } from '../../shared/host'
import { presentingState } from '../presenting/presenting-state'
import type { App } from '../store'
import type { en } from '../strings/en/en'
import type { Language } from '../strings/language'
import { i18n, t } from '../strings/strings'
import { worksWhileComparing } from './while-comparing'

export type MenuName = keyof typeof en.menus

/** What a context menu is for: what was under the pointer, or is selected. */
export type MenuContext = 'element' | 'line' | 'row' | 'canvas'

type Titles = typeof en.commands

/** `<group>.<name>`; a command without a title in the strings does not compile. */
export type CommandId = {
  [Group in keyof Titles]: `${Group}.${keyof Titles[Group] & string}`
}[keyof Titles]

export interface Command {
  readonly id: CommandId
  /** Such as `Mod+Shift+KeyZ`: modifiers and a physical key (`KeyboardEvent.code`). The first one is shown. */
  readonly keys?: readonly string[]
  readonly menu?: MenuName
  /** The context menus that it is in. */
  readonly contexts?: readonly MenuContext[]
  /** Begins a group in the menu. */
  readonly separatorBefore?: boolean
  /** What the native menu does instead while a text field has the focus. */
  readonly role?: EditRole
  /** True, or why it can't be used now. Absent: always. */
  readonly when?: (app: App) => true | string
  /** What it would do as things are, where its title does not say that. */
  readonly titleNow?: (app: App) => string
  readonly run: (app: App) => void | Promise<void>
  /** Its keys mean something else in the panels: there, they are not its. */
  readonly on?: 'canvas'
  /** Also works while a text field has the focus. */
  readonly inTextFields?: boolean
}

/** What people call it, in the language of the interface; with the app, what it would do right now. */
export function titleOf({ id, titleNow }: Command, app?: App): string {
  return (app && titleNow?.(app)) ?? t(`commands.${id}`)
}

/** What it is called in one of the languages, as far as that one is loaded. */
export function titleIn(language: Language, { id }: Command): string {
  return i18n.getFixedT(language)(`commands.${id}`)
}

/** True, or why it can't be used now. */
export function usableNow(command: Command, app: App): true | string {
  if (presentingState.getState().now && !command.id.startsWith('present.')) return t('unusable.presenting')
  const comparing = app.store.getState().comparing !== undefined
  if (comparing && !worksWhileComparing(command.id)) return t('unusable.comparing')
  return command.when?.(app) ?? true
}

/** Can it be used now? */
export function enabled(command: Command, app: App): boolean {
  return usableNow(command, app) === true
}
