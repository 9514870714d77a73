/** Carrying out what was chosen in the palette. */
import { graphOf, nameOf } from '../../shared/graph/graph'
import { centerOn } from '../canvas/camera'
import { addAtCentre } from '../canvas/drop'
import { type CommandId, usableNow } from '../commands/command'
import { kindNamer } from '../search/kind-names'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import type { Found } from './palette-items'
import { paletteState } from './palette-state'

/** As many as are worth remembering; the palette shows the first few. */
const MOST_REMEMBERED = 20

/** Runs it and closes the palette. What can't be used now says why and leaves the palette open. */
export function run(app: App, item: Found): void {
  if (item.kind === 'command') {
    const usable = usableNow(item.command, app)
    if (usable !== true) {
      app.announce(usable)
      return
    }
    remember(app, item.command.id)
  }
  paletteState.setState({ open: false })
  // The focus goes back first: some commands ask where it is.
  afterFocusReturned(() => act(app, item))
}

function act(app: App, item: Found): void {
  switch (item.kind) {
    case 'command':
      void item.command.run(app)
      return
    case 'add':
      addAtCentre(app, item.item)
      return
    case 'element':
      goTo(app, item.id)
  }
}

/** Selects an element and brings it into view. */
function goTo(app: App, id: string): void {
  const graph = graphOf(designOf(app.store.getState()))
  const element = graph.element(id)
  if (!element) return
  app.select([id])
  centerOn([id])
  const [kind = ''] = kindNamer()(element.kind)
  app.announce(t('commandPalette.shown', { kind, name: nameOf(graph, id) }))
}

function remember(app: App, id: CommandId): void {
  const { settings } = app.store.getState()
  const others = (settings.recentCommands ?? []).filter((other) => other !== id)
  app.patch({ settings: { ...settings, recentCommands: [id, ...others].slice(0, MOST_REMEMBERED) } })
}

/** The dialog gives the focus back in the frame after it went. */
function afterFocusReturned(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then))
}
