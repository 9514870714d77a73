import { type Scene, sceneOf } from '../../shared/figures/scene'
import { useAppState } from '../app-context'
import { designOf } from '../store'
import { useGesture } from './gesture'

/** What is drawn now. While elements are dragged, frames don't stretch after them: otherwise nothing could be dragged out. */
export function useScene(): Scene {
  const dragged = useGesture((g) => g.dragged)
  return useAppState((state) => sceneOf(designOf(state), dragged))
}
