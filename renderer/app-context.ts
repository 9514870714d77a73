import { createContext, use, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { Design } from '../shared/design/design'
import type { Theme } from '../shared/figures/tokens'
import { type Graph, graphOf } from '../shared/graph/graph'
import type { Problem } from '../shared/rules/problem'
import { type Judged, judgedOf } from './problems/judged'
import { type App, type AppState, designOf } from './store'

export const AppContext = createContext<App | null>(null)

/** The app: actions and host. Never changes while the window is open. */
export function useApp(): App {
  const app = use(AppContext)
  if (!app) throw new Error('A component was rendered outside AppContext.')
  return app
}

/** A part of the state; the component renders again only when that part changes. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useApp().store, select)
}

export function useDesign(): Design {
  return useAppState(designOf)
}

/** The resolved graph; the same object as long as only places change. */
export function useGraph(): Graph {
  return useAppState((state) => graphOf(designOf(state)))
}

/** The problems that count: those that nobody waived. */
export function useProblems(): readonly Problem[] {
  return useAppState((state) => judgedOf(designOf(state)).open)
}

/** Every problem, with its waiver if it has one, and those that count. */
export function useJudged(): Judged {
  return useAppState((state) => judgedOf(designOf(state)))
}

/** Asked only when something is drawn: commands are also tested without a window. */
const darkQuery = () => window.matchMedia('(prefers-color-scheme: dark)')

/** The theme in force: the user's choice, else the system's. */
export function useTheme(): Theme {
  const chosen = useAppState((state) => state.settings.theme)
  const systemIsDark = useSyncExternalStore(
    (changed) => {
      const query = darkQuery()
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => darkQuery().matches,
  )
  return chosen === 'system' ? (systemIsDark ? 'dark' : 'light') : chosen
}
