/** All commands, in menu order. */
import { alignCommands } from './align'
import { approvalCommands } from './approvals'
import { arrangeCommands } from './arrange'
import type { Command, MenuName } from './command'
import { compareCommands } from './compare'
import { connectCommands } from './connect'
import { designCommands } from './design'
import { editCommands } from './edit'
import { fileCommands } from './file'
import { groupCommands } from './group'
import { helpCommands } from './help'
import { lensCommands } from './lens'
import { orderCommands } from './order'
import { outlineCommands } from './outline'
import { presentCommands } from './present'
import { resizeCommands } from './resize'
import { reviewCommands } from './review'
import { searchCommands } from './search'
import { selectCommands } from './select'
import { viewCommands } from './view'
import { windowCommands } from './window'

export const commands: readonly Command[] = [
  ...fileCommands,
  ...editCommands,
  ...selectCommands,
  ...outlineCommands,
  ...connectCommands,
  ...designCommands,
  ...searchCommands,
  ...viewCommands,
  ...lensCommands,
  ...windowCommands,
  ...arrangeCommands,
  ...alignCommands,
  ...resizeCommands,
  ...orderCommands,
  ...groupCommands,
  ...reviewCommands,
  ...approvalCommands,
  ...compareCommands,
  ...presentCommands,
  ...helpCommands,
]

export const menuNames: readonly MenuName[] = ['File', 'Edit', 'View', 'Arrange', 'Review', 'Help']

/** The command with that id; an unknown one is a bug. */
export function command(id: string): Command {
  const found = commands.find((c) => c.id === id)
  if (!found) throw new Error(`No command "${id}".`)
  return found
}
