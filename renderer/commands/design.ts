/** Questions to the design as a whole. */
import { runnersOf } from '../../shared/what-if/what-if'
import { type App, designOf } from '../store'
import type { Command } from './command'

export const designCommands: readonly Command[] = [
  {
    id: 'design.what-if',
    title: 'What if it ran elsewhere…',
    keys: ['Mod+Shift+KeyE'],
    menu: 'Edit',
    separatorBefore: true,
    when: (app) =>
      runnersOf(designOf(app.store.getState())).length > 0 || 'There is no service or task to switch.',
    run: (app) => app.patch({ overlay: { kind: 'what-if', runner: selectedRunner(app) } }),
  },
]

function selectedRunner(app: App): string | undefined {
  const state = app.store.getState()
  const runners = runnersOf(designOf(state))
  return [...state.selection.ids].find((id) => runners.includes(id))
}
