/** Comparisons that end at the open design as it is now. */
import type { Design } from '../../shared/design/design'
import type { FileVersion } from '../../shared/host'
import { whenOf } from '../document/when'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { openCompare, openPair } from './open-compare'
import { type Content, pairOf } from './pair'
import type { Source } from './sources'

/** What the open design is called in a comparison. */
export function nameNow(app: App): string {
  return t('compare.open.now', { name: app.store.getState().file.name })
}

/** From an earlier or another design to the open one. */
export function compareWithNow(app: App, before: Design, name: string): Promise<void> {
  const after = designOf(app.store.getState())
  return openCompare(app, { before, after, names: { before: name, after: nameNow(app) } })
}

/** From an earlier version of the document's file to the design as it is now. */
export function compareVersion(app: App, design: Design, { saved }: FileVersion): Promise<void> {
  const { name } = app.store.getState().file
  return compareWithNow(app, design, t('compare.open.versionName', { name, when: whenOf(saved) }))
}

/** From the open design to what another program made of its file. */
export function compareDisk(app: App, theirs: Design): Promise<void> {
  const { name } = app.store.getState().file
  const names = { before: nameNow(app), after: t('compare.open.onDisk', { name }) }
  return openCompare(app, { before: designOf(app.store.getState()), after: theirs, names })
}

/** From a file to the open design. */
export function compareSource(app: App, { content, name }: Source): Promise<void> {
  const now: Content = { of: 'design', design: designOf(app.store.getState()) }
  return openPair(app, pairOf(content, now), { before: name, after: nameNow(app) })
}
