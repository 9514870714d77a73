/** Frames around what is selected: drawn, taken away, closed to a summary and opened again. */

import { become } from '../../shared/design/become'
import type { Design } from '../../shared/design/design'
import { knownKind } from '../../shared/elements/kinds'
import { toggleCollapsed } from '../../shared/figures/collapse'
import { around } from '../../shared/figures/routing/geometry'
import { sizes } from '../../shared/figures/tokens'
import { draftLayout } from '../../shared/graph/nestings'
import { GROUP, isGroup, unwrap, wrap, wrappersOf } from '../../shared/graph/wrap'
import { isFolded, sceneOfApp } from '../canvas/scene-of-app'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import type { Command } from './command'
import { selectionOf } from './delete'

export const groupCommands: readonly Command[] = [
  {
    id: 'group.group',
    keys: ['Mod+KeyG'],
    menu: 'Arrange',
    contexts: ['element'],
    separatorBefore: true,
    when: isWrappable,
    run: (app) => wrapSelection(app, GROUP),
  },
  {
    id: 'group.ungroup',
    keys: ['Mod+Shift+KeyG'],
    menu: 'Arrange',
    contexts: ['element'],
    when: (app) => {
      const usable = isWrappable(app)
      return usable !== true ? usable : groupsOf(app).length > 0 || t('unusable.noGroup')
    },
    run: ungroup,
  },
  {
    id: 'group.wrap',
    keys: ['Mod+Alt+KeyG'],
    menu: 'Arrange',
    contexts: ['element'],
    // Whether a frame can hold them is tried out when it is asked for: trying takes too long for a menu.
    when: isWrappable,
    run: chooseWrapper,
  },
  {
    id: 'group.collapse',
    keys: ['Mod+Shift+KeyK'],
    menu: 'Arrange',
    contexts: ['element'],
    when: (app) => framesOf(app).length > 0 || t('unusable.noFrame'),
    run: collapse,
  },
]

/** Among networks what is drawn in what follows from subnets alone, so nothing can be drawn around there. */
function isWrappable(app: App): true | string {
  if (app.store.getState().nesting === 'network') return t('unusable.groupsAreLogical')
  return selectionOf(app).selected.length > 0 || t('unusable.noElementSelected')
}

function wrapSelection(app: App, kind: string): void {
  const { selected } = selectionOf(app)
  const design = designOf(app.store.getState())
  const wrapped = wrap(design, selected, kind)
  if (!wrapped.ok) {
    app.notify({ kind: 'error', text: words(wrapped.reason) })
    return
  }
  const name = words(knownKind(kind).label)
  const label = kind === GROUP ? t('commands.group.group') : t('steps.wrap', { kind: name })
  const next = placed(app, design, wrapped.design, wrapped.frame, selected)
  app.edit(label, (draft) => become(draft, next), { select: { ids: new Set([wrapped.frame]) } })
}

/** The design with the new frame lying around what is in it, where that was. */
function placed(app: App, before: Design, after: Design, frame: string, ids: readonly string[]): Design {
  const scene = sceneOfApp(app)
  const items = ids.flatMap((id) => scene.byId.get(id) ?? [])
  const box = around(items.map(({ rect }) => rect))
  if (!box) return after
  const outer = items[0]?.parent === undefined ? undefined : scene.byId.get(items[0].parent)?.rect
  const { padding, header } = sizes.frame
  const x = box.x - padding
  const y = box.y - padding - header
  const layout = { ...after.layout, [frame]: { x: x - (outer?.x ?? 0), y: y - (outer?.y ?? 0) } }
  for (const { id, rect } of items) layout[id] = { ...before.layout[id], x: rect.x - x, y: rect.y - y }
  return { ...after, layout }
}

function groupsOf(app: App): readonly string[] {
  const { graph, selected } = selectionOf(app)
  return selected.filter((id) => isGroup(graph, id))
}

function ungroup(app: App): void {
  const groups = groupsOf(app)
  const { graph } = selectionOf(app)
  const freed = groups.flatMap((id) => graph.children.get(id) ?? [])
  const next = unwrap(designOf(app.store.getState()), groups)
  app.edit(t('commands.group.ungroup'), (draft) => become(draft, next), {
    select: { ids: new Set(freed) },
  })
}

function chooseWrapper(app: App): void {
  const { selected } = selectionOf(app)
  const kinds = wrappersOf(designOf(app.store.getState()), selected)
  const [only] = kinds
  if (only === undefined) {
    app.notify({ kind: 'info', text: t('unusable.noWrapper') })
    return
  }
  if (kinds.length === 1) {
    wrapSelection(app, only)
    return
  }
  app.patch({
    overlay: {
      kind: 'choices',
      title: t('group.wrapIn'),
      choices: kinds.map((kind) => ({
        text: words(knownKind(kind).label),
        detail: words(knownKind(kind).summary),
        choose: () => wrapSelection(app, kind),
      })),
    },
  })
}

function framesOf(app: App): readonly string[] {
  const { byId } = sceneOfApp(app)
  return selectionOf(app).selected.filter(
    (id) => byId.get(id)?.figure.content !== undefined || isFolded(app, id),
  )
}

/** Closes the selected frames to their summaries, or opens them. */
function collapse(app: App): void {
  const { nesting } = app.store.getState()
  const frames = framesOf(app)
  app.edit(t('commands.group.collapse'), (draft) => {
    const layout = draftLayout(draft, nesting)
    const closes = frames.some((id) => layout[id]?.collapsed !== true)
    for (const id of frames) {
      if ((layout[id]?.collapsed === true) !== closes) toggleCollapsed(draft, nesting, id)
    }
  })
}
