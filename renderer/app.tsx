import { ReactFlowProvider } from '@xyflow/react'
import { type CSSProperties, useEffect } from 'react'
import type { Theme } from '../shared/figures/tokens'
import { useApp, useAppState, useTheme } from './app-context'
import { DocumentBars } from './bars/document-bars'
import { StatusBar } from './bars/status-bar'
import { TopBar } from './bars/top-bar'
import { Canvas } from './canvas/canvas'
import { Chooser } from './canvas/chooser'
import { DropGhost } from './canvas/drop-ghost'
import { CommandPalette } from './command-palette/command-palette'
import { CompareView } from './compare/compare-view'
import { ContextMenu } from './context-menu/context-menu'
import { FindBar } from './find/find-bar'
import { Inspector } from './inspector/inspector'
import { PickDialog } from './outline/pick-dialog'
import { Announcer } from './overlays/announcer'
import { announceChanges } from './overlays/announcer-changes'
import { Notices } from './overlays/notices'
import { Overlays } from './overlays/overlays'
import { ShortcutsHint } from './overlays/shortcuts-hint'
import { BottomPanel } from './panels/bottom-panel'
import { keepFocus } from './panels/keep-focus'
import { LeftPanel } from './panels/left-panel'
import type { Sizes } from './panels/panel-sizes'
import { PanelSplitter } from './panels/panel-splitter'
import { panelState } from './panels/panel-state'
import { SidePanel } from './panels/side-panel'
import { usePanels } from './panels/use-panels'
import { Presentation } from './presenting/presentation'
import { usePresenting } from './presenting/presenting-state'
import { QuickAdd } from './quick-add/quick-add'
import { keepNotes } from './review/threads/notes'
import type { BottomTab } from './store'
import { Tour } from './tour/tour'
import './app.css'

/** The window: bars, panels and the canvas between them. */
export function App() {
  const app = useApp()
  const theme = useTheme()
  const bottom = useAppState((state) => state.bottomTab)
  const comparing = useAppState((state) => state.comparing !== undefined)
  const presenting = usePresenting((now) => now !== undefined)
  const { fit, left, right, tab, sizes } = usePanels()
  useEffect(() => announceChanges(app), [app])
  useEffect(() => keepNotes(app), [app])
  useEffect(() => keepFocus(), [])
  useEffect(() => {
    // In a narrow window it would lie below the panel that is over the canvas.
    if (bottom !== undefined) panelState.setState({ over: undefined, bottom })
  }, [bottom])
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  const strip = fit === 'icons' && tab === 'elements'
  const style = {
    '--left': `${sizes.leftWidth}px`,
    '--right': `${sizes.rightWidth}px`,
    '--bottom': `${sizes.bottomHeight}px`,
  } as CSSProperties
  return (
    <ReactFlowProvider>
      <div className="app" data-fit={fit} data-strip={strip} style={style} inert={presenting}>
        <TopBar />
        {left && !comparing && (
          <SidePanel side="left">
            <LeftPanel tab={tab} narrow={strip} />
            {!strip && <PanelSplitter name="leftWidth" sizes={sizes} />}
          </SidePanel>
        )}
        <main className="app-middle">
          {comparing ? <CompareView theme={theme} /> : <Middle theme={theme} sizes={sizes} bottom={bottom} />}
        </main>
        {right && !comparing && (
          <SidePanel side="right">
            <PanelSplitter name="rightWidth" sizes={sizes} />
            <Inspector />
          </SidePanel>
        )}
        <StatusBar />
      </div>
      <Floating />
      <Presentation theme={theme} />
    </ReactFlowProvider>
  )
}

interface MiddleProps {
  readonly theme: Theme
  readonly sizes: Sizes
  readonly bottom: BottomTab | undefined
}

/** The canvas, and what belongs to the design that is on it. */
function Middle({ theme, sizes, bottom }: MiddleProps) {
  return (
    <>
      <DocumentBars />
      <Canvas theme={theme} />
      <FindBar />
      {bottom !== undefined && (
        <section className="app-bottom" id="panel-bottom">
          <PanelSplitter name="bottomHeight" sizes={sizes} />
          <BottomPanel shown={bottom} />
        </section>
      )}
    </>
  )
}

/** What lies over the window, or is only heard. */
function Floating() {
  return (
    <>
      <DropGhost />
      <Chooser />
      <QuickAdd />
      <Notices />
      <Announcer />
      <CommandPalette />
      <PickDialog />
      <ContextMenu />
      <ShortcutsHint />
      <Tour />
      <Overlays />
    </>
  )
}
