/** Taking the design away as a picture. Every other format is plain text: see `writeFiles`. */
import type { PictureFormat, PictureOptions } from '../../shared/pictures/picture'
import type { App } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'
import { drawOpen } from './pictures'
import { writeFiles } from './write-files'

/** Shows all formats, and what would come out. */
export function openExport(app: App): void {
  app.patch({ overlay: { kind: 'export' } })
}

/** Draws the design and writes it to where the user chooses. */
export async function exportPicture(app: App, format: PictureFormat, options: PictureOptions): Promise<void> {
  const picture = await drawOpen(app, format, options)
  if (!picture.ok) {
    app.patch({ overlay: undefined })
    app.notify({ kind: 'error', text: failureText(picture.error), detail: t('file.unchanged') })
    return
  }
  const name = app.store.getState().file.name.replace(/(?:\.fairlead)?(?:\.[^.]+)?$/, '')
  const { content } = picture.value
  const bytes = typeof content === 'string' ? content : Uint8Array.from(content)
  await writeFiles(app, [{ name: `${name}.${format}`, content: bytes }])
}
