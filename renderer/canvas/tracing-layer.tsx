import { ViewportPortal } from '@xyflow/react'
import { useStore } from 'zustand'
import { useAppState } from '../app-context'
import { t } from '../strings/strings'
import { tracing } from './tracing'

/** The picture that is drawn over, if there is one. */
export function TracingLayer() {
  const layer = useStore(tracing, (state) => state.layer)
  const slot = useAppState((state) => state.slot)
  if (layer?.slot !== slot) return null
  const { name, url, x, y } = layer
  return (
    <ViewportPortal>
      <img
        className="tracing"
        src={url}
        alt={t('canvas.tracing', { name })}
        style={{ transform: `translate(${x}px, ${y}px)` }}
      />
    </ViewportPortal>
  )
}
