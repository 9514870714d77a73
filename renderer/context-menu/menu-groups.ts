/** What is in a context menu: the commands that say so, in the groups that they have in the menus. Pure. */
import type { Command, MenuContext } from '../commands/command'
import { commands, menuNames } from '../commands/commands'

/** The groups that have anything for what was under the pointer. One alone joins the others of its menu. */
export function menuGroups(context: MenuContext): readonly (readonly Command[])[] {
  return [...menuNames, undefined].flatMap((menu) => {
    const groups: Command[][] = [[]]
    for (const command of commands.filter((one) => one.menu === menu)) {
      const last = groups.at(-1) ?? []
      if (command.separatorBefore && last.length > 1) groups.push([])
      if (command.contexts?.includes(context)) groups.at(-1)?.push(command)
    }
    return groups.filter((group) => group.length > 0)
  })
}
