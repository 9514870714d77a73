/** What changed: between this design and another state of it, or between any two files. */
import { showCompare } from '../compare/ask'
import { goToChange } from '../compare/navigate'
import { closeCompare } from '../compare/open-compare'
import { t } from '../strings/strings'
import type { Command } from './command'

const isComparing: NonNullable<Command['when']> = (app) =>
  app.store.getState().comparing !== undefined || t('unusable.notComparing')

export const compareCommands: readonly Command[] = [
  { id: 'compare.open', keys: ['Mod+Shift+KeyD'], menu: 'Review', run: showCompare },
  {
    id: 'compare.next',
    keys: ['F7'],
    menu: 'Review',
    inTextFields: true,
    when: isComparing,
    run: (app) => goToChange(app, 1),
  },
  {
    id: 'compare.previous',
    keys: ['Shift+F7'],
    menu: 'Review',
    inTextFields: true,
    when: isComparing,
    run: (app) => goToChange(app, -1),
  },
  { id: 'compare.close', menu: 'Review', when: isComparing, run: closeCompare },
]
