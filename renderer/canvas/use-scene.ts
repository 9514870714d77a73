import type { Scene } from '../../shared/figures/scene'
import { useAppState } from '../app-context'
import { designOf } from '../store'
import { useGesture } from './gesture'
import { drawn } from './scene-of-app'

/** What is drawn now. While elements are dragged, frames don't stretch after them: otherwise nothing could be dragged out. */
export function useScene(): Scene {
  const dragged = useGesture((g) => g.dragged)
  const preview = useGesture((g) => g.preview)
  const bending = useGesture((g) => g.bending)
  return useAppState((state) => drawn(designOf(state), state.nesting, preview, dragged, bending))
}
