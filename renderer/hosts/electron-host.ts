/**
 * The desktop app. The preload script's bridge is a whole host already, checked on both sides; it opens dropped designs
 * itself, because only it learns their path. Every other dropped file is read here, for an import.
 */
import { ok } from '../../shared/basics/result'
import type { EventName, Host, HostEvent } from '../../shared/host'
import { listenToDrops } from './drops'
import { newEmitter } from './emitter'
import { newGrants } from './grants'
import { readFile } from './read-file'

/** The host behind the bridge. */
export function electronHost(bridge: Host, page: Window): Host {
  const dropped = newEmitter()
  const grants = newGrants()
  const read = async (file: File) => {
    const content = await readFile(file)
    return content.ok ? ok({ ...content.value, ...grants.grant(file.name) }) : content
  }
  listenToDrops(page, read, dropped.tell)
  function on<E extends EventName>(event: E, listener: (payload: HostEvent<E>) => void): () => void {
    const stops = [bridge.on(event, listener), dropped.on(event, listener)]
    return () => {
      for (const stop of stops) stop()
    }
  }
  return { ...bridge, on }
}
