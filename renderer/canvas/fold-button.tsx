import { useStore } from '@xyflow/react'
import type { Scene, SceneItem } from '../../shared/figures/scene'
import { sizes } from '../../shared/figures/tokens'
import { useApp, useAppState } from '../app-context'
import { command } from '../commands/commands'
import type { App } from '../store'
import { MenuArrowIcon } from '../ui/icons'
import { useGesture } from './gesture'
import { isFolded } from './scene-of-app'

/** Closes a frame to its summary, or opens it. */
export function fold(app: App, id: string): void {
  app.select([id])
  void command('group.collapse').run(app)
}

/** On the left edge of the frame under the pointer, else of the selected one; with keys it is a command. */
export function FoldButton({ scene }: { readonly scene: Scene }) {
  const app = useApp()
  const hovered = useGesture((g) => g.hovered)
  const busy = useGesture((g) => g.dragged.size > 0 || g.connecting !== undefined || g.dropping !== undefined)
  const selected = useAppState((state) =>
    state.selection.ids.size === 1 ? [...state.selection.ids][0] : undefined,
  )
  const zoom = useStore((flow) => flow.transform[2])
  const item = frameOf(app, scene, hovered) ?? frameOf(app, scene, selected)
  if (!item || busy) return null
  const folded = isFolded(app, item.id)
  const middle = folded ? item.rect.height / 2 : sizes.frame.header / 2
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      className="fold-button nopan"
      data-fold={item.id}
      data-folded={folded}
      style={{ transform: `translate(${item.rect.x}px, ${item.rect.y + middle}px) scale(${1 / zoom})` }}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => fold(app, item.id)}
    >
      <MenuArrowIcon size={12} />
    </button>
  )
}

function frameOf(app: App, scene: Scene, id: string | undefined): SceneItem | undefined {
  const item = id === undefined ? undefined : scene.byId.get(id)
  return item && (item.figure.content !== undefined || isFolded(app, item.id)) ? item : undefined
}
