/** What a host tells the app without being asked, handed to whoever listens. */
import type { EventName, Host, HostEvent } from '../../shared/host'

export type Tell = <E extends EventName>(event: E, payload: HostEvent<E>) => void

export interface Emitter {
  readonly on: Host['on']
  readonly tell: Tell
}

/** Nobody listens yet. */
export function newEmitter(): Emitter {
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  return {
    on: (event, listener) => {
      const known = listeners.get(event) ?? new Set()
      listeners.set(event, known.add(listener))
      return () => known.delete(listener)
    },
    tell: (event, payload) => {
      for (const listener of listeners.get(event) ?? []) listener(payload as never)
    },
  }
}
