import { startTour } from '../tour/tour-state'
import type { Command } from './command'

export const helpCommands: readonly Command[] = [
  {
    id: 'help.shortcuts',
    keys: ['Shift+Slash'],
    menu: 'Help',
    run: (app) => app.patch({ overlay: { kind: 'shortcuts' } }),
  },
  { id: 'help.tour', menu: 'Help', run: startTour },
  {
    id: 'help.licences',
    menu: 'Help',
    run: (app) => app.patch({ overlay: { kind: 'licences' } }),
  },
  {
    id: 'help.about',
    menu: 'Help',
    run: (app) => app.patch({ overlay: { kind: 'about' } }),
  },
]
