import { useStoreApi } from '@xyflow/react'
import type { MouseEvent, RefObject } from 'react'
import { useApp } from '../app-context'
import { changesOf } from './changes'
import { changeAt, type Drawn } from './drawn'
import { nameChange, showChange } from './navigate'

/** What the mouse does on a drawing: over a change it names it, a press shows it. */
export function usePresses(drawn: Drawn, box: RefObject<HTMLElement | null>) {
  const app = useApp()
  const flow = useStoreApi()
  const changeUnder = ({ clientX, clientY }: MouseEvent) => {
    const { comparing } = app.store.getState()
    const { transform, domNode } = flow.getState()
    const corner = domNode?.getBoundingClientRect()
    if (!comparing || !corner) return undefined
    const [x, y, zoom] = transform
    const at = { x: (clientX - corner.x - x) / zoom, y: (clientY - corner.y - y) / zoom }
    const key = changeAt(drawn, at)
    const change = changesOf(comparing.comparison).find((one) => one.key === key)
    return change && { change, name: nameChange(comparing, change) }
  }
  return {
    press: (event: MouseEvent) => {
      const found = changeUnder(event)
      if (found) showChange(app, found.change, { still: true })
    },
    point: (event: MouseEvent) => {
      const name = changeUnder(event)?.name ?? ''
      const pane = box.current
      if (!pane || pane.title === name) return
      pane.title = name
      pane.dataset.over = String(name !== '')
    },
  }
}
