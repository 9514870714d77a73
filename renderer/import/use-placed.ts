import { useEffect, useState } from 'react'
import type { Design } from '../../shared/design/design'
import { autoLayout } from '../../shared/layout/auto-layout'
import { runInWorker } from '../canvas/arrange-engine'

/** A picture of more is too small to be read, and takes long. */
const MOST = 600

/** The design with a place for everything; undefined until places are found, and for what is too large to be shown. */
export function usePlaced(design: Design): Design | undefined {
  const [placed, setPlaced] = useState<{ readonly of: Design; readonly design: Design }>()
  useEffect(() => {
    const count = Object.keys(design.elements).length
    if (count === 0 || count > MOST) return
    let wanted = true
    void autoLayout(design, runInWorker, {})
      .then((layout) => {
        if (wanted) setPlaced({ of: design, design: { ...design, layout } })
      })
      // Without places there is no picture; the import itself says what goes wrong.
      .catch(() => undefined)
    return () => {
      wanted = false
    }
  }, [design])
  return placed?.of === design ? placed.design : undefined
}
