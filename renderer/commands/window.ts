/** The window around the drawing: tools, panels, and the way from one to the next without the mouse. */
import { gestures } from '../canvas/gesture'
import { focusRegion, regionsNow } from '../panels/keep-focus'
import type { SizeName } from '../panels/panel-sizes'
import { growPanel, toggleSides } from '../panels/panel-state'
import type { App } from '../store'
import { t } from '../strings/strings'
import type { Command, CommandId } from './command'

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
  { id: 'window.panels', keys: ['Mod+Backslash'], menu: 'View', inTextFields: true, run: toggleSides },
  { id: 'window.next-region', keys: ['F6'], menu: 'View', inTextFields: true, run: () => goToRegion(1) },
  {
    id: 'window.previous-region',
    keys: ['Shift+F6'],
    menu: 'View',
    inTextFields: true,
    run: () => goToRegion(-1),
  },
  // For those who can press but not drag; the splitters have keys of their own.
  grow('window.left-wider', 'ArrowRight', 'leftWidth', 1),
  grow('window.left-narrower', 'ArrowLeft', 'leftWidth', -1),
  grow('window.right-wider', 'Shift+ArrowLeft', 'rightWidth', 1),
  grow('window.right-narrower', 'Shift+ArrowRight', 'rightWidth', -1),
  grow('window.bottom-higher', 'ArrowUp', 'bottomHeight', 1),
  grow('window.bottom-lower', 'ArrowDown', 'bottomHeight', -1),
]

/** The arrow says where the panel's edge goes. */
function grow(id: CommandId, arrow: string, name: SizeName, by: 1 | -1): Command {
  return { id, keys: [`Alt+KeyP ${arrow}`], run: (app) => growPanel(app, name, by) }
}

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

/** Gives the focus to the next part of the window that is there. */
function goToRegion(step: 1 | -1): void {
  const now = regionsNow()
  const here = now.findLastIndex((region) => region.contains(document.activeElement))
  const start = here === -1 && step === -1 ? 0 : here
  for (let i = 1; i <= now.length; i++) {
    const next = now[(start + i * step + now.length * i) % now.length]
    if (next && focusRegion(next)) return
  }
}
