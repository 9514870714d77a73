/** What is presented, and which step of it is shown. The rest of the app lies still meanwhile, and is as it was after. */
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** What can be stepped through: open threads, changes, or the way of a request; `path:` and the id of that way. */
export type Programme = 'threads' | 'changes' | 'path' | `path:${string}`

export interface Presenting {
  readonly programme: Programme
  /** The step that is shown, counted from 0. */
  readonly at: number
}

interface State {
  readonly now: Presenting | undefined
}

export const presentingState = createStore<State>(() => ({ now: undefined }))

/** A part of the state; the component renders again only when that part changes. */
export function usePresenting<T>(select: (now: Presenting | undefined) => T): T {
  return useStore(presentingState, ({ now }) => select(now))
}
