/** Ways to get at what can't be seen: the palette of commands, find, the context menu. */
import { paletteState } from '../command-palette/palette-state'
import { openAtSelection } from '../context-menu/menu-state'
import { goToHit, openFind } from '../find/find-state'
import type { Command } from './command'

export const searchCommands: readonly Command[] = [
  {
    id: 'edit.find',
    keys: ['Mod+KeyF'],
    menu: 'Edit',
    contexts: ['canvas'],
    separatorBefore: true,
    inTextFields: true,
    run: openFind,
  },
  {
    id: 'edit.find-next',
    keys: ['F3'],
    menu: 'Edit',
    inTextFields: true,
    run: (app) => goToHit(app, 1),
  },
  {
    id: 'edit.find-previous',
    keys: ['Shift+F3'],
    menu: 'Edit',
    inTextFields: true,
    run: (app) => goToHit(app, -1),
  },
  { id: 'edit.context-menu', keys: ['ContextMenu', 'Shift+F10'], run: openAtSelection },
  {
    id: 'view.commands',
    keys: ['Mod+KeyK', 'Mod+Shift+KeyP'],
    menu: 'View',
    contexts: ['canvas'],
    inTextFields: true,
    run: () => paletteState.setState({ open: true }),
  },
]
