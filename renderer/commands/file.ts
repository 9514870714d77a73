import { exportPicture, exportTaskDefinitions } from '../document/export'
import { openDocument, openImport, openRecent, openTemplates } from '../document/open'
import { save, saveAs } from '../document/save'
import { designOf } from '../store'
import type { Command } from './command'

const hasElements: NonNullable<Command['when']> = (app) =>
  Object.keys(designOf(app.store.getState()).elements).length > 0 || 'The design is empty.'

export const fileCommands: readonly Command[] = [
  { id: 'file.new', title: 'New…', keys: ['Mod+Alt+KeyN'], menu: 'File', run: openTemplates },
  {
    id: 'file.open',
    title: 'Open…',
    keys: ['Mod+KeyO'],
    menu: 'File',
    inTextFields: true,
    run: openDocument,
  },
  { id: 'file.recent', title: 'Open recent…', menu: 'File', run: openRecent },
  {
    id: 'file.import',
    title: 'Import task definitions…',
    keys: ['Mod+KeyI'],
    menu: 'File',
    run: openImport,
  },
  {
    id: 'file.save',
    title: 'Save',
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
    title: 'Save as…',
    keys: ['Mod+Shift+KeyS'],
    menu: 'File',
    inTextFields: true,
    run: async (app) => {
      await saveAs(app)
    },
  },
  {
    id: 'file.export-task-definition',
    title: 'Export task definitions (JSON)…',
    keys: ['Mod+KeyE'],
    menu: 'File',
    separatorBefore: true,
    when: hasElements,
    run: exportTaskDefinitions,
  },
  {
    id: 'file.export-png',
    title: 'Export picture (PNG)…',
    menu: 'File',
    when: hasElements,
    run: (app) => exportPicture(app, 'png'),
  },
  {
    id: 'file.export-svg',
    title: 'Export picture (SVG)…',
    menu: 'File',
    when: hasElements,
    run: (app) => exportPicture(app, 'svg'),
  },
]
