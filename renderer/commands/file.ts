import { conflictCount, settleConflicts } from '../document/conflicts'
import { openExport } from '../document/export'
import { openImport, openImportFolder } from '../document/import'
import { showLeftWork } from '../document/left-work'
import { openDocument, openRecent, openTemplates } from '../document/open'
import { save, saveAs } from '../document/save'
import { showVersions } from '../document/versions'
import { designOf } from '../store'
import { t } from '../strings/strings'
import type { Command } from './command'

const hasElements: NonNullable<Command['when']> = (app) =>
  Object.keys(designOf(app.store.getState()).elements).length > 0 || t('unusable.emptyDesign')

const hasFile: NonNullable<Command['when']> = (app) =>
  app.store.getState().file.id !== undefined || t('unusable.neverSaved')

const hasLeftWork: NonNullable<Command['when']> = (app) =>
  app.store.getState().leftWork.length > 0 || t('unusable.nothingToRecover')

const hasConflicts: NonNullable<Command['when']> = (app) =>
  conflictCount(designOf(app.store.getState())) > 0 || t('unusable.noConflicts')

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
  { id: 'file.import-folder', menu: 'File', run: openImportFolder },
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
  { id: 'file.versions', menu: 'File', when: hasFile, run: showVersions },
  { id: 'file.recover', menu: 'File', when: hasLeftWork, run: showLeftWork },
  { id: 'file.conflicts', menu: 'File', when: hasConflicts, run: settleConflicts },
  {
    id: 'file.export',
    keys: ['Mod+KeyE'],
    menu: 'File',
    separatorBefore: true,
    when: hasElements,
    run: openExport,
  },
]
