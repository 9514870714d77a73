/** Showing the design to a room. */
import { present } from '../presenting/present'
import type { Command } from './command'

export const presentCommands: readonly Command[] = [
  // As in other programs; plain F5 reloads a page of the browser.
  { id: 'present.start', keys: ['Shift+F5'], menu: 'Review', separatorBefore: true, run: present },
]
