import { useEffect, useState } from 'react'
import type { PickItem } from './pick-state'

/** Milliseconds of a frame that asking may take. */
const SLICE = 6

/** Asks those that know their refusal only after a while, a few each frame; grows as answers come. */
export function useChecked(items: readonly PickItem[]): ReadonlyMap<string, string> {
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map())
  const [known] = useState(() => new Set<string>())
  useEffect(() => {
    const waiting = items.filter(({ key, check }) => check !== undefined && !known.has(key))
    let frame = 0
    const ask = () => {
      const until = performance.now() + SLICE
      const found: [string, string][] = []
      while (waiting.length > 0 && performance.now() < until) {
        const item = waiting.shift()
        if (!item) break
        known.add(item.key)
        const refused = item.check?.()
        if (refused !== undefined) found.push([item.key, refused])
      }
      if (found.length > 0) setRefusals((old) => new Map([...old, ...found]))
      if (waiting.length > 0) frame = requestAnimationFrame(ask)
    }
    frame = requestAnimationFrame(ask)
    return () => cancelAnimationFrame(frame)
  }, [items, known])
  return refusals
}
