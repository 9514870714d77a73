/** Taking the design away: task definitions and pictures. */
import { taskDefinitionExport } from '../../shared/exports/task-definition'
import type { NewFile } from '../../shared/host'
import type { PictureFormat } from '../../shared/pictures/picture'
import { type App, designOf } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { drawOpen, optionsOnScreen } from './pictures'

/** One JSON file a task definition, as `aws ecs register-task-definition --cli-input-json` takes it. */
export async function exportTaskDefinitions(app: App): Promise<void> {
  const { files, notes } = taskDefinitionExport.export(designOf(app.store.getState()))
  if (files.length === 0) {
    app.notify({
      kind: 'error',
      text: t('file.noTaskDefinition'),
      detail: t('file.noTaskDefinitionHint'),
    })
    return
  }
  if (!(await write(app, files))) return
  if (notes.length === 0) return
  app.patch({
    overlay: {
      kind: 'report',
      title: t('file.toFillIn'),
      summary: t('file.written', { names: files.map((file) => file.name).join(', ') }),
      lines: notes.map((note) => ({
        tone: 'warning',
        text: words(note.text),
        ...(note.file === undefined ? {} : { detail: `${note.file} ${note.pointer ?? ''}` }),
      })),
    },
  })
}

/** The drawing as a picture, in the theme, language and nesting that are on screen. */
export async function exportPicture(app: App, format: PictureFormat): Promise<void> {
  const picture = await drawOpen(app, format, optionsOnScreen(app, format))
  if (!picture.ok) {
    app.notify({ kind: 'error', text: failureText(picture.error), detail: t('file.unchanged') })
    return
  }
  const name = app.store.getState().file.name.replace(/(?:\.fairlead)?(?:\.[^.]+)?$/, '')
  const { content } = picture.value
  await write(app, [
    { name: `${name}.${format}`, content: typeof content === 'string' ? content : Uint8Array.from(content) },
  ])
}

async function write(app: App, files: readonly NewFile[]): Promise<boolean> {
  const written = await app.host.exportFiles([...files])
  if (!written.ok) {
    app.notify({ kind: 'error', text: failureText(written.error) })
    return false
  }
  if (written.value > 0) {
    app.notify({
      kind: 'info',
      text:
        files.length === 1
          ? t('file.exported', { name: files[0]?.name ?? '' })
          : t('file.exportedMany', { count: files.length }),
    })
  }
  return written.value > 0
}
