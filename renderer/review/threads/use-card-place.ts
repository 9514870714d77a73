import { useStoreApi } from '@xyflow/react'
import { useLayoutEffect } from 'react'
import type { Pin } from '../../../shared/design/design'
import type { Point } from '../../../shared/figures/mark'
import { pinNow } from '../../../shared/review/pin-pointer'
import { useAppState } from '../../app-context'
import { useScene } from '../../canvas/use-scene'
import { designOf } from '../../store'
import { placeOf } from './pin-places'

/** From the canvas' edges and from the pin, in pixels. */
const GAP = 12
/** How large a pin is. */
const PIN = 26

export interface Size {
  readonly width: number
  readonly height: number
}

/** A pin on the screen, with the size of its region. */
export type PinOnScreen = Point & Partial<Size>

/**
 * Where a card stands in the canvas: to the right of its pin or region, to the left where there is no room, else below,
 * and whole in any case. Without a pin it is in the corner. Pure.
 */
export function cardPlace(card: Size, canvas: Size, pin: PinOnScreen | undefined): Point {
  const last = { x: canvas.width - card.width - GAP, y: canvas.height - card.height - GAP }
  if (!pin) return { x: Math.max(GAP, last.x), y: GAP }
  const inside = (value: number, most: number) => Math.max(GAP, Math.min(value, most))
  const right = pin.x + Math.max(pin.width ?? 0, PIN + GAP) + GAP
  const left = pin.x - card.width - GAP
  const y = inside(pin.y - PIN, last.y)
  if (right <= last.x) return { x: Math.max(GAP, right), y }
  if (left >= GAP) return { x: inside(left, last.x), y }
  const below = pin.y + (pin.height ?? 0) + GAP
  if (pin.height !== undefined && below <= last.y) return { x: inside(pin.x, last.x), y: below }
  // A region that fills the view is covered rather than the pin.
  return { x: inside(pin.x + PIN + 2 * GAP, last.x), y }
}

/** Keeps the card beside its pin while the view, the element or its own size changes. */
export function useCardPlace(ref: React.RefObject<HTMLElement | null>, pinned: Pin): void {
  const flow = useStoreApi()
  const scene = useScene()
  const pin = useAppState((state) => pinNow(designOf(state), pinned))
  const nesting = useAppState((state) => state.nesting)
  useLayoutEffect(() => {
    const card = ref.current
    if (!card) return
    const place = placeOf(scene, nesting, pin)
    const put = () => {
      const { transform, width, height } = flow.getState()
      const [x, y, zoom] = transform
      const size = { width: card.offsetWidth, height: card.offsetHeight }
      const at = place && {
        ...{ x: place.at.x * zoom + x, y: place.at.y * zoom + y },
        ...(place.region ? { width: place.region.width * zoom, height: place.region.height * zoom } : {}),
      }
      const to = cardPlace(size, { width, height }, at)
      card.style.transform = `translate(${Math.round(to.x)}px, ${Math.round(to.y)}px)`
    }
    put()
    const observer = new ResizeObserver(put)
    observer.observe(card)
    const stop = flow.subscribe(put)
    return () => {
      observer.disconnect()
      stop()
    }
  }, [ref, flow, scene, nesting, pin])
}
