/** What lies on top of what, what is locked, and the grid. */
import { bringToFront, sendToBack } from '../../shared/figures/stacking'
import type { App } from '../store'
import { t } from '../strings/strings'
import type { Command } from './command'
import { selectionOf } from './delete'

export const orderCommands: readonly Command[] = [
  {
    id: 'order.front',
    keys: ['BracketRight'],
    menu: 'Arrange',
    contexts: ['element'],
    separatorBefore: true,
    when: isElementSelected,
    run: (app) => stack(app, t('commands.order.front'), bringToFront),
  },
  {
    id: 'order.back',
    keys: ['BracketLeft'],
    menu: 'Arrange',
    contexts: ['element'],
    when: isElementSelected,
    run: (app) => stack(app, t('commands.order.back'), sendToBack),
  },
]

function isElementSelected(app: App): true | string {
  return selectionOf(app).selected.length > 0 || t('unusable.noElementSelected')
}

function stack(app: App, label: string, move: typeof bringToFront): void {
  const { graph, selected } = selectionOf(app)
  const { nesting } = app.store.getState()
  app.edit(label, (draft) => move(draft, graph, selected, nesting))
}
