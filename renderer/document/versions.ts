/** Earlier versions of the document's file. */
import type { Result } from '../../shared/basics/result'
import { become } from '../../shared/design/become'
import type { Design } from '../../shared/design/design'
import { parseDesign } from '../../shared/design/serialize'
import type { FileVersion } from '../../shared/host'
import { type App, designOf } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'
import { mayReplace } from './guard'
import { sharing } from './sharing'
import { showDesign } from './show'
import { whenOf } from './when'

/** Lists them. */
export async function showVersions(app: App): Promise<void> {
  const { id } = app.store.getState().file
  if (id === undefined) return
  const versions = await app.host.fileVersions(id)
  if (versions.ok) app.patch({ overlay: { kind: 'versions', file: id, versions: versions.value } })
  else app.notify({ kind: 'error', text: failureText(versions.error) })
}

/** What one of them holds. */
export async function readVersion(app: App, file: string, version: string): Promise<Result<Design>> {
  const read = await app.host.readVersion(file, version)
  return read.ok ? parseDesign(read.value.text, app.store.getState().file.name) : read
}

/** Makes the design what it was then, as one step. The file changes only with the next save. */
export function restoreVersion(app: App, design: Design, { saved }: FileVersion): void {
  const next = sharing(designOf(app.store.getState()), design)
  app.edit(t('versions.step', { when: whenOf(saved) }), (draft) => become(draft, next), { settled: true })
  app.patch({ overlay: undefined })
  app.announce(t('versions.restored'))
}

/** Opens what it was then as a design of its own, that no file holds. */
export async function copyVersion(app: App, design: Design, { saved }: FileVersion): Promise<void> {
  const name = app.store.getState().file.name.replace(/\.[^.]+$/, '')
  app.patch({ overlay: undefined })
  if (!(await mayReplace(app))) return
  await showDesign(
    app,
    design,
    { name: t('versions.copyName', { name, when: whenOf(saved) }) },
    { dirty: true },
  )
}
