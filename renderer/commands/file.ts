import { exportPicture, exportTaskDefinitions } from '../document/export'
import { openDocument, openImport, openRecent, openTemplates } from '../document/open'
import { save, saveAs } from '../document/save'
import { designOf } from '../store'
import { t } from '../strings/strings'
import type { Command } from './command'

const hasElements: NonNullable<Command['when']> = (app) =>
  Object.keys(designOf(app.store.getState()).elements).length > 0 || t('unusable.emptyDesign')

export const fileCommands: readonly Command[] = [
  { id: 'file.new', keys: ['Mod+Alt+KeyN'], menu: 'File', run: openTemplates },
  {
    id: 'file.open',
    keys: ['Mod+KeyO'],
    menu: 'File',
    inTextFields: true,
    run: openDocument,
  },
  { id: 'file.recent', menu: 'File', run: openRecent },
  {
    id: 'file.import',
    keys: ['Mod+KeyI'],
    menu: 'File',
    run: openImport,
  },
  {
    id: 'file.save',
    keys: ['Mod+KeyS'],
    menu: 'File',
    separatorBefore: true,
    inTextFields: true,
    run: async (app) => {
      await save(app)
    },
  },
  {
    id: 'file.save-as',
    keys: ['Mod+Shift+KeyS'],
    menu: 'File',
    inTextFields: true,
    run: async (app) => {
      await saveAs(app)
    },
  },
  {
    id: 'file.export-task-definition',
    keys: ['Mod+KeyE'],
    menu: 'File',
    separatorBefore: true,
    when: hasElements,
    run: exportTaskDefinitions,
  },
  {
    id: 'file.export-png',
    menu: 'File',
    when: hasElements,
    run: (app) => exportPicture(app, 'png'),
  },
  {
    id: 'file.export-svg',
    menu: 'File',
    when: hasElements,
    run: (app) => exportPicture(app, 'svg'),
  },
]
