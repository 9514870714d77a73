/** All commands, in menu order. */
import { arrangeCommands } from './arrange'
import type { Command, MenuName } from './command'
import { designCommands } from './design'
import { editCommands } from './edit'
import { fileCommands } from './file'
import { helpCommands } from './help'
import { viewCommands } from './view'

export const commands: readonly Command[] = [
  ...fileCommands,
  ...editCommands,
  ...designCommands,
  ...viewCommands,
  ...arrangeCommands,
  ...helpCommands,
]

export const menuNames: readonly MenuName[] = ['File', 'Edit', 'View', 'Arrange', 'Help']

/** The command with that id; an unknown one is a bug. */
export function command(id: string): Command {
  const found = commands.find((c) => c.id === id)
  if (!found) throw new Error(`No command "${id}".`)
  return found
}
