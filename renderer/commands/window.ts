/** The window around the drawing: tools, panels, and the way from one to the next without the mouse. */
import { gestures } from '../canvas/gesture'
import type { App } from '../store'
import { t } from '../strings/strings'
import type { Command } from './command'

export const windowCommands: readonly Command[] = [
  {
    id: 'window.select-tool',
    keys: ['KeyV'],
    menu: 'View',
    separatorBefore: true,
    run: (app) => useTool(app, 'select'),
  },
  { id: 'window.hand-tool', keys: ['KeyH'], menu: 'View', run: (app) => useTool(app, 'hand') },
  {
    id: 'window.grid',
    keys: ['Mod+Quote'],
    menu: 'View',
    contexts: ['canvas'],
    run: (app) => toggle(app, 'grid'),
  },
  { id: 'window.panels', keys: ['Mod+Backslash'], menu: 'View', inTextFields: true, run: togglePanels },
  { id: 'window.next-region', keys: ['F6'], menu: 'View', inTextFields: true, run: () => goToRegion(1) },
  {
    id: 'window.previous-region',
    keys: ['Shift+F6'],
    menu: 'View',
    inTextFields: true,
    run: () => goToRegion(-1),
  },
]

function useTool(app: App, tool: 'select' | 'hand'): void {
  gestures.setState({ tool })
  app.announce(t(tool === 'hand' ? 'window.handTool' : 'window.selectTool'))
}

function toggle(app: App, panel: string): void {
  const { settings } = app.store.getState()
  const on = (settings.panels[panel] ?? 1) === 1
  app.patch({ settings: { ...settings, panels: { ...settings.panels, [panel]: on ? 0 : 1 } } })
  app.announce(t(on ? 'window.gridOff' : 'window.gridOn'))
}

/** Hides both side panels, or shows them again. */
function togglePanels(app: App): void {
  const { settings } = app.store.getState()
  const shown = (settings.panels.left ?? 1) !== 0 || (settings.panels.right ?? 1) !== 0
  const side = shown ? 0 : 1
  app.patch({ settings: { ...settings, panels: { ...settings.panels, left: side, right: side } } })
}

/** In the order in which they are read. */
const REGIONS = ['.top-bar', '.app-left', '.canvas .react-flow', '.app-bottom', '.app-right', '.status-bar']

const FOCUSABLE = 'button:not(:disabled), input, textarea, a[href], [tabindex="0"]'

/** Gives the focus to the next region that is there. */
function goToRegion(step: 1 | -1): void {
  const regions = REGIONS.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? [])
  const now = regions.findLastIndex((region) => region.contains(document.activeElement))
  const next = regions[(now + step + regions.length) % regions.length]
  const first = next?.matches('[tabindex]') ? next : next?.querySelector<HTMLElement>(FOCUSABLE)
  first?.focus()
}
