/** What the sheet of shortcuts shows for what was typed. */
import type { Settings } from '../../shared/host'
import { type Command, titleIn, titleOf } from '../commands/command'
import { commands, menuNames } from '../commands/commands'
import { keysOf } from '../commands/keys'
import { keyLabel, type Platform } from '../commands/shortcut'
import { parseQuery, score, searchText } from '../search/match'
import { t } from '../strings/strings'
import { handsOn } from './shortcuts-hands'

export interface ShortcutGroup {
  readonly title: string
  readonly items: readonly Command[]
}

/** The commands whose name, in either language, or keys hold what was typed; by their menus. */
export function groupsFor(
  query: string,
  platform: Platform,
  changed: Settings['keys'],
): readonly ShortcutGroup[] {
  const wanted = parseQuery(query)
  const keysWanted = query.replace(/\s+/g, '').toLowerCase()
  const fits = (command: Command) => {
    const names = [titleOf(command), titleIn('en', command), titleIn('ko', command)].map(searchText)
    const labels = keysOf(command, changed).map((key) => keyLabel(key, platform).replace(/\s+/g, ''))
    return score(wanted, names) > 0 || labels.some((label) => label.toLowerCase().includes(keysWanted))
  }
  return menuNames
    .map((menu) => ({
      title: t(`menus.${menu}`),
      items: commands.filter((command) => menuOf(command) === menu && fits(command)),
    }))
    .filter(({ items }) => items.length > 0)
}

/** A command without a menu belongs to that of the others of its group. */
function menuOf(command: Command) {
  const [group] = command.id.split('.')
  return command.menu ?? commands.find(({ id, menu }) => menu && id.startsWith(`${group}.`))?.menu ?? 'Edit'
}

export function handsFor(query: string, platform: Platform) {
  const wanted = parseQuery(query)
  return handsOn(platform).filter(({ what, how }) => score(wanted, [searchText(what), searchText(how)]) > 0)
}

/** The title without the dots that announce a question. */
export function commandName(command: Command): string {
  return titleOf(command).replace(/…$/, '')
}
