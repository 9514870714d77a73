import type { Scene } from '../../shared/figures/scene'
import { useAppState } from '../app-context'
import { designOf } from '../store'
import { useGesture } from './gesture'
import { drawn } from './scene-of-app'

/** What is drawn now, with what the hand has in it. */
export function useScene(): Scene {
  const dragged = useGesture((g) => g.dragged)
  const by = useGesture((g) => g.by)
  const preview = useGesture((g) => g.preview)
  const bending = useGesture((g) => g.bending)
  return useAppState((state) => drawn(designOf(state), state.nesting, { preview, dragged, by, bending }))
}
