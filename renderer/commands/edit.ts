import { rename } from '../canvas/rename-layer'
import { sceneOfApp } from '../canvas/scene-of-app'
import { isOutlineFocus, renameInOutline } from '../outline/outline-state'
import type { App } from '../store'
import { t } from '../strings/strings'
import { clipboardCommands } from './clipboard'
import type { Command } from './command'
import { deleteSelection, selectionOf } from './delete'
import { deletable, deletePart } from './delete-part'
import { propertyCommands } from './properties'

export const editCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    role: 'undo',
    keys: ['Mod+KeyZ'],
    menu: 'Edit',
    when: (app) => app.store.getState().history.past.length > 0 || t('unusable.nothingToUndo'),
    titleNow: (app) => {
      const step = app.store.getState().history.past.at(-1)?.label
      return step === undefined ? t('commands.edit.undo') : t('bars.undo', { step })
    },
    run: (app) => {
      const step = app.store.getState().history.past.at(-1)?.label
      app.undo()
      if (step !== undefined) app.announce(t('bars.undone', { step }))
    },
  },
  {
    id: 'edit.redo',
    role: 'redo',
    keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'],
    menu: 'Edit',
    when: (app) => app.store.getState().history.future.length > 0 || t('unusable.nothingToRedo'),
    titleNow: (app) => {
      const step = app.store.getState().history.future[0]?.label
      return step === undefined ? t('commands.edit.redo') : t('bars.redo', { step })
    },
    run: (app) => {
      const step = app.store.getState().history.future[0]?.label
      app.redo()
      if (step !== undefined) app.announce(t('bars.redone', { step }))
    },
  },
  ...clipboardCommands,
  ...propertyCommands,
  {
    id: 'edit.rename',
    keys: ['F2'],
    menu: 'Edit',
    contexts: ['element'],
    when: (app) => nameable(app) !== undefined || t('unusable.notOneSelected'),
    run: (app) => {
      const id = nameable(app)
      if (id === undefined) return
      if (isOutlineFocus()) renameInOutline(id)
      else rename(id)
    },
  },
  {
    id: 'edit.delete',
    role: 'delete',
    keys: ['Delete', 'Backspace'],
    menu: 'Edit',
    contexts: ['element', 'line'],
    when: deletable,
    run: (app) => {
      const { row } = app.store.getState().selection
      if (row) deletePart(app, row)
      else deleteSelection(app)
    },
  },
]

/** The one selected element that has a figure, and so a name on the canvas; in the outline each one has. */
function nameable(app: App): string | undefined {
  const { selected } = selectionOf(app)
  const [only] = selected
  if (selected.length !== 1 || only === undefined) return undefined
  return isOutlineFocus() || sceneOfApp(app).byId.has(only) ? only : undefined
}
