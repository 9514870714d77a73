import { ReactFlowProvider } from '@xyflow/react'
import { useEffect } from 'react'
import { useApp, useAppState, useTheme } from './app-context'
import { StatusBar } from './bars/status-bar'
import { TopBar } from './bars/top-bar'
import { Canvas } from './canvas/canvas'
import { Chooser } from './canvas/chooser'
import { DropGhost } from './canvas/drop-ghost'
import { CommandPalette } from './command-palette/command-palette'
import { listenToKeys } from './commands/key-listener'
import { ContextMenu } from './context-menu/context-menu'
import { FindBar } from './find/find-bar'
import { Inspector } from './inspector/inspector'
import { Announcer } from './overlays/announcer'
import { Notices } from './overlays/notices'
import { Overlays } from './overlays/overlays'
import { ShortcutsHint } from './overlays/shortcuts-hint'
import { Palette } from './palette/palette'
import { ProblemsPanel } from './problems/problems-panel'
import { QuickAdd } from './quick-add/quick-add'
import './app.css'

/** The window: bars, panels and the canvas between them. */
export function App() {
  const app = useApp()
  const theme = useTheme()
  const bottom = useAppState((state) => state.bottomTab)
  useEffect(() => listenToKeys(app), [app])
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  return (
    <ReactFlowProvider>
      <div className="app">
        <TopBar />
        <aside className="app-left">
          <Palette />
        </aside>
        <main className="app-middle">
          <Canvas theme={theme} />
          <FindBar />
          {bottom === 'problems' && (
            <section className="app-bottom">
              <ProblemsPanel />
            </section>
          )}
        </main>
        <aside className="app-right">
          <Inspector />
        </aside>
        <StatusBar />
      </div>
      <DropGhost />
      <Chooser />
      <QuickAdd />
      <Notices />
      <Announcer />
      <CommandPalette />
      <ContextMenu />
      <ShortcutsHint />
      <Overlays />
    </ReactFlowProvider>
  )
}
