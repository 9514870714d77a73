/** Importing: files are read, what came of them is shown, and only then does anything change. */
import type { Failure } from '../../shared/basics/result'
import type { DesignDraft } from '../../shared/design/edit'
import type { ImportOptions, SourceFile } from '../../shared/imports/format'
import { mergeImported } from '../../shared/imports/merge-into'
import { type FileRead, isPicture } from '../../shared/pictures/carried/file-content'
import { focusCanvas, showAll } from '../canvas/camera'
import { placesForNew } from '../canvas/places-for-new'
import { type App, designOf } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'
import { mayReplace } from './guard'
import type { ImportPreview } from './import-preview'
import { openPicture } from './open-picture'
import { readFiles } from './reading'
import { showDesign } from './show'

export async function openImport(app: App): Promise<void> {
  const files = await app.host.importFiles()
  if (!files.ok) app.notify({ kind: 'error', text: failureText(files.error) })
  else if (files.value.length > 0) await importChosen(app, files.value)
}

/** A picture is no import: what it carries is a design. */
export async function importChosen(app: App, files: readonly FileRead[]): Promise<void> {
  const [first] = files
  if (!first || files.length > 1 || !isPicture(first)) await previewImport(app, files)
  else if (await mayReplace(app)) await openPicture(app, first)
}

export async function openImportFolder(app: App): Promise<void> {
  const files = await app.host.importFolder()
  if (!files.ok) app.notify({ kind: 'error', text: failureText(files.error) })
  else if (files.value) {
    const found = files.value.map((file) => ({ ...file, found: true }))
    if (found.length > 0) await previewImport(app, found)
    else app.notify({ kind: 'info', text: t('import.emptyFolder') })
  }
}

/** Text from the clipboard that another tool may have written: a failure where nothing can be made of it. */
export async function openPasted(app: App, text: string): Promise<Failure | undefined> {
  const files = [{ name: t('file.clipboard'), text }]
  const imported = await readFiles(files)
  if (imported && !imported.ok) return imported.error
  if (imported) show(app, { files, imported: imported.value, options: {}, into: true })
  return undefined
}

/** Reads files and shows what would come of them. */
export async function previewImport(
  app: App,
  files: readonly SourceFile[],
  { into = false, options = {} }: { readonly into?: boolean; readonly options?: ImportOptions } = {},
): Promise<void> {
  const imported = await readFiles(files, options)
  if (imported === undefined) return
  if (!imported.ok) return refuse(app, imported.error)
  show(app, { files, imported: imported.value, options, into })
}

function show(app: App, preview: ImportPreview): void {
  app.patch({ overlay: { kind: 'import', preview } })
}

/** Reads the files of a preview anew, with another decision. */
export async function decide(
  app: App,
  { files, options, into }: ImportPreview,
  choice: string,
  option: string,
): Promise<void> {
  const choices = { ...options.choices, [choice]: option }
  await previewImport(app, files, { into, options: { ...options, choices } })
}

/** Opens the import as a design of its own. */
export async function importAsNew(app: App, { imported }: ImportPreview): Promise<void> {
  app.patch({ overlay: undefined })
  if (!(await mayReplace(app))) return
  const { design } = imported
  await showDesign(app, design, { name: design.name }, { dirty: true })
  app.notify({ kind: 'info', text: t('import.done', { count: Object.keys(design.elements).length }) })
}

/** Puts the import into the open design, as one step; what is new gets a place, all else stays where it is. */
export async function importInto(app: App, { imported }: ImportPreview): Promise<void> {
  app.patch({ overlay: undefined })
  const merge = () => mergeImported(designOf(app.store.getState()), imported)
  const first = merge()
  const layout = await placesForNew(app, first.design, first.added)
  // While places were looked for, somebody may have gone on working.
  const { design, members, added, updated } = merge()
  const touched = [...added, ...updated]
  if (touched.length === 0 && Object.keys(members).length === 0)
    return app.notify({ kind: 'info', text: t('import.nothingNew') })
  app.edit(
    t('import.step'),
    (draft) => {
      for (const id of touched) draft.elements[id] = design.elements[id] as DesignDraft['elements'][string]
      Object.assign(draft.connections, design.connections)
      for (const id of added) if (layout[id]) draft.layout[id] = layout[id]
      Object.assign(draft, members)
    },
    { select: { ids: new Set(touched) } },
  )
  requestAnimationFrame(() => {
    focusCanvas()
    showAll(touched)
  })
  app.notify({
    kind: 'info',
    text: t('import.joined', { added: added.length, updated: updated.length }),
  })
}

function refuse(app: App, error: Failure): void {
  app.notify({ kind: 'error', text: failureText(error), detail: t('file.unchanged') })
}
