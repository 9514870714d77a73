/** How far automatic layout is. It changes many times a second and is nobody's data, so it lives apart from the app's state. */
import { createStore } from 'zustand/vanilla'

export interface Arranging {
  /** Elements that have their place, of those that get one. */
  readonly done: number
  readonly total: number
  /** It takes long enough to be shown. */
  readonly shown: boolean
  readonly cancel: () => void
}

/** Undefined while nothing is being arranged. */
export const arranging = createStore<{ readonly run: Arranging | undefined }>(() => ({ run: undefined }))
