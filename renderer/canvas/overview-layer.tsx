import type { Scene } from '../../shared/figures/scene'
import type { Theme } from '../../shared/figures/tokens'
export function OverviewLayer(_: { readonly scene: Scene; readonly theme: Theme; readonly shown: boolean }) {
  return null
}
