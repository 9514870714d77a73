import './splitter.css'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

export interface SplitterProps {
  readonly label: string
  /** Id of what gets larger or smaller. */
  readonly controls: string
  /** The edge of the panel that it stands on. */
  readonly edge: 'left' | 'right' | 'top'
  readonly value: number
  readonly min: number
  readonly max: number
  /** What a double click brings back. */
  readonly usual: number
  /** Called while it is dragged, and once more, with `done`, when it is let go. */
  readonly onChange: (value: number, done: boolean) => void
}

/** Pixels for an arrow key, and for one with Shift. */
const STEP = 16
const FAR = 64

/** The edge of a panel that makes it larger and smaller: dragged, with arrow keys, Home and End. */
export function Splitter({ label, controls, edge, value, min, max, usual, onChange }: SplitterProps) {
  const begun = useRef<{ readonly at: number; readonly value: number }>(undefined)
  // Towards the middle of the window it grows.
  const sign = edge === 'right' ? 1 : -1
  const place = ({ clientX, clientY }: PointerEvent) => (edge === 'top' ? clientY : clientX)
  const clamp = (wanted: number) => Math.round(Math.max(min, Math.min(max, wanted)))
  const wanted = (event: PointerEvent) => {
    const from = begun.current
    return from && clamp(from.value + sign * (place(event) - from.at))
  }
  const end = (event: PointerEvent) => {
    const last = wanted(event)
    if (last !== undefined && last !== begun.current?.value) onChange(last, true)
    begun.current = undefined
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule has no value; this is the window splitter of ARIA
    <div
      role="separator"
      className="ui-splitter"
      data-edge={edge}
      tabIndex={0}
      aria-label={label}
      aria-controls={controls}
      aria-orientation={edge === 'top' ? 'horizontal' : 'vertical'}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        begun.current = { at: place(event), value }
      }}
      onPointerMove={(event) => {
        const next = wanted(event)
        if (next !== undefined && next !== value) onChange(next, false)
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => onChange(clamp(usual), true)}
      onKeyDown={(event) => {
        const next = pressed(event, { value, min, max, sign, upright: edge !== 'top' })
        if (next === undefined) return
        event.preventDefault()
        onChange(clamp(next), true)
      }}
    />
  )
}

interface Pressed {
  readonly value: number
  readonly min: number
  readonly max: number
  readonly sign: 1 | -1
  readonly upright: boolean
}

/** The size that a key asks for. Arrows move the edge, so at the right they make the panel smaller. */
function pressed(
  { code, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent,
  now: Pressed,
): number | undefined {
  if (ctrlKey || altKey || metaKey) return undefined
  const { value, min, max, sign, upright } = now
  const step = shiftKey ? FAR : STEP
  if (code === 'Home') return min
  if (code === 'End') return max
  const [back, forth] = upright ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
  if (code === back) return value - sign * step
  return code === forth ? value + sign * step : undefined
}
