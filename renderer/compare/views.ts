/** Two drawings that are moved together: whichever moves, the other one follows. */
import type { useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'

type Flow = ReturnType<typeof useStoreApi>

const linked = new Set<Flow>()

/** Has a drawing move with the others that are there. */
export function useLink(flow: Flow): void {
  useEffect(() => {
    linked.add(flow)
    const stop = flow.subscribe(({ transform }, before) => {
      if (transform === before.transform) return
      for (const other of linked) if (other !== flow) follow(other, transform)
    })
    return () => {
      stop()
      linked.delete(flow)
    }
  }, [flow])
}

/** Brings a drawing that has just appeared to where the others are. */
export function catchUp(flow: Flow): void {
  for (const other of linked) if (other !== flow) follow(flow, other.getState().transform)
}

/** One that is there already does not move, so two never push each other around. */
function follow(flow: Flow, [x, y, zoom]: readonly [number, number, number]): void {
  const { transform, panZoom } = flow.getState()
  if (transform[0] === x && transform[1] === y && transform[2] === zoom) return
  void panZoom?.setViewport({ x, y, zoom })
}
