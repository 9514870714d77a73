import { useEffect, useState } from 'react'

/**
 * What takes long to work out about something, once that is on the screen; undefined until then. `work` must stay the
 * same function.
 */
export function useAfterPaint<Of extends object, Found>(
  of: Of,
  work: (of: Of) => Found | Promise<Found>,
): Found | undefined {
  const [done, setDone] = useState<{ readonly of: Of; readonly found: Found }>()
  useEffect(() => {
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    // A frame is asked for before it is painted, so the work begins after the one behind it.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(async () => {
        const found = await work(of)
        if (wanted) setDone({ of, found })
      })
    })
    return () => {
      wanted = false
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [of, work])
  return done?.of === of ? done.found : undefined
}
