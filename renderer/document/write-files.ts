/** Taking files away: to the disk, to the clipboard. */
import type { NewFile } from '../../shared/host'
import type { App } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'

/** Writes files to where the user chooses, and says so; a dialog that led there is then done. */
export async function writeFiles(app: App, files: readonly NewFile[]): Promise<void> {
  const written = await app.host.exportFiles([...files])
  // Whoever cancels may want another format.
  if (written.ok && written.value === 0) return
  app.patch({ overlay: undefined })
  if (!written.ok) return app.notify({ kind: 'error', text: failureText(written.error) })
  const [first] = files
  const text =
    files.length === 1
      ? t('file.exported', { name: first?.name ?? '' })
      : t('file.exportedMany', { count: files.length })
  app.notify({ kind: 'info', text })
}

/** Copies a text; says so for ears, and for all when it was refused. */
export async function copyText(app: App, text: string): Promise<boolean> {
  const written = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
  if (written) app.announce(t('export.copied'))
  else app.notify({ kind: 'error', text: t('clipboard.refused'), detail: t('clipboard.refusedHint') })
  return written
}
