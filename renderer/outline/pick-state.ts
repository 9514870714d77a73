/** The list that a command asks to choose from, while it is open. */
import { createStore } from 'zustand/vanilla'

export interface PickItem {
  readonly key: string
  /** The kind whose icon stands before it. */
  readonly kind?: string
  readonly title: string
  /** What kind of thing it is, in words. */
  readonly type?: string
  /** What choosing it means. */
  readonly detail?: string
  /** What else it is found by. */
  readonly keywords?: readonly string[]
  /** Why it can't be chosen. */
  readonly refused?: string
  /** The same, where it takes long to know: asked for what is in view. */
  readonly check?: () => string | undefined
  readonly choose: () => void
}

export interface Picking {
  readonly title: string
  /** Says what is typed into the field. */
  readonly search: string
  readonly items: readonly PickItem[]
}

export const pickState = createStore<{ readonly picking: Picking | undefined }>(() => ({
  picking: undefined,
}))

/** Opens a list to choose from. */
export function pick(picking: Picking): void {
  pickState.setState({ picking })
}
