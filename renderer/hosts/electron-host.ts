/**
 * The desktop app. The preload script's bridge is a whole host already, checked on both sides; it opens dropped designs
 * itself, because only it learns their path. Every other dropped file is read here, for an import.
 */
import type { EventName, Host, HostEvent } from '../../shared/host'
import { listenToDrops } from './drops'

/** The host behind the bridge. */
export function electronHost(bridge: Host, page: Window): Host {
  function on<E extends EventName>(event: E, listener: (payload: HostEvent<E>) => void): () => void {
    const stops = [bridge.on(event, listener), listenToDrops(page, event, listener)]
    return () => {
      for (const stop of stops) stop()
    }
  }
  return { ...bridge, on }
}
