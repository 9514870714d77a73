/** Which panels are shown, which tab of the left one, and how large they are; remembered in the settings. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { focusCanvas } from '../canvas/camera'
import type { App, BottomTab } from '../store'
import { fitOf, limits, type SizeName } from './panel-sizes'

export type Side = 'left' | 'right'
export type LeftTab = 'elements' | 'outline'

interface PanelState {
  /** In a narrow window, the panel that lies over the canvas. */
  readonly over: Side | undefined
  /** The tab of the bottom panel that was open last. */
  readonly bottom: BottomTab
  /** Sizes while a splitter is dragged. */
  readonly dragged: Readonly<Partial<Record<SizeName, number>>>
}

export const panelState = createStore<PanelState>(() => ({
  over: undefined,
  bottom: 'problems',
  dragged: {},
}))

/** A part of the state; the component renders again only when that part changes. */
export function usePanelState<T>(select: (state: PanelState) => T): T {
  return useStore(panelState, select)
}

type Panels = Readonly<Record<string, number>>

/** Is the panel to be seen? In a narrow window one at most, and none to begin with. */
export function isShown(panels: Panels, over: Side | undefined, narrow: boolean, side: Side): boolean {
  return narrow ? over === side : (panels[side] ?? 1) !== 0
}

/** The tab that was open last. */
export function leftTabOf(panels: Panels): LeftTab {
  return panels.outline === 1 ? 'outline' : 'elements'
}

function isNarrow(): boolean {
  return typeof window !== 'undefined' && fitOf(window.innerWidth) === 'overlay'
}

/** Is the panel shown in this window? */
export function isShownNow(app: App, side: Side): boolean {
  return isShown(app.store.getState().settings.panels, panelState.getState().over, isNarrow(), side)
}

function patch(app: App, panels: Panels): void {
  const { settings } = app.store.getState()
  app.patch({ settings: { ...settings, panels: { ...settings.panels, ...panels } } })
}

/** Shows or hides a panel. The keyboard goes to the canvas when it was in a panel that goes. */
export function setShown(app: App, side: Side, shown: boolean): void {
  const lost = !shown && document.querySelector(`.app-${side}`)?.contains(document.activeElement)
  if (isNarrow()) panelState.setState({ over: shown ? side : undefined })
  else patch(app, { [side]: shown ? 1 : 0 })
  if (lost) focusCanvas()
}

/** Opens a tab of the left panel. */
export function showLeft(app: App, tab: LeftTab): void {
  patch(app, { outline: tab === 'outline' ? 1 : 0 })
  setShown(app, 'left', true)
}

/** Hides both side panels, or shows them again; in a narrow window the one that lies over the canvas. */
export function toggleSides(app: App): void {
  const shown = (['left', 'right'] as const).filter((side) => isShownNow(app, side))
  if (isNarrow()) setShown(app, shown[0] ?? 'left', shown.length === 0)
  else for (const side of ['left', 'right'] as const) setShown(app, side, shown.length === 0)
}

/** Gives a panel another size: while a splitter is dragged only on the screen, in the end for good. */
export function resizePanel(app: App, name: SizeName, size: number, done: boolean): void {
  panelState.setState(({ dragged }) => ({ dragged: done ? {} : { ...dragged, [name]: size } }))
  if (done) patch(app, { [name]: size })
}

/** Makes a panel larger or smaller by one step. */
export function growPanel(app: App, name: SizeName, by: 1 | -1): void {
  const { min, max, usual } = limits[name]
  const now = app.store.getState().settings.panels[name] ?? usual
  resizePanel(app, name, Math.max(min, Math.min(max, now + by * PANEL_STEP)), true)
}

/** How much larger or smaller a key makes a panel. */
export const PANEL_STEP = 32
