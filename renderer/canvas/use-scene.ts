import { type Scene, sceneOf } from '../../shared/figures/scene'
import { useAppState } from '../app-context'
import { designOf } from '../store'

/** What is drawn now. While elements are dragged, frames don't stretch after them: otherwise nothing could be dragged out. */
export function useScene(): Scene {
  return useAppState((state) => sceneOf(designOf(state)))
}
