/** Comparisons that end at the open design as it is now. */
import type { Design } from '../../shared/design/design'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { openCompare } from './open-compare'
import { partAbout } from './part-about'
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

/** From a file to the open design; of a file of another tool only what it tells of. */
export function compareSource(app: App, { design, name, isImport }: Source): Promise<void> {
  if (!isImport) return compareWithNow(app, design, name)
  const open = designOf(app.store.getState())
  const { part, isAll } = partAbout(open, design)
  return openCompare(app, {
    before: design,
    after: part,
    names: { before: name, after: nameNow(app) },
    isImport: true,
    ...(isAll ? {} : { scope: scopeOf(design, name) }),
  })
}

function scopeOf(design: Design, name: string): string {
  return t('compare.open.onlyImported', { name, count: Object.keys(design.elements).length })
}
