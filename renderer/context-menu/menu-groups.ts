/** What is in a context menu: the commands that say so, by their groups. Pure. */
import type { Command, MenuContext } from '../commands/command'
import { commands } from '../commands/commands'

/** In the order of the registry; the groups are those of the commands' ids. */
export function menuGroups(
  context: MenuContext,
  offered: readonly Command[] = commands,
): readonly (readonly Command[])[] {
  const groups = new Map<string, Command[]>()
  for (const command of offered) {
    if (!command.contexts?.includes(context)) continue
    const [group = ''] = command.id.split('.')
    groups.set(group, [...(groups.get(group) ?? []), command])
  }
  return [...groups.values()]
}
