/** Opening, importing and new designs. Whatever is read, the open design stays until the new one is complete. */

import type { Failure } from '../../shared/basics/result'
import { type Design, emptyDesign } from '../../shared/design/design'
import { holdsDesign } from '../../shared/design/serialize'
import type { OpenedFile } from '../../shared/host'
import { isPicture } from '../../shared/pictures/carried/file-content'
import type { TemplateCard } from '../start/templates'
import type { App } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { readFileText } from './file-texts'
import { mayReplace } from './guard'
import { previewImport } from './import'
import { openPicture } from './open-picture'
import { showDesign } from './show'

export async function openDocument(app: App): Promise<void> {
  if (!(await mayReplace(app))) return
  const opened = await app.host.openFile()
  if (!opened.ok) app.notify({ kind: 'error', text: failureText(opened.error) })
  else if (opened.value) await loadFile(app, opened.value)
}

export async function openRecent(app: App): Promise<void> {
  app.patch({ overlay: { kind: 'recent', files: await app.host.recentFiles() } })
}

export async function openRecentFile(app: App, id: string): Promise<void> {
  app.patch({ overlay: undefined })
  if (!(await mayReplace(app))) return
  const opened = await app.host.openRecent(id)
  if (opened.ok) await loadFile(app, opened.value)
  else app.notify({ kind: 'error', text: failureText(opened.error) })
}

export function openTemplates(app: App): void {
  app.patch({ overlay: { kind: 'new' } })
}

export async function newDocument(app: App): Promise<void> {
  app.patch({ overlay: undefined })
  if (await mayReplace(app)) app.load(emptyDesign(t('app.untitled')), { name: t('app.untitled') })
}

export async function openTemplate(app: App, { design, title }: TemplateCard): Promise<void> {
  app.patch({ overlay: undefined })
  if (await mayReplace(app)) await showDesign(app, design(), { name: words(title) }, { dirty: true })
}

/** An example of a rule, as a new design: what is wrong in it can be looked at and mended. */
export async function openExample(app: App, name: string, design: Design): Promise<void> {
  app.patch({ overlay: undefined })
  if (await mayReplace(app)) await showDesign(app, { ...design, name }, { name }, { dirty: true })
}

/** Is it a file of another tool, rather than a design or a picture of one? */
export function opensAsImport(file: OpenedFile): boolean {
  return !isPicture(file) && !holdsDesign(file.text)
}

/** A design, a picture that carries one, or any file that can be imported. */
export async function loadFile(app: App, file: OpenedFile): Promise<void> {
  if (isPicture(file)) return openPicture(app, file)
  if (opensAsImport(file)) return previewImport(app, [file])
  const design = readFileText(file.text, file.name)
  if (design.ok) await showDesign(app, design.value, { id: file.id, name: file.name })
  else refuse(app, design.error)
}

function refuse(app: App, error: Failure): void {
  app.notify({ kind: 'error', text: failureText(error), detail: t('file.unchanged') })
}
