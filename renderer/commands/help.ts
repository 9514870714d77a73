import type { Command } from './command'

export const helpCommands: readonly Command[] = [
  {
    id: 'help.shortcuts',
    title: 'Keyboard shortcuts',
    keys: ['Shift+Slash'],
    menu: 'Help',
    run: (app) => app.patch({ overlay: { kind: 'shortcuts' } }),
  },
  {
    id: 'help.about',
    title: 'About Fairlead',
    menu: 'Help',
    run: (app) => app.patch({ overlay: { kind: 'about' } }),
  },
]
