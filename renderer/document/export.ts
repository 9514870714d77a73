/** Taking the design away: task definitions and pictures. */
import { taskDefinitionExport } from '../../shared/exports/task-definition'
import { sceneOf } from '../../shared/figures/scene'
import { logicalView } from '../../shared/figures/view'
import type { NewFile } from '../../shared/host'
import { pictureOf } from '../canvas/picture'
import { type App, designOf } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'
import { sayNow, words } from '../strings/words'

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

/** The drawing as a picture, in the theme and language that are on screen. */
export async function exportPicture(app: App, format: 'png' | 'svg'): Promise<void> {
  const design = designOf(app.store.getState())
  const theme = document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'
  const name = app.store.getState().file.name.replace(/\.[^.]+$/, '')
  app.patch({ busy: true })
  try {
    const scene = sceneOf(design, { ...logicalView, say: sayNow() })
    const picture = await pictureOf(scene, { title: design.name, theme })
    const content = format === 'svg' ? picture.svg : await picture.png(2)
    await write(app, [{ name: `${name}.${format}`, content }])
  } finally {
    app.patch({ busy: false })
  }
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
