/** Copying settings from one element to others, as far as they have them. */
import { setAt, valueAt } from '../../shared/basics/json'
import type { Element } from '../../shared/design/design'
import { kindOf } from '../../shared/elements/kinds'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import type { Command } from './command'
import { selectionOf } from './delete'

export const propertyCommands: readonly Command[] = [
  {
    id: 'edit.copy-properties',
    keys: ['Mod+Alt+KeyC'],
    menu: 'Edit',
    contexts: ['element'],
    when: (app) => selectionOf(app).selected.length === 1 || t('unusable.notOneSelected'),
    run: copyProperties,
  },
  {
    id: 'edit.paste-properties',
    keys: ['Mod+Alt+KeyV'],
    menu: 'Edit',
    contexts: ['element'],
    when: (app) => {
      if (!copied) return t('unusable.noProperties')
      return selectionOf(app).selected.length > 0 || t('unusable.noElementSelected')
    },
    run: pasteProperties,
  },
]

let copied: Element | undefined

function copyProperties(app: App): void {
  const [id] = selectionOf(app).selected
  copied = designOf(app.store.getState()).elements[id ?? '']
  app.announce(t('clipboard.propertiesCopied'))
}

function pasteProperties(app: App): void {
  const { selected } = selectionOf(app)
  const from = copied
  if (!from) return
  const members = settingsOf(from)
  const before = app.store.getState().history
  app.edit(t('steps.pasteProperties', { count: selected.length }), (draft) => {
    for (const id of selected) {
      const to = draft.elements[id]
      if (!to) continue
      for (const member of members) {
        if (has(to.kind, from.kind, member))
          setAt(to.spec, `/${member}`, structuredClone(valueAt(from.spec, `/${member}`)))
      }
    }
  })
  if (app.store.getState().history === before) {
    app.notify({ kind: 'info', text: t('clipboard.noSharedProperties') })
  }
}

/** The members of a spec that are settings: not its name, and not what it is drawn in or what it runs. */
function settingsOf({ kind: name, spec }: Element): readonly string[] {
  const kind = kindOf(name)
  const identity = new Set([
    kind?.name?.split('/')[1],
    ...(kind?.relations ?? []).filter(({ draw }) => draw !== 'line').map(({ path }) => path.split('/')[1]),
  ])
  return Object.keys(spec).filter((member) => !identity.has(member))
}

/** Has another kind the same member, of the same type? */
function has(kind: string, other: string, member: string): boolean {
  if (kind === other) return true
  const mine = kindOf(kind)?.spec.shape[member]
  const theirs = kindOf(other)?.spec.shape[member]
  return mine !== undefined && theirs !== undefined && mine.meta()?.label === theirs.meta()?.label
}
