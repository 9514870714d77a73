/** Every channel between the page and the main process. There is no generic one. */
import { z } from 'zod'
import type { CallName, EventName } from '../shared/host'

/** The channel of a call. */
export function callChannel(name: CallName): string {
  return `fairlead:call:${name}`
}

/** The channel of an event. */
export function eventChannel(name: EventName): string {
  return `fairlead:event:${name}`
}

/** What the preload script itself tells the main process; the page can't. */
export const signals = {
  /** A design was dropped on the window. The preload has the path from the system, not from the page. */
  dropped: z.string().min(1),
  /** The focus went into a text field, or left it: Undo, Copy and the like then mean the text. */
  editing: z.boolean(),
} as const

export type SignalName = keyof typeof signals

/** The channel of a signal. */
export function signalChannel(name: SignalName): string {
  return `fairlead:signal:${name}`
}
