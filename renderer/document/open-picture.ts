/** Opening a picture: the design that it carries, as a document of its own. */
import { ok, type Result } from '../../shared/basics/result'
import type { Design } from '../../shared/design/design'
import { designPicture, designTextIn, type FileRead } from '../../shared/pictures/carried/file-content'
import { drawingProgram } from '../../shared/pictures/carried/foreign'
import { trace } from '../canvas/tracing'
import { sha256 } from '../hosts/sha256'
import type { App } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'
import { readFileText } from './file-texts'
import { showDesign } from './show'

/**
 * Shows the design in a picture. It belongs to no file: the picture is not saved over, unless it is one whose name says
 * that the design lives there, such as `shop.fairlead.png`. A drawing of another program is laid under the open one.
 */
export async function openPicture(app: App, file: FileRead & { readonly id?: string }): Promise<void> {
  const read = await designInFile(file)
  const program = read.ok || read.error.code !== 'picture-empty' ? undefined : drawingProgram(file)
  if (program !== undefined) {
    trace(app, file)
    app.notify({
      ...{ kind: 'info', text: t('file.traced', { name: file.name, program }), detail: t('file.tracedHint') },
      actions: [{ text: t('file.tracedRemove'), command: 'view.remove-tracing' }],
    })
    return
  }
  if (!read.ok) {
    app.notify({ kind: 'error', text: failureText(read.error), detail: t('file.unchanged') })
    return
  }
  const { design, intact } = read.value
  const lives = file.id !== undefined && designPicture(file.name) !== undefined
  if (lives) await showDesign(app, design, { id: file.id, name: file.name })
  else await showDesign(app, design, { name: design.name }, { dirty: true })
  if (!intact) {
    app.notify({
      kind: 'error',
      text: t('file.pictureChanged', { name: file.name }),
      detail: t('file.pictureChangedHint'),
    })
  }
}

/** The design in a file of either kind, and whether it is as it was when it was written. */
export async function designInFile(
  file: FileRead,
): Promise<Result<{ readonly design: Design; readonly text: string; readonly intact: boolean }>> {
  const text = await designTextIn(file, sha256)
  if (!text.ok) return text
  const design = readFileText(text.value.text, file.name)
  return design.ok ? ok({ design: design.value, ...text.value }) : design
}
