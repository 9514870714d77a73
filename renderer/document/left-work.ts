/** Work that windows left behind: offered when the app starts, beside the files it belongs to. */

import { parseDesign } from '../../shared/design/serialize'
import type { App } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'
import { readFileText } from './file-texts'
import { mayReplace } from './guard'
import { isKept } from './recovery'
import { showDesign } from './show'

/** At the start: offers what was left behind, if anything was. */
export async function offerLeftWork(app: App): Promise<void> {
  const leftWork = await app.host.recoveries()
  if (leftWork.length === 0) return
  app.patch({ leftWork })
  // A question that is open already comes first; the menu has the list.
  if (app.store.getState().overlay === undefined) app.patch({ overlay: { kind: 'recoveries' } })
}

/** Whenever somebody asks for the list. */
export async function showLeftWork(app: App): Promise<void> {
  const leftWork = await app.host.recoveries()
  app.patch({ leftWork, overlay: { kind: 'recoveries' } })
}

/** Goes on with such work, beside the file that it belongs to: it is as unsaved as it was. */
export async function openLeftWork(app: App, slot: string): Promise<void> {
  app.patch({ overlay: undefined })
  if (!(await mayReplace(app))) return app.patch({ overlay: { kind: 'recoveries' } })
  const opened = await app.host.openRecovery(slot)
  if (!opened.ok) return refuse(app, failureText(opened.error))
  const { text, name, kept, file, saved } = opened.value
  const design = parseDesign(text, name)
  if (!design.ok) return refuse(app, failureText(design.error))
  const base = saved === undefined ? undefined : readFileText(saved, name)
  await showDesign(app, design.value, file ?? { name }, {
    dirty: true,
    recovered: { slot, kept, base: base?.ok ? base.value : undefined },
  })
  isKept(app)
  forgetLeft(app, [slot])
}

/** The user does not want these. */
export async function discardLeftWork(app: App, slots: readonly string[]): Promise<void> {
  forgetLeft(app, slots)
  for (const slot of slots) await app.host.dropRecovery(slot)
}

function forgetLeft(app: App, slots: readonly string[]): void {
  const { leftWork } = app.store.getState()
  app.patch({ leftWork: leftWork.filter(({ slot }) => !slots.includes(slot)) })
}

function refuse(app: App, text: string): void {
  app.notify({ kind: 'error', text, detail: t('file.unchanged') })
}
