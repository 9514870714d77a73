import type { Design } from '../../shared/design/design'
import { parseDesign, serialize } from '../../shared/design/serialize'
import { extract, insert, withDescendants } from '../../shared/graph/copy'
import { isShown } from '../canvas/change-state'
import { type App, designOf } from '../store'
import type { Command } from './command'
import { deleteSelection, remove, selectionOf } from './delete'

/** Paste and duplicate put the copy here, so that it doesn't hide the original. */
const OFFSET = { x: 24, y: 24 }

const hasSelection: NonNullable<Command['when']> = (app) =>
  app.store.getState().selection.ids.size > 0 || 'Nothing is selected.'

const hasSelectedElements: NonNullable<Command['when']> = (app) =>
  selectedElements(app).length > 0 || 'No element is selected.'

export const editCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    role: 'undo',
    title: 'Undo',
    keys: ['Mod+KeyZ'],
    menu: 'Edit',
    when: (app) => app.store.getState().history.past.length > 0 || 'Nothing to undo.',
    run: (app) => app.undo(),
  },
  {
    id: 'edit.redo',
    role: 'redo',
    title: 'Redo',
    keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'],
    menu: 'Edit',
    when: (app) => app.store.getState().history.future.length > 0 || 'Nothing to redo.',
    run: (app) => app.redo(),
  },
  {
    id: 'edit.cut',
    role: 'cut',
    title: 'Cut',
    keys: ['Mod+KeyX'],
    menu: 'Edit',
    separatorBefore: true,
    when: hasSelectedElements,
    run: async (app) => {
      await copy(app)
      const { graph, selected } = selectionOf(app)
      remove(app, 'Cut', withDescendants(graph, selected))
    },
  },
  {
    id: 'edit.copy',
    role: 'copy',
    title: 'Copy',
    keys: ['Mod+KeyC'],
    menu: 'Edit',
    when: hasSelectedElements,
    run: copy,
  },
  { id: 'edit.paste', role: 'paste', title: 'Paste', keys: ['Mod+KeyV'], menu: 'Edit', run: paste },
  {
    id: 'edit.duplicate',
    title: 'Duplicate',
    keys: ['Mod+KeyD'],
    menu: 'Edit',
    when: hasSelectedElements,
    run: (app) => add(app, 'Duplicate', extract(designOf(app.store.getState()), selectedElements(app))),
  },
  {
    id: 'edit.delete',
    role: 'delete',
    title: 'Delete',
    keys: ['Delete', 'Backspace'],
    menu: 'Edit',
    when: hasSelection,
    run: deleteSelection,
  },
  {
    id: 'edit.select-all',
    role: 'selectAll',
    title: 'Select all',
    keys: ['Mod+KeyA'],
    menu: 'Edit',
    separatorBefore: true,
    run: (app) => app.select(Object.keys(designOf(app.store.getState()).elements)),
  },
  {
    id: 'edit.select-none',
    title: 'Select none',
    keys: ['Escape'],
    menu: 'Edit',
    when: (app) => isCardShown(app) || hasSelection(app),
    // Escape steps out: first of what the last line changed, then of the selection.
    run: (app) => (isCardShown(app) ? app.patch({ change: undefined }) : app.select([])),
  },
]

function isCardShown(app: App): boolean {
  const state = app.store.getState()
  return isShown(state.change, designOf(state))
}

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
  if (piece.ok) return add(app, 'Paste', piece.value)
  app.notify({
    kind: 'error',
    text: text === '' ? 'The clipboard is empty.' : 'The clipboard holds no Fairlead elements.',
    detail: 'Copy elements on the canvas first. A task definition is opened with Import.',
  })
}

function add(app: App, verb: string, piece: Design): void {
  const count = Object.keys(piece.elements).length
  const state = app.store.getState()
  let roots: string[] = []
  const recipe: Parameters<App['edit']>[1] = (draft) => {
    roots = insert(draft, piece, OFFSET)
  }
  app.edit(count === 1 ? `${verb} 1 element` : `${verb} ${count} elements`, recipe)
  if (app.store.getState() !== state) app.select(roots)
}
