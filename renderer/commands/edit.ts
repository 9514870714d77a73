import type { Design } from '../../shared/design/design'
import { parseDesign, serialize } from '../../shared/design/serialize'
import { extract, insert, withDescendants } from '../../shared/graph/copy'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import type { Command } from './command'
import { deleteSelection, remove, selectionOf } from './delete'

/** Paste and duplicate put the copy here, so that it doesn't hide the original. */
const OFFSET = { x: 24, y: 24 }

const hasSelection: NonNullable<Command['when']> = (app) =>
  app.store.getState().selection.ids.size > 0 || t('unusable.nothingSelected')

const hasSelectedElements: NonNullable<Command['when']> = (app) =>
  selectedElements(app).length > 0 || t('unusable.noElementSelected')

export const editCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    role: 'undo',
    keys: ['Mod+KeyZ'],
    menu: 'Edit',
    when: (app) => app.store.getState().history.past.length > 0 || t('unusable.nothingToUndo'),
    run: (app) => app.undo(),
  },
  {
    id: 'edit.redo',
    role: 'redo',
    keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'],
    menu: 'Edit',
    when: (app) => app.store.getState().history.future.length > 0 || t('unusable.nothingToRedo'),
    run: (app) => app.redo(),
  },
  {
    id: 'edit.cut',
    role: 'cut',
    keys: ['Mod+KeyX'],
    menu: 'Edit',
    contexts: ['element'],
    separatorBefore: true,
    when: hasSelectedElements,
    run: async (app) => {
      await copy(app)
      const { graph, selected } = selectionOf(app)
      remove(app, 'cut', withDescendants(graph, selected))
    },
  },
  {
    id: 'edit.copy',
    role: 'copy',
    keys: ['Mod+KeyC'],
    menu: 'Edit',
    contexts: ['element', 'row'],
    when: hasSelectedElements,
    run: copy,
  },
  {
    id: 'edit.paste',
    role: 'paste',
    keys: ['Mod+KeyV'],
    menu: 'Edit',
    contexts: ['element', 'canvas'],
    run: paste,
  },
  {
    id: 'edit.duplicate',
    keys: ['Mod+KeyD'],
    menu: 'Edit',
    contexts: ['element', 'row'],
    when: hasSelectedElements,
    run: (app) => add(app, 'duplicate', extract(designOf(app.store.getState()), selectedElements(app))),
  },
  {
    id: 'edit.delete',
    role: 'delete',
    keys: ['Delete', 'Backspace'],
    menu: 'Edit',
    contexts: ['element', 'line'],
    when: hasSelection,
    run: deleteSelection,
  },
]

function selectedElements(app: App): readonly string[] {
  return selectionOf(app).selected
}

/** The clipboard as this window knows it, for hosts that don't let a page read the system's. */
let lastCopied = ''

async function copy(app: App): Promise<void> {
  lastCopied = serialize(extract(designOf(app.store.getState()), selectedElements(app)))
  await navigator.clipboard.writeText(lastCopied).catch(() => undefined)
}

async function paste(app: App): Promise<void> {
  const system = await navigator.clipboard.readText().catch(() => undefined)
  const text = system === undefined || system === '' ? lastCopied : system
  const piece = parseDesign(text)
  if (piece.ok) return add(app, 'paste', piece.value)
  app.notify({
    kind: 'error',
    text: t(text === '' ? 'clipboard.empty' : 'clipboard.foreign'),
    detail: t('clipboard.hint'),
  })
}

function add(app: App, verb: 'paste' | 'duplicate', piece: Design): void {
  const count = Object.keys(piece.elements).length
  const state = app.store.getState()
  let roots: string[] = []
  const recipe: Parameters<App['edit']>[1] = (draft) => {
    roots = insert(draft, piece, OFFSET)
  }
  app.edit(t(`steps.${verb}`, { count }), recipe)
  if (app.store.getState() !== state) app.select(roots)
}
