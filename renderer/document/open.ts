/** Opening, importing and new designs. Whatever is read, the open design stays until the new one is complete. */

import { limits } from '../../shared/basics/limits'
import { cut } from '../../shared/basics/quote'
import type { Failure } from '../../shared/basics/result'
import { type Design, emptyDesign } from '../../shared/design/design'
import { holdsDesign } from '../../shared/design/serialize'
import type { Template } from '../../shared/design/template'
import { graphOf } from '../../shared/graph/graph'
import type { OpenedFile } from '../../shared/host'
import type { SourceFile } from '../../shared/imports/format'
import { countNotes, type ImportNote, type ImportReport } from '../../shared/imports/report'
import { arrangeFirst } from '../canvas/arrange'
import { focusCanvas, showAll } from '../canvas/camera'
import type { App, DocumentFile, LoadOptions, ReportLine } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { readFileText } from './file-texts'
import { mayReplace } from './guard'
import { readFiles } from './reading'

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

export async function openImport(app: App): Promise<void> {
  if (!(await mayReplace(app))) return
  const files = await app.host.importFiles()
  if (!files.ok) app.notify({ kind: 'error', text: failureText(files.error) })
  else if (files.value.length > 0) await importSources(app, files.value)
}

export function openTemplates(app: App): void {
  app.patch({ overlay: { kind: 'new' } })
}

export async function newDocument(app: App): Promise<void> {
  app.patch({ overlay: undefined })
  if (await mayReplace(app)) app.load(emptyDesign(t('app.untitled')), { name: t('app.untitled') })
}

export async function openTemplate(app: App, { design, title }: Template): Promise<void> {
  app.patch({ overlay: undefined })
  if (await mayReplace(app)) await showDesign(app, design, { name: words(title) }, { dirty: true })
}

/** An example of a rule, as a new design: what is wrong in it can be looked at and mended. */
export async function openExample(app: App, name: string, design: Design): Promise<void> {
  app.patch({ overlay: undefined })
  if (await mayReplace(app)) await showDesign(app, { ...design, name }, { name }, { dirty: true })
}

/** A design, or any file that can be imported. */
export async function loadFile(app: App, file: OpenedFile): Promise<void> {
  if (file.bytes !== undefined) {
    return refuse(app, {
      code: 'picture',
      file: file.name,
      what: t('file.pictureOpened.what'),
      mend: t('file.pictureOpened.mend'),
    })
  }
  if (!holdsDesign(file.text)) return importSources(app, [file])
  const design = readFileText(file.text, file.name)
  if (design.ok) await showDesign(app, design.value, { id: file.id, name: file.name })
  else refuse(app, design.error)
}

/** Text from the clipboard that may be a task definition, as a new design. */
export async function openPasted(app: App, text: string): Promise<void> {
  if (await mayReplace(app)) await importSources(app, [{ name: t('file.clipboard'), text }])
}

async function importSources(app: App, files: readonly SourceFile[]): Promise<void> {
  const imported = await readFiles(files)
  if (imported === undefined) return
  if (!imported.ok) return refuse(app, imported.error)
  const { design, report } = imported.value
  await showDesign(app, design, { name: design.name }, { dirty: true })
  tell(app, design, report)
}

/** Shows a design; one without places is arranged first. */
export async function showDesign(
  app: App,
  design: Design,
  file: DocumentFile,
  options?: LoadOptions,
): Promise<void> {
  app.load(design, file, options)
  // The next keys are for the drawing, not for the button that opened it.
  requestAnimationFrame(focusCanvas)
  const graph = graphOf(design)
  const placed = Object.keys(design.elements).some(
    (id) => design.layout[id] !== undefined || graph.rows.has(id),
  )
  if (!placed && Object.keys(design.elements).length > 0) await arrangeFirst(app)
  else requestAnimationFrame(() => showAll())
}

function refuse(app: App, error: Failure): void {
  app.notify({ kind: 'error', text: failureText(error), detail: t('file.unchanged') })
}

/** What became of everything in the files. A clean import only says so; one with remarks shows them. */
function tell(app: App, design: Design, report: ImportReport): void {
  const count = Object.keys(design.elements).length
  const remarks = report.notes.filter((note) => note.kind !== 'mapped')
  if (remarks.length === 0) {
    app.notify({ kind: 'info', text: t('import.done', { count }) })
    return
  }
  const dropped = countNotes(report, 'dropped')
  const kept = countNotes(report, 'kept')
  app.patch({
    overlay: {
      kind: 'report',
      title: t('import.title', { name: design.name }),
      summary: [
        t('import.elements', { count }),
        dropped > 0 ? t('import.dropped', { count: dropped }) : '',
        kept > 0 ? t('import.kept', { count: kept }) : '',
      ].join(' '),
      lines: [
        ...remarks.slice(0, limits.remarks).map(remarkLine),
        ...moreLine(remarks.length - limits.remarks),
      ],
    },
  })
}

function remarkLine({ kind, text, file, pointer }: ImportNote): ReportLine {
  return {
    tone: kind === 'dropped' ? 'warning' : 'info',
    text: words(text),
    detail: `${file}${pointer === '' ? '' : ` ${cut(pointer, 200)}`}`,
  }
}

/** How many remarks there are beyond those that are shown. */
function moreLine(count: number): readonly ReportLine[] {
  return count > 0 ? [{ tone: 'info', text: t('import.more', { count }) }] : []
}
