/** Another program has changed the document's file: what that means, and the three ways to settle it. */

import { sameJson } from '../../shared/basics/json'
import { become } from '../../shared/design/become'
import { type Design, emptyDesign } from '../../shared/design/design'
import { stateOf } from '../../shared/design/history'
import type { HostEvent } from '../../shared/host'
import { mergeDesigns } from '../../shared/merge/merge'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import type { DiskState } from './disk-state'
import { rememberText } from './file-texts'
import { designInFile } from './open-picture'
import { sharing } from './sharing'
import { inTurn } from './turns'

/** Listens for as long as the window is open. */
export function watchDisk(app: App): void {
  app.host.on('changed', (change) => void inTurn(app, () => heardChange(app, change)))
}

/** The host says that the file is not as this window knows it; a bar says so to the user, if it means anything. */
export async function heardChange(app: App, { id, what }: HostEvent<'changed'>): Promise<void> {
  const { file, slot } = app.store.getState()
  if (file.id !== id) return
  const state: DiskState | 'same' = what === 'gone' ? { what } : await look(app, id)
  const now = app.store.getState()
  if (now.slot !== slot || now.file.id !== id) return
  if (state === 'same') {
    app.patch({ disk: undefined })
    // It was gone for a moment, and is back as it was.
    if (now.savedDesign && sameJson(now.savedDesign, designOf(now))) inFile(app, now.savedDesign)
  } else if (state.what === 'changed' && sameJson(state.theirs, designOf(now))) inFile(app, state.theirs)
  else {
    // The design is nowhere but in this window: that is unsaved.
    if (state.what === 'gone') app.patch({ disk: state, saved: undefined })
    else app.patch({ disk: state })
  }
}

/** What the file holds now; from here on a save may replace it, which is up to the user. */
async function look(app: App, id: string): Promise<DiskState | 'same'> {
  const read = await app.host.rereadFile(id)
  if (!read.ok) {
    if (read.error.code === 'file-gone') return { what: 'gone' }
    return { what: 'unreadable', error: read.error, replaceable: false }
  }
  const parsed = await designInFile(read.value)
  if (!parsed.ok) return { what: 'unreadable', error: parsed.error, replaceable: true }
  const { design, text } = parsed.value
  const { savedDesign, history } = app.store.getState()
  if (savedDesign !== undefined && sameJson(design, savedDesign)) {
    rememberText(savedDesign, text)
    return 'same'
  }
  const theirs = sharing(history.design, design)
  rememberText(theirs, text)
  return { what: 'changed', theirs }
}

/** The file holds what is open: nothing is unsaved. */
function inFile(app: App, theirs: Design): void {
  app.seal()
  const { history } = app.store.getState()
  app.patch({ disk: undefined, saved: stateOf(history), savedDesign: theirs, recovered: undefined })
}

/** Shows both sides. False, as the answer to a save: it was not saved. */
export function reviewDisk(app: App): false {
  app.patch({ overlay: { kind: 'disk-review' } })
  return false
}

/** Shows what the other program wrote, as one step: undoing it brings back what was open. */
export function takeTheirs(app: App): void {
  const { disk, file } = app.store.getState()
  if (disk?.what !== 'changed') return
  settle(app, disk.theirs, disk.theirs, t('disk.step.theirs', { name: file.name }))
}

/** Brings both together, as one step; what both changed in different ways is open to be chosen. */
export function mergeTheirs(app: App): void {
  const { disk, file, savedDesign } = app.store.getState()
  if (disk?.what !== 'changed') return
  const mine = designOf(app.store.getState())
  const { design, conflicts } = mergeDesigns(savedDesign ?? emptyDesign(mine.name), mine, disk.theirs)
  settle(app, design, disk.theirs, t('disk.step.merge', { name: file.name }))
  const count = Object.keys(conflicts).length
  if (count > 0) app.patch({ bottomTab: 'conflicts' })
  app.announce(count > 0 ? t('conflicts.found', { count }) : t('disk.merged'))
}

function settle(app: App, next: Design, theirs: Design, step: string): void {
  app.edit(step, (draft) => become(draft, next), { settled: true })
  app.patch({ overlay: undefined, disk: undefined, savedDesign: theirs, saved: undefined })
  if (sameJson(designOf(app.store.getState()), theirs)) inFile(app, theirs)
}
